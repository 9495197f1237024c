#pragma once
// What waits for a person: "Việc của tôi" is the duties of all modules, those with a day first.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/day.hpp"

namespace cs::access {

struct Duty {
    std::string kind;                           // "sheet_due": its sentence is office.duty.<kind>
    std::map<std::string, std::string> args;    // of the sentence
    std::optional<Day> by;                      // the last day for it
    std::string object_kind, object_id;         // what to open
};

}    // namespace cs::access
