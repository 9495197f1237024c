#pragma once
// Tỉnh Minh Họa with its reorganisation of 01/07/2025, the people who report in it, and the shortest way to a report.
#include "contract/access_fixture.hpp"
#include "contract/org_fixture.hpp"
#include "org/draft.hpp"
#include "platform/embedded.hpp"
#include "report/periodic_commands.hpp"

namespace cs::test {

using namespace cs::report;

inline constexpr ReportPeriod half_2025{2025, PeriodKind::half_year}, year_2025{2025, PeriodKind::year};

struct Reports {
    Database& db;
    FrozenClock& clock;
    People people;
    access::Actor clerk, other_clerk, clerk_d, clerk_e, district, other_district, coordinator, emulation, secretary;

    Reports(Database& d, FrozenClock& c) : db(d), clock(c), people{d, c} {
        clock.travel_to(2024y / 12 / 20);
        REQUIRE(db.write([&](Tx& tx) -> Done {
            CS_TRY_DONE(import_units(tx, clock.now(), {}, std::string(*embedded_file("demo/units.csv")), false));
            CS_TRY(const DraftFile file, read_drafts(*embedded_file("demo/reorganisations.yaml"), "demo/reorganisations.yaml"));
            CS_TRY_DONE(reorganise_all(tx, clock.now(), {}, file.drafts, false));
            return {};
        }));
        using access::Role;
        using access::Scope;
        clerk = add("canbo.xa", Role::unit_clerk, "MH0101", Scope::own);
        other_clerk = add("canbo.xab", Role::unit_clerk, "MH0102", Scope::own);
        clerk_d = add("canbo.xad", Role::unit_clerk, "MH0105", Scope::own);
        clerk_e = add("canbo.xae", Role::unit_clerk, "MH0106", Scope::own);
        district = add("huyen", Role::district_reviewer, "MH01", Scope::subtree);
        other_district = add("huyen.dong", Role::district_reviewer, "MH02", Scope::subtree);
        coordinator = add("dieuphoi", Role::province_coordinator, "MH", Scope::subtree);
        emulation = add("thidua", Role::commendation_officer, "MH", Scope::subtree);
        secretary = add("thuky", Role::council_secretary, "MH", Scope::subtree);
        clock.travel_to(2025y / 6 / 3);
    }
    access::Actor add(const std::string& login, access::Role role, const std::string& code, access::Scope scope) {
        return people.actor(people.add(login, role, unit(code), scope));
    }

    Day today() const { return legal_day(clock.now()); }
    UnitId unit(const std::string& code) {
        return db.read([&](Tx& tx) { return id_of(tx, code, 2025y / 6 / 1); });
    }
    template <class Work>
    auto as(const access::Actor& actor, Work work) {
        return db.write([&](Tx& tx) { return work(Moment{tx, clock.now(), actor, UnitTree(tx)}); });
    }

    // Every figure 0, but for some.
    static ReportInput zeros(const std::map<std::string, std::string>& but = {}) {
        ReportInput input;
        for (const Figure& each : report_figures()) {
            const auto at = but.find(each.key);
            input.figures.push_back({each.key, at == but.end() ? "0" : at->second, ""});
        }
        return input;
    }
    Result<OpenedReport> open(const access::Actor& by, const std::string& code, const ReportPeriod& period = half_2025) {
        return as(by, [&](const Moment& m) { return open_report(m, unit(code), period); });
    }
    Result<OpenedReport> save(const access::Actor& by, const std::string& code, const ReportInput& input, const ReportPeriod& period = half_2025) {
        const auto seen = db.read([&](Tx& tx) {
            const auto found = PeriodicStore(tx).find(unit(code), period);
            return found ? found->version : 0;
        });
        return as(by, [&](const Moment& m) { return save_report(m, unit(code), period, input, seen); });
    }
    ReportStepForm form(std::optional<Day> on = std::nullopt) const {
        const Day day = on.value_or(today());
        return {day, {"15/BC-UBND", day, "Trần Văn Bình", assessment::Via::document_system}, ""};
    }
    Result<OpenedReport> step(const access::Actor& by, const std::string& code, ReportAction action, const ReportStepForm& f, const ReportPeriod& period = half_2025) {
        return as(by, [&](const Moment& m) { return take_report_step(m, unit(code), period, action, f); });
    }
    Result<OpenedReport> send_back(const access::Actor& by, const std::string& code, const std::string& why, const ReportPeriod& period = half_2025) {
        return step(by, code, ReportAction::send_back, {today(), {"", std::nullopt, "", {}}, why}, period);
    }
    void sent(const access::Actor& by, const std::string& code, const std::map<std::string, std::string>& figures = {}, const ReportPeriod& period = half_2025) {
        REQUIRE(save(by, code, zeros(figures), period));
        const auto done = step(by, code, ReportAction::send, form(), period);
        if (!done) MESSAGE(done.error().code);
        REQUIRE(done);
    }
    std::vector<access::Duty> duties(const access::Actor& who) {
        return db.read([&](Tx& tx) { return report_duties(Moment{tx, clock.now(), who, UnitTree(tx)}); });
    }

    // Refused with this code; neither the reports nor the journal have changed.
    template <class Work>
    void no(const std::string& code, const Work& work) {
        const std::string before = fingerprint();
        const auto result = work();
        CAPTURE(code);
        REQUIRE_FALSE(result);
        std::string told = result.error().code;
        for (const Fault& fault : result.error().faults) told += " " + fault.where + "=" + fault.code;
        CHECK(told == code);
        CHECK(fingerprint() == before);
    }
    std::string fingerprint() const {
        std::string text = people.fingerprint();
        for (const char* table : {"periodic_report", "periodic_figure", "periodic_text", "periodic_step", "receipt", "letter"}) text += std::to_string(count(db, table)) + " ";
        return text + std::to_string(number(db, "select coalesce(sum(version), 0) as n from periodic_report"));
    }
};

}    // namespace cs::test
