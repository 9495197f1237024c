#pragma once
// The register as people search it: every standing of a day under a boundary, and for one unit everything it was ever given,
// with what those were given out of whom it was formed.
#include "assessment/register.hpp"
#include "base/list.hpp"
#include "report/asked.hpp"

namespace cs::report {

// in_force: counts for its unit; urban: from when the unit was a xã or huyện; history: of a unit that is gone or took others in.
enum class StandingPlace : unsigned char { in_force, urban, history };

struct StandingRow {
    const org::UnitVersion* unit;
    const Holding* holding;
    StandingPlace place;
    std::vector<UnitId> became;
};

struct StandingFilter {
    std::optional<Standing> standing;
    std::optional<StandingPlace> place;
    std::string words;    // of the unit or the area, without diacritics
};

// By name of the unit, then area.
std::vector<StandingRow> standings_of(const Census& census, const StandingFilter& filter);

// The whole recognitions behind rows, by id.
std::map<assessment::RecognitionId, assessment::Recognition> recognitions_behind(Tx& tx, const std::vector<const Holding*>& holdings);

// The list to take away.
List standings_list(Tx& tx, std::shared_ptr<const Counted> counted, const StandingFilter& filter, Day on);

struct UnitStanding {
    std::optional<assessment::Recognition> standing;       // the highest of the day; areas are not looked at
    StandingPlace place = StandingPlace::in_force;         // history: it counted until the unit took others in
    std::vector<assessment::Recognition> own;              // all it was ever given, areas and withdrawn ones too, oldest first
    std::vector<assessment::Recognition> predecessors;     // of those it was formed out of, up to the day
};
// Refuses org.before_records, org.unit_unknown_id.
Result<UnitStanding> standing_of(Tx& tx, const UnitId& unit, Day day);

}    // namespace cs::report
