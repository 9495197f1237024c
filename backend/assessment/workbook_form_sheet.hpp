#pragma once
// The form of one sheet as it would go out now, and how its rows become lines again.
#include "assessment/sheet_facts.hpp"
#include "platform/sheet/form.hpp"

namespace cs::assessment {

inline constexpr std::string_view workbook_form = "assessment.sheet";

// Columns of the form, by key.
namespace column {
inline const std::string no = "no", name = "name", unit = "unit", limit = "limit", last = "last", keep = "keep", value = "value",
                         male = "male", female = "female", absent = "absent", note = "note";
}

// Everything the form is made of, loaded before.
struct WorkbookSource {
    const OpenedSheet& opened;
    const Basis& basis;
    const criteria::Plan& plan;
    const SheetFacts& facts;
    std::map<std::string, Line> last_year;
    std::map<PersonId, std::string> names;    // of those who saved lines
    std::string unit_name;
    Instant now;
};
// Refuses what judged() refuses.
Result<sheet::Form> form_of(const WorkbookSource& source);

// What a filled row of the form says of its line; `stored` is what stands there now.
Line line_of(const sheet::FormRow& form, const sheet::FilledRow& row, const SavedLine& stored);

}    // namespace cs::assessment
