#pragma once
#include <string>

namespace cs::audit {

// The catalogue as a markdown table, for `chungsuc describe events` and docs/domain.
std::string print_catalogue();

}    // namespace cs::audit
