#pragma once
// A field team (đoàn kiểm tra thực địa) of a checking office, with the minutes that both sign. It changes nothing by itself:
// the office's checks may lean on it.
#include <optional>
#include <string>
#include <vector>

#include "assessment/sheet.hpp"

namespace cs::assessment {

using VisitId = Id<struct VisitTag>;

struct Finding {
    std::string indicator, finding;
};

struct FieldVisit {
    VisitId id;
    SheetId sheet;
    Day visited_on;
    UnitId office;          // that recorded it
    std::string members;    // names, titles and offices, in its own words
    std::string minutes_number;
    Day minutes_day;
    std::string unit_signer, office_signer;
    std::optional<std::string> evidence;    // id of the scan
    std::vector<Finding> findings;
    Instant at = {};
    std::optional<PersonId> by = {};
};

}    // namespace cs::assessment
