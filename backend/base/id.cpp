#include "base/id.hpp"

#include <fmt/core.h>
#include <sodium.h>

#include <array>
#include <cstdint>

namespace cs {

std::string new_uuid(Instant born) {
    std::array<std::uint8_t, 16> b{};
    randombytes_buf(b.data(), b.size());
    const auto ms =
        static_cast<std::uint64_t>(std::chrono::floor<std::chrono::milliseconds>(born).time_since_epoch().count());
    for (std::size_t i = 0; i < 6; ++i) b[i] = static_cast<std::uint8_t>(ms >> (8 * (5 - i)));
    b[6] = static_cast<std::uint8_t>((b[6] & 0x0f) | 0x70);
    b[8] = static_cast<std::uint8_t>((b[8] & 0x3f) | 0x80);
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < b.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
        text += fmt::format("{:02x}", b[i]);
    }
    return text;
}

bool is_uuid(std::string_view text) {
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        if (dash ? c != '-' : !hex) return false;
    }
    return true;
}

}    // namespace cs
