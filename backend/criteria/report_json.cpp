#include <fmt/format.h>

#include <span>

#include "base/json_text.hpp"
#include "criteria/report.hpp"

namespace cs::criteria {
namespace {

using json_text::field, json_text::listed, json_text::maybe_field;

void comparison(const LeafVerdict& judged, std::string& out) {
    const Leaf& leaf = *judged.leaf;
    if (leaf.says->both_sexes) {
        maybe_field("value_male", shown(leaf, judged.value[0]), out);
        out += ',';
        maybe_field("value_female", shown(leaf, judged.value[1]), out);
    } else {
        maybe_field("value", shown(leaf, *judged.value), out);
    }
    out += ',';
    field("comparator", word(leaf.says->comparator), out);
    out += ',';
    maybe_field("threshold", judged.threshold ? std::optional(judged.threshold->text) : std::nullopt, out);
    if (leaf.says->formula) {
        out += ',';
        maybe_field("percent_of", leaf.base.empty() ? std::nullopt : std::optional(leaf.base), out);
    }
    if (judged.missing_fact) {
        out += ',';
        field("missing_fact", judged.missing_fact->fact, out);
    }
    out += ',';
    field("confidence", word(leaf.confidence), out);
}

void indicator(const IndicatorVerdict& judged, std::string& out) {
    out += '{';
    field("indicator", judged.own.leaf->says->no, out);
    out += ',';
    comparison(judged.own, out);
    out += ',';
    field("verdict", word(judged.verdict), out);
    for (std::size_t i = 0; i < judged.parts.size(); ++i) {
        out += i == 0 ? ",\"sub_conditions\":[{" : ",{";
        field("indicator", judged.parts[i].leaf->says->no, out);
        out += ',';
        comparison(judged.parts[i], out);
        out += ',';
        field("verdict", word(judged.parts[i].verdict), out);
        out += i + 1 == judged.parts.size() ? "}]" : "}";
    }
    out += '}';
}

// A precondition is printed like a criterion of one indicator.
void criterion(const std::string& no, Verdict verdict, std::span<const IndicatorVerdict> because, std::string& out) {
    out += '{';
    field("no", no, out);
    out += ',';
    field("verdict", word(verdict), out);
    out += ',';
    listed("because", because, out, [&](const IndicatorVerdict& one) { indicator(one, out); });
    out += '}';
}

}    // namespace

std::optional<std::string> shown(const Leaf& leaf, const Cell& cell) {
    if (cell.word) return cell.word;
    if (!cell.number) return std::nullopt;
    if (leaf.says->kind == Kind::boolean) return *cell.number == Decimal::whole(1) ? "true" : "false";
    return cell.number->text();
}

void json_begin(const Plan& plan, std::string& out) {
    out += '{';
    field("criteria_set", plan.set->id, out);
    out += ",\"year\":" + std::to_string(plan.year) + ',';
    field("region", plan.region, out);
    out += ",\"units\":[";
}

void json_unit(const UnitVerdict& judged, std::string& out) {
    out += '{';
    field("unit", judged.unit, out);
    fmt::format_to(std::back_inserter(out), ",\"met\":{},\"of\":{},", judged.met, judged.of);
    field("verdict", word(judged.verdict), out);
    out += judged.provisional ? ",\"provisional\":true," : ",\"provisional\":false,";
    if (!judged.preconditions.empty()) {
        listed("preconditions", judged.preconditions, out, [&](const IndicatorVerdict& one) {
            criterion(one.own.leaf->says->no, one.verdict, {&one, 1}, out);
        });
        out += ',';
    }
    listed("criteria", judged.criteria, out, [&](const CriterionVerdict& one) {
        criterion(one.criterion->no, one.verdict, one.because, out);
    });
    out += '}';
}

void json_end(std::string& out) { out += "]}\n"; }

}    // namespace cs::criteria
