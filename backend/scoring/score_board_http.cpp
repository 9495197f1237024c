// All units × items × stages of a round, the sample, and every stage as CSV.
#include "assessment/moment_http.hpp"
#include "scoring/effective.hpp"
#include "scoring/honesty.hpp"
#include "scoring/round_sheets.hpp"
#include "scoring/score_http.hpp"
#include "scoring/score_keep.hpp"
#include "scoring/score_minutes_http.hpp"
#include "scoring/score_view_http.hpp"

namespace cs::scoring {
namespace {

using access::Api;
using access::Call;
using access::Operation;

bool takes_score(const LeafRule& rule) { return !rule.is_computed(); }

// A question about the round of the path.
template <class Answer, class Work>
Result<Answer> of_round(Api& api, Call& call, const Work& work) {
    CS_TRY(const ScoreRoundId id, score_round_id(call));
    return assessment::read_moment<Answer>(api, call, [&](const Moment& m) -> Result<Answer> {
        CS_TRY(const auto desk, ScoreDesk::of(m, id));
        return work(*desk);
    });
}

Result<wire::ScoreBoard> board(Api& api, Call& call) {
    return of_round<wire::ScoreBoard>(api, call, [&](const ScoreDesk& desk) { return score_board(desk, call.query("cluster").value_or("")); });
}

// ---- The sample

std::string title_of(const Table& table, const std::string& kind, const std::string& name) {
    if (kind != "items") return name;
    const auto at = table.item_named(name);
    return at ? table.items[static_cast<std::size_t>(*at)].title : name;
}

Result<Sample> sample_of(const ScoreDesk& desk, const std::string& kind, const std::optional<OpenedScore>& sheet) {
    if (kind == "units") return sample_of_units(desk);
    if (!sheet || (kind != "items" && kind != "villages")) return refuse(Problem::bad_input, "score.sample_of_what");
    return kind == "items" ? sample_of_items(*sheet) : sample_of_villages(*sheet);
}

// The gap sets the size, so only who may see it may see a sample of one unit.
Result<std::optional<OpenedScore>> sheet_of(const ScoreDesk& desk, const std::optional<std::string>& named) {
    if (!named) return std::optional<OpenedScore>();
    const auto id = ScoreSheetId::parse(*named);
    if (!id) return refuse(Problem::not_found, "score.sheet_unknown");
    CS_TRY(OpenedScore opened, desk.find(*id));
    if (opened.seat.empty() && !opened.is_own) return refuse(Problem::not_found, "score.sheet_unknown");
    return std::optional(std::move(opened));
}

Result<wire::ScoreSampleView> sample(Api& api, Call& call) {
    return of_round<wire::ScoreSampleView>(api, call, [&](const ScoreDesk& desk) -> Result<wire::ScoreSampleView> {
        if (desk.visible().empty()) return refuse(Problem::not_found, "score.round_unknown");
        const std::string kind = call.query("kind").value_or("units");
        CS_TRY(const auto sheet, sheet_of(desk, call.query("sheet")));
        CS_TRY(const Sample drawn, sample_of(desk, kind, sheet));
        const std::string& seed = desk.round().seed;
        wire::ScoreSampleView view{seed, drawn.what, "printf '%s' '" + seed + "|" + drawn.what + "|…' | b2sum -l 256", drawn.rule.least, drawn.rule.each,
                              drawn.rule.most, {}, drawn.size, {}};
        if (sheet) {
            CS_TRY(const auto gap, past_gap(*sheet));
            if (gap) view.gap = wire::ScoreGapView{gap->year, gap->self.decimal(), gap->verified.decimal(), gap->percent};
        }
        for (const Drawn& d : drawn.order)
            view.order.push_back({d.name, title_of(desk.table(), kind, d.name), d.digest, static_cast<int>(view.order.size()) < drawn.size});
        return view;
    });
}

// ---- The minutes

Result<int> stage_of(const ScoreRound& round, const std::string& named) {
    for (std::size_t p = 1; p < round.stages.size(); ++p)
        if (round.stages[p].id == named) return static_cast<int>(p);
    return refuse(Problem::bad_input, "score.minutes_stage_unknown", {{"stage", named}});
}

Result<http::Reply> minutes(Api& api, Call& call) {
    return of_round<http::Reply>(api, call, [&](const ScoreDesk& desk) -> Result<http::Reply> {
        const std::string cluster = call.query("cluster").value_or("");
        CS_TRY(wire::ScoreBoard board, score_board(desk, cluster));
        CS_TRY(const int position, stage_of(desk.round(), call.query("stage").value_or("")));
        if (const auto sheet = call.query("sheet"))
            std::erase_if(board.sheets, [&](const wire::BoardSheet& each) { return each.sheet.id.text() != *sheet; });
        if (board.sheets.empty()) return refuse(Problem::not_found, "score.sheet_unknown");
        return http::Reply::html(law::render(score_minutes(board, position, cluster), api.demo()));
    });
}

Result<http::Reply> csv(Api& api, Call& call) {
    return of_round<http::Reply>(api, call, [&](const ScoreDesk& desk) -> Result<http::Reply> {
        const Moment& m = desk.moment();
        CS_TRY_DONE(access::may(m.actor, Operation::export_score_sheets, desk.round().root, m.today(), m.tree));
        return http::Reply{200, "text/csv", csv_of_round(m.tx, desk.round(), desk.table()),
                           {{"content-disposition", "attachment; filename=\"phieu-diem-" + std::to_string(desk.round().year) + ".csv\""}}, {}};
    });
}

}    // namespace

Result<wire::ScoreBoard> score_board(const ScoreDesk& desk, const std::string& cluster) {
    const Moment& m = desk.moment();
    const auto visible = desk.visible();
    if (visible.empty()) return refuse(Problem::not_found, "score.round_unknown");
    ScoreSight sight(desk);
    const Table& table = desk.table();
    wire::ScoreBoard view{sight.round(visible), table.decimals, table.step.decimal(), {}, {}, {}};
    for (const Item& item : table.items)
        view.items.push_back({item.id, item.title, std::string(word_of(item.part)), item.depth, item.leaf.has_value(), item.leaf && item.leaf->needs_plan(),
                              item.leaf && takes_score(*item.leaf), item.max.decimal()});
    const auto cells = ScoreStore(m.tx).cells_of_round(desk.round().id);
    for (const OpenedScore& opened : visible) {
        if (!cluster.empty() && (opened.is_blinded() || opened.sheet.cluster_label != cluster)) continue;    // a neutral label has no cluster
        const auto own = cells.find(opened.sheet.id);
        view.sheets.push_back(sight.board_sheet(opened, own == cells.end() ? Cells{} : own->second));
    }
    for (const Operation each : {Operation::export_score_sheets, Operation::announce_scores, Operation::settle_scores})
        view.actions.push_back(access::action(each, access::may(m.actor, each, desk.round().root, m.today(), m.tree)));
    return view;
}

const wire::BoardColumn* said_at(const wire::BoardSheet& sheet, int position) {
    for (const wire::BoardColumn& stage : sheet.stages)
        if (stage.position == position) return &stage;
    return nullptr;
}

const wire::BoardCell* said_at(const wire::BoardSheet& sheet, int position, const std::string& item) {
    if (const wire::BoardColumn* stage = said_at(sheet, position))
        for (const wire::BoardCell& cell : stage->cells)
            if (cell.item == item) return &cell;
    return nullptr;
}

wire::BoardSheet ScoreSight::board_sheet(const OpenedScore& o, const Cells& cells) {
    const Table& table = desk_.table();
    wire::BoardSheet view{row(o), position_of(o), {}};
    const auto points = points_by_stage(o, cells);
    for (std::size_t p = 0; p < points.size(); ++p) {
        if (!points[p]) continue;
        wire::BoardColumn column{static_cast<int>(p), {}, points[p]->total.decimal()};
        const StageCells& stage = cells.at(static_cast<int>(p));
        for (std::size_t n = 0; n < table.leaves.size(); ++n) {
            const auto cell = stage.find(table.leaf(n).id);
            if (cell == stage.end() || cell->second.given.is_empty()) continue;
            const Given& given = cell->second.given;
            column.cells.push_back({cell->first, given.score ? std::optional(given.score->decimal()) : std::nullopt, given.plan, given.actual,
                                    points[p]->items[static_cast<std::size_t>(table.leaves[n])].decimal(), cell->second.reason, cell->second.version});
        }
        view.stages.push_back(std::move(column));
    }
    return view;
}

void add_score_board_routes(Api& api) {
    using http::Method;
    api.read<wire::ScoreBoard>({Method::get, "/api/score-rounds/{id}/board", Operation::show_score_board, "All units × items × stages of a round the caller may see.",
                                {{"cluster", "Only the units of this cluster.", false}}},
                               [&api](Call& call) { return board(api, call); });
    api.read<wire::ScoreSampleView>({Method::get, "/api/score-rounds/{id}/sample", Operation::draw_score_sample,
                                "Units of the round, or items or villages of one sheet, in the order drawn from the published seed; anyone can redraw it.",
                                {{"kind", "units, items or villages.", false}, {"sheet", "Of which sheet the items or villages are.", false}}},
                               [&api](Call& call) { return sample(api, call); });
    api.raw({Method::get, "/api/score-rounds/{id}/minutes", Operation::print_score_minutes,
             "The minutes of a stage, to be printed and signed: of one sheet, of a cluster, or of the round.",
             {{"stage", "Id of the stage in the table; not the unit's own.", true}, {"cluster", "Only the units of this cluster.", false}, {"sheet", "Only this sheet.", false}}},
            "text/html", [&api](Call& call) { return minutes(api, call); });
    api.raw({Method::get, "/api/score-rounds/{id}/sheets.csv", Operation::export_score_sheets,
             "Every confirmed stage of every sheet with its reasons, as `chungsuc rank --sheets` reads it."},
            "text/csv", [&api](Call& call) { return csv(api, call); });
}

}    // namespace cs::scoring
