#pragma once
// How a council counts, as pure functions. The denominators are said: a quorum is of all members that day, a vote is of those present
// less those who stepped back from the matter. Exactly at the threshold passes.
#include <cstdint>

#include "assessment/share.hpp"

namespace cs::council {

struct Quorum {
    std::int64_t members, needed, present;
    bool met() const { return members > 0 && present >= needed; }
};
Quorum quorum(std::int64_t members, std::int64_t present, const law::Fraction& fraction);

struct Votes {
    std::int64_t in_favour = 0, against = 0, abstained = 0;
    std::int64_t cast() const { return in_favour + against + abstained; }
};
struct Tally {
    Votes votes;
    std::int64_t present = 0, recused = 0, needed = 0;
    std::int64_t of() const { return present - recused; }
    bool well_counted() const { return votes.in_favour >= 0 && votes.against >= 0 && votes.abstained >= 0 && votes.cast() <= of(); }
    bool reached() const { return of() > 0 && votes.in_favour >= needed; }
};
Tally tally(const Votes& votes, std::int64_t present, std::int64_t recused, const Decimal& percent);

}    // namespace cs::council
