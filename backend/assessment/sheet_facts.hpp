#pragma once
// What the needs of the sheet's procedure are decided on; loaded before, nothing is read there.
#include "assessment/basis.hpp"
#include "assessment/opened_sheet.hpp"

namespace cs::assessment {

struct SheetFacts {
    Values values;
    Items items;
    std::map<std::string, Line> lines;    // in effect now
    Day last_day;                         // of the window, for this unit
    bool window_open = false, every_line_answered = false, last_year_confirmed = false, district_stands = false,
         all_items_settled = false, returned_items_answered = false, verdict_decided = false;
    // Of the request; a screen that only asks takes them as given, because it will ask the person.
    bool paper_named = true, reason_given = true;
};
Set<SheetNeed> met(const SheetFacts& facts);

// The window alone: what a save asks. Refuses what law::Parameters refuses.
struct Window {
    Day last_day;
    bool open;
};
Result<Window> window_of(const OpenedSheet& opened, Instant now);
bool district_stands(Day today);

// Everything. `judged` is the verdict on the lines in effect.
Result<SheetFacts> facts_of(Tx& tx, const OpenedSheet& opened, const Basis& basis, const criteria::Plan& plan, Instant now);

// Lines of last year that nobody has touched yet, and indicators without any answer: what keeps a submission back.
std::vector<std::string> unconfirmed_lines(const Values& values);
std::vector<std::string> unanswered_indicators(const criteria::CriteriaSet& set, const Values& values);

// What counted of the unit in the latest earlier round of the same set, of the lines this version knows.
std::map<std::string, Line> last_years_lines(Tx& tx, const Round& round, const UnitId& unit, const criteria::CriteriaSet& set);

// Of an indicator at the stage the sheet is in.
ItemState item_state(const Items& items, Stage stage, const std::string& indicator);

}    // namespace cs::assessment
