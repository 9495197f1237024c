#pragma once
// A scoring table as it was loaded. The table belongs to the unit that holds the scoring; each version is bound to its paper.
#include <memory>
#include <string>

#include "base/id.hpp"
#include "scoring/table.hpp"

namespace cs::scoring {

using TableId = Id<struct ScoringTableTag>;
using TableVersionId = Id<struct ScoringTableVersionTag>;

struct TableRow {
    TableId id;
    std::string slug;    // the `id` of its YAML
    UnitId unit;
};

struct TableVersion {
    TableVersionId id;
    TableRow table;
    std::int64_t number = 1;
    std::string title;
    int year = 0;
    std::string yaml;      // empty in lists
    std::string digest;    // of the YAML
    std::string paper_number, paper_issuer;
    std::optional<Day> paper_issued = {};    // none: not known
    Day applies_from;
    std::string note = {};
    Instant loaded_at = {};
    std::optional<PersonId> loaded_by = {};
    std::string loaded_by_name = {};    // "" for the program and the operator
};

// A version with its rules, ready to be used. Parsed once for each id: a version never changes.
struct StandingTable {
    TableVersion version;
    std::shared_ptr<const Table> table;
};

}    // namespace cs::scoring
