#pragma once
// The public board, its map and the register of standings: one question, asked of the same census as the office's.
#include "base/list.hpp"
#include "portal/query.hpp"
#include "report/map.hpp"
#include "report/standings.hpp"

namespace cs::portal {

// "on", and "scope": the key of a named boundary (plan_547 by default) or the id of a unit, as its tree stood that day. The
// Plan's area is looked at on the last day it stood as it was, unless another is asked for. Refuses portal.bad_day,
// portal.bad_choice and what report::ask refuses.
struct BoardQuestion {
    report::Asked asked;
    std::string scope;
};
Result<BoardQuestion> read_board_question(Tx& tx, const Query& query, Day today);

Result<Page> board_page(Tx& tx, const Query& query, Day today);
Result<Page> standings_page(Tx& tx, const Query& query, Day today);
Result<List> board_list(Tx& tx, const Query& query, Day today);
Result<std::string> board_json(Tx& tx, const Query& query, Day today);
Result<List> standings_list(Tx& tx, const Query& query, Day today);
Result<std::string> standings_json(Tx& tx, const Query& query, Day today);

// The parts.
Html question_fields(Tx& tx, const BoardQuestion& question);
Html standing_map(const report::MapView& view, Day day);
Html unit_standing(Tx& tx, const UnitId& unit, Day day);    // the section of a unit's page; empty for what cannot be recognised
std::string standing_name(assessment::Standing standing);
Html decision(const assessment::Recognition& recognition);    // "Quyết định số …, ngày …, người ký …"
Html source_of(const std::string& source);                    // an address as a link with the name of its site
std::string asked_line(const BoardQuestion& question, const org::Forest& forest);    // territory, boundary and day

// What the filters of the register were asked for. Refuses portal.bad_choice.
Result<report::StandingFilter> read_standing_filter(const Query& query);

}    // namespace cs::portal
