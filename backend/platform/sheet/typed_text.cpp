#include "platform/sheet/typed_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "base/text.hpp"
#include "platform/sheet/number.hpp"

namespace cs::sheet {
namespace {

constexpr int meant_places = 6;    // nobody's threshold has more places after the mark

bool digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), digit); }

// "1.234.567" cut at its marks: one to three digits, then always three.
bool is_grouped(const std::vector<std::string_view>& groups) {
    if (groups.size() < 2 || groups[0].size() > 3 || groups[0].front() == '0') return false;
    return std::all_of(groups.begin() + 1, groups.end(), [](std::string_view g) { return g.size() == 3; });
}

struct Pieces {
    std::vector<std::string_view> digits;
    std::string marks;    // one between each two
};

std::optional<Pieces> pieces_of(std::string_view text) {
    Pieces pieces;
    for (std::size_t at = 0;;) {
        const std::size_t end = std::min(text.find_first_of(".,' ", at), text.size());
        pieces.digits.push_back(text.substr(at, end - at));
        if (!all_digits(pieces.digits.back())) return std::nullopt;
        if (end == text.size()) return pieces;
        pieces.marks += text[end];
        at = end + 1;
    }
}

std::string joined(const std::vector<std::string_view>& groups) {
    std::string all;
    for (const std::string_view group : groups) all += group;
    return all;
}

NumberText of_pieces(Pieces pieces) {
    using Is = NumberText::Is;
    if (pieces.marks.empty()) return {Is::decimal, std::string(pieces.digits[0])};
    const char last = pieces.marks.back();
    const bool is_decimal_mark = last == '.' || last == ',';
    if (pieces.marks.size() == 1 && is_decimal_mark) {
        if (is_grouped(pieces.digits)) return {Is::either, joined(pieces.digits)};
        return {Is::decimal, std::string(pieces.digits[0]) + "," + std::string(pieces.digits[1])};
    }
    if (is_grouped(pieces.digits) && pieces.marks.find_first_not_of(last) == std::string::npos)
        return {Is::grouped, joined(pieces.digits)};
    const std::string_view after = pieces.digits.back();
    pieces.digits.pop_back(), pieces.marks.pop_back();
    const bool one_kind = !pieces.marks.empty() && pieces.marks.find_first_not_of(pieces.marks[0]) == std::string::npos;
    if (is_decimal_mark && one_kind && pieces.marks[0] != last && is_grouped(pieces.digits))
        return {Is::grouped, joined(pieces.digits) + "," + std::string(after)};
    return {};
}

// Up to three numbers with one kind of mark between them: "30/6/2025".
std::optional<std::array<std::string_view, 3>> three_numbers(std::string_view text) {
    const std::size_t first = text.find_first_of("/-.");
    if (first == std::string_view::npos) return std::nullopt;
    const std::size_t second = text.find(text[first], first + 1);
    if (second == std::string_view::npos) return std::nullopt;
    std::array<std::string_view, 3> all = {
        trim(text.substr(0, first)), trim(text.substr(first + 1, second - first - 1)), trim(text.substr(second + 1))};
    return std::all_of(all.begin(), all.end(), all_digits) ? std::optional(all) : std::nullopt;
}

// "ngày 30 tháng 6 năm 2025"
std::optional<std::array<std::string_view, 3>> three_words(std::string_view folded) {
    const std::size_t month = folded.find(" thang "), year = folded.find(" nam ");
    if (month == std::string_view::npos || year == std::string_view::npos || year < month) return std::nullopt;
    std::string_view day = folded.substr(0, month);
    if (day.starts_with("ngay ")) day.remove_prefix(5);
    std::array<std::string_view, 3> all = {day, folded.substr(month + 7, year - month - 7), folded.substr(year + 5)};
    return std::all_of(all.begin(), all.end(), all_digits) ? std::optional(all) : std::nullopt;
}

unsigned number(std::string_view digits) {
    unsigned n = 99'999;    // what is too long is no day either
    std::from_chars(digits.data(), digits.data() + std::min<std::size_t>(digits.size(), 6), n);
    return n;
}

std::optional<Day> a_day(std::string_view year, std::string_view month, std::string_view day) {
    const Day made(std::chrono::year(static_cast<int>(number(year))), std::chrono::month(number(month)),
                   std::chrono::day(number(day)));
    return year.size() == 4 && number(year) >= 1900 && number(month) <= 12 && number(day) <= 31 && made.ok()
               ? std::optional(made)
               : std::nullopt;
}

}    // namespace

NumberText parse_number_text(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    auto pieces = pieces_of(text);
    if (!pieces) return {};
    NumberText read = of_pieces(*std::move(pieces));
    if (negative) read.plain.insert(0, "-");
    return read;
}

DayText parse_day_text(std::string_view text) {
    using Is = DayText::Is;
    const std::string folded = fold(text);
    if (const auto words = three_words(folded)) {
        const auto day = a_day((*words)[2], (*words)[1], (*words)[0]);
        return {day ? Is::certain : Is::no_day, day};
    }
    const auto numbers = three_numbers(text);
    if (!numbers) return {};
    const auto& [first, second, third] = *numbers;
    if (first.size() == 4) {
        const auto day = a_day(first, second, third);
        return {day ? Is::certain : Is::no_day, day};
    }
    if (third.size() == 2) return {Is::short_year, std::nullopt};
    const auto day_first = a_day(third, second, first), month_first = a_day(third, first, second);
    if (day_first) return {month_first && day_first != month_first ? Is::either : Is::certain, day_first};
    return {month_first ? Is::month_first : Is::no_day, month_first};
}

std::string times_hundred(std::string_view exact) {
    return exact_number(std::string(exact) + "E2").value_or(std::string());
}

Rounded round_to_scale(std::string_view exact) {
    const std::size_t dot = exact.find('.');
    const std::size_t places = dot == std::string_view::npos ? 0 : exact.size() - dot - 1;
    if (places <= Decimal::max_scale) return {Decimal::parse(exact), false};
    const auto kept = Decimal::parse(exact.substr(0, dot + 1 + Decimal::max_scale));
    if (!kept) return {};
    std::int64_t units = kept->units();
    for (int i = kept->scale(); i < Decimal::max_scale; ++i) units *= 10;
    if (exact[dot + 1 + Decimal::max_scale] >= '5') units += exact.front() == '-' ? -1 : 1;
    const Decimal rounded(units, Decimal::max_scale);
    return rounded.scale() <= meant_places ? Rounded{} : Rounded{rounded, true};
}

}    // namespace cs::sheet
