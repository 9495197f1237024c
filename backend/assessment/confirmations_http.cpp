// What offices say of a dossier, which office speaks for a territory, and the province's own pass marks.
#include "assessment/assessment_http.hpp"
#include "assessment/recognition_input_http.hpp"
#include "assessment/recognition_view_http.hpp"

namespace cs::assessment {
namespace {

using access::Api;
using access::Call;
using access::Operation;
using http::Method;

Confirmation begun(ConfirmationKind kind, const wire::PaperStep& b) {
    Confirmation c{0, kind, UnitId(""), false, std::nullopt, b.day, {b.number, b.day, b.signer, b.via}};
    c.note = b.note.value_or("");
    return c;
}

Confirmation said(ConfirmationKind kind, const wire::DebtConfirmation& b) {
    Confirmation c = begun(kind, b);
    for (const wire::DebtWorkItem& w : b.works) c.works.push_back({w.work, w.volume, w.amount});
    return c;
}
Confirmation said(ConfirmationKind kind, const wire::VerdictConfirmation& b) {
    Confirmation c = begun(kind, b);
    c.verdict = b.met ? Verdict::met : Verdict::not_met;
    return c;
}
Confirmation said(ConfirmationKind kind, const wire::SurveyResult& b) {
    Confirmation c = begun(kind, b);
    c.counts = SurveyCounts{b.households, b.asked, b.answered, b.satisfied};
    for (const wire::SurveyContentItem& s : b.contents) c.contents.push_back({s.commune.value_or(""), s.content, s.answered, s.satisfied});
    return c;
}
Confirmation said(ConfirmationKind, const wire::ConfirmationHold& b) {
    Confirmation c{0, b.kind, UnitId(""), true, std::nullopt, b.day, {b.number, b.day, b.signer, b.via}};
    c.note = b.note;
    return c;
}

template <class Body>
void add_confirmation(Api& api, Operation operation, ConfirmationKind kind, const std::string& path, const std::string& summary) {
    api.write<Body, wire::DossierView>({Method::post, "/api/dossiers/{id}/" + path, operation, summary},
                                       [&api, kind](Call& call, const Body& body) -> Result<wire::DossierView> {
                                           CS_TRY(const DossierId id, dossier_id(call));
                                           return with_moment<wire::DossierView>(api, call, [&](const Moment& m) -> Result<wire::DossierView> {
                                               CS_TRY(const Dossier dossier, confirm(m, id, said(kind, body)));
                                               return dossier_view(m, dossier);
                                           });
                                       });
}

wire::RecognitionChargeRow shown(const access::Tree& tree, const RecognitionCharge& c) {
    return {c.id, c.kind, c.root, c.holder, tree.name(c.root, c.period.from), tree.name(c.holder, c.period.from), c.period.from, c.period.until, c.paper};
}

wire::RecognitionCharges charges_seen(const Moment& m) {
    wire::RecognitionCharges all{{}, {access::action(Operation::add_recognition_charge, pass(m.actor, Operation::add_recognition_charge)),
                                      access::action(Operation::end_recognition_charge, pass(m.actor, Operation::end_recognition_charge))}};
    for (const RecognitionCharge& c : ConfirmationStore(m.tx).charges()) all.items.push_back(shown(m.tree, c));
    return all;
}

Result<wire::RecognitionCharges> charges(Api& api, Call& call) {
    return read_moment<wire::RecognitionCharges>(api, call, [](const Moment& m) -> Result<wire::RecognitionCharges> { return charges_seen(m); });
}

Result<wire::RecognitionCharges> add_charge(Api& api, Call& call, const wire::NewRecognitionCharge& b) {
    return with_moment<wire::RecognitionCharges>(api, call, [&](const Moment& m) -> Result<wire::RecognitionCharges> {
        if (b.kind == ConfirmationKind::opinion) return refuse(Problem::bad_input, "confirmation.opinion_by_criterion");
        CS_TRY_DONE(add_recognition_charge(m, {ChargeOfRecognitionId::born(m.now), b.kind, b.root_id, b.holder_id, {b.from, b.until}, b.paper}));
        return charges_seen(m);
    });
}

Result<wire::RecognitionCharges> end_charge(Api& api, Call& call, const wire::EndOfCharge& b) {
    const auto id = ChargeOfRecognitionId::parse(call.param("id"));
    if (!id) return refuse(Problem::not_found, "confirmation.charge_unknown");
    return with_moment<wire::RecognitionCharges>(api, call, [&](const Moment& m) -> Result<wire::RecognitionCharges> {
        CS_TRY_DONE(end_recognition_charge(m, *id, b.until));
        return charges_seen(m);
    });
}

wire::SatisfactionMarks marks_seen(const Moment& m, const UnitId& root) {
    wire::SatisfactionMarks all{{}, {access::action(Operation::enter_satisfaction_mark, access::may(m.actor, Operation::enter_satisfaction_mark, root, m.today(), m.tree))}};
    for (const SatisfactionMark& s : ConfirmationStore(m.tx).marks(root, m.now))
        all.items.push_back({s.id, s.standing, s.overall.text(), s.each_content ? std::optional(s.each_content->text()) : std::nullopt, s.from,
                             s.paper.number, s.paper.day, s.paper.signer});
    return all;
}

Result<wire::SatisfactionMarks> marks(Api& api, Call& call) {
    const auto root = UnitId::parse(call.query("root").value_or(""));
    if (!root) return refuse(Problem::not_found, "org.unit_unknown_id");
    return read_moment<wire::SatisfactionMarks>(api, call, [&](const Moment& m) -> Result<wire::SatisfactionMarks> { return marks_seen(m, *root); });
}

Result<wire::SatisfactionMarks> add_mark(Api& api, Call& call, const wire::NewSatisfactionMark& b) {
    return with_moment<wire::SatisfactionMarks>(api, call, [&](const Moment& m) -> Result<wire::SatisfactionMarks> {
        CS_TRY_DONE(enter_satisfaction_mark(m, {SatisfactionMarkId::born(m.now), b.root_id, b.standing, b.overall, b.each_content, b.from, {b.number, b.day, b.signer}}));
        return marks_seen(m, b.root_id);
    });
}

void add_settings(Api& api) {
    api.read<wire::RecognitionCharges>({Method::get, "/api/recognition-charges", Operation::list_recognition_charges,
                                        "Which office confirms debt and security, and which Front asks the households, by territory and time."},
                                       [&api](Call& call) { return charges(api, call); });
    api.write<wire::NewRecognitionCharge, wire::RecognitionCharges>(
        {Method::post, "/api/recognition-charges", Operation::add_recognition_charge, "Names an office by a paper.", {}, 201},
        [&api](Call& call, const wire::NewRecognitionCharge& b) { return add_charge(api, call, b); });
    api.write<wire::EndOfCharge, wire::RecognitionCharges>(
        {Method::post, "/api/recognition-charges/{id}/end", Operation::end_recognition_charge, "Ends an office's charge before a day."},
        [&api](Call& call, const wire::EndOfCharge& b) { return end_charge(api, call, b); });
    api.read<wire::SatisfactionMarks>({Method::get, "/api/satisfaction-marks", Operation::list_satisfaction_marks,
                                       "The pass marks of satisfaction a province entered from its papers.", {{"root", "Id of the province.", true}}},
                                      [&api](Call& call) { return marks(api, call); });
    api.write<wire::NewSatisfactionMark, wire::SatisfactionMarks>(
        {Method::post, "/api/satisfaction-marks", Operation::enter_satisfaction_mark, "Enters a pass mark from a paper; earlier ones stay.", {}, 201},
        [&api](Call& call, const wire::NewSatisfactionMark& b) { return add_mark(api, call, b); });
}

}    // namespace

void add_confirmation_routes(Api& api) {
    using enum ConfirmationKind;
    add_confirmation<wire::DebtConfirmation>(api, Operation::confirm_debt, debt, "debt-confirmation", "Finance: no debt, or the works without capital.");
    add_confirmation<wire::VerdictConfirmation>(api, Operation::confirm_security, security, "security-confirmation", "Police: met or not met, and the paper; nothing else is kept.");
    add_confirmation<wire::SurveyResult>(api, Operation::record_survey, survey, "survey", "The Front's survey: households asked, answered, satisfied, for each content.");
    add_confirmation<wire::VerdictConfirmation>(api, Operation::give_opinion, opinion, "opinion", "The opinion of a department in charge of criteria.");
    add_confirmation<wire::ConfirmationHold>(api, Operation::hold_confirmation, debt, "confirmation-hold", "An office needs time: neither confirmed nor refused, by a paper.");
    add_settings(api);
}

}    // namespace cs::assessment
