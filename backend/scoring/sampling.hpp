#pragma once
// Draws that anyone can repeat: everything is ordered by the BLAKE2b-256 digest of "seed|what|name", and the first ones are
// taken (`printf '%s' "…" | b2sum -l 256`). The seed stands in the round since its opening, before anybody has scored.
#include <string>
#include <vector>

#include "base/decimal.hpp"
#include "base/score.hpp"

namespace cs::scoring {

struct Drawn {
    std::string name;
    std::string digest;    // what it was ordered by
};
// All of `names` in the order of the draw.
std::vector<Drawn> draw(const std::string& seed, const std::string& what, const std::vector<std::string>& names);
// Who checks whom in a cluster: each the next one in the order of the draw, the last the first. [i] checks names[i]; one alone
// has nobody ("").
std::vector<std::string> pairs(const std::string& seed, const std::string& what, const std::vector<std::string>& names);

// How far a unit's own score stood from the verified one, in percent of the scale, never negative: who scores himself too low
// is no risk.
Decimal honesty_gap(Score self, Score verified, Score scale);
// Items to see on the spot: `least` of a hundred for a unit without a gap, and as many more as `each` says for each percent of
// the gap, never more than `most` of a hundred; at least one.
struct SampleRule {
    Decimal least, each, most;    // percent
};
int sample_size(const SampleRule& rule, const Decimal& gap, int population);

}    // namespace cs::scoring
