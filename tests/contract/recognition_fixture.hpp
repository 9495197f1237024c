#pragma once
// A recognition in Tỉnh Minh Họa: the units of the demonstration, the people who take part, and the shortest way to each step.
#include "assessment/council_steps.hpp"
#include "assessment/missing.hpp"
#include "contract/access_fixture.hpp"
#include "contract/org_fixture.hpp"
#include "criteria/commands.hpp"
#include "org/draft.hpp"
#include "platform/embedded.hpp"

namespace cs::test {

using namespace cs::assessment;

inline StepPaper paper(Day day, const std::string& number = "01/MH") { return {number, day, "Người ký", Via::by_hand}; }
inline StepForm form(Day on) {
    StepForm f{on, paper(on), {}, {}, {}, {}, "", {}, {}};
    return f;
}

struct Recognitions {
    Database& db;
    FrozenClock& clock;
    People people;
    access::Actor clerk, other_clerk, district, coordinator, finance, police, front, builder, secretary, decider;

    Recognitions(Database& d, FrozenClock& c) : db(d), clock(c), people{d, c} {
        REQUIRE(db.write([&](Tx& tx) -> Done {
            CS_TRY_DONE(import_units(tx, clock.now(), {}, std::string(*embedded_file("demo/units.csv")), false));
            CS_TRY_DONE(criteria::load_shipped(tx, clock.now()));
            return {};
        }));
        using access::Role;
        using access::Scope;
        const auto add = [&](const std::string& login, Role role, const std::string& code, Scope scope) {
            return people.actor(people.add(login, role, unit(code), scope));
        };
        clerk = add("canbo.xa", Role::unit_clerk, "MH0101", Scope::own);
        other_clerk = add("canbo.xab", Role::unit_clerk, "MH0102", Scope::own);
        district = add("thamtra", Role::district_reviewer, "MH01", Scope::subtree);
        coordinator = add("dieuphoi", Role::province_coordinator, "MH", Scope::subtree);
        finance = add("taichinh", Role::department_verifier, "MH-STC", Scope::own);
        police = add("congan", Role::department_verifier, "MH-CA", Scope::own);
        front = add("mattran", Role::unit_head, "MH-MTTQ", Scope::own);
        builder = add("xaydung", Role::department_verifier, "MH-SXD", Scope::own);
        secretary = add("thuky", Role::council_secretary, "MH", Scope::subtree);
        decider = add("lanhdao", Role::decider, "MH", Scope::subtree);
        charge(ConfirmationKind::debt, "MH-STC");
        charge(ConfirmationKind::security, "MH-CA");
        charge(ConfirmationKind::survey, "MH-MTTQ");
    }

    Day today() const { return legal_day(clock.now()); }
    UnitId unit(const std::string& code) {
        return db.read([&](Tx& tx) { return id_of(tx, code, 2022y / 12 / 1); });
    }
    template <class Work>
    auto as(const access::Actor& actor, Work work) {
        return db.write([&](Tx& tx) { return work(Moment{tx, clock.now(), actor, UnitTree(tx)}); });
    }
    void charge(ConfirmationKind kind, const std::string& holder) {
        const RecognitionCharge wanted{ChargeOfRecognitionId(new_uuid(clock.now())), kind, unit("MH"), unit(holder), {2022y / 1 / 1, std::nullopt}, "QĐ minh họa"};
        REQUIRE(as(coordinator, [&](const Moment& m) { return add_recognition_charge(m, wanted); }));
    }
    void mark(Standing standing, int percent, Day from = 2022y / 1 / 1) {
        const SatisfactionMark wanted{SatisfactionMarkId(new_uuid(clock.now())), unit("MH"), standing, Decimal::whole(percent), {}, from, paper(from)};
        REQUIRE(as(coordinator, [&](const Moment& m) { return enter_satisfaction_mark(m, wanted); }));
    }

    Result<Dossier> open(Day on, Standing standing = Standing::advanced, const std::string& code = "MH0101", const std::string& area = "") {
        return as(clerk, [&](const Moment& m) { return open_dossier(m, {unit(code), standing, area, "", 2022, on}); });
    }
    Result<Dossier> step(const access::Actor& by, const DossierId& id, DossierAction action, const StepForm& f) {
        return as(by, [&](const Moment& m) { return take_step(m, id, action, f); });
    }
    Result<Dossier> said(const access::Actor& by, const DossierId& id, ConfirmationKind kind, Day on,
                         const std::function<void(Confirmation&)>& change = [](Confirmation&) {}) {
        Confirmation c{0, kind, unit("MH"), false, std::nullopt, on, paper(on)};
        if (kind == ConfirmationKind::security || kind == ConfirmationKind::opinion) c.verdict = Verdict::met;
        if (kind == ConfirmationKind::survey) c.counts = SurveyCounts{1000, 900, 850, 800};
        change(c);
        return as(by, [&](const Moment& m) { return confirm(m, id, c); });
    }
    std::vector<access::Duty> duties(const access::Actor& who) {
        return db.read([&](Tx& tx) { return recognition_duties(Moment{tx, clock.now(), who, UnitTree(tx)}); });
    }
    DossierState state(const DossierId& id) {
        return db.read([&](Tx& tx) { return DossierStore(tx).find(id)->state; });
    }

    // An appraised result as the yearly review leaves it: all met, or the first `unmet` not met and the next `open` without ground.
    void result(const std::string& code, const std::string& set, int year, int unmet = 0, int open = 0, bool provisional = false) {
        const auto standing = db.read([&](Tx& tx) { return criteria::standing(tx, set); });
        REQUIRE(standing);
        const auto& all = standing->set->criteria;
        const std::string round = new_uuid(clock.now()), sheet = new_uuid(clock.now());
        const int of = static_cast<int>(all.size());
        write(db, [&](Tx& tx) {
            run(tx, "insert into assessment_round (id, set_id, set_version, year, title, root_unit, unit_kind, units_on, opens_on, closes_on, paper, opened_at) "
                    "values ($1, $2, 1, $3, 'Rà soát', $4, 'commune', '2022-12-01', '2022-12-01', '2022-12-31', 'MH', 1)",
                round, set, year, unit(code));
            run(tx, "insert into assessment_sheet (id, round_id, unit_id, region, state, version, changed_at) values ($1, $2, $3, 'DBSH', 'appraised', 1, 1)",
                sheet, round, unit(code));
            run(tx, "insert into appraised_result (sheet_id, sequence, verdict, met, criteria, provisional, content, report, digest, paper_number, paper_day, note, given_at) "
                    "values ($1, 1, $2, $3, $4, $5, '', '', '', '9/TB', '2022-12-01', '', $6)",
                sheet, unmet ? "not_met" : "met", of - unmet - open, of, provisional, clock.now());
            for (int i = 0; i < of; ++i)
                run(tx, "insert into appraised_criterion (sheet_id, sequence, criterion, verdict) values ($1, 1, $2, $3)", sheet,
                    all[static_cast<std::size_t>(i)].no, i < unmet ? "not_met" : i < unmet + open ? "undetermined" : "met");
        });
    }

    // ---- The way of a commune's dossier under three tiers, each step on its own day of December 2022 and January 2023

    DossierId drafted(Day on = 2022y / 12 / 1) {
        const auto opened = open(on);
        REQUIRE(opened);
        return opened->id;
    }
    void agreed(const DossierId& id) {
        REQUIRE(step(clerk, id, DossierAction::self_assess, form(2022y / 12 / 2)));
        StepForm posting = form(2022y / 12 / 13);
        posting.from = 2022y / 12 / 3;
        posting.until = 2022y / 12 / 12;
        REQUIRE(step(clerk, id, DossierAction::post, posting));
        REQUIRE(step(clerk, id, DossierAction::hold_meeting, voted(2022y / 12 / 14, 10, 9)));
        REQUIRE(state(id) == DossierState::agreed);
    }
    static StepForm voted(Day on, int present, int in_favour) {
        StepForm f = form(on);
        f.vote = Vote{present, in_favour, present - in_favour, 0};
        return f;
    }
    void submitted(const DossierId& id) {
        agreed(id);
        REQUIRE(step(clerk, id, DossierAction::submit, form(2022y / 12 / 15)));
    }
    void confirmed(const DossierId& id) {
        REQUIRE(said(finance, id, ConfirmationKind::debt, 2022y / 12 / 16));
        REQUIRE(said(police, id, ConfirmationKind::security, 2022y / 12 / 16));
        REQUIRE(said(front, id, ConfirmationKind::survey, 2022y / 12 / 17));
    }
    void with_province(const DossierId& id) {
        submitted(id);
        REQUIRE(step(district, id, DossierAction::check, form(2022y / 12 / 18)));
        REQUIRE(step(district, id, DossierAction::forward, voted(2022y / 12 / 19, 10, 10)));
    }
    void appraised(const DossierId& id) {
        with_province(id);
        confirmed(id);
        REQUIRE(step(coordinator, id, DossierAction::appraise, form(2022y / 12 / 20)));
    }
    void approved(const DossierId& id) {
        appraised(id);
        REQUIRE(as(secretary, [&](const Moment& m) { return take_to_council(m, id, form(2022y / 12 / 21)); }));
        REQUIRE(as(secretary, [&](const Moment& m) { return approve_by_council(m, id, voted(2022y / 12 / 22, 10, 10), true); }));
    }
};

// Refused with this code, and nothing was written.
template <class T>
std::string no(const Result<T>& result) {
    if (result) return "allowed";
    std::string all = result.error().code;
    for (const Fault& fault : result.error().faults) all += " " + fault.code;
    return all;
}

}    // namespace cs::test
