#pragma once
// Lists as screens, exports and the command line take them: as the tree stood that day, or under another boundary.
#include <iosfwd>

#include "base/list.hpp"
#include "org/boundary.hpp"
#include "org/store.hpp"

namespace cs::org {

// `boundary` none: filter.under in the tree of filter.on. Otherwise the members of the boundary on that day, and
// filter.under is not looked at. The same order and cursors either way.
Result<UnitPage> list_units(Tx& tx, const UnitFilter& filter, const std::optional<Boundary>& boundary,
                            const std::optional<UnitCursor>& after, int limit);

// CSV: id,code,name,kind,parent_code,rural,region,from,to. `to` is the last day of the state, empty while it lasts.
std::string csv_header();
std::string csv_row(const UnitRow& row);
// The whole list to take away, with the columns of the CSV, read page by page.
List units_list(Tx& tx, const UnitFilter& filter, const std::optional<Boundary>& boundary);

// ---- For the command line.

// Everything below the unit that holds `code` on `day`, by code. Refuses org.before_records and org.code_not_on_day.
Done org_show(Database& db, const std::string& code, Day day, std::optional<UnitKind> kind, std::ostream& out);
// A file for import_units, or for reorganise_all (`file` names it in faults). Prints what was done, or would be.
Done org_import(Database& db, const Clock& clock, const std::string& bytes, bool dry_run, std::ostream& out);
Done org_reorganise(Database& db, const Clock& clock, const std::string& bytes, const std::string& file, bool dry_run,
                    std::ostream& out);

}  // namespace cs::org
