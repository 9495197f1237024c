#include "base/day.hpp"

#include <fmt/core.h>

namespace cs {

Instant SystemClock::now() const {
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

std::string to_text(Day day) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

std::string to_vietnamese(Day day) {
    return fmt::format("{:02}/{:02}/{:04}", static_cast<unsigned>(day.day()), static_cast<unsigned>(day.month()),
                       static_cast<int>(day.year()));
}

std::string to_text(Instant instant) {
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::hh_mm_ss<std::chrono::microseconds> time(instant - day);
    return fmt::format("{}T{:02}:{:02}:{:02}.{:06}Z", to_text(Day(day)), time.hours().count(), time.minutes().count(),
                       time.seconds().count(), time.subseconds().count());
}

}    // namespace cs
