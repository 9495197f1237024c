#pragma once
// How far a fact of law may be trusted. Only `verified` decides by itself; the others wait for an officer's confirmation.
#include <optional>
#include <string_view>

namespace cs::law {

enum class Confidence : unsigned char {
    verified,         // a cited page or the Plan itself says so
    memory_medium,    // second-hand or remembered, expected to be right
    memory_low,       // remembered or weakly sourced, may be wrong
    unknown,          // nobody has seen it; must be entered from the legal text
};

std::string_view word(Confidence confidence);    // "memory-medium": the word in the data files, the API and i18n
std::optional<Confidence> parse_confidence(std::string_view word);

}    // namespace cs::law
