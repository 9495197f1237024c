#include <algorithm>

#include "base/csv.hpp"
#include "platform/sql/sql.hpp"
#include "scoring/effective.hpp"
#include "scoring/round_sheets.hpp"

namespace cs::scoring {
namespace {

int whole(const std::string& text) { return static_cast<int>(Decimal::parse(text).value_or(Decimal()).units()); }

void take(const Table& table, const ScoreFact& fact, UnitSheet& sheet) {
    switch (fact.kind) {
        case FactKind::knock_out:
        case FactKind::hold:
            for (std::size_t i = 0; i < table.knock_outs.size(); ++i)
                if (table.knock_outs[i].id == fact.rule && table.knock_outs[i].is_hold == (fact.kind == FactKind::hold))
                    sheet.facts[i] = fact.state == UnitFact::Is::unsaid ? UnitFact{} : UnitFact{fact.state, fact.found, told(fact)};
            return;
        case FactKind::last_year: sheet.last_year = Score::from(Decimal::parse(fact.found).value_or(Decimal())); return;
        case FactKind::council_place: sheet.council_place = whole(fact.found); return;
        case FactKind::adjusted_place: sheet.adjustment = Adjustment{whole(fact.found), told(fact)}; return;
    }
}

std::string item_of(const ScoreFact& fact) {
    switch (fact.kind) {
        case FactKind::knock_out: return "@knock_out:" + fact.rule;
        case FactKind::hold: return "@hold:" + fact.rule;
        case FactKind::last_year: return "@last_year";
        case FactKind::council_place: return "@council_place";
        case FactKind::adjusted_place: return "@adjusted_place";
    }
    return {};
}

// The last word on each kind and rule.
std::map<std::string, ScoreFact> last_words(const std::vector<ScoreFact>& facts) {
    std::map<std::string, ScoreFact> last;
    for (const ScoreFact& fact : facts) last.insert_or_assign(item_of(fact), fact);
    return last;
}

std::string number(const std::optional<Decimal>& n) { return n ? n->text() : ""; }

std::string rows_of(const ScoreSheet& sheet, const ScoreRound& round, const Table& table, const Cells& cells, const std::vector<ScoreFact>& facts) {
    std::string csv;
    const auto line = [&](const std::string& item, const std::string& stage, const Given& given, const std::string& actual, const std::string& reason) {
        csv += csv_line({sheet.label, sheet.cluster_label, item, stage, given.score ? given.score->decimal().text() : "", number(given.plan), actual, reason});
    };
    for (int position = 0; position <= sheet.confirmed; ++position) {
        const auto stage = cells.find(position);
        if (stage == cells.end()) continue;
        for (std::size_t n = 0; n < table.leaves.size(); ++n) {
            const auto cell = stage->second.find(table.leaf(n).id);
            if (cell == stage->second.end() || cell->second.given.is_empty()) continue;
            line(cell->first, round.stages[static_cast<std::size_t>(position)].id, cell->second.given, number(cell->second.given.actual), cell->second.reason);
        }
    }
    if (sheet.late_days > 0) line("@late_days", "", {}, std::to_string(sheet.late_days), "");
    for (const auto& [item, fact] : last_words(facts))
        if (fact.state != UnitFact::Is::unsaid) line(item, "", {}, fact.state == UnitFact::Is::unconfirmed ? "unconfirmed" : fact.found, told(fact));
    return csv;
}

}    // namespace

RoundSheets sheets_of_round(Tx& tx, const ScoreRoundId& round, const Table& table) {
    struct Found {
        UnitSheet sheet;
        std::string id, unit;
    };
    std::vector<Found> all;
    RoundSheets out;
    tx.each("scoring.effective_of_round", {sql::value(round)}, [&](const sql::Row& row) {
        if (row.integer("confirmed") < 0) return out.unsent.push_back(row.text("unit_label")), true;
        UnitSheet sheet{row.text("unit_label"), row.text("cluster_label"), unpacked(row.text("effective"), table.leaves.size()),
                        std::vector<UnitFact>(table.knock_outs.size()), static_cast<int>(row.integer("late_days")), {}, {}, {}};
        all.push_back({std::move(sheet), row.text("id"), row.text("unit_id")});
        return true;
    });
    std::sort(all.begin(), all.end(), [](const Found& a, const Found& b) { return a.sheet.unit < b.sheet.unit; });
    std::sort(out.unsent.begin(), out.unsent.end());
    const auto facts = ScoreStore(tx).facts_of_round(round);
    for (Found& found : all) {
        const ScoreSheetId id(std::move(found.id));
        if (const auto own = facts.find(id); own != facts.end())
            for (const ScoreFact& fact : own->second) take(table, fact, found.sheet);
        out.sheets.push_back(std::move(found.sheet));
        out.ids.push_back(id);
        out.units.emplace_back(std::move(found.unit));
    }
    return out;
}

std::string csv_of_round(Tx& tx, const ScoreRound& round, const Table& table) {
    const ScoreStore store(tx);
    const auto cells = store.cells_of_round(round.id);
    const auto facts = store.facts_of_round(round.id);
    std::string csv = "unit,cluster,item,stage,score,plan,actual,reason\n";
    for (const ScoreSheet& sheet : store.of_round(round.id)) {
        const auto own = cells.find(sheet.id);
        const auto beside = facts.find(sheet.id);
        if (sheet.confirmed >= 0 && own != cells.end())
            csv += rows_of(sheet, round, table, own->second, beside == facts.end() ? std::vector<ScoreFact>{} : beside->second);
    }
    return csv;
}

}    // namespace cs::scoring
