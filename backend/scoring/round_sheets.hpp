#pragma once
// The sheets of a round as a ranking takes them: the typed ones straight from what counts, fast enough for the whole country, and
// the CSV of every stage with its reasons. read_sheets() of the CSV equals the typed ones: a contract test holds it.
#include <string>
#include <vector>

#include "scoring/score_store.hpp"

namespace cs::scoring {

struct RoundSheets {
    std::vector<UnitSheet> sheets;        // of what was sent, in the order of the labels' bytes
    std::vector<ScoreSheetId> ids;        // of the same
    std::vector<UnitId> units;
    std::vector<std::string> unsent;      // labels: nothing of theirs counts
};
RoundSheets sheets_of_round(Tx& tx, const ScoreRoundId& round, const Table& table);

// Confirmed stages only; in the format of sheets_csv.hpp.
std::string csv_of_round(Tx& tx, const ScoreRound& round, const Table& table);

}    // namespace cs::scoring
