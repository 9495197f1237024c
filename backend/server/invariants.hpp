#pragma once
// What must always hold in the data, checked by `chungsuc verify` (nightly) and after the writes of tests.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/tx.hpp"

namespace cs::server {

struct Invariant {
    std::string_view sentence;                             // what holds
    std::optional<std::string> (*first_broken)(Tx& tx);    // the first row that breaks it, as table and key
};

const std::vector<Invariant>& invariants();

}    // namespace cs::server
