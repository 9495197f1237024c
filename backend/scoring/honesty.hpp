#pragma once
// How far a unit scored itself from what was verified the last time, and what is looked at on the spot because of it. The unit and
// its checkers see it, nobody else.
#include "scoring/sampling.hpp"
#include "scoring/score_desk.hpp"

namespace cs::scoring {

struct PastGap {
    int year;
    Score self, verified, scale;
    Decimal percent;
};
// Of the last round before this one whose result was told; none: there was none.
Result<std::optional<PastGap>> past_gap(const OpenedScore& opened);
// scoring.sample_least, _each and _most on that day.
Result<SampleRule> sample_rule(Day day);

struct Sample {
    std::string what;    // "items|Xã An Bình": stands between seed and name
    SampleRule rule;
    int size;
    std::vector<Drawn> order;    // the first `size` are taken
};
// Leaves of the tree; villages of the unit; units of the round. A gap makes the first two larger.
Result<Sample> sample_of_items(const OpenedScore& opened);
Result<Sample> sample_of_villages(const OpenedScore& opened);
Result<Sample> sample_of_units(const ScoreDesk& desk);

}    // namespace cs::scoring
