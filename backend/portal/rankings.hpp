#pragma once
// Published rankings: what a second person approved, and nothing else of a closing.
#include "portal/layout_html.hpp"
#include "ranking/closing.hpp"

namespace cs::portal {

Result<Page> rankings_page(Tx& tx);
// Refuses ranking.closing_unknown for whatever is not published.
Result<Page> ranking_page(Tx& tx, const ranking::ClosingId& id);
Result<std::string> ranking_json(Tx& tx, const ranking::ClosingId& id);    // the public package

}    // namespace cs::portal
