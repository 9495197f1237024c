#include "criteria/set.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/result.hpp"
#include "base/text.hpp"

namespace cs::criteria {
namespace {

template <class E, std::size_t N>
using Words = std::array<std::pair<E, std::string_view>, N>;

constexpr Words<Kind, 6> kinds{{{Kind::boolean, "boolean"}, {Kind::percent, "percent"}, {Kind::count, "count"},
                                {Kind::money, "money"}, {Kind::level, "level"}, {Kind::text, "text"}}};
constexpr Words<Comparator, 8> comparators{{{Comparator::ge, ">="}, {Comparator::le, "<="}, {Comparator::gt, ">"},
                                            {Comparator::lt, "<"}, {Comparator::eq, "="}, {Comparator::equals, "equals"},
                                            {Comparator::at_least, "at_least"}, {Comparator::is_true, "is_true"}}};
constexpr Words<Confidence, 5> confidences{{{Confidence::verified, "verified"}, {Confidence::memory_medium, "memory-medium"},
                                            {Confidence::memory_low, "memory-low"}, {Confidence::unknown, "unknown"},
                                            {Confidence::confirmed, "confirmed"}}};
constexpr Words<Mode, 5> modes{{{Mode::national, "national"}, {Mode::by_region, "by_region"},
                                {Mode::by_region_year, "by_region_year"}, {Mode::province_decides, "province_decides"},
                                {Mode::unknown, "unknown"}}};
constexpr Words<Document, 5> documents{{{Document::set, "set"}, {Document::model, "template"},
                                        {Document::procedure, "procedure"}, {Document::movement, "movement"},
                                        {Document::index, "index"}}};

template <class E, std::size_t N>
std::string_view word_of(const Words<E, N>& words, E value) {
    for (const auto& [e, text] : words)
        if (e == value) return text;
    CS_CHECK(false);
}

template <class E, std::size_t N>
std::optional<E> value_of(const Words<E, N>& words, std::string_view text) {
    for (const auto& [e, known] : words)
        if (known == text) return e;
    return std::nullopt;
}

std::optional<Amount> at_region(const Threshold::ByRegion& regions, const std::string& region) {
    const auto found = regions.find(region);
    return found == regions.end() ? std::nullopt : found->second;
}

}    // namespace

std::string_view word(Kind kind) { return word_of(kinds, kind); }
std::string_view word(Comparator comparator) { return word_of(comparators, comparator); }
std::string_view word(Confidence confidence) { return word_of(confidences, confidence); }
std::string_view word(Mode mode) { return word_of(modes, mode); }
std::string_view word(Document document) { return word_of(documents, document); }
std::optional<Kind> parse_kind(std::string_view text) { return value_of(kinds, text); }
std::optional<Comparator> parse_comparator(std::string_view text) { return value_of(comparators, text); }
std::optional<Mode> parse_mode(std::string_view text) { return value_of(modes, text); }

std::optional<Confidence> parse_confidence(std::string_view text) {
    const auto found = value_of(confidences, text);
    return found == Confidence::confirmed ? std::nullopt : found;
}

bool holds(const Decimal& value, Comparator comparator, const Decimal& limit) {
    switch (comparator) {
        case Comparator::ge:
        case Comparator::at_least: return value >= limit;
        case Comparator::le: return value <= limit;
        case Comparator::gt: return value > limit;
        case Comparator::lt: return value < limit;
        case Comparator::eq:
        case Comparator::equals:
        case Comparator::is_true: return value == limit;
    }
    CS_CHECK(false);
}

std::optional<Amount> Threshold::at(const std::string& region, int year) const {
    switch (mode) {
        case Mode::national:
        case Mode::province_decides: return value;
        case Mode::by_region: return at_region(regions, region);
        case Mode::by_region_year: {
            const auto found = years.find(year);
            return found == years.end() ? std::nullopt : at_region(found->second, region);
        }
        case Mode::unknown: return std::nullopt;
    }
    CS_CHECK(false);
}

bool Threshold::printed() const {
    const auto any = [](const ByRegion& cells) {
        return std::any_of(cells.begin(), cells.end(), [](const auto& cell) { return cell.second.has_value(); });
    };
    return value || any(regions) || std::any_of(years.begin(), years.end(), [&](const auto& year) { return any(year.second); });
}

bool Indicator::same_law(const Indicator& o) const {
    return kind == o.kind && unit == o.unit && comparator == o.comparator && threshold == o.threshold &&
           both_sexes == o.both_sexes && if_present == o.if_present && scale == o.scale && alt_rules == o.alt_rules &&
           formula == o.formula && requires_set == o.requires_set &&
           std::equal(sub_conditions.begin(), sub_conditions.end(), o.sub_conditions.begin(), o.sub_conditions.end(),
                      [](const Indicator& a, const Indicator& b) { return a.same_law(b); });
}

std::optional<Day> CriteriaSet::last_day() const {
    if (!superseded_by) return effective_to;
    const Day before = plus_days(superseded_by->effective_from, -1);
    return effective_to ? std::min(*effective_to, before) : before;
}

bool CriteriaSet::knows_region(std::string_view code) const {
    const auto own = [&](const Region& region) { return region.code == code; };
    return std::any_of(regions.begin(), regions.end(), own) ||
           std::find(national_regions().begin(), national_regions().end(), code) != national_regions().end();
}

const Indicator* CriteriaSet::find(std::string_view row) const {
    const auto among = [&](const std::vector<Indicator>& all) -> const Indicator* {
        for (const Indicator& indicator : all) {
            if (indicator.no == row) return &indicator;
            for (const Indicator& part : indicator.sub_conditions)
                if (part.no == row) return &part;
        }
        return nullptr;
    };
    if (const Indicator* found = among(preconditions)) return found;
    for (const Criterion& criterion : criteria)
        if (const Indicator* found = among(criterion.indicators)) return found;
    return nullptr;
}

const std::vector<std::string>& national_regions() {
    static const std::vector<std::string> codes = {"TDMNPB", "DBSH", "BTB", "DHNTB", "TN", "DNB", "DBSCL"};
    return codes;
}

std::optional<Amount> parse_amount(const Indicator& indicator, std::string_view text) {
    if (indicator.kind == Kind::boolean) {
        static const std::map<std::string, bool> words = {
            {"true", true}, {"1", true}, {"đạt", true}, {"false", false}, {"0", false}, {"không đạt", false}};
        const auto found = words.find(fold_case(text));
        if (found == words.end()) return std::nullopt;
        return Amount{found->second ? "true" : "false", Decimal::whole(found->second)};
    }
    if (indicator.kind == Kind::text) {
        if (indicator.scale.empty()) return Amount{std::string(text), std::nullopt};
        const std::string folded = fold_case(text);
        for (std::size_t i = 0; i < indicator.scale.size(); ++i)
            if (fold_case(indicator.scale[i]) == folded)
                return Amount{indicator.scale[i], Decimal::whole(static_cast<std::int64_t>(i))};
        return std::nullopt;
    }
    const auto number = Decimal::parse(text);
    return number ? std::optional(Amount{number->text(), number}) : std::nullopt;
}

}    // namespace cs::criteria
