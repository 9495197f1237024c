#include "assessment/dossier_facts.hpp"
#include "audit/journal.hpp"
#include "council/session_facts.hpp"

namespace cs::council {
namespace {

// The step of one dossier by its vote; answers how it ended.
Result<Matter> end(const Moment& m, const Session& session, Matter matter, const StepPaper& minutes) {
    CS_TRY(const std::optional<Tally> counted, tally_of(m.tx, session, matter));
    CS_TRY(const assessment::CouncilMatter of, assessment::council_matter(m.tx, matter.dossier));
    CS_TRY(const assessment::VoteRule rule, assessment::vote_rule(of.head.law_day()));
    assessment::StepForm form{*minutes.day, minutes, {}, {}, {}, {}, "", {}, {}};
    form.vote = assessment::Vote{counted->of(), counted->votes.in_favour, counted->votes.against, counted->needed};
    matter.outcome = counted->reached() ? Outcome::approved : Outcome::returned;
    matter.needed = counted->needed;
    CS_TRY_DONE(counted->reached() ? assessment::approve_by_council(m, matter.dossier, form, !rule.settled)
                                   : assessment::return_from_council(m, matter.dossier, form));
    return matter;
}

}    // namespace

Result<Session> close_session(const Moment& m, const SessionId& id, const StepPaper& minutes, std::optional<std::int64_t> seen) {
    CS_TRY(const Opened at, opened(m.tx, id, seen));
    std::vector<Fault> faults;
    check_paper(minutes, m.today(), faults);
    if (!faults.empty()) return refuse("council.faulty", std::move(faults));
    SessionFacts facts;
    facts.counted = every_matter_counted(at.session);
    facts.minutes_in_order = *minutes.day >= at.session.on;
    CS_TRY(const access::Role role, allowed(m, at.council, at.session, SessionAction::close, facts));
    Session session = at.session;
    session.state = SessionState::closed;
    session.minutes = minutes;
    SessionStore store(m.tx);
    if (!store.save(session, m.now)) return refuse(Problem::stale, "council.stale");
    int approved = 0;
    for (const Matter& matter : session.matters) {
        CS_TRY(const Matter ended, end(m, session, matter, minutes));
        store.end(id, ended);
        approved += ended.outcome == Outcome::approved;
    }
    audit::record(m.tx, m.now, m.actor.by(role),
                  entry_of(audit::Event::session_closed, session,
                           {{"state", "sitting", "closed"}, {"number", std::nullopt, minutes.number}, {"day", std::nullopt, to_text(*minutes.day)},
                            {"signer", std::nullopt, minutes.signer}, {"approved", std::nullopt, std::to_string(approved)},
                            {"returned", std::nullopt, std::to_string(static_cast<int>(session.matters.size()) - approved)}}));
    return store.find(id);
}

}    // namespace cs::council
