#pragma once
// The two closed grammars of the criteria files. Anything they do not say is a fault of the set.
//   rule     = clause { "and" clause }
//   clause   = "region" [ "not" ] "in" "[" code { "," code } "]"  |  [ "@" ] name ( ">=" | "<=" | ">" | "<" | "=" ) number
//   formula  = name "/" "nguong" "(" set-id ":" indicator "," "vùng" "," "năm" ")" "*" "100"
#include <optional>
#include <string_view>

#include "criteria/set.hpp"

namespace cs::criteria {

std::optional<AltRule> parse_alt_rule(std::string_view when);    // without its threshold
std::optional<Formula> parse_formula(std::string_view text);

}    // namespace cs::criteria
