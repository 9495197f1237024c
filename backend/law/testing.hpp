#pragma once
// For the tests of law/: rows are written with '|' for the tab, so that they can be read.
#include <algorithm>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace cs::law {

inline std::string tsv(std::string text) {
    std::replace(text.begin(), text.end(), '|', '\t');
    return text;
}

// "law.bad_day@3 law.overlap@4": what was found, in which lines.
inline std::string found(const std::vector<Fault>& faults) {
    std::string out;
    for (const Fault& fault : faults) out += (out.empty() ? "" : " ") + fault.code + "@" + std::to_string(fault.line);
    return out;
}

}    // namespace cs::law
