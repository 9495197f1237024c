#include "law/parameters.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "law/tsv.hpp"

namespace cs::law {
namespace {

const std::string parameters_file = "law/parameters.tsv";

std::optional<std::int64_t> whole(std::string_view text) {
    const std::optional<Decimal> n = Decimal::parse(text);
    if (!n || !n->is_whole() || n->units() < 0 || n->text() != text) return std::nullopt;
    return n->units();
}

std::optional<Decimal> decimal(std::string_view text) {
    const std::optional<Decimal> n = Decimal::parse(text);
    return n && n->text() == text && *n >= Decimal::whole(0) ? n : std::nullopt;
}

std::optional<Fraction> fraction(std::string_view text) {
    const std::size_t bar = text.find('/');
    if (bar == text.npos) return std::nullopt;
    const auto part = whole(text.substr(0, bar)), all = whole(text.substr(bar + 1));
    if (!part || !all || *all == 0 || *part > *all) return std::nullopt;
    return Fraction{*part, *all};
}

bool digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A parameter is read by the kind its name promises; asking the percent for whole đồng is a slip of the programmer.
template <class T>
Result<T> read_as(const Result<Parameter>& found, std::optional<T> (*parse)(std::string_view)) {
    if (!found) return tl::unexpected<Refusal>(found.error());
    const std::optional<T> value = parse(found->value);
    CS_CHECK(value.has_value());
    return *value;
}

Parameter read_parameter(Row& row) {
    Parameter p{row.key("key"),  row.text("value"), ParameterUnit::code, row.period(), row.source(),
                row.confidence(), row.cell("note"),  row.line()};
    const std::optional<ParameterUnit> unit = parse_word<ParameterUnit>(row.cell("unit"));
    if (!unit) {
        row.fault("law.bad_unit", {{"value", row.cell("unit")}});
        return p;
    }
    p.unit = *unit;
    if (!p.value.empty() && !fits(*unit, p.value))
        row.fault("law.bad_value", {{"key", p.key}, {"value", p.value}, {"unit", row.cell("unit")}});
    if (p.confidence == Confidence::unknown) row.fault("law.unknown_value", {{"key", p.key}});
    return p;
}

}    // namespace

bool fits(ParameterUnit unit, std::string_view value) {
    switch (unit) {
        case ParameterUnit::percent: return decimal(value) && *decimal(value) <= Decimal::whole(100);
        case ParameterUnit::factor: return decimal(value).has_value();
        case ParameterUnit::fraction: return fraction(value).has_value();
        case ParameterUnit::code: return digits(value);
        case ParameterUnit::date: return parse_day(value).has_value();
        case ParameterUnit::month_day: return parse_day("2024-" + std::string(value)).has_value();
        case ParameterUnit::dong:
        case ParameterUnit::count:
        case ParameterUnit::minutes:
        case ParameterUnit::hours:
        case ParameterUnit::days:
        case ParameterUnit::working_days:
        case ParameterUnit::months: return whole(value).has_value();
    }
    return false;
}

Parameters Parameters::read(std::string_view parameters_tsv, const std::vector<KnownGap>& gaps,
                            std::vector<Fault>& faults) {
    Parameters parameters;
    parameters.gaps_ = gaps;
    std::map<std::string, ParameterUnit> units;
    std::vector<Dated> dated;
    const Columns columns = {"key", "value", "unit", "from", "until", "source", "confidence", "note"};
    read_tsv(parameters_file, parameters_tsv, columns, faults, [&](Row& row) {
        Parameter p = read_parameter(row);
        if (units.emplace(p.key, p.unit).first->second != p.unit) row.fault("law.unit_changes", {{"key", p.key}});
        dated.push_back({p.key, p.period, p.line});
        parameters.rows_.push_back(std::move(p));
    });
    check_coverage(GapOf::parameter, parameters_file, dated, gaps, faults);
    return parameters;
}

Result<Parameter> Parameters::value_on(std::string_view key, Day day) const {
    bool known = false;
    for (const Parameter& p : rows_) {
        if (p.key != key) continue;
        if (p.period.has(day)) return p;
        known = true;
    }
    const Args args = {{"key", std::string(key)}, {"day", to_vietnamese(day)}};
    if (const KnownGap* gap = find_gap(gaps_, GapOf::parameter, key, day)) {
        const bool unseen = gap->kind == GapKind::not_known;
        return refuse(Problem::need_unmet, unseen ? "law.parameter_not_known" : "law.parameter_not_in_force",
                      {args[0], args[1], {"reason", gap->reason}});
    }
    known = known || std::any_of(gaps_.begin(), gaps_.end(),
                                 [&](const KnownGap& gap) { return gap.of == GapOf::parameter && gap.key == key; });
    if (known) return refuse(Problem::need_unmet, "law.parameter_without_value", args);
    return refuse(Problem::not_found, "law.parameter_unknown",
                  {args[0], {"nearest", nearest(key, keys()).value_or("")}});
}

Result<std::int64_t> Parameters::whole_on(std::string_view key, Day day) const { return read_as(value_on(key, day), whole); }
Result<Decimal> Parameters::decimal_on(std::string_view key, Day day) const { return read_as(value_on(key, day), decimal); }
Result<Fraction> Parameters::fraction_on(std::string_view key, Day day) const {
    return read_as(value_on(key, day), fraction);
}
Result<Day> Parameters::day_on(std::string_view key, Day day) const { return read_as(value_on(key, day), parse_day); }

std::vector<Parameter> Parameters::in_force(Day day) const {
    std::vector<Parameter> found;
    for (const Parameter& p : rows_)
        if (p.period.has(day)) found.push_back(p);
    std::sort(found.begin(), found.end(), [](const Parameter& a, const Parameter& b) { return a.key < b.key; });
    return found;
}

std::vector<std::string> Parameters::keys() const {
    std::set<std::string> keys;
    for (const Parameter& p : rows_) keys.insert(p.key);
    return {keys.begin(), keys.end()};
}

}    // namespace cs::law
