#pragma once
// The figures of a report: a closed list (law/report_figures.tsv), each kept as a whole number of its smallest unit (đồng, m², metre),
// typed as officials type them ("1,5 ha", "370 tỷ", "1.234.567"). Pure.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/words.hpp"
#include "law/confidence.hpp"

namespace cs::report {

enum class Measure : unsigned char { money, area, length, count };
enum class FigureGroup : unsigned char { contributions, works, ocop, awards, media, inspection };

struct Figure {
    std::string key;
    FigureGroup group;
    Measure measure;
    std::string unit;    // as shown: "m²", "ngày công"
    std::string name, source;
    law::Confidence confidence;
};
const std::vector<Figure>& report_figures();
const Figure* figure(std::string_view key);    // null: there is none

// How an amount may be typed: "ha" is 10,000 of the smallest unit of an area. `shown` is the word meant when none is typed.
struct AmountWord {
    std::string word;
    Measure measure;
    std::int64_t factor;
    bool shown;
    std::string source;
    law::Confidence confidence;
};
const std::vector<AmountWord>& amount_words();

struct OutlineRow {
    std::string key, place, title, source;    // "limits", "III", "Hạn chế, nguyên nhân, bài học"
    law::Confidence confidence;
};
const std::vector<OutlineRow>& report_outline();

using Amounts = std::map<std::string, std::int64_t>;    // by key of the figure; no entry: not known

inline constexpr std::int64_t most_amount = 100'000'000'000'000;    // so that the sum of all communes of the country still fits

// Vietnamese marks: '.' between thousands, ',' before decimals; a word of law/report_units.tsv may follow. Refuses report.amount_form,
// report.amount_word {word, unit}, report.amount_not_whole {unit}, report.amount_too_large.
Result<std::int64_t> read_amount(const Figure& of, std::string_view text);
std::string show_amount(const Figure& of, std::int64_t amount);    // "15.000", "28,5": in the figure's unit, without its word
std::string in_hectares(const Figure& of, std::int64_t amount);    // "1,5 ha" of an area of a hectare or more, else ""

// What units report adds up. A figure that only some of them know is the sum of those.
Amounts sum(const std::vector<Amounts>& all);

}    // namespace cs::report
