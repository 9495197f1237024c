#include "report/owed.hpp"

#include <algorithm>

#include "org/boundary.hpp"

namespace cs::report {
namespace {

std::optional<Owed> owed_of(const org::Forest& forest, const Schedule& schedule, const org::UnitVersion& unit) {
    const auto level = report_level(unit.state.kind);
    if (!level) return std::nullopt;
    const auto& deadline = schedule.levels.at(static_cast<std::size_t>(*level));
    if (!deadline) return std::nullopt;
    const org::UnitVersion* parent = unit.state.parent ? forest.on(*unit.state.parent, schedule.structure) : nullptr;
    return Owed{&unit, *level, parent, *deadline};
}

std::vector<Owed> owed_of(const org::Forest& forest, const Schedule& schedule, const std::vector<const org::UnitVersion*>& units) {
    std::vector<Owed> all;
    for (const org::UnitVersion* each : units)
        if (auto owed = owed_of(forest, schedule, *each)) all.push_back(*owed);
    return all;
}

}    // namespace

Result<std::optional<Schedule>> schedule_of(const ReportPeriod& period) {
    Schedule schedule{period, {}, {}};
    for (const ReportLevel level : all_of<ReportLevel>()) {
        CS_TRY(const auto deadline, deadline_of(level, period));
        schedule.levels.at(static_cast<std::size_t>(level)) = deadline;
    }
    const auto& communes = schedule.levels.front();
    if (!communes) return std::nullopt;
    schedule.structure = communes->stated;
    return schedule;
}

std::optional<ReportLevel> report_level(org::UnitKind kind) {
    if (org::is_commune_level(kind)) return ReportLevel::commune;
    if (kind == org::UnitKind::district) return ReportLevel::district;
    if (kind == org::UnitKind::province) return ReportLevel::province;
    return std::nullopt;
}

std::optional<Owed> owed_by(const org::Forest& forest, const Schedule& schedule, const UnitId& unit) {
    const org::UnitVersion* stood = forest.on(unit, schedule.structure);
    return stood ? owed_of(forest, schedule, *stood) : std::nullopt;
}

std::vector<Owed> owed_under(const org::Forest& forest, const Schedule& schedule, const UnitId& root) {
    std::vector<const org::UnitVersion*> units = forest.below(root, schedule.structure);
    if (const org::UnitVersion* own = forest.on(root, schedule.structure)) units.insert(units.begin(), own);
    return owed_of(forest, schedule, units);
}

std::vector<Owed> owed_to(const org::Forest& forest, const Schedule& schedule, const UnitId& parent) {
    return owed_of(forest, schedule, forest.children(parent, schedule.structure));
}

std::vector<UnitId> as_of_structure(const org::Forest& forest, const Schedule& schedule, const UnitId& unit, Day today) {
    if (today < schedule.structure || !forest.on(unit, today)) return {unit};
    return org::resolve(forest, unit, today, schedule.structure).units;
}

}    // namespace cs::report
