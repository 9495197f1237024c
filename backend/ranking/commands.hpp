#pragma once
// Ranking a round: seen while it is open, closed by the council's minutes, published by two people. Each command writes one entry into
// the journal, or nothing when refused: by the permission table, closing.no_such_step, closing.need.*, ranking.faulty with the faults of
// its form, ranking.stale.
#include <memory>
#include <string>
#include <vector>

#include "access/permissions.hpp"
#include "assessment/territory.hpp"
#include "ranking/closing_store.hpp"
#include "scoring/score_store.hpp"
#include "scoring/table_store.hpp"

namespace cs::ranking {

using assessment::Moment;

// The ranking of a round as it is now, from the sheets that count.
struct LiveRanking {
    scoring::ScoreRound round;
    scoring::StandingTable table;
    std::vector<scoring::ScoreSheet> sheets;    // by cluster and label
    Ranking ranking;                            // units by their labels
    bool all_settled = false;
};
bool all_settled(const std::vector<scoring::ScoreSheet>& sheets);
// Refuses score.round_unknown.
Result<LiveRanking> live_ranking(Tx& tx, const scoring::ScoreRoundId& round);

// The same sheets under a draft of the table, before a paper is signed. Leaves are taken over by id; what the draft asks and nobody
// scored counts as nothing and is told in `unscored`. Refuses scoring.table_refused.
struct WhatIf {
    scoring::Table table;
    Ranking ranking;
    std::vector<std::string> unscored, dropped;    // ids of leaves: new in the draft; no longer in it
};
Result<WhatIf> what_if(const scoring::Table& now, const std::vector<scoring::UnitSheet>& sheets, const std::string& yaml);
Result<WhatIf> what_if(const Moment& m, const scoring::ScoreRoundId& round, const std::string& yaml);

// `code_version` is copied into the package. Refuses ranking.faulty with ranking.number_missing, ranking.signer_missing, ranking.day_missing,
// ranking.day_in_future; and what the sheets themselves are refused for.
Result<Closing> close_ranking(const Moment& m, const scoring::ScoreRoundId& round, const scoring::StagePaper& minutes, const std::string& code_version);

struct PublicationForm {
    Shown shown;
    scoring::StagePaper paper;    // number and day
};
// Refuses ranking.faulty with ranking.number_missing, ranking.day_missing, ranking.day_in_future, ranking.ranks_exceed {most}: the last places
// of a cluster are never published.
Result<Closing> propose_publication(const Moment& m, const ClosingId& id, const PublicationForm& form, std::optional<std::int64_t> seen = {});
Result<Closing> publish(const Moment& m, const ClosingId& id, std::optional<std::int64_t> seen = {});
Result<Closing> turn_down_publication(const Moment& m, const ClosingId& id, const std::string& reason, std::optional<std::int64_t> seen = {});
Result<Closing> reopen(const Moment& m, const ClosingId& id, const std::string& reason, std::optional<std::int64_t> seen = {});

access::Operation operation_of(ClosingAction action);
// For buttons: as if the form brought what it asks for.
Done may_step(const Moment& m, const scoring::ScoreRoundId& round, ClosingAction action);
// Holders see an open ranking and every reason; other officials what is closed, and the reasons of the units they stand for.
bool is_holder(const Moment& m, const scoring::ScoreRound& round);
// Holders and whoever may publish for them: they see what everybody would read, before everybody does.
bool may_preview(const Moment& m, const scoring::ScoreRound& round);

}    // namespace cs::ranking
