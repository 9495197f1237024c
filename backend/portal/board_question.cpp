#include <algorithm>

#include "portal/board.hpp"

namespace cs::portal {

Result<BoardQuestion> read_board_question(Tx& tx, const Query& query, Day today) {
    const auto forest = org::UnitStore(tx).forest();
    std::string scope = value_of(query, "scope");
    if (scope.empty()) scope = std::string(org::named_boundaries().front().key);
    for (const org::NamedBoundary& named : org::named_boundaries()) {
        if (named.key != scope) continue;
        CS_TRY(const Day on, day_asked(query, std::min(today, named.frame)));
        CS_TRY(report::Asked asked, report::ask(*forest, on, scope, std::nullopt, today));
        return BoardQuestion{std::move(asked), scope};
    }
    const auto unit = UnitId::parse(scope);
    if (!unit) return refuse(Problem::bad_input, "portal.bad_choice", {{"given", scope}});
    CS_TRY_DONE(org::UnitStore(tx).known(*unit));
    CS_TRY(const Day on, day_asked(query, today));
    CS_TRY(report::Asked asked, report::ask(*forest, on, "as_reported", unit, today));
    return BoardQuestion{std::move(asked), scope};
}

Result<report::StandingFilter> read_standing_filter(const Query& query) {
    report::StandingFilter filter{std::nullopt, std::nullopt, value_of(query, "q")};
    const std::string standing = value_of(query, "standing"), place = value_of(query, "place");
    if (!standing.empty() && !(filter.standing = parse_word<assessment::Standing>(standing)))
        return refuse(Problem::bad_input, "portal.bad_choice", {{"given", standing}});
    if (!place.empty() && !(filter.place = parse_word<report::StandingPlace>(place)))
        return refuse(Problem::bad_input, "portal.bad_choice", {{"given", place}});
    return filter;
}

}    // namespace cs::portal
