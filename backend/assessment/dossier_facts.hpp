#pragma once
// What the needs of a dossier's steps are decided on. For a command the day is given; for a button any day between the last step
// and today will do, and what the form would bring is taken as brought.
#include "assessment/dossier_commands.hpp"

namespace cs::assessment {

struct DossierFacts {
    bool unit_stands = false, alone = true, unrecognised = true, in_order = false, posting_over = true, vote_reached = true,
         vote_missed = true, district = false, no_district = false, confirmed = false, opined = false, conditions_met = false;
};
Set<DossierNeed> met(const DossierFacts& facts);

struct Days {
    Day first, last;    // inclusive: one day for a command
};
Result<DossierFacts> facts_of(const Moment& m, const Dossier& dossier, const Days& days);

// How many of those present, and whether anybody has confirmed that number. Refuses law.parameter_*.
struct VoteRule {
    Decimal percent;
    bool settled;
};
Result<VoteRule> vote_rule(Day law_day);

// The permission table, then the procedure with its needs.
Result<access::Role> allowed(const Moment& m, const Dossier& dossier, DossierAction action, const DossierFacts& facts);

}    // namespace cs::assessment
