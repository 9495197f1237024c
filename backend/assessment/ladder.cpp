#include "assessment/ladder.hpp"

#include "law/law.hpp"

namespace cs::assessment {
namespace {

struct Row {
    Level level;
    Standing standing;
    std::string_view period;    // law/regimes.tsv, family criteria_period
    std::string_view set;       // law/criteria
};
constexpr auto p2021 = "criteria_period.p2021_2025", p2026 = "criteria_period.p2026_2030";
constexpr auto rows = std::to_array<Row>({    // later periods first
    {Level::commune, Standing::standard, p2026, "xa-ntm-2026-2030"},
    {Level::commune, Standing::standard, p2021, "xa-ntm-2021-2025"},
    {Level::commune, Standing::advanced, p2021, "xa-ntm-nang-cao-2021-2025"},
    {Level::commune, Standing::model, p2021, "xa-ntm-kieu-mau-2021-2025"},
    {Level::district, Standing::standard, p2021, "huyen-ntm-2021-2025"},
    {Level::district, Standing::advanced, p2021, "huyen-ntm-nang-cao-2021-2025"},
    {Level::district, Standing::model, p2021, "huyen-ntm-kieu-mau-2021-2025"},
    {Level::town, Standing::task_completed, p2021, "thi-xa-tp-hoan-thanh-ntm-2021-2025"},
});

}    // namespace

std::optional<Level> level_of(const org::UnitState& unit) {
    if (unit.kind == org::UnitKind::commune) return Level::commune;
    if (unit.kind != org::UnitKind::district) return std::nullopt;
    if (unit.name.starts_with("Huyện")) return Level::district;
    if (unit.name.starts_with("Thị xã") || unit.name.starts_with("Thành phố")) return Level::town;
    return std::nullopt;
}

bool fits(Standing standing, const org::UnitState& unit) {
    const auto level = level_of(unit);
    switch (standing) {
        case Standing::standard:
        case Standing::advanced:
        case Standing::model: return level == Level::commune || level == Level::district;
        case Standing::task_completed: return level == Level::town;
        case Standing::model_area: return org::is_commune_level(unit.kind);
    }
    CS_CHECK(false);
}

std::optional<Standing> next_of(Level level, std::optional<Standing> current) {
    if (level == Level::town) return current ? std::nullopt : std::optional(Standing::task_completed);
    if (!current) return Standing::standard;
    if (*current == Standing::standard) return Standing::advanced;
    return *current == Standing::advanced ? std::optional(Standing::model) : std::nullopt;
}

std::vector<SetOfStanding> sets_for(Level level, Standing standing, Day day) {
    const auto period = law::law().regimes.on("criteria_period", day);
    std::vector<SetOfStanding> all;
    for (const Row& row : rows) {
        if (row.level != level || row.standing != standing) continue;
        const law::Regime* regime = law::law().regimes.find(row.period);
        CS_CHECK(regime != nullptr);
        if (regime->period.from <= day) all.push_back({std::string(row.set), period && period->key == row.period});
    }
    return all;
}

}    // namespace cs::assessment
