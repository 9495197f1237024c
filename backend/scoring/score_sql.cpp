#include "platform/sql/sql.hpp"
#include "scoring/score_store.hpp"

namespace cs::scoring {
namespace {

using sql::value;

Score score(const sql::Row& row, std::string_view column) { return Score::hundredths(row.integer(column)); }

ScoreSheet sheet_of(const sql::Row& row) {
    return {row.id<ScoreSheetId>("id"), row.id<ScoreRoundId>("round_id"), row.id<UnitId>("unit_id"), row.text("unit_label"),
            row.maybe_id<org::ClusterId>("cluster_id"), row.text("cluster_label"), row.maybe_id<UnitId>("checked_by"), row.word<ScoreState>("state"),
            static_cast<int>(row.integer("confirmed")), row.maybe_day("sent_on"), static_cast<int>(row.integer("late_days")),
            row.text("effective"), {score(row, "base"), score(row, "bonus"), score(row, "penalty"), score(row, "total")},
            row.integer("version"), row.instant("changed_at")};
}

std::vector<ScoreSheet> sheets_of(const sql::Rows& rows) {
    std::vector<ScoreSheet> all;
    for (const sql::Row& row : rows) all.push_back(sheet_of(row));
    return all;
}

ScoreCell cell_of(const sql::Row& row) {
    ScoreCell cell;
    if (const auto hundredths = row.maybe_integer("score")) cell.given.score = Score::hundredths(*hundredths);
    cell.given.plan = Decimal::parse(row.text("plan"));
    cell.given.actual = Decimal::parse(row.text("actual"));
    cell.reason = row.text("reason");
    cell.from_system = row.flag("from_system");
    cell.version = row.integer("version");
    cell.at = row.instant("saved_at");
    cell.by = row.maybe_id<PersonId>("saved_by");
    return cell;
}

std::string text_or_nothing(const std::optional<Decimal>& number) { return number ? number->text() : ""; }

}    // namespace

void ScoreStore::lock(const ScoreRoundId& round) { tx_.lock("score/" + round.text()); }

Result<ScoreSheet> ScoreStore::find(const ScoreSheetId& id) const {
    const auto rows = tx_.query("scoring.sheet", id);
    if (rows->empty()) return refuse(Problem::not_found, "score.sheet_unknown");
    return sheet_of(rows->front());
}

std::vector<ScoreSheet> ScoreStore::of_round(const ScoreRoundId& round) const { return sheets_of(*tx_.query("scoring.sheets_of_round", round)); }
std::vector<ScoreSheet> ScoreStore::of_unit(const UnitId& unit) const { return sheets_of(*tx_.query("scoring.sheets_of_unit", unit)); }

void ScoreStore::add(const std::vector<ScoreSheet>& sheets) {
    std::vector<std::vector<sql::Value>> rows;
    for (const ScoreSheet& s : sheets)
        rows.push_back({value(s.id), value(s.round), value(s.unit), value(s.label), value(s.cluster), value(s.cluster_label), value(s.checked_by),
                        value(word_of(s.state)), value(s.confirmed), value(s.sent_on), value(s.late_days), value(s.effective),
                        value(s.sums.base.hundredths()), value(s.sums.bonus.hundredths()), value(s.sums.penalty.hundredths()),
                        value(s.sums.total.hundredths()), value(s.version), value(s.changed_at)});
    tx_.bulk("scoring.add_sheet", rows);
}

void ScoreStore::set(const ScoreSheet& s, Instant at) {
    tx_.run("scoring.set_sheet", s.id, word_of(s.state), s.confirmed, s.sent_on, s.late_days, s.effective, s.sums.base.hundredths(),
            s.sums.bonus.hundredths(), s.sums.penalty.hundredths(), s.sums.total.hundredths(), at);
}

Cells ScoreStore::cells(const ScoreSheetId& id) const {
    Cells all;
    const auto rows = tx_.query("scoring.cells", id);
    for (const sql::Row& row : *rows) all[static_cast<int>(row.integer("position"))][row.text("leaf")] = cell_of(row);
    return all;
}

std::map<ScoreSheetId, Cells> ScoreStore::cells_of_round(const ScoreRoundId& round) const {
    std::map<ScoreSheetId, Cells> all;
    tx_.each("scoring.cells_of_round", {value(round)}, [&](const sql::Row& row) {
        all[row.id<ScoreSheetId>("sheet_id")][static_cast<int>(row.integer("position"))][row.text("leaf")] = cell_of(row);
        return true;
    });
    return all;
}

void ScoreStore::put(const ScoreSheetId& id, int position, const StageCells& cells) {
    std::vector<std::vector<sql::Value>> rows;
    for (const auto& [leaf, c] : cells) {
        const auto score = c.given.score ? std::optional(c.given.score->hundredths()) : std::nullopt;
        rows.push_back({value(id), value(position), value(leaf), value(score), value(text_or_nothing(c.given.plan)),
                        value(text_or_nothing(c.given.actual)), value(c.reason), value(c.from_system), value(c.version), value(c.at), value(c.by)});
    }
    tx_.bulk("scoring.put_cell", rows);
}

std::vector<ScoreConfirmation> ScoreStore::confirmations(const ScoreSheetId& id) const {
    std::vector<ScoreConfirmation> all;
    const auto rows = tx_.query("scoring.confirmations", id);
    for (const sql::Row& row : *rows) {
        ScoreConfirmation c{static_cast<int>(row.integer("sequence")), static_cast<int>(row.integer("position")),
                            {row.text("number"), row.day("day"), row.text("signer")}, {}, score(row, "total")};
        if (const auto year = row.maybe_integer("receipt_year")) c.receipt = {static_cast<int>(*year), row.integer("receipt_number")};
        if (!row.is_null("withdrawn_at")) c.withdrawn_at = row.instant("withdrawn_at");
        c.at = row.instant("confirmed_at");
        c.by = row.maybe_id<PersonId>("confirmed_by");
        all.push_back(std::move(c));
    }
    return all;
}

void ScoreStore::add(const ScoreSheetId& id, const ScoreConfirmation& c) {
    const auto year = c.receipt ? std::optional(c.receipt->first) : std::nullopt;
    const auto number = c.receipt ? std::optional(c.receipt->second) : std::nullopt;
    tx_.run("scoring.add_confirmation", id, c.position, c.paper.number, c.paper.day, c.paper.signer, year, number, c.total.hundredths(), c.at, c.by);
}

void ScoreStore::withdraw_last(const ScoreSheetId& id, int position, Instant at) { tx_.run("scoring.withdraw_confirmation", id, position, at); }

}    // namespace cs::scoring
