#include "assessment/step_form.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace cs::assessment {
namespace {

using Faults = std::vector<Fault>;

struct Reading {
    StepForm& form;
    Day today;
    Faults faults = {};

    void fault(const char* code, const char* where) { faults.push_back({code, {}, where}); }
    void paper(bool day_known) {
        if (trim(form.paper.number).empty()) fault("dossier.number_missing", "number");
        if (trim(form.paper.signer).empty()) fault("dossier.signer_missing", "signer");
        if (day_known && !form.paper.day) fault("dossier.day_missing", "day");
        if (form.on > today || (form.paper.day && *form.paper.day > today)) fault("dossier.day_in_future", "day");
    }
    void posting() {
        if (!form.from || !form.until) return fault("dossier.posting_missing", "from");
        if (*form.until < *form.from) fault("dossier.posting_turned", "until");
        if (*form.until > today) fault("dossier.day_in_future", "until");
    }
    void vote() {
        if (!form.vote || form.vote->present <= 0) return fault("dossier.vote_missing", "present");
        const Vote& v = *form.vote;
        if (v.in_favour < 0 || v.against < 0 || v.in_favour + v.against > v.present) fault("dossier.votes_exceed", "in_favour");
    }
    void requests() {
        std::erase_if(form.requests, [](const std::string& one) { return trim(one).empty(); });
        if (form.requests.empty()) fault("dossier.requests_missing", "requests");
    }
    void due() {
        if (!form.due_on) return fault("dossier.due_missing", "due_on");
        if (*form.due_on <= form.on) fault("dossier.due_not_ahead", "due_on");
    }
};

}    // namespace

FormRow form_of(DossierAction action) {
    using enum DossierAction;
    switch (action) {
        case post: return {.posting = true};
        case hold_meeting:
        case fail_meeting:
        case forward:
        case approve: return {.vote = true};
        case return_from_council: return {.may_vote = true};
        case turn_down:
        case withdraw: return {.note = true};
        case appraise: return {.conclusion = true};
        case send_back: return {.requests = true, .due = true};
        case decide: return {.day_known = false};
        case open:
        case self_assess:
        case submit:
        case check:
        case receive:
        case take_to_council:
        case announce:
        case complete: return {};
    }
    CS_CHECK(false);
}

FormRow form_of(WithdrawalAction action) {
    using enum WithdrawalAction;
    switch (action) {
        case propose: return {.note = true, .due = true};
        case explain:
        case pass_over:
        case drop: return {.note = true};
        case return_from_council: return {.may_vote = true};
        case approve: return {.vote = true};
        case take_to_council:
        case decide: return {};
    }
    CS_CHECK(false);
}

Result<StepForm> read(const FormRow& asked, StepForm form, Day today) {
    Reading reading{form, today};
    reading.paper(asked.day_known);
    if (asked.posting) reading.posting();
    if (asked.vote) reading.vote();
    if (asked.requests) reading.requests();
    if (asked.due) reading.due();
    if (asked.conclusion && !form.conclusion) reading.fault("dossier.conclusion_missing", "conclusion");
    if (asked.note && trim(form.note).empty()) reading.fault("dossier.note_missing", "note");
    if (!reading.faults.empty()) return refuse("dossier.step_faulty", std::move(reading.faults));
    if (!asked.posting) form.from = form.until = std::nullopt;
    if (!asked.vote && !asked.may_vote) form.vote.reset();
    if (!asked.conclusion) form.conclusion.reset();
    if (!asked.requests) form.requests.clear();
    if (!asked.due) form.due_on.reset();
    form.paper.number = std::string(trim(form.paper.number));
    form.paper.signer = std::string(trim(form.paper.signer));
    return form;
}

}    // namespace cs::assessment
