#pragma once
// Who stands where on a day, under a boundary: the register of recognitions laid over the units as they were then. Pure; the
// board, the lists behind it and the map are all read from one census.
//   - A share of communes counts xã only. A recognised xã that became a phường or thị trấn is told apart, never silently
//     dropped or kept (cs.standing_of_communes).
//   - Who took others in, or was formed out of others, has no standing until one is decided; what they held before is
//     history (cs.standing_not_inherited).
//   - A thị xã or thành phố can only complete the task; what it was recognised for as a huyện is told apart too.
//   - A model residential area goes on counting where its commune went: it was not merged itself.
#include <optional>
#include <vector>

#include "assessment/holdings.hpp"
#include "org/boundary.hpp"

namespace cs::report {

using assessment::Holding;
using assessment::Standing;

// A unit of the day with the highest standing in force, if it has one.
struct Stands {
    const org::UnitVersion* unit;
    const Holding* holding = nullptr;
};

// A recognition that does not count as the standing of a unit of this kind on this day, or names an area.
struct Apart {
    const org::UnitVersion* unit;      // of the day; of its last day when it is gone
    const Holding* holding;
    std::vector<UnitId> became = {};   // history: who stands in its place, itself when it took others in
};

struct Census {
    Day day;
    std::vector<Stands> communes;      // xã
    std::vector<Stands> urban;         // phường, thị trấn; a holding is one from when they were xã
    std::vector<Stands> districts;     // huyện
    std::vector<Stands> towns;         // thị xã, thành phố; a holding is "task completed"
    std::vector<Apart> former;         // huyện recognised before they became thị xã, thành phố
    std::vector<Apart> history;        // commune level
    std::vector<Apart> district_history;
    std::vector<Apart> areas;
    std::int64_t unassigned = 0;       // of commune level, partly elsewhere in the frame of the boundary: in no figure
};

// Pointers go into `forest` and `holdings`, which must outlive the census.
Census take_census(const org::Forest& forest, const assessment::Holdings& holdings, const org::Boundary& boundary, Day day);

// By its legal name: units of district level are one kind in the register.
bool is_town(const org::UnitState& state);

}    // namespace cs::report
