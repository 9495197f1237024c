#pragma once
// What waits for the holders of a round: its ranking to be closed, a publication to be decided by a second person.
#include <vector>

#include "access/duty.hpp"
#include "ranking/commands.hpp"

namespace cs::ranking {

std::vector<access::Duty> ranking_duties(const Moment& m);

}    // namespace cs::ranking
