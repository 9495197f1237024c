#pragma once
// Biên bản of a stage, to be printed and signed: of one unit with every stage beside its reasons, or of all units on one board.
#include "law/paper_html.hpp"
#include "scoring/score_sheet_wire_http.hpp"

namespace cs::scoring {

// `position`: the stage whose minutes these are, not the unit's own. Only what the board shows is printed, so that a blind board gives
// blind minutes. `cluster`: its name; "" for the whole round.
law::Paper score_minutes(const wire::ScoreBoard& board, int position, const std::string& cluster);

}    // namespace cs::scoring
