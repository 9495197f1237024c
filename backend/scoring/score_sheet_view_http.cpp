// One sheet as it travels: every stage side by side, what the system knows, what stands beside the points.
#include "access/api_http.hpp"
#include "assessment/evidence_store.hpp"
#include "scoring/effective.hpp"
#include "scoring/honesty.hpp"
#include "scoring/score_evidence.hpp"
#include "scoring/score_keep.hpp"
#include "scoring/score_view_http.hpp"
#include "scoring/system_values.hpp"
#include "scoring/table_store.hpp"

namespace cs::scoring {
namespace {

template <class T>
std::optional<Decimal> decimal(const std::optional<T>& score) {
    return score ? std::optional(score->decimal()) : std::nullopt;
}

// Everything the parts of a view lean on.
struct Parts {
    const OpenedScore& opened;
    const Table& table;
    const Cells cells;
    const std::vector<ReturnedItem> returns;
    const std::vector<std::optional<Points>> points;
    std::optional<int> position;
    std::vector<ScoreCitation> citations = {};
    std::map<std::string, Score> last_year = {};
    bool lags = false;    // a system value is not of the year
};

// Points of the same leaves in the unit's sheet of an earlier year; what went by the place among others says nothing by itself.
std::map<std::string, Score> last_years(const OpenedScore& o) {
    std::map<std::string, Score> all;
    Tx& tx = o.desk->moment().tx;
    for (const ScoreSheet& sheet : ScoreStore(tx).of_unit(o.sheet.unit)) {
        const auto round = ScoreRoundStore(tx).find(sheet.round);
        if (!round || round->year >= o.desk->round().year || sheet.confirmed < 0) continue;
        const auto standing = TableStore(tx).version(round->table);
        if (!standing) continue;
        const Table& table = *standing->table;
        const Points points = total_points(table, unpacked(sheet.effective, table.leaves.size()), {}, 0);
        for (std::size_t i = 0; i < table.items.size(); ++i)
            if (const auto& leaf = table.items[i].leaf; leaf && leaf->rule != Rule::rank) all.emplace(table.items[i].id, points.items[i]);
        return all;
    }
    return all;
}

void add_cells(ScoreSight& sight, const Parts& parts, std::size_t item, wire::ScoreItemView& view) {
    for (const auto& [position, stage] : parts.cells) {
        const auto found = stage.find(view.id);
        if (found == stage.end()) continue;
        const ScoreCell& c = found->second;
        const auto& points = parts.points[static_cast<std::size_t>(position)];
        view.cells.push_back({position, decimal(c.given.score), c.given.plan, c.given.actual, points ? points->items[item].decimal() : Decimal(), c.reason,
                              c.from_system, c.version, c.at, sight.name(c.by)});
    }
    for (const ReturnedItem& r : parts.returns)
        if (r.leaf == view.id) view.returned.push_back({r.reason, r.answer, r.due_on, r.answered_at.has_value()});
}

wire::ScoreItemView item_view(ScoreSight& sight, Parts& parts, std::size_t i) {
    const Item& item = parts.table.items[i];
    wire::ScoreItemView view{item.id, item.title, std::string(word_of(item.part)), item.depth, item.leaf.has_value(), {}, item.max.decimal(), item.scorer,
                             item.evidence, false, false, {}, {}, {}, {}, {}, {}, false};
    for (const auto& points : parts.points) view.points.push_back(points ? std::optional(points->items[i].decimal()) : std::nullopt);
    if (const auto before = parts.last_year.find(item.id); before != parts.last_year.end()) view.last_year = before->second.decimal();
    if (!item.leaf) return view;
    view.rule = std::string(word_of(item.leaf->rule));
    view.needs_plan = item.leaf->needs_plan();
    view.is_editable = parts.position && may_score_leaf(parts.opened, *parts.position, item, parts.returns);
    view.may_cite = may_cite_for_score(parts.opened, item.id, parts.returns).has_value();
    for (const ScoreCitation& c : parts.citations)
        if (const auto file = c.leaf == item.id ? assessment::EvidenceStore(parts.opened.desk->moment().tx).find(c.evidence) : std::nullopt)
            view.evidence_cited.push_back({c.evidence, file->title});
    add_cells(sight, parts, i, view);
    if (!item.leaf->source) return view;
    if (const auto value = system_value(parts.opened.desk->moment().tx, parts.opened.holder, *item.leaf->source, parts.opened.desk->round().year)) {
        view.system = wire::SystemValueView{value->actual, value->year, value->is_of_year};
        parts.lags = parts.lags || !value->is_of_year;
    }
    return view;
}

std::vector<wire::ScoreStageColumn> columns(const Parts& parts) {
    const ScoreRound& round = parts.opened.desk->round();
    const auto confirmations = ScoreStore(parts.opened.desk->moment().tx).confirmations(parts.opened.sheet.id);
    std::vector<wire::ScoreStageColumn> all;
    for (std::size_t p = 0; p < round.stages.size(); ++p) {
        const RoundStage& s = round.stages[p];
        wire::ScoreStageColumn column{s.id, s.title, s.kind, s.closes_on, static_cast<int>(p) <= parts.opened.sheet.confirmed, "", "", "", {}, {}, {}, {}, {}};
        for (const ScoreConfirmation& c : confirmations) {
            if (c.position != static_cast<int>(p) || c.withdrawn_at) continue;
            column.paper_number = c.paper.number, column.paper_day = c.paper.day, column.signer = c.paper.signer;
            if (c.receipt) column.receipt = assessment::Receipt{c.receipt->first, c.receipt->second, "", "", "", "", {}, {}}.code();
        }
        if (const auto& points = parts.points[p]) {
            column.base = points->base.decimal(), column.bonus = points->bonus.decimal();
            column.penalty = points->penalty.decimal(), column.total = points->total.decimal();
        }
        all.push_back(std::move(column));
    }
    return all;
}

std::string title_of(const Table& table, const ScoreFact& fact) {
    for (const KnockOut& rule : table.knock_outs)
        if (rule.id == fact.rule && rule.is_hold == (fact.kind == FactKind::hold)) return rule.title;
    return "";
}

void add_beside(ScoreSight& sight, const Parts& parts, wire::ScoreSheetView& view) {
    const ScoreStore store(parts.opened.desk->moment().tx);
    for (const Objection& o : store.objections(parts.opened.sheet.id))
        view.objections.push_back({o.id, o.leaf, o.words, o.paper.number, o.at, sight.name(o.by), o.answer, o.accepted, o.answer_paper.number, o.answer_paper.day});
    const auto facts = store.facts(parts.opened.sheet.id);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const ScoreFact& f = facts[i];
        const bool is_last = std::none_of(facts.begin() + static_cast<std::ptrdiff_t>(i) + 1, facts.end(),
                                          [&](const ScoreFact& later) { return later.kind == f.kind && later.rule == f.rule; });
        view.facts.push_back({f.kind, f.rule, title_of(parts.table, f), std::string(word_of(f.state)), f.found, f.reason, f.paper.number, f.paper.day,
                              sight.name(f.by), is_last});
    }
    for (const KnockOut& rule : parts.table.knock_outs)
        view.fact_rules.push_back({rule.is_hold ? FactKind::hold : FactKind::knock_out, rule.id, rule.title, rule.above.has_value()});
}

}    // namespace

Result<wire::ScoreSheetView> ScoreSight::sheet(const OpenedScore& o) {
    const ScoreStore store(desk_.moment().tx);
    const Cells cells = store.cells(o.sheet.id);
    Parts parts{o, desk_.table(), cells, store.returns(o.sheet.id), points_by_stage(o, cells), position_of(o)};
    const bool blind = o.is_blinded();
    if (!blind) parts.last_year = last_years(o);
    if (!blind) parts.citations = store.citations(o.sheet.id);
    const ScoreRound& r = desk_.round();
    wire::ScoreSheetView view{row(o), r.id, r.title, r.year, desk_.table().scale.decimal(), desk_.table().step.decimal(), desk_.table().decimals,
                              desk_.table().wants_reasons, parts.position, {}, {}, {}, {}, {}, {}, {}, actions_of(o)};
    view.stages = columns(parts);
    for (std::size_t i = 0; i < parts.table.items.size(); ++i) view.items.push_back(item_view(*this, parts, i));
    if (!blind) add_beside(*this, parts, view);
    if (!o.seat.empty() || o.is_own) {
        CS_TRY(const auto gap, past_gap(o));
        if (gap) view.gap = wire::ScoreGapView{gap->year, gap->self.decimal(), gap->verified.decimal(), gap->percent};
    }
    if (parts.lags) view.warnings.emplace_back("latest_available");
    if (blind)
        for (wire::ScoreStageColumn& column : view.stages) column.paper_number.clear(), column.signer.clear(), column.receipt.clear();
    if (blind)
        for (wire::ScoreItemView& item : view.items)
            for (wire::ScoreCellView& cell : item.cells) cell.by_name.clear();
    return view;
}

}    // namespace cs::scoring
