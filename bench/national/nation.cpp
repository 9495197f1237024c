#include "nation.hpp"

#include "base/csv.hpp"
#include "criteria/set_yaml.hpp"
#include "platform/embedded.hpp"

namespace bench {
namespace {

using namespace cs;
using namespace cs::criteria;

std::string_view file(std::string_view path) {
    const auto bytes = embedded_file(path);
    CS_CHECK(bytes.has_value());
    return *bytes;
}

std::map<std::string, std::string> regions_by_province() {
    std::map<std::string, std::string> regions;
    std::string_view text = file("law/regions_2022.tsv");
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (line.starts_with('#') || line.starts_with("province_code")) continue;
        const std::size_t one = line.find('\t'), two = line.find('\t', one + 1), three = line.find('\t', two + 1);
        regions.emplace(line.substr(0, one), line.substr(two + 1, three - two - 1));
    }
    return regions;
}

std::vector<Place> read_places(int limit) {
    const auto csv = read_csv(file("law/units_2022.csv"), {"code", "name", "kind", "parent_code"});
    CS_CHECK(csv.has_value());
    const auto regions = regions_by_province();
    std::map<std::string, std::string> province_of;
    for (const CsvRow& row : csv->rows)
        if (row.cells[2] == "district") province_of[row.cells[0]] = row.cells[3];
    std::vector<Place> places;
    for (const CsvRow& row : csv->rows) {
        if (row.cells[2] == "province" || row.cells[2] == "district") continue;
        places.push_back({row.cells[0], regions.at(province_of.at(row.cells[3]))});
        if (limit > 0 && static_cast<int>(places.size()) == limit) break;
    }
    return places;
}

// A threshold nobody knows would leave every unit undetermined: the bench confirms an invented one.
Confirmations invented(const Plan& plan) {
    Confirmations all;
    const auto look = [&](const Leaf& leaf) {
        if (leaf.limit.shown || leaf.says->kind == Kind::text) return;
        const bool yes_no = leaf.says->kind == Kind::boolean;
        all.push_back({leaf.says->no, std::nullopt, std::nullopt, yes_no ? "true" : leaf.says->bounded() ? "80" : "2"});
    };
    for (const PlannedCriterion& criterion : plan.criteria)
        for (const PlannedIndicator& indicator : criterion.indicators) {
            look(indicator.own);
            for (const Leaf& part : indicator.parts) look(part);
        }
    return all;
}

void add_plans(Nation& nation, int set) {
    for (const Region& region : nation.sets[static_cast<std::size_t>(set)].regions)
        for (int year = first_year; year < first_year + years; ++year) {
            const Ground printed{&nation.sets[static_cast<std::size_t>(set)]};
            const auto bare = compile(printed, {}, region.code, year, false);
            CS_CHECK(bare.has_value());
            auto plan = compile({printed.set, invented(*bare)}, {}, region.code, year, false);
            CS_CHECK(plan.has_value());
            const PlanKey key{set, year, region.code};
            nation.flat.emplace(key, FlatPlan(*plan));
            nation.plans.emplace(key, *std::move(plan));
        }
}

constexpr Fixed one = 1'000'000;

// splitmix64: the same values on every machine and in every run.
std::uint64_t mixed(std::uint64_t x) {
    x += 0x9e3779b97f4a7c15u;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
    return x ^ (x >> 31);
}

class Inventor {
public:
    explicit Inventor(std::uint64_t place, std::uint64_t seed) : chance_(seed) {
        const std::uint64_t quality = mixed(place) % 10;    // most meet everything, some lack a value, some fail
        missing_per_mille_ = quality < 5 ? 0 : 4;
        failing_per_mille_ = quality < 7 ? 0 : 30;
    }

    Fixed value(const Leaf& leaf) {
        if (leaf.says->if_present && draw(4) == 0) return left_out;
        if (draw(1000) < missing_per_mille_ || leaf.says->kind == Kind::text) return missing;
        const bool fails = draw(1000) < failing_per_mille_;
        if (leaf.says->kind == Kind::boolean) return fails ? 0 : one;
        const Fixed limit = fixed(leaf.limit.compared.value_or(Decimal::whole(50))).value();
        const bool high = (leaf.says->comparator == Comparator::le || leaf.says->comparator == Comparator::lt) == fails;
        const Fixed apart = static_cast<Fixed>(draw(40) + fails) * one / 10;    // exactly at the threshold, too
        const Fixed value = std::max<Fixed>(high ? limit + apart : limit - apart, 0);
        return leaf.says->bounded() ? std::min(value, 100 * one) : value;
    }
    Fixed fact() { return static_cast<Fixed>(1 + draw(6)) * one; }

private:
    std::uint64_t draw(std::uint64_t below) { return (chance_ = mixed(chance_)) % below; }
    std::uint64_t chance_, missing_per_mille_, failing_per_mille_;
};

void fill(Nation& nation, const Sheet& sheet) {
    const std::uint64_t place = static_cast<std::uint64_t>(sheet.place);
    Inventor inventor(place, (place * 64 + static_cast<std::uint64_t>(sheet.year - first_year)) * 8 + static_cast<std::uint64_t>(sheet.set));
    Fixed* row = nation.cells.data() + sheet.first;
    std::fill_n(row, sheet.plan->slots, missing);
    for (const Leaf* leaf : leaves_of(*sheet.plan)) {
        row[leaf->slot] = inventor.value(*leaf);
        nation.values += leaf->says->both_sexes ? 2 : 1;
        if (!leaf->says->both_sexes) continue;
        row[leaf->slot + 1] = inventor.value(*leaf);
        if (row[leaf->slot] == left_out || row[leaf->slot + 1] == left_out)
            row[leaf->slot] = row[leaf->slot + 1] = left_out;    // a pair applies or does not
    }
    for (const auto& [name, slot] : sheet.plan->facts) row[slot] = inventor.fact();
}

}    // namespace

std::vector<const Leaf*> leaves_of(const Plan& plan) {
    CS_CHECK(plan.preconditions.empty());
    std::vector<const Leaf*> leaves;
    for (const PlannedCriterion& criterion : plan.criteria)
        for (const PlannedIndicator& indicator : criterion.indicators) {
            leaves.push_back(&indicator.own);
            if (indicator.whole_or_parts()) continue;
            for (const Leaf& part : indicator.parts) leaves.push_back(&part);
        }
    return leaves;
}

Nation make_nation(int limit) {
    Nation nation;
    nation.places = read_places(limit);
    for (const char* name : {"law/criteria/xa_ntm_2021_2025.yaml", "law/criteria/xa_ntm_nang_cao_2021_2025.yaml"}) {
        auto set = read_evaluable_set(file(name));
        CS_CHECK(set.has_value());
        nation.sets.push_back(*std::move(set));
    }
    for (int set = 0; set < 2; ++set) add_plans(nation, set);
    std::size_t cells = 0;
    for (int place = 0; place < static_cast<int>(nation.places.size()); ++place)
        for (int set = 0; set < 2; ++set)
            for (int year = first_year; year < first_year + years; ++year) {
                const PlanKey key{set, year, nation.places[static_cast<std::size_t>(place)].region};
                const Plan& plan = nation.plans.at(key);
                nation.sheets.push_back({place, set, year, &plan, &nation.flat.at(key), cells});
                cells += plan.slots;
            }
    nation.cells.resize(cells);
    for (const Sheet& sheet : nation.sheets) fill(nation, sheet);
    return nation;
}

}    // namespace bench
