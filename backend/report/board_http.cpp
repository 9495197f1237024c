#include <span>

#include "access/list_http.hpp"
#include "org/authority.hpp"
#include "org/query_http.hpp"
#include "report/report_http.hpp"
#include "report/standings.hpp"
#include "report/wire_http.hpp"

namespace cs::report {
namespace {

using access::Call;
using access::Operation;

std::vector<access::Action> actions_of(access::Api& api, Tx& tx, const Call& call, const Asked& asked) {
    if (!asked.frame.root) return {};
    const auto tree = api.tree(tx);
    std::vector<access::Action> all;
    for (const Operation operation : {Operation::add_target, Operation::assign_denominator, Operation::choose_reading,
                                      Operation::enter_recognition, Operation::add_map_layer})
        all.push_back(access::action(operation, org::may_act_upon(tx, call.actor, operation, *asked.frame.root, call.today(), *tree)));
    return all;
}

Result<wire::Board> board(access::Api& api, Call& call) {
    return call.db.read([&](Tx& tx) -> Result<wire::Board> {
        CS_TRY(const Asked asked, read_asked(call, tx));
        const Counted counted = count(tx, asked);
        wire::Board shown{wire::shown(asked, *counted.forest), {}, static_cast<int>(counted.census.unassigned), actions_of(api, tx, call, asked)};
        for (const BoardRow& row : make_board(counted.census, counted.readings)) shown.targets.push_back(wire::shown(row));
        return shown;
    });
}

// Of a share the way that decides: the chosen line, or all communes where nothing is chosen.
std::optional<std::string> percent_of(const BoardRow& row) {
    if (row.lines.empty()) return std::nullopt;
    const auto chosen = std::find_if(row.lines.begin(), row.lines.end(), [](const Line& l) { return l.chosen; });
    return percent_text((chosen == row.lines.end() ? row.lines.front() : *chosen).share, row.goal);
}

Result<wire::BoardSeries> series(Call& call) {
    return call.db.read([&](Tx& tx) -> Result<wire::BoardSeries> {
        CS_TRY(const Asked asked, read_asked(call, tx));
        const Counted counted = count(tx, asked);
        wire::BoardSeries shown{wire::shown(asked, *counted.forest), {}, {}};
        for (const YearOnBoard& y : board_by_year(counted, asked, call.today())) {
            wire::BoardYear year{y.year, y.day, {}};
            for (const BoardRow& row : y.rows)
                year.targets.push_back({row.target, static_cast<int>(row.count), static_cast<int>(row.of), percent_of(row)});
            shown.years.push_back(std::move(year));
        }
        for (const TurningDay& turning : turning_days(*counted.forest, asked.frame, call.today())) shown.days.push_back({turning.day, turning.why});
        return shown;
    });
}

template <class E>
Result<E> choice(const Call& call, const char* name) {
    const std::string text = call.query(name).value_or("");
    const auto value = parse_word<E>(text);
    if (!value) return refuse(Problem::bad_input, "report.not_a_choice", {{"name", name}, {"value", text}});
    return *value;
}

Result<wire::BoardUnits> units(Call& call) {
    CS_TRY(const auto target, choice<movement::PlanTarget>(call, "target"));
    CS_TRY(const auto part, choice<BoardPart>(call, "part"));
    CS_TRY(const int limit, call.query_int("limit", 50, 1, 200));
    CS_TRY(const int after, call.query_int("after", 0, 0, 1'000'000));
    return call.db.read([&](Tx& tx) -> Result<wire::BoardUnits> {
        CS_TRY(const Asked asked, read_asked(call, tx));
        const Counted counted = count(tx, asked);
        const std::vector<BoardUnit> all = units_behind(counted.census, target, part);
        const std::size_t from = std::min(all.size(), static_cast<std::size_t>(after)), size = std::min(all.size() - from, static_cast<std::size_t>(limit));
        wire::BoardUnits page{wire::shown(asked, *counted.forest),
                              wire::shown(tx, *counted.forest, asked.on, std::span(all).subspan(from, size)), static_cast<int>(all.size()), std::nullopt};
        if (from + size < all.size()) page.next = std::to_string(from + size);
        return page;
    });
}

// The list behind a figure, whole, with the decision of each unit that has one.
Result<List> units_list(Call& call, Tx& tx) {
    CS_TRY(const auto target, choice<movement::PlanTarget>(call, "target"));
    CS_TRY(const auto part, choice<BoardPart>(call, "part"));
    CS_TRY(const Asked asked, read_asked(call, tx));
    const auto counted = std::make_shared<const Counted>(count(tx, asked));
    return List{"don-vi-sau-con-so-" + to_text(asked.on),
                "board_units",
                {{"code", 10}, {"name", 32}, {"kind", 12}, {"standing", 24}, {"year", 8}, {"number", 18}, {"decided_on"}, {"signer", 24}, {"counts_from"}, {"source", 40}},
                [&tx, counted, target, part](const auto& give) -> Done {
                    const auto units = units_behind(counted->census, target, part);
                    std::vector<const Holding*> wanted;
                    for (const BoardUnit& each : units) wanted.push_back(each.holding);
                    const auto whole = recognitions_behind(tx, wanted);
                    for (const BoardUnit& each : units) {
                        const org::UnitState& s = each.unit->state;
                        const ListWord kind{"unit_kind", std::string(word_of(s.kind))};
                        if (each.holding == nullptr) {
                            give({s.code, s.name, kind, {}, {}, {}, {}, {}, {}, {}});
                            continue;
                        }
                        const assessment::Recognition& r = whole.at(each.holding->recognition);
                        give({s.code, s.name, kind, ListWord{"standing", std::string(word_of(r.standing))}, std::int64_t(r.year), r.decision.number,
                              list_value(r.decision.day), r.decision.signer, r.counts_from, r.source});
                    }
                    return {};
                }};
}

const std::vector<http::QueryParam> units_params = {{"target", "Which target."},
                                                    {"part", "counted, without (in the denominator, not counted), urban, history or towns."}};

}    // namespace

Result<Asked> read_asked(const Call& call, Tx& tx) {
    CS_TRY(const Day on, org::on_day(call));
    CS_TRY(const auto root, org::under(call, tx, on));
    return ask(*org::UnitStore(tx).forest(), on, call.query("boundary").value_or("as_reported"), root, call.today());
}

std::vector<http::QueryParam> asked_params(std::vector<http::QueryParam> more) {
    std::vector<http::QueryParam> all = {{"on", "The day; today when absent."},
                                         {"boundary", "as_reported, today, a day, or a named boundary; a named one brings its own root."},
                                         {"under", "The root, by id; the whole country when absent."},
                                         {"under_code", "The same, by the code it holds on that day."}};
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

void add_board_routes(access::Api& api) {
    using http::Method;
    api.read<wire::Board>({Method::get, "/api/board", Operation::show_board,
                           "The targets of the Plan on a day under a boundary: numerator, denominators, percentages, met or not.", asked_params()},
                          [&api](Call& call) { return board(api, call); });
    api.read<wire::BoardSeries>({Method::get, "/api/board/series", Operation::show_board_series,
                                 "The same at the end of each year of the movement, and the days on which something turns.", asked_params()},
                                series);
    api.read<wire::BoardUnits>(
        {Method::get, "/api/board/units", Operation::list_board_units, "The list behind a figure, each unit with its decision.",
         asked_params({units_params[0], units_params[1], {"after", "Where the page before ended."}, {"limit", "At most 200; 50 when absent."}})},
        units);
    access::add_list(api, "/api/exports/board-units", Operation::export_board_units, "The same list as a file.", asked_params(units_params), units_list);
}

void add_report_routes(access::Api& api) {
    add_board_routes(api);
    add_standing_routes(api);
    add_map_routes(api);
    add_periodic_routes(api);
}

}    // namespace cs::report
