#include "platform/sheet/number.hpp"

#include <charconv>

namespace cs::sheet {
namespace {

constexpr int sure_digits = 15, most_exponent = 400;

bool digit(char c) { return c >= '0' && c <= '9'; }

// digits × 10^(point − digits.size()): "985" with point 2 is 98.5.
struct Scientific {
    bool negative = false;
    std::string digits;
    int point = 0;
};

std::optional<Scientific> parse(std::string_view text) {
    Scientific n;
    std::size_t at = 0;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) n.negative = text[at++] == '-';
    bool any = false;
    const auto run = [&](bool whole) {
        for (; at < text.size() && digit(text[at]); ++at, any = true) {
            if (n.digits.empty() && text[at] == '0') {    // a leading zero says nothing but where the point is
                n.point -= whole ? 0 : 1;
                continue;
            }
            n.digits += text[at];
            n.point += whole ? 1 : 0;
        }
    };
    run(true);
    if (at < text.size() && text[at] == '.') ++at, run(false);
    if (!any) return std::nullopt;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        const bool plus = at + 2 < text.size() && text[at + 1] == '+' && digit(text[at + 2]);
        at += plus ? 2 : 1;
        int exponent = 0;
        const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), exponent);
        if (error != std::errc() || exponent > most_exponent || exponent < -most_exponent) return std::nullopt;
        at = static_cast<std::size_t>(end - text.data());
        n.point += exponent;
    }
    return at == text.size() ? std::optional(std::move(n)) : std::nullopt;
}

void round_to_sure_digits(Scientific& n) {
    if (n.digits.size() <= sure_digits) return;
    const bool up = n.digits[sure_digits] >= '5';
    n.digits.resize(sure_digits);
    if (!up) return;
    int at = sure_digits - 1;
    while (at >= 0 && n.digits[static_cast<std::size_t>(at)] == '9') n.digits[static_cast<std::size_t>(at--)] = '0';
    if (at >= 0) {
        ++n.digits[static_cast<std::size_t>(at)];
    } else {
        n.digits.insert(0, "1");
        ++n.point;
    }
}

}    // namespace

std::optional<std::string> exact_number(std::string_view text) {
    if (text.size() > 2 * most_exponent) return std::nullopt;
    auto n = parse(text);
    if (!n) return std::nullopt;
    round_to_sure_digits(*n);
    while (!n->digits.empty() && n->digits.back() == '0') n->digits.pop_back();
    if (n->digits.empty()) return "0";
    const int length = static_cast<int>(n->digits.size());
    if (n->point <= 0)
        n->digits.insert(0, "0." + std::string(static_cast<std::size_t>(-n->point), '0'));
    else if (n->point >= length)
        n->digits.append(static_cast<std::size_t>(n->point - length), '0');
    else
        n->digits.insert(static_cast<std::size_t>(n->point), ".");
    return n->negative ? "-" + n->digits : n->digits;
}

std::optional<Day> day_of_serial(std::string_view exact, bool from_1904) {
    const std::string_view whole = exact.substr(0, exact.find('.'));
    std::int64_t n = 0;
    const auto [end, error] = std::from_chars(whole.data(), whole.data() + whole.size(), n);
    if (error != std::errc() || end != whole.data() + whole.size() || exact.starts_with('-')) return std::nullopt;
    const std::chrono::days days(static_cast<int>(std::min<std::int64_t>(n, 10'000'000)));
    if (!from_1904 && (n == 0 || n == 60)) return std::nullopt;
    const std::chrono::sys_days first = from_1904 ? 1904y / 1 / 1 : n < 60 ? 1899y / 12 / 31 : 1899y / 12 / 30;
    const Day day(first + days);
    return day <= Day(9999y / 12 / 31) ? std::optional(day) : std::nullopt;
}

std::int64_t serial_of(Day day) {
    return (std::chrono::sys_days(day) - std::chrono::sys_days(1899y / 12 / 30)).count();
}

Shown shown_by(std::string_view code) {
    bool day = false, month = false, time = false, percent = false;
    for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {    // the first section: positive numbers
        switch (code[at]) {
            case '"': at = std::min(code.find('"', at + 1), code.size()); break;
            case '[': {    // a colour, a condition, a language; or hours, minutes, seconds that run beyond a day
                const std::size_t close = std::min(code.find(']', at + 1), code.size());
                time = time || (close - at >= 2 && close - at <= 3 &&
                                std::string_view("hHmMsS").find(code[at + 1]) != std::string_view::npos);
                at = close;
                break;
            }
            case '\\':
            case '_':
            case '*': ++at; break;
            case 'y':
            case 'Y':
            case 'd':
            case 'D': day = true; break;
            case 'm':
            case 'M': month = true; break;
            case 'h':
            case 'H':
            case 's':
            case 'S': time = true; break;
            case '%': percent = true; break;
            default: break;
        }
    }
    // An m alone is a month, an m beside hours or seconds means minutes.
    return day || (month && !time) ? Shown::day : percent ? Shown::percent : Shown::plain;
}

Shown shown_by(int builtin) {
    const auto between = [&](int low, int high) { return builtin >= low && builtin <= high; };
    if (between(14, 17) || builtin == 22) return Shown::day;
    // What the East Asian editions number besides; WPS writes them too.
    if (between(27, 31) || builtin == 36 || between(50, 54) || between(57, 58)) return Shown::day;
    return builtin == 9 || builtin == 10 ? Shown::percent : Shown::plain;
}

}    // namespace cs::sheet
