#pragma once
// What waits for a person in the rounds of scoring.
#include <vector>

#include "access/duty.hpp"
#include "scoring/score_desk.hpp"

namespace cs::scoring {

// score_due and score_returned open the sheet; scores_to_score and score_objections the round.
std::vector<access::Duty> score_duties(const Moment& m);

}    // namespace cs::scoring
