#include <set>

#include "audit/journal.hpp"
#include "council/session_facts.hpp"

namespace cs::council {
namespace {

Done check(const SessionPlan& plan, Day today) {
    std::vector<Fault> faults;
    check_paper(plan.invitation, today, faults);
    if (plan.dossiers.empty()) faults.push_back({"council.agenda_empty", {}, "dossiers"});
    if (std::set(plan.dossiers.begin(), plan.dossiers.end()).size() != plan.dossiers.size()) faults.push_back({"council.matter_twice", {}, "dossiers"});
    if (plan.invitation.day && plan.on < *plan.invitation.day) faults.push_back({"council.invited_after_session", {}, "on"});
    if (!faults.empty()) return refuse("council.faulty", std::move(faults));
    return {};
}

Session session_of(const SessionPlan& plan, Instant now) {
    Session session{SessionId::born(now), plan.council, plan.on, plan.form, SessionState::absent, plan.invitation};
    for (const auto& dossier : plan.dossiers) session.matters.push_back({dossier});
    return session;
}

}    // namespace

Result<Session> plan_session(const Moment& m, const SessionPlan& plan) {
    CS_TRY_DONE(check(plan, m.today()));
    CS_TRY(const Council council, CouncilStore(m.tx).find(plan.council));
    Session session = session_of(plan, m.now);
    SessionFacts facts;
    facts.sits = !council.on(plan.on).empty();
    CS_TRY(const access::Role role, allowed(m, council, session, SessionAction::plan, facts));
    session.state = SessionState::planned;
    const assessment::StepForm form{*plan.invitation.day, plan.invitation, {}, {}, {}, {}, "", {}, {}};
    for (const auto& dossier : plan.dossiers) CS_TRY_DONE(assessment::take_to_council(m, dossier, form));
    SessionStore(m.tx).add(session, m.now);
    audit::record(m.tx, m.now, m.actor.by(role),
                  entry_of(audit::Event::session_planned, session,
                           {{"council", std::nullopt, plan.council.text()}, {"day", std::nullopt, to_text(plan.on)},
                            {"form", std::nullopt, std::string(word_of(plan.form))}, {"matters", std::nullopt, std::to_string(plan.dossiers.size())},
                            {"number", std::nullopt, plan.invitation.number}}));
    return SessionStore(m.tx).find(session.id);
}

}    // namespace cs::council
