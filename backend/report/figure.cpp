#include "report/figure.hpp"

#include <algorithm>

#include "base/decimal.hpp"
#include "base/text.hpp"
#include "law/tsv.hpp"
#include "platform/embedded.hpp"

namespace cs::report {
namespace {

template <class T>
std::vector<T> rows_of(const std::string& file, const law::Columns& columns, T (*read)(law::Row&)) {
    std::vector<T> rows;
    std::vector<Fault> faults;
    const auto text = embedded_file(file);
    CS_CHECK(text.has_value());
    law::read_tsv(file, *text, columns, faults, [&](law::Row& row) { rows.push_back(read(row)); });
    CS_CHECK(faults.empty());    // the program's own files, held by a test
    return rows;
}

AmountWord read_word(law::Row& row) {
    const auto factor = Decimal::parse(row.cell("factor"));
    if (!factor || !factor->is_whole() || factor->units() < 1) row.fault("law.bad_value", {{"key", "factor"}, {"value", row.cell("factor")}, {"unit", "count"}});
    return {row.text("word"), row.word<Measure>("measure", parse_word<Measure>, Measure::count), factor ? factor->units() : 1, row.cell("shown") == "yes",
            row.source(), row.confidence()};
}

std::int64_t shown_factor(Measure measure) {
    for (const AmountWord& w : amount_words())
        if (w.measure == measure && w.shown) return w.factor;
    return 1;    // a count
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "1.234.567,8" without its marks between thousands; none when a group has not three digits.
std::optional<Decimal> vietnamese_number(std::string_view text) {
    const std::size_t comma = std::min(text.find(','), text.size());
    const std::string_view whole = text.substr(0, comma);
    std::string digits;
    for (std::size_t i = 0, group = 0; i <= whole.size(); ++i) {
        const bool mark = i < whole.size() && whole[i] == '.';
        if (i < whole.size() && !mark) {
            if (!is_digit(whole[i])) return std::nullopt;
            digits += whole[i], ++group;
            continue;
        }
        const bool first = digits.size() == group;
        if (group == 0 || (!first && group != 3) || (mark && first && group > 3)) return std::nullopt;
        group = 0;
    }
    return Decimal::parse(digits + std::string(text.substr(comma)));
}

std::string with_marks(std::int64_t n) {
    std::string text = std::to_string(n);
    for (std::ptrdiff_t at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3) text.insert(static_cast<std::size_t>(at), ".");
    return text;
}

std::string shown_in(std::int64_t amount, std::int64_t factor) {
    std::string text = with_marks(amount / factor), rest = std::to_string(factor + amount % factor).substr(1);
    while (!rest.empty() && rest.back() == '0') rest.pop_back();
    return rest.empty() ? text : text + "," + rest;
}

}    // namespace

const std::vector<AmountWord>& amount_words() {
    static const auto all = rows_of<AmountWord>("law/report_units.tsv", {"word", "measure", "factor", "shown", "source", "confidence"}, read_word);
    return all;
}

const std::vector<Figure>& report_figures() {
    static const auto all = rows_of<Figure>("law/report_figures.tsv", {"key", "group", "measure", "unit", "name", "source", "confidence"}, [](law::Row& row) {
        return Figure{row.key("key"), row.word<FigureGroup>("group", parse_word<FigureGroup>, FigureGroup::works),
                      row.word<Measure>("measure", parse_word<Measure>, Measure::count), row.text("unit"), row.text("name"), row.source(), row.confidence()};
    });
    return all;
}

const Figure* figure(std::string_view key) {
    for (const Figure& each : report_figures())
        if (each.key == key) return &each;
    return nullptr;
}

const std::vector<OutlineRow>& report_outline() {
    static const auto all = rows_of<OutlineRow>("law/report_outline.tsv", {"key", "place", "title", "source", "confidence"}, [](law::Row& row) {
        return OutlineRow{row.key("key"), row.text("place"), row.text("title"), row.source(), row.confidence()};
    });
    return all;
}

Result<std::int64_t> read_amount(const Figure& of, std::string_view text) {
    const std::string_view typed = trim(text);
    const std::size_t end = std::min(typed.find_first_not_of("0123456789.,"), typed.size());
    const std::string word = fold_case(trim(typed.substr(end)));
    std::int64_t factor = shown_factor(of.measure);
    if (!word.empty() && word != fold_case(of.unit)) {
        const auto& words = amount_words();
        const auto found = std::find_if(words.begin(), words.end(), [&](const AmountWord& w) { return w.measure == of.measure && fold_case(w.word) == word; });
        if (found == words.end()) return refuse(Problem::bad_input, "report.amount_word", {{"word", word}, {"unit", of.unit}});
        factor = found->factor;
    }
    const auto number = vietnamese_number(typed.substr(0, end));
    if (!number) return refuse(Problem::bad_input, "report.amount_form", {{"unit", of.unit}});
    __extension__ using Wide = __int128;    // 18 digits times 10^9 fit
    Wide amount = Wide(number->units()) * factor;
    for (int n = number->scale(); n > 0; --n) {
        if (amount % 10 != 0) return refuse(Problem::bad_input, "report.amount_not_whole", {{"unit", of.unit}});
        amount /= 10;
    }
    if (amount > most_amount) return refuse(Problem::bad_input, "report.amount_too_large", {{"unit", of.unit}});
    return static_cast<std::int64_t>(amount);
}

std::string show_amount(const Figure& of, std::int64_t amount) { return shown_in(amount, shown_factor(of.measure)); }

std::string in_hectares(const Figure& of, std::int64_t amount) {
    constexpr std::int64_t hectare = 10'000;    // SI
    return of.measure == Measure::area && amount >= hectare ? shown_in(amount, hectare) + " ha" : "";
}

Amounts sum(const std::vector<Amounts>& all) {
    Amounts total;
    for (const Amounts& each : all)
        for (const auto& [key, amount] : each) total[key] += amount;
    return total;
}

}    // namespace cs::report
