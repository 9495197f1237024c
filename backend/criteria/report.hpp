#pragma once
// Verdicts as text: JSON for programs (numbers as text, keys in the order of the contract) and a table for people.
#include <functional>
#include <string>
#include <string_view>

#include "criteria/evaluation.hpp"

namespace cs::criteria {

// `{"criteria_set":…,"year":…,"region":…,"units":[`, then units parted by commas, then `]}`.
void json_begin(const Plan& plan, std::string& out);
void json_unit(const UnitVerdict& verdict, std::string& out);
void json_end(std::string& out);

// The sentence under a key of i18n/*.json with its parameters; criteria does not see the catalogue itself.
using Say = std::function<std::string(std::string_view key, const Args& args)>;

// One block a unit: the verdict, then each criterion with what is not met or not known.
void table_begin(const Plan& plan, const Say& say, std::string& out);
void table_unit(const UnitVerdict& verdict, const Say& say, std::string& out);

// How a value is shown: "98", "true", "Khá"; nullopt when it was not given.
std::optional<std::string> shown(const Leaf& leaf, const Cell& cell);

}    // namespace cs::criteria
