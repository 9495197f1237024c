#include "council/session_facts.hpp"

#include <algorithm>

#include "assessment/dossier_facts.hpp"
#include "base/text.hpp"

namespace cs::council {

Set<SessionNeed> met(const SessionFacts& f) {
    using enum SessionNeed;
    const std::pair<SessionNeed, bool> all[] = {{council_sits, f.sits}, {day_come, f.day_come}, {quorum_met, f.quorum},
                                                {every_matter_counted, f.counted}, {minutes_in_order, f.minutes_in_order}};
    Set<SessionNeed> set;
    for (const auto& [need, holds] : all)
        if (holds) set.bits |= Set<SessionNeed>::bit(need);
    return set;
}

Result<Opened> opened(Tx& tx, const SessionId& id, std::optional<std::int64_t> seen) {
    SessionStore(tx).lock(id);
    CS_TRY(Session session, SessionStore(tx).find(id));
    if (seen && *seen != session.version) return refuse(Problem::stale, "council.stale");
    CS_TRY(Council council, CouncilStore(tx).find(session.council));
    return Opened{std::move(session), std::move(council)};
}

Result<access::Role> allowed(const Moment& m, const Council& council, const Session& session, SessionAction action, const SessionFacts& facts) {
    CS_TRY(const access::Role role, access::may(m.actor, operation_of(action), council.root, session.on, m.tree));
    CS_TRY_DONE(session_procedure.allow(session.state, action, {role}, met(facts)));
    return role;
}

bool every_matter_counted(const Session& session) {
    return std::all_of(session.matters.begin(), session.matters.end(), [](const Matter& m) { return !m.countings.empty(); });
}

void check_paper(const StepPaper& paper, Day today, std::vector<Fault>& faults) {
    if (trim(paper.number).empty()) faults.push_back({"dossier.number_missing", {}, "number"});
    if (trim(paper.signer).empty()) faults.push_back({"dossier.signer_missing", {}, "signer"});
    if (!paper.day) faults.push_back({"dossier.day_missing", {}, "day"});
    if (paper.day && *paper.day > today) faults.push_back({"dossier.day_in_future", {}, "day"});
}

audit::Entry entry_of(audit::Event event, const Session& session, std::vector<audit::Change> changes, const std::string& note) {
    audit::Entry entry{event, "council_session", session.id.text(), std::move(changes), note};
    for (const Matter& matter : session.matters) entry.also.emplace_back("dossier", matter.dossier.text());
    return entry;
}

access::Operation operation_of(SessionAction action) {
    using Op = access::Operation;
    switch (action) {
        case SessionAction::plan: return Op::plan_council_session;
        case SessionAction::convene: return Op::open_council_session;
        case SessionAction::vote: return Op::record_votes;
        case SessionAction::close: return Op::close_council_session;
        case SessionAction::cancel: return Op::cancel_council_session;
    }
    CS_CHECK(false);
}

Done may_step(const Moment& m, const Session& session, SessionAction action) {
    CS_TRY(const Council council, CouncilStore(m.tx).find(session.council));
    SessionFacts facts;
    facts.sits = !council.on(session.on).empty();
    facts.day_come = session.on <= m.today();
    facts.counted = every_matter_counted(session);
    CS_TRY_DONE(allowed(m, council, session, action, facts));
    return {};
}

Done may_see(const Moment& m, const Session& session) {
    CS_TRY(const Council council, CouncilStore(m.tx).find(session.council));
    CS_TRY_DONE(access::may(m.actor, access::Operation::show_council_session, council.root, session.on, m.tree));
    return {};
}

Result<std::optional<Tally>> tally_of(Tx& tx, const Session& session, const Matter& matter) {
    if (matter.countings.empty()) return std::nullopt;
    CS_TRY(const assessment::CouncilMatter of, assessment::council_matter(tx, matter.dossier));
    CS_TRY(const assessment::VoteRule rule, assessment::vote_rule(of.head.law_day()));
    const Counting& last = matter.countings.back();
    return tally(last.votes, static_cast<std::int64_t>(session.present.size()), last.recused(), rule.percent);
}

}    // namespace cs::council
