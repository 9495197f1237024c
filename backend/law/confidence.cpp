#include "law/confidence.hpp"

#include <array>

namespace cs::law {
namespace {
constexpr std::array<std::string_view, 4> words = {"verified", "memory-medium", "memory-low", "unknown"};
}

std::string_view word(Confidence confidence) { return words[static_cast<std::size_t>(confidence)]; }

std::optional<Confidence> parse_confidence(std::string_view word) {
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i] == word) return static_cast<Confidence>(i);
    return std::nullopt;
}

}    // namespace cs::law
