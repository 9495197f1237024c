// The warning list of the province, and the cases that end a standing. Nothing of it is for the portal.
#include "assessment/assessment_http.hpp"
#include "assessment/recognition_input_http.hpp"
#include "assessment/recognition_view_http.hpp"
#include "assessment/withdrawal.hpp"

namespace cs::assessment {

BOOST_DESCRIBE_ENUM(WithdrawalState, none, proposed, explained, at_council, supported, revoked, dropped)
BOOST_DESCRIBE_ENUM(RiskRule, none, with_key, alone, communes)

namespace wire {

struct WithdrawalRow {
    DossierId id;
    RecognitionId recognition_id;
    UnitId unit_id;
    std::string unit_name;
    Standing standing;
    int year;
    WithdrawalState state;
    Day opened_on, last_on;
    std::optional<Day> due_on;
    bool open;
    std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(WithdrawalRow, (),
                      (id, recognition_id, unit_id, unit_name, standing, year, state, opened_on, last_on, due_on, open, version))

struct Withdrawals {
    std::vector<WithdrawalRow> items;
};
BOOST_DESCRIBE_STRUCT(Withdrawals, (), (items))

struct WithdrawalView {
    WithdrawalRow withdrawal;
    RecognitionRow recognition;
    std::vector<DossierStep> steps;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(WithdrawalView, (), (withdrawal, recognition, steps, actions))

struct WarningRow {
    RecognitionId recognition_id;
    UnitId unit_id;
    std::string unit_name;
    Standing standing;
    std::string number;
    std::string set;
    int year;
    int of, unmet, open;
    RiskRule certain, possible;
    std::vector<std::string> key_unmet, key_open;
    bool provisional;
    std::optional<DossierId> withdrawal_id;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(WarningRow, (),
                      (recognition_id, unit_id, unit_name, standing, number, set, year, of, unmet, open, certain, possible, key_unmet,
                       key_open, provisional, withdrawal_id, actions))

struct WithdrawalWarnings {
    std::vector<WarningRow> items;
};
BOOST_DESCRIBE_STRUCT(WithdrawalWarnings, (), (items))

struct Proposal : PaperStep {
    RecognitionId recognition_id;
    Day due_on;    // by which the unit explains
};
BOOST_DESCRIBE_STRUCT(Proposal, (PaperStep), (recognition_id, due_on))

struct WithdrawalDecision : PaperStep {
    Day ends_on;    // the first day on which the standing no longer counts
};
BOOST_DESCRIBE_STRUCT(WithdrawalDecision, (PaperStep), (ends_on))

}    // namespace wire

namespace {

using access::Api;
using access::Call;
using access::Operation;
using http::Method;

wire::WithdrawalRow row_of(const Moment& m, const WithdrawalCase& c) {
    return {c.id, *c.recognition, c.unit, m.tree.name(c.unit, c.last_on), c.standing, c.year, c.state, c.opened_on, c.last_on, c.due_on, is_open(c.state), c.version};
}

Result<wire::WithdrawalView> view_of(const Moment& m, const WithdrawalCase& c) {
    const auto recognition = RegisterStore(m.tx).find(*c.recognition);
    CS_CHECK(recognition.has_value());
    wire::WithdrawalView view{row_of(m, c), shown(m.tree, *recognition), shown(m.tree, DossierStore(m.tx).steps(c.id)), {}};
    for (WithdrawalAction action : all_of<WithdrawalAction>()) {
        using enum WithdrawalAction;
        if (Set{propose, approve, return_from_council}.has(action)) continue;    // no door of their own
        view.actions.push_back(access::action(operation_of(action), may_step(m, c, action)));
    }
    return view;
}

Result<wire::WithdrawalWarnings> warnings(Api& api, Call& call) {
    return read_moment<wire::WithdrawalWarnings>(api, call, [](const Moment& m) -> Result<wire::WithdrawalWarnings> {
        CS_TRY(const std::vector<Warning> found, withdrawal_warnings(m));
        wire::WithdrawalWarnings all;
        for (const Warning& w : found) {
            const Recognition& r = w.recognition;
            const Risk& risk = w.found.risk;
            all.items.push_back({r.id, r.unit, m.tree.name(r.unit, m.today()), r.standing, r.decision.number, w.found.set, w.found.year, risk.of, risk.unmet,
                                 risk.open, risk.certain, risk.possible, risk.key_unmet, risk.key_open, w.found.provisional,
                                 w.open ? std::optional(w.open->id) : std::nullopt,
                                 {access::action(Operation::propose_withdrawal, may_propose(m, r))}});
        }
        return all;
    });
}

Result<wire::Withdrawals> list(Api& api, Call& call) {
    return read_moment<wire::Withdrawals>(api, call, [](const Moment& m) -> Result<wire::Withdrawals> {
        wire::Withdrawals all;
        for (const WithdrawalCase& c : DossierStore(m.tx).withdrawals())
            if (may_see(m, c)) all.items.push_back(row_of(m, c));
        return all;
    });
}

Result<wire::WithdrawalView> show(Api& api, Call& call) {
    CS_TRY(const DossierId id, dossier_id(call));
    return read_moment<wire::WithdrawalView>(api, call, [&](const Moment& m) -> Result<wire::WithdrawalView> {
        CS_TRY(const WithdrawalCase found, DossierStore(m.tx).find_withdrawal(id));
        if (!may_see(m, found)) return refuse(Problem::not_found, "withdrawal.unknown");
        return view_of(m, found);
    });
}

StepForm form_of(const wire::PaperStep& b) { return {b.day, {b.number, b.day, b.signer, b.via}, {}, {}, {}, {}, b.note.value_or(""), {}, {}}; }

Result<wire::WithdrawalView> propose(Api& api, Call& call, const wire::Proposal& b) {
    return with_moment<wire::WithdrawalView>(api, call, [&](const Moment& m) -> Result<wire::WithdrawalView> {
        StepForm form = form_of(b);
        form.due_on = b.due_on;
        CS_TRY(const WithdrawalCase made, propose_withdrawal(m, b.recognition_id, form));
        return view_of(m, made);
    });
}

Result<wire::WithdrawalView> decide(Api& api, Call& call, const wire::WithdrawalDecision& b) {
    CS_TRY(const DossierId id, dossier_id(call));
    CS_TRY(const auto seen, version_seen(call));
    return with_moment<wire::WithdrawalView>(api, call, [&](const Moment& m) -> Result<wire::WithdrawalView> {
        StepForm form = form_of(b);
        form.on = b.ends_on;
        CS_TRY(const WithdrawalCase ended, decide_withdrawal(m, id, form, seen));
        return view_of(m, ended);
    });
}

void add_step(Api& api, WithdrawalAction action, const std::string& path, const std::string& summary) {
    api.write<wire::PaperStep, wire::WithdrawalView>({Method::post, "/api/withdrawals/{id}/" + path, operation_of(action), summary},
                                                     [&api, action](Call& call, const wire::PaperStep& b) -> Result<wire::WithdrawalView> {
                                                         CS_TRY(const DossierId id, dossier_id(call));
                                                         CS_TRY(const auto seen, version_seen(call));
                                                         return with_moment<wire::WithdrawalView>(api, call, [&](const Moment& m) -> Result<wire::WithdrawalView> {
                                                             CS_TRY(const WithdrawalCase moved, take_withdrawal_step(m, id, action, form_of(b), seen));
                                                             return view_of(m, moved);
                                                         });
                                                     });
}

}    // namespace

void add_withdrawal_routes(Api& api) {
    api.read<wire::WithdrawalWarnings>({Method::get, "/api/withdrawal-warnings", Operation::list_withdrawal_warnings,
                                        "Standings at risk by the latest appraised result: certain, and possible with what has no ground. For the province alone."},
                                       [&api](Call& call) { return warnings(api, call); });
    api.read<wire::Withdrawals>({Method::get, "/api/withdrawals", Operation::list_withdrawals, "Cases of withdrawal the caller has anything to do with."},
                                [&api](Call& call) { return list(api, call); });
    api.read<wire::WithdrawalView>({Method::get, "/api/withdrawals/{id}", Operation::show_withdrawal, "A case of withdrawal with its steps."},
                                   [&api](Call& call) { return show(api, call); });
    api.write<wire::Proposal, wire::WithdrawalView>({Method::post, "/api/withdrawals", Operation::propose_withdrawal,
                                                     "Proposes to withdraw a recognition; the unit explains by a day.", {}, 201},
                                                    [&api](Call& call, const wire::Proposal& b) { return propose(api, call, b); });
    add_step(api, WithdrawalAction::explain, "explanation", "The unit's explanation.");
    add_step(api, WithdrawalAction::pass_over, "silence", "The unit let the day for its explanation pass.");
    add_step(api, WithdrawalAction::drop, "dropping", "The case is dropped, with the reason; the standing stays.");
    api.write<wire::WithdrawalDecision, wire::WithdrawalView>({Method::post, "/api/withdrawals/{id}/decision", Operation::decide_withdrawal,
                                                               "The decision that withdraws the recognition."},
                                                              [&api](Call& call, const wire::WithdrawalDecision& b) { return decide(api, call, b); });
}

}    // namespace cs::assessment
