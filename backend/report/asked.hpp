#pragma once
// What every figure says about itself: its day, and the boundary under which it is taken.
#include "movement/plan.hpp"
#include "org/store.hpp"
#include "report/board.hpp"

namespace cs::report {

struct Asked {
    Day on;
    std::string boundary;          // "as_reported", "today", "day", or the key of a named one
    org::Boundary frame;
};

// `boundary` as org::read_boundary takes it; `under` is not looked at for a named one. Refuses org.before_records and what
// org::read_boundary refuses.
Result<Asked> ask(const org::Forest& forest, Day on, const std::string& boundary, const std::optional<UnitId>& under, Day today);

// A census with what it points into.
struct Counted {
    std::shared_ptr<const org::Forest> forest;
    std::shared_ptr<const assessment::Holdings> holdings;
    Readings readings;    // recorded for the root of the boundary
    Census census;
};
Counted count(Tx& tx, const Asked& asked);

struct YearOnBoard {
    int year;
    Day day;    // the last of the year, or today in the year that runs
    std::vector<BoardRow> rows;
};
// The years of the movement up to today, each as counted on its last day.
std::vector<YearOnBoard> board_by_year(const Counted& counted, const Asked& asked, Day today);

}    // namespace cs::report
