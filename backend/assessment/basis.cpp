#include "assessment/basis.hpp"

#include "base/csv.hpp"
#include "criteria/values_csv.hpp"

namespace cs::assessment {
namespace {

constexpr auto header = "unit,indicator,value,value_male,value_female,applicable\n";

void add_lines(const criteria::PlannedIndicator& planned, std::vector<std::string>& lines) {
    lines.push_back(planned.own.says->no);
    for (const criteria::Leaf& part : planned.parts) lines.push_back(part.says->no);
}

std::vector<std::string> own_lines(const criteria::Indicator& indicator) {
    std::vector<std::string> lines = {indicator.no};
    for (const criteria::Indicator& part : indicator.sub_conditions) lines.push_back(part.no);
    return lines;
}

bool counts(const Items& items, Stage stage, const std::string& indicator) {
    if (stage == Stage::self || stage == Stage::province) return true;
    const auto item = items.find({stage, indicator});
    return item != items.end() && (item->second.state == ItemState::agreed || item->second.state == ItemState::corrected);
}

// Of the lines of one indicator those of the last stage that holds any of them.
void take_last(const criteria::Indicator& indicator, const Values& values, const Items& items, Stage until,
               std::map<std::string, Line>& into) {
    const auto lines = own_lines(indicator);
    for (auto stage = values.rbegin(); stage != values.rend(); ++stage) {
        if (stage->first > until || !counts(items, stage->first, indicator.no)) continue;
        bool said = false;
        for (const std::string& no : lines)
            if (const auto found = stage->second.find(no); found != stage->second.end()) {
                into[no] = found->second.line;
                said = true;
            }
        if (said) return;
    }
}

}    // namespace

Result<criteria::Plan> Basis::plan() const {
    std::map<std::string, criteria::Ground> grounds;
    for (const auto& [id, other] : others) grounds.emplace(id, other.ground());
    return criteria::compile(own.ground(), grounds, region, year, false);
}

Result<Basis> basis_of(Tx& tx, const Round& round, const std::string& region) {
    CS_TRY(criteria::Standing own, criteria::standing(tx, round.set, round.set_version));
    auto others = criteria::others_of(tx, own);
    return Basis{std::move(own), std::move(others), region, round.year};
}

std::vector<IndicatorPlace> indicators_of(const criteria::CriteriaSet& set) {
    std::vector<IndicatorPlace> all;
    for (const criteria::Indicator& condition : set.preconditions) all.push_back({&condition, ""});
    for (const criteria::Criterion& criterion : set.criteria)
        for (const criteria::Indicator& indicator : criterion.indicators) all.push_back({&indicator, criterion.no});
    return all;
}

std::optional<IndicatorPlace> indicator_of_line(const criteria::CriteriaSet& set, const std::string& line) {
    const std::string whole = line.substr(0, line.find('#'));
    for (const IndicatorPlace& place : indicators_of(set))
        if (place.indicator->no == whole) return place;
    return std::nullopt;
}

std::vector<std::string> lines_of(const criteria::Plan& plan) {
    std::vector<std::string> lines;
    for (const auto& condition : plan.preconditions) add_lines(condition, lines);
    for (const auto& criterion : plan.criteria)
        for (const auto& indicator : criterion.indicators) add_lines(indicator, lines);
    for (const auto& [fact, slot] : plan.facts) lines.push_back(fact);
    return lines;
}

std::map<std::string, Line> effective(const criteria::CriteriaSet& set, const Values& values, const Items& items, Stage until) {
    std::map<std::string, Line> all;
    for (const IndicatorPlace& place : indicators_of(set)) take_last(*place.indicator, values, items, until, all);
    for (const auto& [stage, lines] : values)
        for (const auto& [no, saved] : lines)
            if (no.starts_with('@') && stage <= until) all[no] = saved.line;    // stages ascend: the last one stays
    return all;
}

std::string values_file(const std::string& unit, const std::map<std::string, Line>& lines) {
    std::string file = header;
    for (const auto& [no, line] : lines) {
        if (!line.has_value()) continue;
        const std::string applicable = line.applicable ? (*line.applicable ? "true" : "false") : "";
        file += csv_line({unit, no, line.value, line.male, line.female, applicable});
    }
    return file;
}

Result<std::unique_ptr<Judged>> judged(const criteria::Plan& plan, const std::string& file, const std::string& unit) {
    CS_TRY(auto values, criteria::read_values(plan, file));
    auto made = std::make_unique<Judged>();
    made->values = std::move(values);
    if (made->values.empty()) made->values.push_back({unit, std::vector<criteria::Cell>(plan.slots)});
    made->verdict = criteria::judge(plan, made->values.front());
    return made;
}

std::vector<criteria::LeafVerdict> parts_of(const criteria::PlannedIndicator& planned, const criteria::IndicatorVerdict& judged,
                                            const criteria::UnitValues& values) {
    if (!judged.parts.empty()) return judged.parts;
    std::vector<criteria::LeafVerdict> parts;
    for (const criteria::Leaf& leaf : planned.parts)
        parts.push_back({&leaf, &values.cells[leaf.slot], leaf.limit.shown, nullptr, criteria::Verdict::undetermined,
                         criteria::Verdict::undetermined});
    return parts;
}

}    // namespace cs::assessment
