#pragma once
// What every saving of scores ends with.
#include "scoring/score_desk.hpp"

namespace cs::scoring {

// What counts of the sheet, from its cells; `sums` follow in keep().
void count(const ScoreDesk& desk, ScoreSheet& sheet, const Cells& cells);
// Stores the sheets with their sums and answers them as stored. Where points go by the place in the cluster, the other sheets of
// the cluster follow.
std::vector<ScoreSheet> keep(const ScoreDesk& desk, const std::vector<ScoreSheet>& changed);
// The sums of sheets under a table, in place; clusters must be whole where points go by the place.
void sum(const Table& table, std::vector<ScoreSheet>& sheets);
// Points of a sheet at some stage beside the effective values of the others of its cluster: for what is not confirmed yet.
Points points_at(const ScoreDesk& desk, const ScoreSheet& sheet, const std::vector<Given>& leaves, int late_days);
// What each stage of the round says, for itself and in points; none where it says nothing yet.
std::vector<std::optional<Points>> points_by_stage(const OpenedScore& opened, const Cells& cells);

std::string state_text(ScoreState state);

// A leaf of the table. Refuses score.leaf_unknown.
Result<const Item*> leaf_of(const Table& table, const std::string& id);

}    // namespace cs::scoring
