#pragma once
// Reader and validator of a criteria file (law/criteria/*.yaml, schema_version 1).
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "criteria/set.hpp"

namespace cs::criteria {

// Refuses "criteria.set_refused" with every fault, each with its path and physical line: malformed YAML, unknown or
// repeated keys, numbers ("no") given twice, counts that do not add up, unknown regions, thresholds of the wrong kind,
// `verified` without a source, rules and formulas outside their grammar. A template, the movement and a procedure are
// read too and say so in `document`; of a procedure and of the index only the heading is read.
Result<CriteriaSet> read_set(std::string_view yaml);

// The same, and refuses what is not a set: criteria.is_template, criteria.is_procedure, criteria.is_movement,
// criteria.is_index.
Result<CriteriaSet> read_evaluable_set(std::string_view yaml);

// The id in the file's heading, for looking a set up beside another; nullopt when the file has none.
std::optional<std::string> id_of(std::string_view yaml);

}    // namespace cs::criteria
