#include <span>

#include "access/list_http.hpp"
#include "org/tree.hpp"
#include "report/report_http.hpp"
#include "report/wire_http.hpp"

namespace cs::report {
namespace {

using access::Call;
using access::Operation;

template <class E>
Result<std::optional<E>> maybe_choice(const Call& call, const char* name) {
    const auto text = call.query(name);
    if (!text || text->empty()) return std::nullopt;
    const auto value = parse_word<E>(*text);
    if (!value) return refuse(Problem::bad_input, "report.not_a_choice", {{"name", name}, {"value", *text}});
    return value;
}

Result<StandingFilter> filter_of(const Call& call) {
    CS_TRY(const auto standing, maybe_choice<Standing>(call, "standing"));
    CS_TRY(const auto place, maybe_choice<StandingPlace>(call, "place"));
    return StandingFilter{standing, place, call.query("q").value_or("")};
}

std::vector<BoardUnit> units_of(std::span<const StandingRow> rows) {
    std::vector<BoardUnit> units;
    for (const StandingRow& row : rows) units.push_back({row.unit, row.holding, row.became});
    return units;
}

Result<wire::Standings> list(Call& call) {
    CS_TRY(const StandingFilter filter, filter_of(call));
    CS_TRY(const int limit, call.query_int("limit", 50, 1, 200));
    CS_TRY(const int after, call.query_int("after", 0, 0, 1'000'000));
    return call.db.read([&](Tx& tx) -> Result<wire::Standings> {
        CS_TRY(const Asked asked, read_asked(call, tx));
        const Counted counted = count(tx, asked);
        const std::vector<StandingRow> all = standings_of(counted.census, filter);
        const std::size_t from = std::min(all.size(), static_cast<std::size_t>(after)), size = std::min(all.size() - from, static_cast<std::size_t>(limit));
        wire::Standings page{wire::shown(asked, *counted.forest), {}, static_cast<int>(all.size()), std::nullopt,
                             {access::action(Operation::enter_recognition, access::may(call.actor, Operation::enter_recognition))}};
        const auto rows = wire::shown(tx, *counted.forest, asked.on, units_of(std::span(all).subspan(from, size)));
        for (std::size_t i = 0; i < rows.size(); ++i) page.items.push_back({rows[i], all[from + i].place});
        if (from + size < all.size()) page.next = std::to_string(from + size);
        return page;
    });
}

Result<List> export_list(Call& call, Tx& tx) {
    CS_TRY(const StandingFilter filter, filter_of(call));
    CS_TRY(const Asked asked, read_asked(call, tx));
    return standings_list(tx, std::make_shared<const Counted>(count(tx, asked)), filter, asked.on);
}

Result<wire::UnitStanding> show(Call& call) {
    const auto id = UnitId::parse(call.param("id"));
    if (!id) return refuse(Problem::not_found, "org.unit_unknown_id");
    CS_TRY(const auto on, call.query_day("on"));
    const Day day = on.value_or(call.today());
    return call.db.read([&](Tx& tx) -> Result<wire::UnitStanding> {
        CS_TRY(const UnitStanding found, standing_of(tx, *id, day));
        const auto forest = org::UnitStore(tx).forest();
        wire::UnitStanding shown{*id, day, found.standing ? std::optional(wire::shown(*forest, *found.standing)) : std::nullopt, found.place, {}, {}, {}};
        for (const auto& r : found.own) shown.own.push_back(wire::shown(*forest, r));
        for (const auto& r : found.predecessors) shown.predecessors.push_back(wire::shown(*forest, r));
        shown.actions = {access::action(Operation::show_missing, access::may(call.actor, Operation::show_missing, *id, day, org::ForestTree(forest)))};
        return shown;
    });
}

std::vector<http::QueryParam> list_params(std::vector<http::QueryParam> more = {}) {
    std::vector<http::QueryParam> all = asked_params({{"standing", "Only this standing."},
                                                      {"place", "in_force, urban or history; all three when absent."},
                                                      {"q", "Words of the unit, its code or the area, with or without diacritics."}});
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

}    // namespace

void add_standing_routes(access::Api& api) {
    using http::Method;
    api.read<wire::Standings>({Method::get, "/api/standings", Operation::list_standings,
                               "Standings of a day under a boundary, by unit, with their decisions.",
                               list_params({{"after", "Where the page before ended."}, {"limit", "At most 200; 50 when absent."}})},
                              list);
    access::add_list(api, "/api/exports/standings", Operation::export_standings, "The same list as a file.", list_params(), export_list);
    api.read<wire::UnitStanding>({Method::get, "/api/units/{id}/standing", Operation::show_standing,
                                  "The standing of a unit on a day, all it was ever given, and what those were given it was formed out of.",
                                  {{"on", "The day; today when absent."}}},
                                 show);
}

}    // namespace cs::report
