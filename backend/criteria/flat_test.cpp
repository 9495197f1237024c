#include "criteria/flat.hpp"

#include <fstream>
#include <random>
#include <sstream>

#include "criteria/criteria_fixture.hpp"

using namespace cs;
using namespace cs::criteria;
using namespace cs::criteria::test;

namespace {

CriteriaSet shipped(const std::string& file) {
    std::ifstream in("law/criteria/" + file + ".yaml", std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return good_set(bytes.str());
}

// Mostly near the thresholds, so that every verdict occurs: below, at and above, missing, not applicable.
class RandomUnit {
public:
    RandomUnit(const Plan& plan, unsigned seed) : plan_(plan), random_(seed) {}

    UnitValues next() {
        UnitValues unit{"A", std::vector<Cell>(plan_.slots)};
        rare_ = 2 + random_() % 60;
        for (const PlannedIndicator& condition : plan_.preconditions) fill(condition, unit.cells);
        for (const PlannedCriterion& criterion : plan_.criteria)
            for (const PlannedIndicator& planned : criterion.indicators) fill(planned, unit.cells);
        for (const auto& [name, slot] : plan_.facts)
            if (random_() % 3) unit.cells[slot].number = Decimal::whole(static_cast<int>(random_() % 6));
        return unit;
    }

private:
    bool rarely() { return random_() % rare_ == 0; }

    void fill(const PlannedIndicator& planned, std::vector<Cell>& cells) {
        if (planned.own.says->if_present && random_() % 3 == 0) {
            for (std::size_t i = 0; i < (planned.own.says->both_sexes ? 2u : 1u); ++i) cells[planned.own.slot + i].not_applicable = true;
            for (const Leaf& part : planned.parts) cells[part.slot].not_applicable = true;
            return;
        }
        const bool by_parts = planned.whole_or_parts() && random_() % 2;
        if (!by_parts) fill(planned.own, cells);
        if (by_parts || !planned.whole_or_parts())
            for (const Leaf& part : planned.parts) fill(part, cells);
    }

    void fill(const Leaf& leaf, std::vector<Cell>& cells) {
        for (std::size_t i = 0; i < (leaf.says->both_sexes ? 2u : 1u); ++i) {
            if (rarely()) continue;    // missing
            const Decimal near = leaf.limit.compared.value_or(Decimal::whole(1));
            const bool whole = leaf.says->kind == Kind::boolean;
            const std::int64_t units = near.scale() == 0 ? near.units() * 1000 : near.units() * 100;
            Decimal value = near;
            if (rarely()) value = whole ? Decimal::whole(0) : Decimal(units + (random_() % 2 ? 1 : -1), near.scale() == 0 ? 3 : near.scale() + 2);
            cells[leaf.slot + i].number = value;
        }
    }

    const Plan& plan_;
    std::mt19937 random_;
    unsigned rare_ = 2;
};

std::vector<Fixed> flattened(const UnitValues& unit) {
    std::vector<Fixed> row;
    for (const Cell& cell : unit.cells)
        row.push_back(cell.not_applicable ? left_out : cell.number ? fixed(*cell.number).value() : missing);
    return row;
}

}    // namespace

TEST_CASE("the lean path agrees with the reasoned one on random values over the shipped sets") {
    std::map<std::string, int> seen;
    for (const char* file : {"xa_ntm_2021_2025", "xa_ntm_nang_cao_2021_2025", "huyen_ntm_2021_2025", "huyen_ntm_nang_cao_2021_2025", "xa_ntm_2026_2030"}) {
        const CriteriaSet set = shipped(file);
        for (const std::string& region : national_regions())
            for (const bool assume : {false, true}) {
                Ground ground{&set};
                // Undecided thresholds would leave every unit undetermined: give most of them a value.
                for (const Criterion& criterion : set.criteria)
                    for (const Indicator& one : criterion.indicators)
                        if (!one.threshold.at(region, 2024) && one.kind != Kind::text)
                            ground.confirmed.push_back({one.no, {}, {}, one.kind == Kind::boolean ? "true" : "50"});
                const auto plan = compile(ground, {}, region, 2024, assume);
                REQUIRE(plan);
                const FlatPlan flat(*plan);
                RandomUnit random(*plan, 7);
                for (int n = 0; n < 100; ++n) {
                    const UnitValues unit = random.next();
                    const UnitVerdict full = judge(*plan, unit);
                    const FlatVerdict lean = flat.judge(flattened(unit).data());
                    CHECK(lean == FlatVerdict{full.verdict, full.provisional, static_cast<std::uint16_t>(full.met),
                                              static_cast<std::uint16_t>(full.of)});
                    ++seen[std::string(word(full.verdict)) + (full.provisional ? "?" : "")];
                }
            }
    }
    for (const char* verdict : {"met", "met?", "not_met", "not_met?", "undetermined"}) CHECK_MESSAGE(seen[verdict] > 0, verdict);
}

TEST_CASE("limits finer than a millionth stay exact on the lean path") {
    const auto lean = [](const std::string& comparator, const std::string& limit, const std::string& value) {
        const CriteriaSet set = good_set(set_of("- {no: '1', name: a, kind: count, comparator: '" + comparator +
                                                "', threshold: {mode: national, value: " + limit + "}, confidence: verified, source: 'http://x'}\n"));
        const auto plan = compile(Ground{&set}, {}, "DBSH", 2024, false);
        const Fixed row = fixed(*Decimal::parse(value)).value();
        return FlatPlan(*plan).judge(&row).verdict;
    };
    CHECK(lean(">=", "2.0000001", "2") == Verdict::not_met);
    CHECK(lean(">=", "2.0000001", "2.000001") == Verdict::met);
    CHECK(lean("<=", "2.0000001", "2") == Verdict::met);
    CHECK(lean("<", "2.0000001", "2") == Verdict::met);
    CHECK(lean(">", "2", "2") == Verdict::not_met);
    CHECK(lean("=", "2.0000001", "2") == Verdict::not_met);
    CHECK(lean("<", "2", "2") == Verdict::not_met);
    CHECK_FALSE(fixed(*Decimal::parse("0.0000001")));
    CHECK_FALSE(fixed(*Decimal::parse("999999999999999999")));
    CHECK(fixed(*Decimal::parse("-0.5")) == -500'000);
}

TEST_CASE("a fact's slot between two indicators of one criterion is not taken for the second one's value") {
    const CriteriaSet set = good_set(set_of(
        "- {no: '1', name: a, kind: percent, unit: '%', threshold: {mode: by_region, regions: {DBSH: 100, TN: 70}}, confidence: verified, source: 'http://x',"
        " alt_rules: [{when: 'region not in [DBSH, DNB] and so_truong <= 3', threshold: 50}]}\n"
        "- {no: '2', name: b, kind: count, threshold: {mode: national, value: 5}, confidence: verified, source: 'http://x'}\n"));
    for (const char* region : {"DBSH", "TN"}) {
        const auto plan = compile(Ground{&set}, {}, region, 2024, false);
        REQUIRE(plan);
        std::vector<Fixed> row(plan->slots, missing);
        const auto verdict = [&](int first, int second, int schools) {
            row[plan->criteria[0].indicators[0].own.slot] = first * 1'000'000;
            row[plan->criteria[0].indicators[1].own.slot] = second * 1'000'000;
            row[plan->facts.at("@so_truong")] = schools * 1'000'000;
            return FlatPlan(*plan).judge(row.data()).verdict;
        };
        CHECK(verdict(100, 5, 9) == Verdict::met);
        CHECK(verdict(100, 4, 9) == Verdict::not_met);
        CHECK(verdict(100, 9, 1) == Verdict::met);
        CHECK(verdict(60, 5, 3) == (region == std::string("TN") ? Verdict::met : Verdict::not_met));
    }
}
