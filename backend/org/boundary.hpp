#pragma once
// The same years under another territory. A list or a total takes a boundary: as reported then (the tree of that day),
// or the frame of one day, on which every unit of any year is found again through its lineage. Totals add whole units;
// a unit whose successors stand partly elsewhere, or are not known, is counted as unassigned and never divided.
#include <optional>
#include <string>
#include <vector>

#include "org/forest.hpp"

namespace cs::org {

struct Boundary {
    std::optional<UnitId> root;  // none: the whole country
    std::optional<Day> frame;    // the day on which `root` is looked at; none: as reported then
};

struct NamedBoundary {
    std::string_view key;   // i18n "boundary.<key>.name", "boundary.<key>.description"
    std::string_view code;  // of its root on `frame`
    Day frame;
};
// "plan_547": the area of Plan 547/KH-UBND is old Bắc Ninh, what stood under province 27 on 30/06/2025, and its
// successors.
const std::vector<NamedBoundary>& named_boundaries();

// "as_reported", "today", a named one, or a day. A named boundary brings its own root; the others use `root`. Refuses
// org.boundary_unknown, org.before_records, org.unit_not_on_day (the root does not exist in its own frame).
Result<Boundary> read_boundary(const Forest& forest, const std::string& text, const std::optional<UnitId>& root,
                               Day today);

// Who a unit of day `from` is on day `to`, through all recorded lineage between them, forwards or backwards.
struct Resolution {
    std::vector<UnitId> units;  // in force on `to`
    bool complete = true;       // false: some of it went where nobody has recorded
};
Resolution resolve(const Forest& forest, const UnitId& unit, Day from, Day to);

enum class Place : unsigned char { inside, outside, unassigned };
Place place(const Forest& forest, const Boundary& boundary, const UnitVersion& unit, Day day);

// The units in force on `day` that belong to the boundary, in the forest's order.
std::vector<const UnitVersion*> members(const Forest& forest, const Boundary& boundary, Day day);

// Of commune level, in force on `day`, partly in the boundary's frame and partly elsewhere: counted nowhere.
std::int64_t unassigned_communes(const Forest& forest, const Boundary& boundary, Day day);

struct KindCount {
    UnitKind kind;
    std::int64_t count = 0, rural = 0;
};
struct YearCount {
    int year;
    Day day;                        // the last day of the year, or today in the year that runs
    std::vector<KindCount> counts;  // by kind, only kinds that occur
    std::int64_t unassigned = 0;    // units of commune level
};
// Refuses org.years_unknown when a year lies before the records or after `today`, or the span is turned round.
Result<std::vector<YearCount>> count_units(const Forest& forest, const Boundary& boundary, int from_year, int to_year,
                                           Day today);

}  // namespace cs::org
