#include "base/shown.hpp"

#include <fmt/chrono.h>

#include <algorithm>

namespace cs {

std::string decimal_comma(std::string number) {
    std::replace(number.begin(), number.end(), '.', ',');
    return number;
}

std::string to_vietnamese(Instant at) {
    return fmt::format("{:%H:%M %d/%m/%Y}", fmt::gmtime(std::chrono::floor<std::chrono::seconds>(at + std::chrono::hours(7))));
}

std::size_t letters(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}    // namespace cs
