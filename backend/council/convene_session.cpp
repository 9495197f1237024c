#include <algorithm>
#include <set>

#include "audit/journal.hpp"
#include "council/session_facts.hpp"
#include "law/law.hpp"

namespace cs::council {

Result<Session> convene_session(const Moment& m, const SessionId& id, const std::vector<MemberId>& present, std::optional<std::int64_t> seen) {
    CS_TRY(const Opened at, opened(m.tx, id, seen));
    const std::vector<Member> sitting = at.council.on(at.session.on);
    const std::set<MemberId> there(present.begin(), present.end());
    for (const MemberId& member : there)
        if (std::none_of(sitting.begin(), sitting.end(), [&](const Member& each) { return each.id == member; }))
            return refuse(Problem::bad_input, "council.not_a_member");
    CS_TRY(const law::Fraction fraction, law::law().parameters.fraction_on("recognition.council_quorum", at.session.on));
    const Quorum counted = quorum(static_cast<std::int64_t>(sitting.size()), static_cast<std::int64_t>(there.size()), fraction);
    SessionFacts facts;
    facts.day_come = at.session.on <= m.today();
    facts.quorum = counted.met();
    CS_TRY(const access::Role role, allowed(m, at.council, at.session, SessionAction::convene, facts));
    Session session = at.session;
    session.state = SessionState::sitting;
    session.members = counted.members;
    session.quorum = counted.needed;
    SessionStore store(m.tx);
    if (!store.save(session, m.now)) return refuse(Problem::stale, "council.stale");
    store.attend(id, {there.begin(), there.end()});
    audit::record(m.tx, m.now, m.actor.by(role),
                  entry_of(audit::Event::session_opened, session,
                           {{"state", "planned", "sitting"}, {"present", std::nullopt, std::to_string(counted.present)},
                            {"members", std::nullopt, std::to_string(counted.members)}, {"needed", std::nullopt, std::to_string(counted.needed)}}));
    return store.find(id);
}

}    // namespace cs::council
