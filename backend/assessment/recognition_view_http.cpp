#include "assessment/recognition_view_http.hpp"

#include <charconv>

#include "assessment/store.hpp"
#include "criteria/commands.hpp"
#include "law/law.hpp"
#include "platform/i18n.hpp"

namespace cs::assessment {
namespace {

using access::Operation;

std::string said(const Phrase& phrase) {
    Args args = phrase.args;
    for (auto& [name, value] : args)
        if (value == "unknown" || (name == "number" && value.empty())) value = say("paper_unknown");
    return say(phrase.code, args);
}

wire::ConfirmationView shown(const Moment& m, const CaseHead& head, const Voice& v) {
    wire::ConfirmationView view{v.kind, v.state(), v.holder, m.tree.name(v.holder, v.said ? v.said->on : head.last_on), {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
    if (!v.said) return view;
    const Confirmation& c = *v.said;
    if (c.verdict) view.verdict = criteria::word(*c.verdict);
    view.on = c.on;
    view.number = c.paper.number;
    view.signer = c.paper.signer;
    view.note = c.note;
    if (c.counts) {
        view.households = c.counts->households;
        view.asked = c.counts->asked;
        view.answered = c.counts->answered;
        view.satisfied = c.counts->satisfied;
    }
    for (const DebtWork& w : c.works) view.works.push_back({w.work, w.volume, w.amount});
    for (const SurveyContent& s : c.contents)
        view.contents.push_back({s.commune.empty() ? std::nullopt : std::optional(s.commune), s.content, static_cast<int>(s.answered), static_cast<int>(s.satisfied)});
    return view;
}

// Every door of a dossier, open or shut with its reason.
std::vector<access::Action> actions_of(const Moment& m, const Dossier& d) {
    std::vector<access::Action> all;
    for (DossierAction action : all_of<DossierAction>()) {
        using enum DossierAction;
        if (Set{open, fail_meeting, approve, return_from_council}.has(action)) continue;    // no door of their own
        all.push_back(access::action(operation_of(action), may_step(m, d, action)));
    }
    const std::pair<Operation, ConfirmationKind> giving[] = {{Operation::confirm_debt, ConfirmationKind::debt}, {Operation::confirm_security, ConfirmationKind::security},
                                                             {Operation::record_survey, ConfirmationKind::survey}, {Operation::give_opinion, ConfirmationKind::opinion}};
    Done hold = refuse(Problem::need_unmet, "confirmation.need.in_charge", {}, "cs.confirmation_by_office");
    for (const auto& [operation, kind] : giving) {
        all.push_back(access::action(operation, may_confirm(m, d, kind, ConfirmationAction::give)));
        if (!hold) hold = may_confirm(m, d, kind, ConfirmationAction::hold);
    }
    all.push_back(access::action(Operation::hold_confirmation, hold));
    return all;
}

std::optional<std::string> receipt_code(const PastStep& step) {
    if (!step.receipt) return std::nullopt;
    Receipt receipt;
    receipt.year = step.receipt->year;
    receipt.number = step.receipt->number;
    return receipt.code();
}

}    // namespace

std::vector<wire::ConditionView> shown(const Conditions& conditions) {
    std::vector<wire::ConditionView> all;
    for (const Condition& c : conditions) {
        wire::ConditionView view{c.kind, std::string(criteria::word(c.verdict)), c.provisional, c.clause, said(c.says),
                                 c.source ? std::optional(said(*c.source)) : std::nullopt, {}};
        for (const Phrase& line : c.missing) view.missing.push_back(said(line));
        all.push_back(std::move(view));
    }
    return all;
}

wire::DossierRow shown(const Moment& m, const Dossier& d) {
    const auto holder = holder_of(m.tx, d, d.last_on);
    return {d.id, d.unit, m.tree.name(d.unit, d.last_on), d.area, d.standing, d.field, d.year, d.state, d.opened_on, d.last_on,
            d.received_on, d.due_on, holder ? m.tree.name(*holder, d.last_on) : "", is_open(d.state), d.version};
}

std::vector<wire::DossierStep> shown(const access::Tree& tree, const std::vector<PastStep>& steps) {
    std::vector<wire::DossierStep> all;
    for (const PastStep& s : steps) {
        const StepForm& f = s.said;
        wire::DossierStep view{s.sequence, s.action, s.to, f.on, f.paper.number, f.paper.day, f.paper.signer, f.paper.via, tree.name(s.holder, f.on),
                               f.from, f.until, {}, {}, s.provisional, f.note, f.requests, f.due_on, receipt_code(s), s.at, s.by_name};
        if (f.vote) view.vote = wire::VoteCount{f.vote->present, f.vote->in_favour, f.vote->against, f.vote->needed};
        if (f.conclusion) view.conclusion = criteria::word(*f.conclusion);
        all.push_back(std::move(view));
    }
    return all;
}

Result<wire::DossierView> dossier_view(const Moment& m, const Dossier& d) {
    const auto steps = DossierStore(m.tx).steps(d.id);
    const auto over = above(m.tx, d.unit, d.last_on);
    CS_TRY(const Conditions conditions, conditions_of(m.tx, m.tree, d, m.now));
    const law::Regime* regime = law::law().regimes.find(d.regime);
    const auto set = criteria::standing(m.tx, d.set);
    wire::DossierView view{shown(m, d), regime ? regime->name : "", set ? set->set->title : "", {}, shown(m.tree, steps), {}, shown(conditions),
                           std::string(criteria::word(verdict_of(conditions))), is_provisional(conditions), actions_of(m, d)};
    for (const PathStage& stage : path_of(d.state, steps, over && over->district)) view.path.push_back({stage.action, stage.status, stage.step});
    for (const Voice& voice : voices(m.tx, d, m.today())) view.confirmations.push_back(shown(m, d, voice));
    return view;
}

wire::StandingView shown(const Moment& m, const StandingAnswer& a) {
    wire::StandingView view{a.unit, m.tree.name(a.unit, a.on), a.on, {}, a.next, {}, a.dossier, {}, "undetermined", false,
                            {access::action(Operation::open_dossier, may_open(m, a.unit))}};
    if (a.current) view.current = shown(m.tree, *a.current);
    if (!a.why.empty()) view.why = say(a.why);
    if (a.conditions) {
        view.conditions = shown(*a.conditions);
        view.verdict = criteria::word(verdict_of(*a.conditions));
        view.provisional = is_provisional(*a.conditions);
    }
    return view;
}

Result<DossierId> dossier_id(const access::Call& call) {
    const auto id = DossierId::parse(call.param("id"));
    if (!id) return refuse(Problem::not_found, "dossier.unknown");
    return *id;
}

Result<std::optional<std::int64_t>> version_seen(const access::Call& call) {
    const auto text = call.if_match();
    if (!text) return std::nullopt;
    std::int64_t version = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), version);
    if (error != std::errc() || end != text->data() + text->size()) return refuse(Problem::stale, "dossier.stale");
    return std::optional(version);
}

}    // namespace cs::assessment
