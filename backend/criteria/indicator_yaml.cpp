#include "criteria/indicator_yaml.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "criteria/grammar.hpp"
#include "criteria/yaml_fields.hpp"

namespace cs::criteria {
namespace {

std::string numbered(const std::string& key, std::size_t n) { return key + "[" + std::to_string(n) + "]"; }

std::optional<int> year_of(const std::string& text) {
    const auto number = Decimal::parse(text);
    if (text.size() != 4 || !number || !number->is_whole() || number->units() < 1900) return std::nullopt;
    return static_cast<int>(number->units());
}

}    // namespace

Indicator IndicatorReader::indicator(const YAML::Node& node, const std::string& path) {
    Fields in(node, path, faults_);
    Indicator read;
    read.no = in.wanted_text("no");
    read.name = in.wanted_text("name");
    measure(in, read, Confidence::unknown);
    threshold(in, read);
    read.both_sexes = in.flag("both_sexes_must_meet");
    read.if_present = in.flag("applies_only_if_present");
    read.options = in.texts("options");
    read.requires_set = in.text("requires_set").value_or("");
    read.sub_criteria_set = in.text("sub_criteria_set").value_or("");
    const auto parts = in.list("sub_conditions");
    for (std::size_t i = 0; i < parts.size(); ++i)
        read.sub_conditions.push_back(sub_condition(parts[i], in.at(numbered("sub_conditions", i)), read, i + 1));
    alt_rules(in, read);
    formula(in, read);
    consistent(in, read);
    in.remark({"name_source", "unnumbered_in_law", "national_by_year"});
    in.finish();
    return read;
}

Indicator IndicatorReader::precondition(const YAML::Node& node, const std::string& path) {
    Fields in(node, path, faults_);
    Indicator read;
    read.no = in.wanted_text("no");
    read.name = in.wanted_text("name");
    measure(in, read, Confidence::unknown);
    plain_value(in, read);
    read.if_present = in.flag("applies_only_if_present");
    consistent(in, read);
    in.remark({"name_source"});
    in.finish();
    return read;
}

// Confidence and source are the parent's unless the sub-condition has its own.
Indicator IndicatorReader::sub_condition(const YAML::Node& node, const std::string& path, const Indicator& parent,
                                         std::size_t number) {
    Fields in(node, path, faults_);
    Indicator read;
    read.no = parent.no + "#" + std::to_string(number);
    read.name = in.wanted_text("name");
    read.source = parent.source;
    measure(in, read, parent.confidence);
    plain_value(in, read);
    consistent(in, read);
    in.remark({"name_source"});
    in.finish();
    return read;
}

void IndicatorReader::measure(Fields& in, Indicator& read, Confidence inherited) {
    if (!in.has("kind")) in.fault("criteria.missing_key", {{"key", "kind"}}, "kind");
    read.kind = in.choice("kind", parse_kind).value_or(Kind::boolean);
    read.unit = in.text("unit").value_or("");
    read.comparator = in.choice("comparator", parse_comparator).value_or(Comparator::ge);
    read.confidence = in.choice("confidence", parse_confidence).value_or(inherited);
    read.source = in.text("source").value_or(read.source);
    read.note = in.text("note").value_or("");
    read.scale = in.texts("scale");
    if (read.confidence == Confidence::verified && (read.source.empty() || read.source == "memory"))
        in.fault("criteria.verified_without_source", {}, "confidence");
}

std::optional<Amount> IndicatorReader::amount(const YAML::Node& node, const std::string& path, const Indicator& of) {
    if (is_null(node)) return std::nullopt;
    const auto fault = [&](const char* code) {
        const std::string found = node.IsScalar() ? node.Scalar() : std::string();
        faults_.push_back({code, {{"found", found}, {"kind", std::string(word(of.kind))}}, path, line_of(node)});
        return std::nullopt;
    };
    if (!node.IsScalar()) return fault("criteria.not_text");
    const auto read = parse_amount(of, trim(node.Scalar()));
    if (!read) return fault(of.kind == Kind::text ? "criteria.word_not_in_scale" : "criteria.threshold_kind");
    if (of.bounded() && (*read->number < Decimal::whole(0) || *read->number > Decimal::whole(100)))
        return fault("criteria.threshold_percent");
    return read;
}

void IndicatorReader::plain_value(Fields& in, Indicator& read) {
    read.threshold.mode = Mode::national;
    if (const auto value = in.node("value")) read.threshold.value = amount(*value, in.at("value"), read);
}

void IndicatorReader::threshold(Fields& in, Indicator& read) {
    const auto node = in.map("threshold");
    if (!node) return;    // missing: unknown
    Fields of(*node, in.at("threshold"), faults_);
    if (!of.has("mode")) of.fault("criteria.missing_key", {{"key", "mode"}}, "mode");
    Threshold& t = read.threshold;
    t.mode = of.choice("mode", parse_mode).value_or(Mode::unknown);
    if (t.mode == Mode::national || t.mode == Mode::province_decides) {
        if (const auto value = of.node("value")) t.value = amount(*value, of.at("value"), read);
    }
    const char* matrix = t.mode == Mode::by_region ? "regions" : t.mode == Mode::by_region_year ? "years" : nullptr;
    if (matrix) {
        const auto cells = of.map(matrix);
        if (!cells) of.fault("criteria.missing_key", {{"key", matrix}}, matrix);
        if (cells && t.mode == Mode::by_region) t.regions = by_region(*cells, of.at(matrix), read);
        if (cells && t.mode == Mode::by_region_year) by_year(*cells, of.at(matrix), read);
    }
    t.hint = of.text("hint").value_or("");
    of.finish();    // a value where the mode has none is an unknown key
}

Threshold::ByRegion IndicatorReader::by_region(const YAML::Node& node, const std::string& path, const Indicator& of) {
    Threshold::ByRegion read;
    const Fields in(node, path, faults_);
    for (const auto& [code, value] : in.entries()) {
        if (!known(code)) faults_.push_back({"criteria.region_unknown", {{"found", code}}, in.at(code), line_of(value)});
        read[code] = amount(value, in.at(code), of);
    }
    return read;
}

void IndicatorReader::by_year(const YAML::Node& node, const std::string& path, Indicator& read) {
    const Fields in(node, path, faults_);
    for (const auto& [text, regions] : in.entries()) {
        const auto year = year_of(text);
        if (!year) faults_.push_back({"criteria.not_a_year", {{"found", text}}, in.at(text), line_of(regions)});
        read.threshold.years[year.value_or(0)] = by_region(regions, in.at(text), read);
    }
}

void IndicatorReader::alt_rules(Fields& in, Indicator& read) {
    const auto rules = in.list("alt_rules");
    for (std::size_t i = 0; i < rules.size(); ++i) {
        Fields of(rules[i], in.at(numbered("alt_rules", i)), faults_);
        const std::string when = of.wanted_text("when");
        std::optional<Amount> limit;
        if (const auto value = of.node("threshold")) limit = amount(*value, of.at("threshold"), read);
        if (!limit) of.fault("criteria.missing_key", {{"key", "threshold"}}, "threshold");
        of.finish();
        auto rule = parse_alt_rule(when);
        if (!rule && !when.empty()) of.fault("criteria.rule_grammar", {{"found", when}}, "when");
        if (!rule || !limit) continue;
        for (const RegionTest& test : rule->regions)
            for (const std::string& code : test.codes)
                if (!known(code)) of.fault("criteria.region_unknown", {{"found", code}}, "when");
        rule->threshold = *limit;
        read.alt_rules.push_back(*std::move(rule));
    }
}

void IndicatorReader::formula(Fields& in, Indicator& read) {
    const auto text = in.text("formula");
    if (!text) return;
    read.formula = parse_formula(*text);
    if (!read.formula) in.fault("criteria.formula_grammar", {{"found", *text}}, "formula");
    if (read.kind == Kind::boolean || read.kind == Kind::text) in.fault("criteria.formula_kind", {}, "formula");
}

void IndicatorReader::consistent(Fields& in, const Indicator& read) {
    // "#" and "@" mark sub-conditions and facts in the rows of values.
    if (in.has("no") && (read.no.find('#') != std::string::npos || read.no.rfind('@', 0) == 0))
        in.fault("criteria.bad_no", {{"no", read.no}}, "no");
    const bool yes_no = read.kind == Kind::boolean, words = read.kind == Kind::text;
    const Comparator c = read.comparator;
    const bool equality = c == Comparator::eq || c == Comparator::equals;
    const bool fits = yes_no ? c == Comparator::is_true || equality || !in.has("comparator") : c != Comparator::is_true;
    if (!fits) in.fault("criteria.comparator_kind", {{"kind", std::string(word(read.kind))}}, "comparator");
    if (yes_no && !equality && read.threshold.value && read.threshold.value->text != "true")
        in.fault("criteria.threshold_false", {}, "threshold");
    if (read.both_sexes && (yes_no || words)) in.fault("criteria.both_sexes_kind", {}, "both_sexes_must_meet");
    if (!read.scale.empty() && !words) in.fault("criteria.scale_kind", {}, "scale");
    std::vector<std::string> folded;
    for (const std::string& step : read.scale) folded.push_back(fold_case(step));
    std::sort(folded.begin(), folded.end());
    if (std::adjacent_find(folded.begin(), folded.end()) != folded.end()) in.fault("criteria.scale_twice", {}, "scale");
}

bool IndicatorReader::known(const std::string& region) const {
    return std::find(regions_.begin(), regions_.end(), region) != regions_.end();
}

}    // namespace cs::criteria
