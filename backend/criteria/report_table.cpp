#include <algorithm>

#include "criteria/report.hpp"

#include "base/shown.hpp"

namespace cs::criteria {
namespace {

std::string verdict_text(Verdict verdict, const Say& say) { return say("verdict." + std::string(word(verdict)), {}); }

std::string comparison(const LeafVerdict& judged, const Say& say) {
    const Leaf& leaf = *judged.leaf;
    const auto plain = [&](std::string text) {
        if (leaf.says->kind == Kind::boolean) return say("verdict." + std::string(text == "true" ? "met" : "not_met"), {});
        return leaf.says->kind == Kind::text ? text : decimal_comma(std::move(text));
    };
    const auto value = [&](const Cell& cell) {
        const auto text = shown(leaf, cell);
        return text ? plain(*text) : say("evaluate.no_value", {});
    };
    Args args{{"value", value(judged.value[0])},
              {"comparator", say("comparator." + std::string(word(leaf.says->comparator)), {})},
              {"threshold", judged.threshold ? plain(judged.threshold->text) : ""},
              {"unit", leaf.says->unit}};
    if (judged.missing_fact) args.emplace_back("fact", judged.missing_fact->fact);
    if (!judged.threshold) return say(judged.missing_fact ? "evaluate.no_fact" : "evaluate.no_threshold", args);
    if (!leaf.base.empty()) args.emplace_back("base", plain(leaf.base));
    if (leaf.says->both_sexes) args.emplace_back("value_female", value(judged.value[1]));
    const bool no_scale = leaf.says->kind == Kind::text && leaf.says->scale.empty();
    return say(no_scale                ? "evaluate.no_scale"
               : leaf.says->both_sexes ? "evaluate.both_sexes"
               : leaf.base.empty()     ? "evaluate.comparison"
                                       : "evaluate.percent_of",
               args);
}

bool worth_saying(Verdict verdict) { return verdict == Verdict::not_met || verdict == Verdict::undetermined; }

std::vector<std::string> reasons(const std::vector<IndicatorVerdict>& because, const Say& say) {
    std::vector<std::string> lines;
    const auto line = [&](const LeafVerdict& judged) {
        lines.push_back(judged.leaf->says->no + ": " + comparison(judged, say) + " – " + verdict_text(judged.verdict, say));
    };
    for (const IndicatorVerdict& indicator : because) {
        if (!worth_saying(indicator.verdict)) continue;
        const bool by_parts_alone = indicator.own.leaf->says->kind == Kind::boolean;    // its own value was not given
        if (indicator.parts.empty() || (!by_parts_alone && worth_saying(indicator.own.verdict))) line(indicator.own);
        for (const LeafVerdict& part : indicator.parts)
            if (worth_saying(part.verdict)) line(part);
    }
    return lines;
}

std::string padded(std::string text, std::size_t columns) {
    const std::size_t used = letters(text);
    return used < columns ? std::move(text) + std::string(columns - used, ' ') : text;
}

void row(const std::string& no, const std::string& name, const std::string& verdict, std::size_t name_columns,
         const std::vector<std::string>& because, std::string& out) {
    out += "  " + padded(no, 4) + padded(name, name_columns + 2) + verdict + '\n';
    for (const std::string& reason : because) out += "        " + reason + '\n';
}

}    // namespace

void table_begin(const Plan& plan, const Say& say, std::string& out) {
    out += say("evaluate.title", {{"title", plan.set->title}, {"region", plan.region}, {"year", std::to_string(plan.year)}});
    out += '\n';
}

void table_unit(const UnitVerdict& judged, const Say& say, std::string& out) {
    out += '\n' + say("evaluate.unit", {{"unit", judged.unit}, {"verdict", verdict_text(judged.verdict, say)},
                                        {"met", std::to_string(judged.met)}, {"of", std::to_string(judged.of)}});
    if (judged.provisional) out += " – " + say("evaluate.provisional", {});
    out += '\n';
    std::size_t columns = 0;
    for (const IndicatorVerdict& condition : judged.preconditions)
        columns = std::max(columns, letters(condition.own.leaf->says->name));
    for (const CriterionVerdict& criterion : judged.criteria) columns = std::max(columns, letters(criterion.criterion->name));
    for (const IndicatorVerdict& condition : judged.preconditions)
        row(condition.own.leaf->says->no, condition.own.leaf->says->name, verdict_text(condition.verdict, say), columns,
            reasons({condition}, say), out);
    for (const CriterionVerdict& criterion : judged.criteria) {
        std::vector<std::string> because = reasons(criterion.because, say);
        if (criterion.because.empty()) because.push_back(say("evaluate.no_indicators", {}));
        row(criterion.criterion->no, criterion.criterion->name, verdict_text(criterion.verdict, say), columns, because, out);
    }
}

}    // namespace cs::criteria
