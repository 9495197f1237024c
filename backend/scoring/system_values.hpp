#pragma once
// What the system itself knows for a leaf with a source: the appraised result of the yearly review. The review of December may
// come after the score of March: then the latest earlier one is taken and a warning says so; neither ever blocks the other.
#include <optional>

#include "base/decimal.hpp"
#include "platform/tx.hpp"
#include "scoring/round.hpp"

namespace cs::scoring {

struct SystemValue {
    Decimal actual;
    int year;              // of the review
    bool is_of_year;       // of the year that is scored; false: the latest available
};
// Of the newest review of that set up to the round's year whose result is in force; none: nothing was appraised yet, or the
// result says nothing of the indicator.
std::optional<SystemValue> system_value(Tx& tx, const UnitId& unit, const Source& source, int year);

}    // namespace cs::scoring
