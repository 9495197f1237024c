#pragma once
// What the printed forms of a sheet are made of, loaded before: the builders (*_html) read nothing.
#include <memory>

#include "assessment/basis.hpp"
#include "assessment/opened_sheet.hpp"

namespace cs::assessment {

struct PrintedSheet {
    OpenedSheet opened;
    Basis basis;
    criteria::Plan plan;
    std::map<std::string, Line> self;         // what the unit says
    std::unique_ptr<Judged> judged;           // on that
    Values values;
    Items items;
    std::vector<FieldVisit> visits;
    std::optional<Submission> sent;           // the last one that was not withdrawn
    std::string unit_name;
    std::vector<std::string> above;           // the district, while it stands, and the province

    // The minutes only:
    Stage stage = Stage::department;
    std::vector<std::string> criteria = {};    // those it is about, in the set's order
    std::string office_name = {};
};
Result<PrintedSheet> printed_sheet(Tx& tx, OpenedSheet opened, const access::Tree& tree);

// Narrows it to the minutes of one stage: of `criterion`, or of what the caller is in charge of, or of everything. Refuses
// assessment.criterion_not_here, assessment.stage_unknown.
Done as_minutes(PrintedSheet& printed, const access::Tree& tree, Day today, const std::optional<std::string>& criterion,
                const std::optional<std::string>& stage);

}    // namespace cs::assessment
