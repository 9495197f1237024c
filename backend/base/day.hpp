#pragma once
// Time: an instant is when it happened, a day is what the law counts. legal_day() is the only bridge between them.
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace cs {

using Instant = std::chrono::sys_time<std::chrono::microseconds>;    // UTC
using Day = std::chrono::year_month_day;

// The only place that asks the operating system what time it is. Tests own a frozen one.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    Instant now() const override;
};

class FrozenClock final : public Clock {
public:
    explicit FrozenClock(Instant at) : at_(at) {}
    explicit FrozenClock(Day at) : at_(std::chrono::sys_days(at)) {}
    Instant now() const override { return at_; }
    void travel_to(Day day) { at_ = std::chrono::sys_days(day); }
    void advance(std::chrono::microseconds by) { at_ += by; }

private:
    Instant at_;
};

// The legal calendar of Viet Nam runs at UTC+7 all year, so no time-zone database is needed.
constexpr Day legal_day(Instant t) { return Day(std::chrono::floor<std::chrono::days>(t + std::chrono::hours(7))); }

// "2025-06-30" and nothing else.
constexpr std::optional<Day> parse_day(std::string_view s) {
    const auto digits = [&](std::size_t at, std::size_t n) -> int {
        int value = 0;
        for (std::size_t i = at; i < at + n; ++i) {
            if (s[i] < '0' || s[i] > '9') return -1;
            value = value * 10 + (s[i] - '0');
        }
        return value;
    };
    if (s.size() != 10 || s[4] != '-' || s[7] != '-') return std::nullopt;
    const int y = digits(0, 4), m = digits(5, 2), d = digits(8, 2);
    if (y < 0 || m < 0 || d < 0) return std::nullopt;
    const Day day{std::chrono::year(y), std::chrono::month(static_cast<unsigned>(m)),
                  std::chrono::day(static_cast<unsigned>(d))};
    return day.ok() ? std::optional(day) : std::nullopt;
}

std::string to_text(Day day);            // "2025-06-30"
std::string to_vietnamese(Day day);      // "30/06/2025"
std::string to_text(Instant instant);    // "2025-06-30T17:00:00.000000Z"

constexpr Day plus_days(Day day, int n) { return Day(std::chrono::sys_days(day) + std::chrono::days(n)); }

// Half-open: from <= day < until; no `until` means "still".
struct Period {
    Day from;
    std::optional<Day> until;

    constexpr bool has(Day day) const { return from <= day && (!until || day < *until); }
    constexpr bool overlaps(const Period& o) const {
        return (!until || o.from < *until) && (!o.until || from < *o.until);
    }
    bool operator==(const Period&) const = default;
};

using namespace std::chrono_literals;
static_assert(parse_day("2024-02-29") == Day(2024y / 2 / 29));
static_assert(!parse_day("2025-02-29") && !parse_day("2025-2-1") && !parse_day("30/06/2025"));
static_assert(legal_day(Instant(std::chrono::sys_days(2025y / 6 / 30) + 17h)) == Day(2025y / 7 / 1));

}    // namespace cs
