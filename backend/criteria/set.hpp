#pragma once
// A criteria set as typed data: what law/criteria/*.yaml says, and nothing it does not say. Facts of law carry their
// confidence; a threshold nobody knows stays absent and blocks a conclusion.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/day.hpp"
#include "base/decimal.hpp"

namespace cs::criteria {

enum class Kind : unsigned char { boolean, percent, count, money, level, text };
// In the words of the files: >= <= > < = equals at_least is_true. A missing comparator is >=.
enum class Comparator : unsigned char { ge, le, gt, lt, eq, equals, at_least, is_true };
// `confirmed` is never in a file: an officer gave it, citing the legal text.
enum class Confidence : unsigned char { verified, memory_medium, memory_low, unknown, confirmed };
enum class Mode : unsigned char { national, by_region, by_region_year, province_decides, unknown };
// Only a `set` can be evaluated; the others share the format of the files.
enum class Document : unsigned char { set, model, procedure, movement, index };

std::string_view word(Kind kind);
std::string_view word(Comparator comparator);
std::string_view word(Confidence confidence);
std::string_view word(Mode mode);
std::string_view word(Document document);    // set, template, procedure, movement, index
std::optional<Kind> parse_kind(std::string_view word);
std::optional<Comparator> parse_comparator(std::string_view word);
std::optional<Confidence> parse_confidence(std::string_view word);    // not `confirmed`
std::optional<Mode> parse_mode(std::string_view word);

bool holds(const Decimal& value, Comparator comparator, const Decimal& limit);

// A value or a threshold in the kind of its indicator. `text` is canonical ("98", "true", "Khá"); `number` is what is
// compared: 0/1 for yes/no, the position in the scale for a word, absent for a word without a declared scale.
struct Amount {
    std::string text;
    std::optional<Decimal> number;
    bool operator==(const Amount&) const = default;
};

struct Threshold {
    using ByRegion = std::map<std::string, std::optional<Amount>>;

    Mode mode = Mode::unknown;
    std::optional<Amount> value;          // national, or the province's own beside province_decides
    ByRegion regions;
    std::map<int, ByRegion> years;
    std::string hint;                     // shown, never compared

    // nullopt: unknown, not decided by the province, or absent from the matrix.
    std::optional<Amount> at(const std::string& region, int year) const;
    bool printed() const;    // at least one value stands in the file
    bool operator==(const Threshold&) const = default;
};

// alt_rules: `region [not] in [A, B] and so_truong <= 3`. A fact is a row "@so_truong" of the values.
struct RegionTest {
    bool inside;
    std::vector<std::string> codes;
    bool operator==(const RegionTest&) const = default;
};
struct FactTest {
    std::string fact;    // with its "@"
    Comparator comparator;
    Decimal number;
    bool operator==(const FactTest&) const = default;
};
struct AltRule {
    std::string when;    // as written
    std::vector<RegionTest> regions;
    std::vector<FactTest> facts;
    Amount threshold;
    bool operator==(const AltRule&) const = default;
};

// `figure / nguong(set:indicator, vùng, năm) * 100`: the value is the raw figure, compared as a percentage of another
// set's threshold for the same region and year.
struct Formula {
    std::string figure, set, indicator;
    bool operator==(const Formula&) const = default;
};

// An indicator, one of its sub-conditions ("14.1#1", …) or a precondition of a district set: all are one comparison.
struct Indicator {
    std::string no, name;
    Kind kind = Kind::boolean;
    std::string unit;
    Comparator comparator = Comparator::ge;
    Threshold threshold;
    Confidence confidence = Confidence::unknown;
    std::string source, note;
    bool both_sexes = false;
    bool if_present = false;
    std::vector<std::string> scale;       // words from low to high, for Kind::text
    std::vector<std::string> options;     // what may be chosen, for the screen
    std::vector<Indicator> sub_conditions;
    std::vector<AltRule> alt_rules;
    std::optional<Formula> formula;
    std::string requires_set;             // the yes/no value says whether that set is met
    std::string sub_criteria_set;         // "province_decides": the province issues the details

    // The 0-100 bound holds where the unit is exactly "%"; a percent without a unit is in "%".
    bool bounded() const { return unit == "%" || (unit.empty() && kind == Kind::percent); }
    // The same comparison in law, whatever names, notes and sources say: a confirmation of one holds for the other.
    bool same_law(const Indicator& other) const;
};

struct Criterion {
    std::string no, name, group, department;
    std::vector<Indicator> indicators;
};

struct Region {
    std::string code, name;
};

struct Successor {
    std::string id;
    Day effective_from;
};

struct CriteriaSet {
    Document document = Document::set;
    std::string id, title, legal_instrument, period, level;
    std::optional<Day> issued, effective_from, effective_to;    // effective_to is the last day
    std::optional<Successor> superseded_by;
    std::vector<Region> regions;    // or the commune groups that took their place in 2026
    std::vector<Indicator> preconditions;
    std::vector<Criterion> criteria;

    // The last day the set is law: its own, or the day before its successor begins.
    std::optional<Day> last_day() const;
    // Codes a person may name: the set's own and the seven regions of the country.
    bool knows_region(std::string_view code) const;
    // "10", "14.1#1" or a precondition's "A".
    const Indicator* find(std::string_view row) const;
};

// The seven regions of the 2021-2025 sets (QĐ 318/QĐ-TTg).
const std::vector<std::string>& national_regions();

// Reads one text in the kind of `indicator`. nullopt: not of that kind (a text in a number, a word not in the scale).
std::optional<Amount> parse_amount(const Indicator& indicator, std::string_view text);

}    // namespace cs::criteria
