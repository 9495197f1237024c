#include "country.hpp"

#include <fmt/format.h>

#include <cstdlib>

#include "scoring/table_yaml.hpp"

namespace bench {
namespace {

using namespace cs;
using namespace cs::scoring;

class Random {
public:
    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9e3779b97f4a7c15u;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }
    int below(int n) { return static_cast<int>(next() % static_cast<std::uint64_t>(n)); }

private:
    std::uint64_t state_ = 547;
};

// 60 leaves of 600 points in six parts: judged, yes/no, proportional, by steps, by cases; bonus and penalty beside.
std::string yaml() {
    std::string text = "id: ca_nuoc\ntitle: Bảng điểm để đo\nyear: 2025\nscale: 600\nstep: 0.5\nstages:\n";
    for (int s = 1; s <= stages; ++s) text += fmt::format("  - {{id: s{}, title: Bước {}}}\n", s, s);
    text += "items:\n";
    for (int part = 0; part < 6; ++part) {
        text += fmt::format("  - id: p{}\n    title: Phần {}\n    items:\n", part, part);
        for (int i = 0; i < leaves / 6; ++i) {
            const char* rule = i < 5 ? "" : i == 5 ? ", rule: yes_no" : i == 6 || i == 7 ? ", rule: proportional"
                               : i == 8 ? ", rule: steps, steps: [{from: 90, points: 10}, {from: 70, points: 6}, {from: 50, points: 3}]" : ", rule: per_case, each: 1.5";
            text += fmt::format("      - {{id: l{}{}, title: Nội dung, max: 10{}}}\n", part, i, rule);
        }
    }
    return text + "classes:\n  - {id: xuat_sac, title: Xuất sắc, from: 380, quota: {percent: 20}}\n  - {id: tot, title: Tốt, from: 330}\n  - {id: kha, title: Khá, from: 250}\n"
                  "ties: [fewer_penalties, 'higher_item:p0', 'higher_item:p1', council_vote]\n";
}

Given given(const Item& leaf, Random& random) {
    switch (leaf.leaf->rule) {
        case Rule::manual: return {Score::hundredths(50 * random.below(21)), {}, {}};
        case Rule::yes_no: return {{}, {}, Decimal::whole(random.below(4) > 0)};
        case Rule::proportional: return {{}, Decimal::whole(20 + random.below(80)), Decimal(random.below(1000), 1)};
        case Rule::steps: return {{}, {}, Decimal(400 + random.below(600), 1)};
        default: return {{}, {}, Decimal::whole(random.below(5))};
    }
}

}    // namespace

Country make_country(int of_communes) {
    Country country{yaml(), {}, {}};
    auto read = read_table(country.yaml);
    if (!read) {
        for (const Fault& fault : read.error().faults) fmt::print(stderr, "bench_rank: {} line {}\n", fault.code, fault.line);
        std::exit(1);
    }
    country.table = *std::move(read);
    Random random;
    std::vector<UnitSheet> sheets;
    for (int i = 0; i < of_communes; ++i) {
        UnitSheet sheet{fmt::format("Xã {:05}", i), fmt::format("Cụm {:03}", i % clusters), {}, {}};
        for (std::size_t n = 0; n < country.table.leaves.size(); ++n) sheet.leaves.push_back(given(country.table.leaf(n), random));
        sheets.push_back(std::move(sheet));
    }
    country.by_stage.push_back(sheets);
    for (int s = 1; s < stages; ++s) {
        for (UnitSheet& sheet : sheets)
            for (int changed = 0; changed < 3; ++changed) {
                const auto n = static_cast<std::size_t>(random.below(leaves));
                sheet.leaves[n] = given(country.table.leaf(n), random);
            }
        country.by_stage.push_back(sheets);
    }
    return country;
}

}    // namespace bench
