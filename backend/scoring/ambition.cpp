#include "scoring/ambition.hpp"

#include <algorithm>

namespace cs::scoring {
namespace {

std::int64_t scaled(const Decimal& value, int scale) {
    std::int64_t units = value.units();
    for (int i = value.scale(); i < scale; ++i) units *= 10;
    return units;
}

// Between the first and the last year; what the years between did is not looked at, as a person with a ruler would not.
std::optional<Decimal> carried_on(std::vector<std::pair<int, Decimal>> past, int year) {
    std::erase_if(past, [&](const auto& each) { return each.first >= year; });
    if (past.size() < 2) return std::nullopt;
    std::sort(past.begin(), past.end());
    const auto& [first_year, first] = past.front();
    const auto& [last_year, last] = past.back();
    if (first_year == last_year) return std::nullopt;
    const int scale = std::max(first.scale(), last.scale());
    if (scale > 4) return std::nullopt;    // finer than anything measured here; the product could not be held
    const std::int64_t from = scaled(first, scale), to = scaled(last, scale);
    const std::int64_t led = to + (to - from) * (year - last_year) / (last_year - first_year);
    return Decimal(from >= 0 && to >= 0 ? std::max<std::int64_t>(led, 0) : led, scale);
}

Beside beside(const Decimal& target, const std::optional<Decimal>& other, bool is_low_better) {
    if (!other) return Beside::unknown;
    if (target == *other) return Beside::same;
    return (target > *other) != is_low_better ? Beside::better : Beside::worse;
}

}    // namespace

Ambition ambition(const AmbitionFacts& facts) {
    Ambition found;
    found.baseline = facts.baseline;
    if (!facts.peers.empty()) {
        std::vector<Decimal> peers = facts.peers;
        std::sort(peers.begin(), peers.end(), [&](const Decimal& a, const Decimal& b) { return facts.is_low_better ? a < b : a > b; });
        found.peer_best = peers.front();
        found.peer_median = peers[(peers.size() - 1) / 2];
    }
    found.trend = carried_on(facts.past, facts.year);
    found.than_baseline = beside(facts.target, found.baseline, facts.is_low_better);
    found.than_median = beside(facts.target, found.peer_median, facts.is_low_better);
    found.than_best = beside(facts.target, found.peer_best, facts.is_low_better);
    found.than_trend = beside(facts.target, found.trend, facts.is_low_better);
    return found;
}

}    // namespace cs::scoring
