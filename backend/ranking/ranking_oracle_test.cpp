// Places, counted another way: whoever has a larger key is above; equals share. Thousands of small invented clusters.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <tuple>

#include "ranking/ranking.hpp"
#include "scoring/table_fixture.hpp"

using namespace cs;
using namespace cs::ranking;
using namespace cs::scoring::testing;

namespace {

// total, fewer penalties, points of a, base: all in halves of a point.
using Key = std::tuple<int, int, int, int>;

struct Drawn {
    std::vector<scoring::UnitSheet> sheets;
    std::map<std::string, Key> keys;    // of those who are ranked
};

Drawn draw(const scoring::Table& table, std::mt19937& random) {
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    Drawn all;
    const int units = 1 + below(12);
    for (int i = 0; i < units; ++i) {
        scoring::UnitSheet sheet{"U" + std::to_string(i), "1"};
        const int a = below(4), b = below(4), bonus = below(3), penalty = below(3);
        for (const int halves : {a, b, bonus, penalty}) sheet.leaves.push_back({Score::hundredths(50 * halves), {}, {}});
        const bool out = below(6) == 0;
        sheet.facts.resize(table.knock_outs.size(), {out ? scoring::UnitFact::Is::yes : scoring::UnitFact::Is::no, "", ""});
        if (!out) all.keys[sheet.unit] = {std::max(0, a + b + bonus - penalty), -penalty, a, a + b};
        all.sheets.push_back(std::move(sheet));
    }
    return all;
}

// The first part in which two keys of the same total differ, as its rule; the later of the two that part a unit from its neighbours.
std::string deepest_rule(const Key& mine, const std::vector<Key>& equals) {
    static const char* const names[] = {"", "fewer_penalties", "higher_item:a", "higher_base"};
    std::size_t deepest = 0;
    for (const Key& other : equals) {
        std::size_t at = std::get<1>(mine) != std::get<1>(other) ? 1 : std::get<2>(mine) != std::get<2>(other) ? 2 : std::get<3>(mine) != std::get<3>(other) ? 3 : 0;
        deepest = std::max(deepest, at);
    }
    return names[deepest];
}

}    // namespace

TEST_CASE("places and the rules that decided them agree with a count by keys") {
    const auto table = scoring::testing::table(yaml(
        "items: [{id: a, title: A, max: 5}, {id: b, title: B, max: 5}]\nbonus: [{id: g, title: G, above_scale: true, items: [{id: c, title: C, max: 5}]}]\n"
        "penalty: [{id: p, title: P, items: [{id: d, title: D, max: 5}]}]\nknock_out: [{id: k, title: K, clause: c}]\nties: [fewer_penalties, 'higher_item:a', higher_base]\n"));
    std::mt19937 random(547);
    for (int n = 0; n < 3'000; ++n) {
        const Drawn drawn = draw(table, random);
        for (const Row& row : rank(table, drawn.sheets).rows) {
            const auto mine = drawn.keys.find(row.unit);
            REQUIRE(row.rank.has_value() == (mine != drawn.keys.end()));
            if (!row.rank) continue;
            int above = 0, same = 0;
            std::vector<Key> equals;
            for (const auto& [unit, key] : drawn.keys) {
                above += key > mine->second;
                same += key == mine->second;
                if (unit != row.unit && std::get<0>(key) == std::get<0>(mine->second)) equals.push_back(key);
            }
            REQUIRE(row.rank == above + 1);
            REQUIRE(row.decided_by == (same > 1 ? "" : deepest_rule(mine->second, equals)));
        }
    }
}
