#pragma once
// Breaking ties: the units of one cluster, those of equal total ordered by the table's rules.
#include <span>
#include <vector>

#include "ranking/ranking.hpp"

namespace cs::ranking {

// A unit on its way to a place.
struct Standing {
    Row* row;
    const scoring::UnitSheet* sheet;
};

// Orders them best first and gives each its rank and the rule that decided it. A rule that needs what somebody among the
// equals lacks (last year's total, the council's vote) breaks nothing; equals whom no rule parts share a rank: 1, 1, 3.
void order(const scoring::Table& table, std::vector<Standing>& units);

}    // namespace cs::ranking
