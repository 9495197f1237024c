#include "scoring/round.hpp"

#include <algorithm>

namespace cs::scoring {

Day last_day(const ScoreRound& round, const std::vector<ScoreExtension>& extensions, const UnitId& unit) {
    Day last = round.closes_on;
    for (const ScoreExtension& e : extensions)
        if (!e.unit || *e.unit == unit) last = std::max(last, e.until);
    return last;
}

int days_late(Day last, Day sent) {
    return sent <= last ? 0 : static_cast<int>((std::chrono::sys_days(sent) - std::chrono::sys_days(last)).count());
}

std::optional<StageKind> kind_of(const Stage& stage, bool is_first) {
    if (is_first) return StageKind::self;
    if (stage.is_by_field) return StageKind::field;
    const auto named = parse_word<StageKind>(stage.id);
    return named && *named != StageKind::field && *named != StageKind::self ? named : std::nullopt;
}

namespace {

Day closing(const Stage& stage, Day closes_on) {
    if (stage.closes.empty()) return closes_on;
    const auto day = parse_day(std::to_string(static_cast<int>(closes_on.year())) + "-" + stage.closes);
    return day.value_or(closes_on);    // 29 February of a common year
}

// Every stage of the table whose kind is plain.
std::vector<ChosenStage> all_of_table(const Table& table) {
    std::vector<ChosenStage> all;
    for (const Stage& stage : table.stages) all.push_back({stage.id, std::nullopt});
    return all;
}

}    // namespace

std::vector<RoundStage> chosen_stages(const Table& table, const std::vector<ChosenStage>& wanted, Day closes_on, std::vector<Fault>& faults) {
    const auto chosen = wanted.empty() ? all_of_table(table) : wanted;
    std::vector<RoundStage> all;
    int before = -1;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const std::string where = "stages[" + std::to_string(i) + "]";
        const auto fault = [&](const char* code) { faults.push_back({code, {{"stage", chosen[i].id}}, where}); };
        const auto at = table.stage_named(chosen[i].id);
        if (!at) {
            fault("score.stage_unknown");
            continue;
        }
        if (*at <= before) fault("score.stages_turned");
        if (i == 0 && *at != 0) fault("score.self_missing");
        before = *at;
        const Stage& stage = table.stages[static_cast<std::size_t>(*at)];
        const auto kind = i > 0 && chosen[i].kind ? chosen[i].kind : kind_of(stage, i == 0);
        if (!kind) fault("score.kind_unclear");
        if (kind && (*kind == StageKind::field) != stage.is_by_field) fault("score.field_differs");
        if (kind && i > 0 && *kind == StageKind::self) fault("score.stages_turned");
        all.push_back({stage.id, stage.title, kind.value_or(StageKind::recheck), closing(stage, closes_on)});
    }
    return all;
}

}    // namespace cs::scoring
