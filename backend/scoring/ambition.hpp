#pragma once
// How ambitious a registered target is: beside the unit's own baseline, what the other members registered, and where its own past
// leads. A pure function; it judges nobody, it shows.
#include <optional>
#include <utility>
#include <vector>

#include "base/decimal.hpp"

namespace cs::scoring {

struct AmbitionFacts {
    Decimal target;
    bool is_low_better = false;
    std::optional<Decimal> baseline = {};
    std::vector<Decimal> peers = {};                        // targets of the other members
    std::vector<std::pair<int, Decimal>> past = {};    // year → value, years before `year`, any order
    int year = 0;
};

enum class Beside : unsigned char { unknown, better, same, worse };

struct Ambition {
    std::optional<Decimal> baseline, peer_median, peer_best, trend;    // trend: the past carried on in a straight line to the year
    Beside than_baseline = Beside::unknown, than_median = Beside::unknown, than_best = Beside::unknown, than_trend = Beside::unknown;
};

// Of an even number of peers the median is the better of the middle two. The trend needs two years; it is cut to the decimals of the
// values, and not below nothing when no value of the past is.
Ambition ambition(const AmbitionFacts& facts);

}    // namespace cs::scoring
