#pragma once
// The demonstration's round of March 2026 in "Tỉnh Minh Họa", its sheets in different stages: one settled after a kiến nghị was answered,
// one before the council, one with an item sent back, one just sent, the rest not yet. Everything goes through the use cases that
// people use, each on his own day. Needs the example table (demo_agreement).
#include "base/day.hpp"
#include "base/result.hpp"
#include "platform/tx.hpp"

namespace cs::server {

Done seed_scoring(Tx& tx, Instant now);

}    // namespace cs::server
