#pragma once
// Loads what the four conditions are judged on: the latest appraised result, what the offices said in the dossier, and the numbers
// of the law on the dossier's day.
#include "assessment/dossier_store.hpp"
#include "assessment/ladder.hpp"

namespace cs::assessment {

struct Subject {
    UnitId unit;
    Standing standing;
    Level level;             // of a residential area: of its commune
    UnitId province;         // whose own marks hold
    Day law_day;
    Instant as_of;           // what was known at that moment: what was decided stays as it was judged
};
// Without a dossier only the criteria are known.
ConditionFacts condition_facts(Tx& tx, const access::Tree& tree, const Subject& subject, const std::optional<Dossier>& dossier);

// Of a dossier, on the day its law says; of a decided or ended one as of that moment. Refuses what its unit's territory refuses.
Result<Conditions> conditions_of(Tx& tx, const access::Tree& tree, const Dossier& dossier, Instant now);

}    // namespace cs::assessment
