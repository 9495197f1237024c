#include "audit/journal.hpp"
#include "base/text.hpp"
#include "council/session_facts.hpp"

namespace cs::council {

Result<Session> cancel_session(const Moment& m, const SessionId& id, const StepPaper& notice, const std::string& reason, std::optional<std::int64_t> seen) {
    CS_TRY(const Opened at, opened(m.tx, id, seen));
    std::vector<Fault> faults;
    check_paper(notice, m.today(), faults);
    if (trim(reason).empty()) faults.push_back({"dossier.note_missing", {}, "reason"});
    if (!faults.empty()) return refuse("council.faulty", std::move(faults));
    CS_TRY(const access::Role role, allowed(m, at.council, at.session, SessionAction::cancel, {}));
    Session session = at.session;
    session.state = SessionState::cancelled;
    SessionStore store(m.tx);
    if (!store.save(session, m.now)) return refuse(Problem::stale, "council.stale");
    for (Matter matter : session.matters) {
        CS_TRY_DONE(assessment::return_from_council(m, matter.dossier, {*notice.day, notice, {}, {}, {}, {}, reason, {}, {}}));
        matter.outcome = Outcome::returned;
        store.end(id, matter);
    }
    audit::record(m.tx, m.now, m.actor.by(role),
                  entry_of(audit::Event::session_cancelled, session, {{"state", std::string(word_of(at.session.state)), "cancelled"}}, reason));
    return store.find(id);
}

}    // namespace cs::council
