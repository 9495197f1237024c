#include "audit/journal.hpp"
#include "scoring/effective.hpp"
#include "scoring/score_commands.hpp"
#include "scoring/score_keep.hpp"
#include "scoring/table_store.hpp"

namespace cs::scoring {
namespace {

struct Change {
    std::shared_ptr<const Table> table;
    StandingTable standing;
    std::vector<TableEffect> effects;
};

bool same_stages(const Table& table, const ScoreRound& round) {
    for (const RoundStage& stage : round.stages) {
        const auto at = table.stage_named(stage.id);
        if (!at || table.stages[static_cast<std::size_t>(*at)].is_by_field != (stage.kind == StageKind::field)) return false;
    }
    return true;
}

TableEffect effect(const Table& table, const ScoreRound& round, const ScoreSheet& sheet, const Cells& cells) {
    TableEffect e{sheet.id, sheet.label, sheet.sums.total, {}, {}};
    for (int position = 0; position <= sheet.confirmed; ++position) {
        for (const std::string& leaf : unscored(table, round.stages, cells, position)) e.faults.push_back({"score.not_scored", {{"leaf", leaf}, {"unit", sheet.label}}, leaf});
        const auto stage = cells.find(position);
        if (stage == cells.end()) continue;
        for (const auto& [id, cell] : stage->second) {
            const auto at = table.leaf_named(id);
            if (!at) e.faults.push_back({"score.leaf_unknown", {{"leaf", id}}, id});
            if (!at) continue;
            if (auto fault = fault_of(table, table.leaf(static_cast<std::size_t>(*at)), cell.given)) {
                fault->where = id;
                e.faults.push_back(*std::move(fault));
            }
        }
    }
    return e;
}

Result<Change> planned(const Moment& m, const ScoreRound& round, const TableVersionId& id) {
    CS_TRY(StandingTable standing, TableStore(m.tx).version(id));
    std::vector<Fault> faults;
    if (standing.table->year != round.year) faults.push_back({"score.table_other_year", {{"year", std::to_string(round.year)}}, "table"});
    if (!same_stages(*standing.table, round)) faults.push_back({"score.table_other_stages", {}, "table"});
    if (!faults.empty()) return refuse("score.table_unfit", std::move(faults));
    Change change{standing.table, standing, {}};
    const ScoreStore store(m.tx);
    auto cells = store.cells_of_round(round.id);
    std::vector<ScoreSheet> sheets = store.of_round(round.id);
    for (ScoreSheet& sheet : sheets) {
        if (sheet.confirmed >= 0) change.effects.push_back(effect(*change.table, round, sheet, cells[sheet.id]));
        const bool fits = sheet.confirmed < 0 || change.effects.back().faults.empty();
        sheet.effective = fits ? packed(effective(*change.table, round.stages, cells[sheet.id], sheet.confirmed)) : "";
    }
    sum(*change.table, sheets);
    for (TableEffect& e : change.effects)
        for (const ScoreSheet& sheet : sheets)
            if (sheet.id == e.sheet && e.faults.empty()) e.after = sheet.sums.total;
    return change;
}

Result<ScoreRound> asked(const Moment& m, const ScoreRoundId& id) {
    CS_TRY(ScoreRound round, ScoreRoundStore(m.tx).find(id));
    CS_TRY_DONE(access::may(m.actor, access::Operation::change_score_table, round.root, m.today(), m.tree));
    return round;
}

}    // namespace

Result<std::vector<TableEffect>> effect_of_table(const Moment& m, const ScoreRoundId& id, const TableVersionId& table) {
    CS_TRY(const ScoreRound round, asked(m, id));
    CS_TRY(Change change, planned(m, round, table));
    return std::move(change.effects);
}

Result<std::vector<TableEffect>> change_score_table(const Moment& m, const ScoreRoundId& id, const TableVersionId& table) {
    ScoreStore(m.tx).lock(id);
    CS_TRY(const ScoreRound round, asked(m, id));
    CS_TRY(const access::Role role, access::may(m.actor, access::Operation::change_score_table, round.root, m.today(), m.tree));
    CS_TRY(Change change, planned(m, round, table));
    std::vector<Fault> faults;
    for (const TableEffect& e : change.effects)
        for (const Fault& fault : e.faults) faults.push_back({fault.code, fault.args, e.label + "." + fault.where});
    if (!faults.empty()) return refuse("score.table_unfit", std::move(faults));
    ScoreRoundStore(m.tx).set_table(id, table);
    CS_TRY(const auto desk, ScoreDesk::of(m, id));
    const ScoreStore store(m.tx);
    auto cells = store.cells_of_round(id);
    std::vector<ScoreSheet> sheets;
    std::vector<audit::Change> changes = {{"table", round.table.text(), table.text()}, {"number", {}, change.standing.version.paper_number}};
    for (ScoreSheet& sheet : store.of_round(id)) {
        count(*desk, sheet, cells[sheet.id]);
        sheets.push_back(std::move(sheet));
    }
    keep(*desk, sheets);
    for (TableEffect& e : change.effects) {
        e.after = ScoreStore(m.tx).find(e.sheet)->sums.total;
        if (e.before != e.after) changes.push_back({"total", e.label + ": " + e.before.decimal().text(), e.label + ": " + e.after.decimal().text()});
    }
    audit::record(m.tx, m.now, m.actor.by(role), {audit::Event::score_table_changed, "score_round", id.text(), std::move(changes), ""});
    return std::move(change.effects);
}

}    // namespace cs::scoring
