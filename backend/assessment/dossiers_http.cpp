// Dossiers of recognition: the list, one drawn as steps, and each step by its paper.
#include "assessment/assessment_http.hpp"
#include "assessment/recognition_input_http.hpp"
#include "assessment/recognition_view_http.hpp"

namespace cs::assessment {
namespace {

using access::Api;
using access::Call;
using access::Operation;
using http::Method;

Result<wire::Dossiers> list(Api& api, Call& call) {
    const auto unit = call.query("unit");
    return read_moment<wire::Dossiers>(api, call, [&](const Moment& m) -> Result<wire::Dossiers> {
        wire::Dossiers all{{}, {access::action(Operation::open_dossier, pass(call.actor, Operation::open_dossier))}};
        for (const Dossier& d : DossierStore(m.tx).recognitions())
            if ((!unit || d.unit.text() == *unit) && may_see(m, d)) all.items.push_back(shown(m, d));
        return all;
    });
}

// Whom it is none of his business learns nothing of it.
Result<wire::DossierView> show(Api& api, Call& call) {
    CS_TRY(const DossierId id, dossier_id(call));
    return read_moment<wire::DossierView>(api, call, [&](const Moment& m) -> Result<wire::DossierView> {
        CS_TRY(const Dossier dossier, DossierStore(m.tx).find(id));
        if (!may_see(m, dossier)) return refuse(Problem::not_found, "dossier.unknown");
        return dossier_view(m, dossier);
    });
}

Result<wire::DossierView> open(Api& api, Call& call, const wire::NewDossier& b) {
    return with_moment<wire::DossierView>(api, call, [&](const Moment& m) -> Result<wire::DossierView> {
        CS_TRY(const Dossier made, open_dossier(m, {b.unit_id, b.standing, b.area.value_or(""), b.field.value_or(""), b.year, b.on}));
        return dossier_view(m, made);
    });
}

StepForm form_of(const wire::PaperStep& b) { return {b.day, {b.number, b.day, b.signer, b.via}, {}, {}, {}, {}, b.note.value_or(""), {}, {}}; }
StepForm form_of(const wire::PostingStep& b) {
    StepForm form = form_of(static_cast<const wire::PaperStep&>(b));
    form.from = b.from;
    form.until = b.until;
    return form;
}
StepForm form_of(const wire::MeetingStep& b) {
    StepForm form = form_of(static_cast<const wire::PaperStep&>(b));
    form.vote = Vote{b.present, b.in_favour, b.against, 0};
    return form;
}
StepForm form_of(const wire::AppraisalStep& b) {
    StepForm form = form_of(static_cast<const wire::PaperStep&>(b));
    if (b.met) form.conclusion = *b.met ? Verdict::met : Verdict::not_met;
    return form;
}
StepForm form_of(const wire::ReturnStep& b) {
    StepForm form = form_of(static_cast<const wire::PaperStep&>(b));
    form.requests = b.requests;
    form.due_on = b.due_on;
    return form;
}

// POST /api/dossiers/{id}/<path>: one step of the procedure.
template <class Body>
void add_step(Api& api, DossierAction action, const std::string& path, const std::string& summary) {
    api.write<Body, wire::DossierView>({Method::post, "/api/dossiers/{id}/" + path, operation_of(action), summary},
                                       [&api, action](Call& call, const Body& body) -> Result<wire::DossierView> {
                                           CS_TRY(const DossierId id, dossier_id(call));
                                           CS_TRY(const auto seen, version_seen(call));
                                           return with_moment<wire::DossierView>(api, call, [&](const Moment& m) -> Result<wire::DossierView> {
                                               CS_TRY(const Dossier moved, take_step(m, id, action, form_of(body), seen));
                                               return dossier_view(m, moved);
                                           });
                                       });
}

Result<wire::DossierView> decide(Api& api, Call& call, const wire::DecisionStep& b) {
    CS_TRY(const DossierId id, dossier_id(call));
    CS_TRY(const auto seen, version_seen(call));
    return with_moment<wire::DossierView>(api, call, [&](const Moment& m) -> Result<wire::DossierView> {
        const StepForm form{b.counts_from, {b.number, b.day, b.signer, b.via}, {}, {}, {}, {}, b.note.value_or(""), {}, {}};
        CS_TRY_DONE(decide_dossier(m, id, form, seen));
        CS_TRY(const Dossier decided, DossierStore(m.tx).find(id));
        return dossier_view(m, decided);
    });
}

Result<wire::StandingView> standing(Api& api, Call& call) {
    const auto unit = UnitId::parse(call.param("id"));
    if (!unit) return refuse(Problem::not_found, "org.unit_unknown_id");
    CS_TRY(const auto on, call.query_day("on"));
    return read_moment<wire::StandingView>(api, call, [&](const Moment& m) -> Result<wire::StandingView> {
        CS_TRY(const StandingAnswer answer, what_is_missing(m, *unit, on.value_or(m.today())));
        return shown(m, answer);
    });
}

void add_steps(Api& api) {
    using enum DossierAction;
    add_step<wire::PaperStep>(api, self_assess, "self-assessment", "The unit's report on its own assessment.");
    add_step<wire::PostingStep>(api, post, "posting", "What was posted at the commune, from when to when, by its minutes.");
    add_step<wire::MeetingStep>(api, hold_meeting, "commune-meeting", "The commune's meeting and its vote; a missed one sends the dossier back to its beginning.");
    add_step<wire::PaperStep>(api, submit, "submission", "Sends the dossier with its tờ trình; gives a receipt.");
    add_step<wire::PaperStep>(api, check, "district-check", "The district's check by its minutes and report, while there is a district.");
    add_step<wire::MeetingStep>(api, forward, "district-proposal", "The district's vote and its tờ trình to the province.");
    add_step<wire::PaperStep>(api, receive, "receipt", "The province takes a dossier that comes straight from its commune.");
    add_step<wire::AppraisalStep>(api, appraise, "appraisal-report", "The province's report, once every office has spoken.");
    add_step<wire::PaperStep>(api, announce, "announcement", "The announcement of the decision.");
    add_step<wire::ReturnStep>(api, send_back, "return", "Sends a dossier back with what to complete and by when.");
    add_step<wire::PaperStep>(api, complete, "completion", "What was asked for, sent again; gives a receipt.");
    add_step<wire::PaperStep>(api, turn_down, "refusal", "Turns a dossier down, with the reason.");
    add_step<wire::PaperStep>(api, withdraw, "withdrawal", "The unit takes its dossier back, with the reason.");
}

}    // namespace

void add_dossier_routes(Api& api) {
    api.read<wire::Dossiers>({Method::get, "/api/dossiers", Operation::list_dossiers, "Dossiers the caller has anything to do with, newest first.",
                              {{"unit", "Id of a unit: only its own."}}},
                             [&api](Call& call) { return list(api, call); });
    api.read<wire::DossierView>({Method::get, "/api/dossiers/{id}", Operation::show_dossier,
                                 "A dossier drawn as steps: papers, holders, what offices said, the four conditions, what the caller may do."},
                                [&api](Call& call) { return show(api, call); });
    api.write<wire::NewDossier, wire::DossierView>({Method::post, "/api/dossiers", Operation::open_dossier,
                                                    "Opens a dossier of a unit for one standing, also as of a past day.", {}, 201},
                                                   [&api](Call& call, const wire::NewDossier& b) { return open(api, call, b); });
    add_steps(api);
    api.write<wire::DecisionStep, wire::DossierView>(
        {Method::post, "/api/dossiers/{id}/decision", Operation::decide_dossier,
         "The decision, which enters the register of standings; a number, a day or a signer nobody knows is said so."},
        [&api](Call& call, const wire::DecisionStep& b) { return decide(api, call, b); });
    api.read<wire::StandingView>({Method::get, "/api/units/{id}/missing", Operation::show_missing,
                                  "What a unit has, and what it lacks for the next standing, over all four conditions.", {{"on", "A day; today when absent."}}},
                                 [&api](Call& call) { return standing(api, call); });
}

}    // namespace cs::assessment
