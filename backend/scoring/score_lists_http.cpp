// The board and the sheets of a round, taken away as files: what the screens show, whole.
#include "access/list_http.hpp"
#include "platform/i18n.hpp"
#include "scoring/score_http.hpp"
#include "scoring/score_view_http.hpp"

namespace cs::scoring {
namespace {

using access::Api;
using access::Call;
using access::Operation;

const std::string sheet_states = std::string("score") + ".state";    // its words in the catalogue

// A column of the board: what one stage says of one sheet.
struct Column {
    const wire::BoardSheet* sheet;
    int position;

    ListValue at(const std::string& item) const {
        const wire::BoardCell* cell = said_at(*sheet, position, item);
        return cell != nullptr ? ListValue(cell->points) : ListValue();
    }
    ListValue total() const {
        const wire::BoardColumn* stage = said_at(*sheet, position);
        return stage != nullptr ? ListValue(stage->total) : ListValue();
    }
};

Done board_rows(const wire::ScoreBoard& view, const std::vector<Column>& columns, const ListGive& give) {
    for (const wire::BoardItem& item : view.items) {
        ListRow row = {item.id, item.title, item.max};
        for (const Column& column : columns) row.push_back(column.at(item.id));
        give(row);
    }
    ListRow totals = {std::string(), say("list.column.total"), {}};
    for (const Column& column : columns) totals.push_back(column.total());
    give(totals);
    return {};
}

// Of a stage when it is asked for: one column a unit; else one a unit and stage.
Result<std::optional<int>> stage_asked(const Call& call, const wire::ScoreBoard& view) {
    const auto text = call.query("stage");
    if (!text || text->empty()) return std::optional<int>();
    CS_TRY(const int stage, call.query_int("stage", 0, 0, static_cast<int>(view.round.stages.size()) - 1));
    return std::optional(stage);
}

Result<List> board(Api& api, Call& call, Tx& tx) {
    CS_TRY(const ScoreRoundId id, score_round_id(call));
    const auto tree = api.tree(tx);
    const Moment m{tx, call.clock.now(), call.actor, *tree};
    CS_TRY(const auto desk, ScoreDesk::of(m, id));
    CS_TRY(wire::ScoreBoard made, score_board(*desk, call.query("cluster").value_or("")));
    const auto view = std::make_shared<const wire::ScoreBoard>(std::move(made));
    CS_TRY(const std::optional<int> stage, stage_asked(call, *view));
    List list{"bang-tong-hop-diem-" + std::to_string(view->round.year), "score_board", {{"item", 8}, {"content", 48}, {"max", 10}}, {}};
    std::vector<Column> columns;
    for (const wire::BoardSheet& sheet : view->sheets)
        for (int p = 0; p < static_cast<int>(view->round.stages.size()); ++p) {
            if (stage && *stage != p) continue;
            const std::string heading = sheet.sheet.label + ": " + view->round.stages[static_cast<std::size_t>(p)].title;
            columns.push_back({&sheet, p});
            list.columns.push_back({heading, 14, heading});
        }
    list.rows = [view, columns](const ListGive& give) { return board_rows(*view, columns, give); };
    return list;
}

ListRow row_of(const wire::ScoreSheetRow& s) {
    const auto sent = [&](const Decimal& points) { return s.sent_on ? ListValue(points) : ListValue(); };
    return {s.label, s.cluster, ListWord{sheet_states, std::string(word_of(s.state))}, s.stage, s.last_day, list_value(s.sent_on), std::int64_t(s.late_days),
            sent(s.base), sent(s.bonus), sent(s.penalty), sent(s.total), std::int64_t(s.returned), std::int64_t(s.objections)};
}

Result<List> sheets(Api& api, Call& call, Tx& tx) {
    CS_TRY(const ScoreRoundId id, score_round_id(call));
    const auto tree = api.tree(tx);
    const Moment m{tx, call.clock.now(), call.actor, *tree};
    CS_TRY(const auto desk, ScoreDesk::of(m, id));
    const auto visible = desk->visible();
    if (visible.empty()) return refuse(Problem::not_found, "score.round_unknown");
    ScoreSight sight(*desk);
    std::vector<ListRow> rows;
    for (const OpenedScore& opened : visible) rows.push_back(row_of(sight.row(opened)));
    return List{"phieu-diem-" + std::to_string(desk->round().year),
                "score_sheets",
                {{"unit", 32}, {"cluster", 28}, {"state", 28}, {"confirmed_stage", 24}, {"last_day"}, {"sent_at"}, {"late_days", 10}, {"base", 10}, {"bonus", 10},
                 {"penalty", 10}, {"total", 10}, {"returned", 12}, {"objections", 12}},
                [rows = std::move(rows)](const ListGive& give) -> Done {
                    for (const ListRow& row : rows) give(row);
                    return {};
                }};
}

}    // namespace

void add_score_list_routes(Api& api) {
    access::add_list(api, "/api/exports/score-rounds/{id}/board", Operation::export_score_board,
                     "The board of a round: a row for each item, a column for each unit and stage the caller may see.",
                     {{"cluster", "Only the units of this cluster.", false}, {"stage", "Only this stage, by its position from 0.", false}},
                     [&api](Call& call, Tx& tx) { return board(api, call, tx); });
    access::add_list(api, "/api/exports/score-rounds/{id}/sheets", Operation::export_score_round, "The sheets of a round that the caller may see.", {},
                     [&api](Call& call, Tx& tx) { return sheets(api, call, tx); });
}

}    // namespace cs::scoring
