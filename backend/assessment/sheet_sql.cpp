#include "assessment/store.hpp"
#include "platform/sql/sql.hpp"

namespace cs::assessment {
namespace {

using sql::value;

Sheet sheet_of(const sql::Row& row) {
    return {row.id<SheetId>("id"), row.id<RoundId>("round_id"), row.id<UnitId>("unit_id"), row.text("region"),
            row.word<SheetState>("state"), row.integer("version"), row.instant("changed_at")};
}

SavedLine line_of(const sql::Row& row) {
    const auto applicable = row.maybe_integer("applicable");
    return {{row.text("value"), row.text("value_male"), row.text("value_female"),
             applicable ? std::optional(*applicable != 0) : std::nullopt, row.text("note")},
            row.flag("prefilled"), row.integer("version"), row.instant("saved_at"), row.maybe_id<PersonId>("saved_by")};
}

Item item_of(const sql::Row& row) {
    return {row.text("indicator"), row.text("criterion"), row.word<Stage>("stage"), row.word<ItemState>("state"),
            static_cast<int>(row.integer("returns")), row.maybe_day("due_on"), row.text("reason"), row.flag("answered"),
            row.maybe_id<CheckPaperId>("paper_id"), row.instant("checked_at"), row.maybe_id<PersonId>("checked_by")};
}

std::optional<std::int64_t> flag_or_null(const std::optional<bool>& flag) {
    return flag ? std::optional<std::int64_t>(*flag) : std::nullopt;
}

}    // namespace

void SheetStore::lock(const SheetId& id) { tx_.lock("sheet/" + id.text()); }

Result<Sheet> SheetStore::find(const SheetId& id) const {
    const auto rows = tx_.query("assessment.sheet", id);
    if (rows->empty()) return refuse(Problem::not_found, "assessment.sheet_unknown");
    return sheet_of(rows->front());
}

std::vector<Sheet> SheetStore::of_unit(const UnitId& unit) const {
    std::vector<Sheet> all;
    const auto rows = tx_.query("assessment.sheets_of_unit", unit);
    for (const sql::Row& row : *rows) all.push_back(sheet_of(row));
    return all;
}

std::vector<SheetRow> SheetStore::of_round(const RoundId& round) const {
    std::vector<SheetRow> all;
    const auto rows = tx_.query("assessment.sheets_of_round", round);
    for (const sql::Row& row : *rows) {
        SheetRow each{sheet_of(row), row.maybe_text("unit_name").value_or(""), std::nullopt, std::nullopt,
                      static_cast<int>(row.integer("items_returned"))};
        if (const auto verdict = row.maybe_text("verdict"))
            each.result = ResultHead{static_cast<int>(row.integer("result")), *parse_word<criteria::Verdict>(*verdict),
                                     static_cast<int>(row.integer("met")), static_cast<int>(row.integer("criteria")),
                                     row.flag("provisional"), row.instant("given_at"), std::nullopt};
        if (!row.is_null("sent_at")) each.sent_at = row.instant("sent_at");
        all.push_back(std::move(each));
    }
    return all;
}

std::optional<SheetId> SheetStore::before(const Round& round, const UnitId& unit) const {
    const auto rows = tx_.query("assessment.sheet_before", unit, round.set, round.year);
    return rows->empty() ? std::nullopt : std::optional(rows->front().id<SheetId>("id"));
}

void SheetStore::add(const std::vector<Sheet>& sheets) {
    std::vector<std::vector<sql::Value>> rows;
    for (const Sheet& s : sheets)
        rows.push_back({value(s.id), value(s.round), value(s.unit), value(s.region), value(word_of(s.state)), value(s.version),
                        value(s.changed_at)});
    tx_.bulk("assessment.add_sheet", rows);
}

void SheetStore::set_state(const Sheet& sheet, SheetState to, Instant at) {
    CS_CHECK(tx_.run("assessment.set_sheet_state", sheet.id, sheet.version, word_of(to), at) == 1);    // lock() made us alone
}

Values SheetStore::values(const SheetId& id) const {
    Values all;
    const auto rows = tx_.query("assessment.values", id);
    for (const sql::Row& row : *rows) all[row.word<Stage>("stage")].emplace(row.text("line"), line_of(row));
    return all;
}

void SheetStore::put(const SheetId& id, Stage stage, const std::map<std::string, SavedLine>& lines) {
    std::vector<std::vector<sql::Value>> rows;
    for (const auto& [no, s] : lines)
        rows.push_back({value(id), value(no), value(word_of(stage)), value(s.line.value), value(s.line.male), value(s.line.female),
                        value(flag_or_null(s.line.applicable)), value(s.line.note), value(s.prefilled), value(s.version),
                        value(s.at), value(s.by)});
    tx_.bulk("assessment.put_value", rows);
}

Items SheetStore::items(const SheetId& id) const {
    Items all;
    const auto rows = tx_.query("assessment.items", id);
    for (const sql::Row& row : *rows) {
        Item item = item_of(row);
        all.emplace(std::pair(item.stage, item.indicator), item);
    }
    return all;
}

std::map<SheetId, Items> SheetStore::items_of_round(const RoundId& round) const {
    std::map<SheetId, Items> all;
    const auto rows = tx_.query("assessment.items_of_round", round);
    for (const sql::Row& row : *rows) {
        Item item = item_of(row);
        all[row.id<SheetId>("sheet_id")].emplace(std::pair(item.stage, item.indicator), item);
    }
    return all;
}

void SheetStore::put(const SheetId& id, const std::vector<Item>& items) {
    std::vector<std::vector<sql::Value>> rows;
    for (const Item& i : items)
        rows.push_back({value(id), value(i.indicator), value(word_of(i.stage)), value(i.criterion), value(word_of(i.state)),
                        value(i.returns), value(i.due_on), value(i.reason), value(i.answered), value(i.paper), value(i.at),
                        value(i.by)});
    tx_.bulk("assessment.put_item", rows);
}

}    // namespace cs::assessment
