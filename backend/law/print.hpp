#pragma once
// The law as pages people read: docs/domain/*.md are exactly these texts (a test compares them).
#include <string>

#include "law/law.hpp"

namespace cs::law {

std::string print_clauses(const Law& law);       // docs/domain/clauses.md
std::string print_parameters(const Law& law);    // docs/domain/parameters.md: parameters, regimes, known gaps
std::string print_calendar(const Law& law);      // docs/domain/calendar.md
std::string print_glossary(const Law& law);      // docs/domain/glossary.md

}    // namespace cs::law
