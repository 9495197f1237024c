#pragma once
// What the needs of a closing's steps are decided on; used by the use cases of this module.
#include "ranking/commands.hpp"

namespace cs::ranking {

struct ClosingFacts {
    bool settled = false, shows = true, another_person = false, reason = true;    // a form is taken as brought unless said otherwise
};
Set<ClosingNeed> met(const ClosingFacts& facts);

// The permission table for the holder's unit today, then the procedure. Answers the role used.
Result<access::Role> allowed(const Moment& m, const scoring::ScoreRound& round, ClosingState at, ClosingAction action, const ClosingFacts& facts);

// Number, day not in the future, and (unless `signer` is false) signer.
void check_paper(const scoring::StagePaper& paper, Day today, bool signer, std::vector<Fault>& faults);

audit::Entry entry_of(audit::Event event, const Closing& closing, std::vector<audit::Change> changes, const std::string& note = {});

// The closing for one who means to write: nobody else moves it until the transaction ends. Refuses ranking.closing_unknown, ranking.stale.
struct TakenClosing {
    Closing closing;
    scoring::ScoreRound round;
};
Result<TakenClosing> take(const Moment& m, const ClosingId& id, std::optional<std::int64_t> seen);

}    // namespace cs::ranking
