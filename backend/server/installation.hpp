#pragma once
// What this installation is. Written once by `seed`, read by `serve` and the screens.
#include <optional>
#include <string>

#include "base/day.hpp"
#include "platform/tx.hpp"

namespace cs::server {

std::optional<std::string> world(Tx& tx);    // "demo", "empty"; none before seeding
void remember_world(Tx& tx, const std::string& world, Instant at);
void ping(Tx& tx);    // throws when the engine does not answer

}    // namespace cs::server
