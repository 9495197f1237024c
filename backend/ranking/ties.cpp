#include "ranking/ties.hpp"

#include <algorithm>

namespace cs::ranking {
namespace {

using scoring::Tie;
using Range = std::span<Standing>;

// What the rule looks at, the larger the better; nothing: the unit has none.
std::optional<std::int64_t> key(const scoring::TieRule& rule, const Standing& of) {
    const scoring::Points& points = of.row->points;
    switch (rule.tie) {
        case Tie::fewer_penalties: return -points.penalty.hundredths();
        case Tie::higher_base: return points.base.hundredths();
        case Tie::higher_bonus: return points.bonus.hundredths();
        case Tie::higher_item:
            return (rule.item >= 0 ? points.items[static_cast<std::size_t>(rule.item)] : points.groups[static_cast<std::size_t>(rule.group)]).hundredths();
        case Tie::progress:
            if (!of.sheet->last_year) return std::nullopt;
            return (points.total - *of.sheet->last_year).hundredths();
        case Tie::council_vote:
            if (!of.sheet->council_place) return std::nullopt;
            return -*of.sheet->council_place;
    }
    return std::nullopt;
}

class Breaker {
public:
    explicit Breaker(const scoring::Table& table) : table_(table) {}

    // `first`: the place of the first of them.
    void part(Range equals, std::size_t rule, int first) {
        if (equals.size() == 1 || rule == table_.ties.size()) return settle(equals, first);
        const scoring::TieRule& by = table_.ties[rule];
        std::vector<std::pair<std::int64_t, Standing>> keyed;
        for (const Standing& one : equals) {
            const auto value = key(by, one);
            if (!value) return part(equals, rule + 1, first);
            keyed.emplace_back(*value, one);
        }
        std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        if (keyed.front().first == keyed.back().first) return part(equals, rule + 1, first);
        for (std::size_t i = 0; i < keyed.size(); ++i) {
            equals[i] = keyed[i].second;
            equals[i].row->decided_by = by.text;
        }
        for (std::size_t from = 0, to = 0; from < keyed.size(); from = to) {
            while (to < keyed.size() && keyed[to].first == keyed[from].first) ++to;
            part(equals.subspan(from, to - from), rule + 1, first + static_cast<int>(from));
        }
    }

private:
    static void settle(Range equals, int first) {
        for (Standing& one : equals) {
            one.row->rank = first;
            if (equals.size() > 1) one.row->decided_by.clear();
        }
    }

    const scoring::Table& table_;
};

}    // namespace

void order(const scoring::Table& table, std::vector<Standing>& units) {
    std::stable_sort(units.begin(), units.end(), [](const Standing& a, const Standing& b) {
        return a.row->points.total != b.row->points.total ? a.row->points.total > b.row->points.total : a.row->unit < b.row->unit;
    });
    Breaker breaker(table);
    for (std::size_t from = 0, to = 0; from < units.size(); from = to) {
        while (to < units.size() && units[to].row->points.total == units[from].row->points.total) ++to;
        breaker.part(Range(units).subspan(from, to - from), 0, static_cast<int>(from) + 1);
    }
}

}    // namespace cs::ranking
