#pragma once
// What the steps of a session are decided on, and how they are written.
#include "council/commands.hpp"

namespace cs::council {

struct SessionFacts {
    bool sits = true, day_come = true, quorum = true, counted = true, minutes_in_order = true;
};
Set<SessionNeed> met(const SessionFacts& facts);

struct Opened {
    Session session;
    Council council;
};
Result<Opened> opened(Tx& tx, const SessionId& id, std::optional<std::int64_t> seen);    // locked
Result<access::Role> allowed(const Moment& m, const Council& council, const Session& session, SessionAction action, const SessionFacts& facts);
bool every_matter_counted(const Session& session);
// The paper of a session is well formed. Faults dossier.number_missing, dossier.signer_missing, dossier.day_missing, dossier.day_in_future.
void check_paper(const StepPaper& paper, Day today, std::vector<Fault>& faults);
// What the journal says of a session, naming every dossier on its agenda.
audit::Entry entry_of(audit::Event event, const Session& session, std::vector<audit::Change> changes, const std::string& note = "");

}    // namespace cs::council
