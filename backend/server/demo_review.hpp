#pragma once
// The demonstration's second chapter: four years of reviews in "Tỉnh Minh Họa", the last one under way. Everything goes through the
// use cases that people use.
#include "base/day.hpp"
#include "base/result.hpp"
#include "platform/tx.hpp"

namespace cs::server {

// Scales and thresholds by invented papers, offices in charge, rounds of 2022-2024 with their results, and the round of 2025 that is
// open around `now`: most communes have sent, one was sent back, one is checked, the rest has last year's values before it.
Done seed_reviews(Tx& tx, Instant now);

}    // namespace cs::server
