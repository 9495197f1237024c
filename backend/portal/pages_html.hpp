#pragma once
// The public pages, each a function from a transaction and a query to a Page. Facts only; what is internal has no page.
#include <map>
#include <string>

#include "base/list.hpp"
#include "org/store.hpp"
#include "portal/layout_html.hpp"

namespace cs::portal {

using Query = std::map<std::string, std::string>;

// What the list of units was asked for: words, kind, day ("30/06/2025" or "2025-06-30", today by default), the unit it
// stands under, where the page before ended. Refuses portal.bad_day and portal.bad_choice.
struct UnitSearch {
    org::UnitFilter filter;
    std::optional<org::UnitCursor> after;
    Query query;    // as given, to write links with
};
Result<UnitSearch> read_search(const Query& query, Day today);

Result<Page> home_page(Tx& tx, Day today);
Result<Page> units_page(Tx& tx, const UnitSearch& search);
Result<Page> unit_page(Tx& tx, const UnitId& unit, Day today);
Result<List> unit_list(Tx& tx, const UnitId& unit);    // its states, one a row
Result<std::string> unit_json(Tx& tx, const UnitId& unit);

Result<Page> criteria_sets_page(Tx& tx, Day today);
Result<Page> criteria_set_page(Tx& tx, const std::string& id, Day today);

Page not_found_page();
Page refused_page(const Refusal& refusal);

std::string kind_name(org::UnitKind kind);

}    // namespace cs::portal
