#pragma once
// The criteria the rule of withdrawal names (law/key_criteria.tsv).
#include <string>
#include <string_view>
#include <vector>

#include "law/confidence.hpp"

namespace cs::assessment {

struct KeyCriterion {
    std::string set, criterion, name, source;
    law::Confidence confidence;
};
const std::vector<KeyCriterion>& key_criteria();
bool is_key(std::string_view set, std::string_view criterion);

}    // namespace cs::assessment
