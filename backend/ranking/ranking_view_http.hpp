#pragma once
// A ranking as it is shown: reasons said, and only to those whose business they are.
#include "ranking/wire_http.hpp"

namespace cs::ranking {

// Of a round: the closing that stands, or the live one for its holders. Refuses ranking.not_closed to everybody else.
Result<wire::RankingView> ranking_view(const Moment& m, const scoring::ScoreRoundId& round);
Result<wire::WhatIfView> what_if_view(const Moment& m, const scoring::ScoreRoundId& round, const std::string& yaml);

// What everybody would read of a closing under this choice.
Result<wire::PublicRanking> public_view(Tx& tx, const Closing& closing, const Shown& shown, const scoring::StagePaper& paper);

}    // namespace cs::ranking
