#pragma once
// The words of the review that travel: stages, states, ways of sending.
#include "assessment/commands.hpp"
#include "platform/json/json.hpp"

namespace cs::assessment {

BOOST_DESCRIBE_ENUM(Stage, self, district, department, province)
BOOST_DESCRIBE_ENUM(SheetState, draft, submitted, district_check, returned_by_district, department_check, returned_by_department,
                    checked, appraised)
BOOST_DESCRIBE_ENUM(ItemState, open, agreed, corrected, returned)
BOOST_DESCRIBE_ENUM(Via, signed_copy, document_system, by_hand)

}    // namespace cs::assessment
