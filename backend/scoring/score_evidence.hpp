#pragma once
// The files of the unit's store a score leans on. Evidence itself belongs to assessment: who may see a file is decided there.
#include "scoring/score_desk.hpp"

namespace cs::scoring {

// May the unit cite for that leaf, or take back? While it may change its own score of it. Refuses score.leaf_unknown,
// access.not_your_unit, score.cells_locked.
Done may_cite_for_score(const OpenedScore& opened, const std::string& leaf, const std::vector<ReturnedItem>& returns);
// Refuses evidence.unknown, evidence.replaced, evidence.purged, score.cited_already, and what may_cite_for_score refuses.
Done cite_for_score(const Moment& m, const ScoreSheetId& sheet, const std::string& leaf, const assessment::EvidenceId& evidence);
// Refuses score.not_cited.
Done uncite_for_score(const Moment& m, const ScoreSheetId& sheet, const std::string& leaf, const assessment::EvidenceId& evidence);

}    // namespace cs::scoring
