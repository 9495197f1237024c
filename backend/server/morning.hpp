#pragma once
// The letters of the day: to everybody with an address who wants them one digest of what waits for him, and at once what is due in
// mail.due_soon_days. Written on working days only; a second run on the same day writes nothing new.
#include <vector>

#include "access/duty.hpp"
#include "access/actor.hpp"
#include "platform/tx.hpp"

namespace cs::server {

// "Việc của tôi" from every module; what has a day first, the nearest first.
std::vector<access::Duty> duties_of(Tx& tx, const access::Actor& actor, Instant now);

// Answers for how many people it looked. Each is looked at and written to in transactions of his own, so that nobody's request waits for
// all of them.
int write_morning_letters(Database& db, const Clock& clock);

}    // namespace cs::server
