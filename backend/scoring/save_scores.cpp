#include <algorithm>

#include "audit/journal.hpp"
#include "base/text.hpp"
#include "law/law.hpp"
#include "scoring/effective.hpp"
#include "scoring/score_commands.hpp"
#include "scoring/score_keep.hpp"
#include "scoring/system_values.hpp"

namespace cs::scoring {
namespace {

using access::Role;

ScoreAction begin_of(StageKind kind) {
    switch (kind) {
        case StageKind::self: break;
        case StageKind::cross_check: return ScoreAction::begin_cross_check;
        case StageKind::recheck: return ScoreAction::begin_recheck;
        case StageKind::field: return ScoreAction::begin_field;
        case StageKind::cluster: return ScoreAction::begin_cluster;
        case StageKind::council: return ScoreAction::begin_council;
    }
    CS_CHECK(false);
}

// A sheet somebody writes in: what it held before, and what the request puts there.
struct Writing {
    OpenedScore opened;
    int position;
    Seat by;
    Cells cells;
    std::vector<ReturnedItem> returns;
    StageCells changed = {};
    std::vector<std::pair<std::string, std::string>> told = {};    // leaf, as text
};

Result<Writing> written(const ScoreDesk& desk, const ScoreSheetId& id) {
    CS_TRY(OpenedScore opened, desk.find(id));
    const ScoreStore store(desk.moment().tx);
    auto returns = store.returns(id);
    CS_TRY(const int position, may_score(opened, returns));
    Seat by = opened.acting(desk.round().stages[static_cast<std::size_t>(position)].kind);
    return Writing{std::move(opened), position, std::move(by), store.cells(id), std::move(returns)};
}

std::string as_text(const Given& given) {
    if (given.score) return given.score->decimal().text();
    std::string text = given.plan ? given.plan->text() + " → " : "";
    return given.actual ? text + given.actual->text() : text;
}

const ReturnedItem* open_return(const std::vector<ReturnedItem>& returns, const std::string& leaf) {
    for (const ReturnedItem& item : returns)
        if (item.leaf == leaf && !item.answered_at) return &item;
    return nullptr;
}

// A computed value of the system stands unless the unit says why not.
bool departs(const ScoreDesk& desk, const Writing& w, const Item& leaf, const Given& given, const std::string& reason) {
    if (w.position != 0 || !leaf.leaf->source || leaf.leaf->needs_plan() || given.is_empty() || !reason.empty()) return false;
    const auto value = system_value(desk.moment().tx, w.opened.holder, *leaf.leaf->source, desk.round().year);
    return value && given.actual != value->actual;
}

// Fields are scored by their offices, the rest of the table by nobody at that stage.
bool is_his_field(const OpenedScore& o, int position, const Item& leaf) {
    if (o.desk->round().stages[static_cast<std::size_t>(position)].kind != StageKind::field) return true;
    const auto office = leaf.scorer.empty() ? std::nullopt : o.desk->office_of(leaf.scorer);
    return office && o.acting(StageKind::field).holds(Role::department_verifier, *office);
}

// The unit's own column as it is.
bool stands(const Writing& w, const Item& leaf, const Given& given) {
    const ScoreCell* own = before(w.cells, 1, leaf.id);
    return (own ? own->given : Given{}) == given;
}

std::optional<Fault> fault_in(const ScoreDesk& desk, const Writing& w, const Item& leaf, const ScoreInput& input) {
    const std::string reason(trim(input.reason));
    if (auto fault = fault_of(desk.table(), leaf, input.given)) return fault;
    if (!is_his_field(w.opened, w.position, leaf)) return Fault{"score.not_your_field", {{"leaf", leaf.id}}, {}};
    if (departs(desk, w, leaf, input.given, reason)) return Fault{"score.system_value", {{"leaf", leaf.id}}, {}};
    if (w.position == 0 && w.opened.sheet.state != ScoreState::self_scoring) {
        if (!open_return(w.returns, leaf.id)) return Fault{"score.not_returned", {{"leaf", leaf.id}}, {}};
        if (reason.empty()) return Fault{"score.reason_missing", {{"leaf", leaf.id}}, {}};
        if (w.opened.sheet.confirmed > 0 && !stands(w, leaf, input.given)) return Fault{"score.checked_already", {{"leaf", leaf.id}}, {}};
    }
    const ScoreCell* earlier = before(w.cells, w.position, leaf.id);
    if (w.position > 0 && desk.table().wants_reasons && earlier && earlier->given != input.given && reason.empty())
        return Fault{"score.reason_missing", {{"leaf", leaf.id}}, {}};
    return std::nullopt;
}

Done check_seen(const Writing& w, const ScoreInput& input) {
    const auto stage = w.cells.find(w.position);
    const ScoreCell* cell = nullptr;
    if (stage != w.cells.end())
        if (const auto found = stage->second.find(input.leaf); found != stage->second.end()) cell = &found->second;
    const std::int64_t version = cell ? cell->version : 0;
    if (!input.seen || *input.seen == version) return {};
    return refuse(Problem::stale, "score.cell_stale",
                  {{"leaf", input.leaf}, {"theirs", cell ? as_text(cell->given) : ""}, {"version", std::to_string(version)}});
}

void put(Writing& w, const ScoreDesk& desk, const ScoreInput& input) {
    const Moment& m = desk.moment();
    ScoreCell& cell = w.cells[w.position][input.leaf];
    w.told.emplace_back(input.leaf, as_text(cell.given) + " → " + as_text(input.given));
    cell = {input.given, std::string(trim(input.reason)), false, cell.version + 1, m.now, m.actor.person};
    w.changed[input.leaf] = cell;
}

void store(const ScoreDesk& desk, std::vector<Writing>& all) {
    const Moment& m = desk.moment();
    ScoreStore store(m.tx);
    std::vector<ScoreSheet> sheets;
    for (Writing& w : all) {
        store.put(w.opened.sheet.id, w.position, w.changed);
        for (const auto& [leaf, cell] : w.changed)
            if (const ReturnedItem* item = w.position == 0 ? open_return(w.returns, leaf) : nullptr)
                store.answer(w.opened.sheet.id, item->sequence, cell.reason, m.now, m.actor.person);
        ScoreSheet& sheet = w.opened.sheet;
        if (w.position > 0)
            if (const auto* step = score_procedure.find(sheet.state, begin_of(desk.round().stages[static_cast<std::size_t>(w.position)].kind)))
                sheet.state = step->to;
        count(desk, sheet, w.cells);
        sheets.push_back(sheet);
    }
    keep(desk, sheets);
}

audit::Entry entry_of(const ScoreDesk& desk, const std::vector<Writing>& all, const std::string& file) {
    std::vector<audit::Change> changes = {{"stage", {}, desk.round().stages[static_cast<std::size_t>(all.front().position)].id}};
    std::vector<std::pair<std::string, std::string>> also;
    for (const Writing& w : all) {
        also.emplace_back("score_sheet", w.opened.sheet.id.text());
        for (const auto& [leaf, text] : w.told)
            changes.push_back({"cell", {}, (all.size() > 1 ? w.opened.sheet.label + ", " : "") + leaf + ": " + text});
    }
    if (!file.empty()) changes.push_back({"digest", {}, file});
    return {audit::Event::scores_saved, "score_round", desk.round().id.text(), std::move(changes), "", std::move(also)};
}

// Every sheet of the request, with its cells put; the faults of all of them.
Result<std::vector<Writing>> writings(const ScoreDesk& desk, const std::vector<ScoreInput>& cells) {
    std::vector<Writing> all;
    std::vector<Fault> faults;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const ScoreInput& input = cells[i];
        auto at = std::find_if(all.begin(), all.end(), [&](const Writing& w) { return w.opened.sheet.id == input.sheet; });
        if (at == all.end()) {
            CS_TRY(Writing w, written(desk, input.sheet));
            at = all.insert(all.end(), std::move(w));
        }
        CS_TRY(const Item* leaf, leaf_of(desk.table(), input.leaf));
        CS_TRY_DONE(check_seen(*at, input));
        if (auto fault = fault_in(desk, *at, *leaf, input)) {
            fault->where = "cells[" + std::to_string(i) + "]";
            faults.push_back(*std::move(fault));
        }
        put(*at, desk, input);
    }
    if (!faults.empty()) return refuse("score.cells_refused", std::move(faults));
    if (all.empty()) return refuse(Problem::bad_input, "score.no_cells");
    return all;
}

}    // namespace

Result<int> may_score(const OpenedScore& o, const std::vector<ReturnedItem>& returns) {
    const bool is_units = !o.acting(StageKind::self).empty();
    if (o.sheet.state == ScoreState::self_scoring) {
        if (!is_units) return refuse(Problem::not_your_role, "access.not_your_role", {}, "kh547.vi_5_2c");
        if (o.desk->moment().today() < o.desk->round().opens_on) return refuse(Problem::need_unmet, "score.need.window_open", {}, "kh547.vi_5_2c");
        return 0;
    }
    const bool has_return = std::any_of(returns.begin(), returns.end(), [](const ReturnedItem& item) { return !item.answered_at; });
    if (is_units && has_return) return 0;
    const auto next = o.next_position();
    if (!next || o.sheet.state == ScoreState::announced || o.sheet.state == ScoreState::settled)
        return refuse(Problem::no_such_step, "score.cells_locked", {{"state", std::string(word_of(o.sheet.state))}});
    const StageKind kind = *o.next_kind();
    const Set<ScoreNeed> met = o.is_own ? Set<ScoreNeed>() : Set<ScoreNeed>{ScoreNeed::not_own_unit};
    CS_TRY_DONE(score_procedure.allow(ScoreState::waiting, begin_of(kind), o.acting(kind).roles(), met));
    return *next;
}

bool may_score_leaf(const OpenedScore& o, int position, const Item& leaf, const std::vector<ReturnedItem>& returns) {
    if (position == 0 && o.sheet.state != ScoreState::self_scoring) return open_return(returns, leaf.id) != nullptr;
    return is_his_field(o, position, leaf);
}

Done try_scores(const ScoreDesk& desk, const std::vector<ScoreInput>& cells) {
    CS_TRY_DONE(writings(desk, cells));
    return {};
}

Result<SavedScores> save_scores(const Moment& m, const ScoreRoundId& round, const std::vector<ScoreInput>& cells, const std::string& file) {
    ScoreStore(m.tx).lock(round);
    CS_TRY(const std::unique_ptr<ScoreDesk> desk, ScoreDesk::of(m, round));
    CS_TRY(std::vector<Writing> all, writings(*desk, cells));
    store(*desk, all);
    const Writing& first = all.front();
    const auto* begin = first.position > 0 ? score_procedure.find(ScoreState::waiting, begin_of(desk->round().stages[static_cast<std::size_t>(first.position)].kind)) : nullptr;
    const auto* step = begin ? begin : score_procedure.find(ScoreState::self_scoring, ScoreAction::send);
    audit::record(m.tx, m.now, first.by.by(first.by.role_for(*step)), entry_of(*desk, all, file));
    SavedScores saved{static_cast<int>(cells.size()), {}};
    for (const Writing& w : all) saved.sheets.push_back(w.opened.sheet.id);
    return saved;
}

}    // namespace cs::scoring
