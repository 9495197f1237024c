#include <algorithm>

#include "access/store.hpp"
#include "assessment/commands.hpp"
#include "base/text.hpp"

namespace cs::assessment {
namespace {

using access::Operation;

Done may_save(const OpenedSheet& opened, const SheetFacts& facts, const criteria::CriteriaSet& set, const std::vector<CellInput>& cells) {
    if (!opened.seat.has(access::Role::unit_clerk) && !opened.seat.has(access::Role::unit_head))
        return refuse(Problem::not_your_role, "access.not_your_unit", {{"operation", "save_cells"}}, "kh547.vi_7");
    if (opened.sheet.state == SheetState::draft && !facts.window_open)
        return refuse(Problem::need_unmet, "sheet.need.window_open", {}, "cs.review_by_round");
    for (const CellInput& cell : cells) {
        const auto place = indicator_of_line(set, cell.line);
        if (!may_change(opened, facts.items, place ? place->indicator->no : ""))
            return refuse(Problem::need_unmet, "assessment.cells_locked", {{"line", cell.line}}, "cs.review_by_round");
    }
    return {};
}

std::string person_name(Tx& tx, const std::optional<PersonId>& id) { return id ? access::PersonStore(tx).name(*id) : ""; }

// Another editor was faster: both values are told, the writer decides.
Done check_seen(Tx& tx, const StageLines& self, const std::vector<CellInput>& cells) {
    for (const CellInput& cell : cells) {
        const auto found = self.find(cell.line);
        const std::int64_t stored = found == self.end() ? 0 : found->second.version;
        if (!cell.seen || *cell.seen == stored || (found != self.end() && found->second.line == cell.says)) continue;
        const SavedLine none;
        const SavedLine& theirs = found == self.end() ? none : found->second;
        return refuse(Problem::stale, "assessment.cell_stale",
                      {{"line", cell.line}, {"theirs", one_text(theirs.line)}, {"mine", one_text(cell.says)},
                       {"version", std::to_string(stored)}, {"by", person_name(tx, theirs.by)}, {"at", to_text(theirs.at)}});
    }
    return {};
}

// The faults of a values file, told at the cells they came from.
std::vector<Fault> at_cells(const std::vector<Fault>& faults, const std::string& file, const std::vector<CellInput>& cells) {
    std::vector<std::string> lines;    // the indicator of each physical line
    for (std::size_t from = 0; from < file.size(); from = file.find('\n', from) + 1) {
        const std::size_t comma = file.find(',', from) + 1;
        lines.push_back(file.substr(comma, file.find(',', comma) - comma));
    }
    std::vector<Fault> told;
    for (Fault fault : faults) {
        const std::string no = fault.line > 0 && fault.line <= static_cast<int>(lines.size()) ? lines[static_cast<std::size_t>(fault.line - 1)] : "";
        const auto cell = std::find_if(cells.begin(), cells.end(), [&](const CellInput& c) { return c.line == no; });
        if (cell != cells.end())
            fault.where = "cells[" + std::to_string(cell - cells.begin()) + "]." + fault.where;
        fault.line = 0;
        told.push_back(std::move(fault));
    }
    return told;
}

Done check_values(const criteria::Plan& plan, const OpenedSheet& opened, const SheetFacts& facts, const std::vector<CellInput>& cells) {
    const auto known = lines_of(plan);
    std::vector<Fault> faults;
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (std::find(known.begin(), known.end(), cells[i].line) == known.end())
            faults.push_back({"assessment.line_unknown", {{"line", cells[i].line}}, "cells[" + std::to_string(i) + "].line"});
    if (!faults.empty()) return refuse("assessment.cells_refused", std::move(faults));
    Values self;
    self[Stage::self] = facts.values.contains(Stage::self) ? facts.values.at(Stage::self) : StageLines{};
    const std::string file = values_file(opened.sheet.unit.text(), effective(*plan.set, self, {}));
    const auto verdict = judged(plan, file, opened.sheet.unit.text());
    if (!verdict) return refuse("assessment.cells_refused", at_cells(verdict.error().faults, file, cells));
    return {};
}

audit::Entry entry_of(const OpenedSheet& opened, const StageLines& before, const std::vector<CellInput>& cells, const std::string& file_digest) {
    audit::Entry entry{audit::Event::cells_saved, "sheet", opened.sheet.id.text(), {}, ""};
    for (const CellInput& cell : cells) {
        const auto was = before.find(cell.line);
        entry.changes.push_back({"line", std::nullopt, cell.line});
        entry.changes.push_back({"value", was == before.end() ? std::nullopt : std::optional(one_text(was->second.line)),
                                 one_text(cell.says)});
    }
    if (!file_digest.empty()) entry.changes.push_back({"digest", std::nullopt, file_digest});
    return entry;
}

// The answers to a return: its lines were touched again.
std::vector<Item> answered(const criteria::CriteriaSet& set, const OpenedSheet& opened, Items& items, const std::vector<CellInput>& cells) {
    std::vector<Item> changed;
    const auto stage = checking_stage(opened.sheet.state);
    if (!stage) return changed;
    for (const CellInput& cell : cells) {
        const auto place = indicator_of_line(set, cell.line);
        const auto item = place ? items.find({*stage, place->indicator->no}) : items.end();
        if (item == items.end() || item->second.state != ItemState::returned || item->second.answered) continue;
        item->second.answered = true;
        changed.push_back(item->second);
    }
    return changed;
}

std::vector<CellInput> cleaned(std::vector<CellInput> cells) {
    for (CellInput& cell : cells)
        for (std::string* text : {&cell.says.value, &cell.says.male, &cell.says.female, &cell.says.note})
            *text = std::string(trim(*text));
    return cells;
}

}    // namespace

bool may_change(const OpenedSheet& opened, const Items& items, const std::string& indicator) {
    if (opened.sheet.state == SheetState::draft) return true;
    const auto stage = checking_stage(opened.sheet.state);
    return stage && is_returned(opened.sheet.state) && item_state(items, *stage, indicator) == ItemState::returned;
}

bool may_edit(const OpenedSheet& opened, const SheetFacts& facts, const std::string& indicator) {
    return (opened.seat.has(access::Role::unit_clerk) || opened.seat.has(access::Role::unit_head)) &&
           may_change(opened, facts.items, indicator) && (opened.sheet.state != SheetState::draft || facts.window_open);
}

namespace {

struct Decided {
    SavedCells saved;
    StageLines before, changed;
    std::vector<Item> answered;
};

Result<Decided> decided(Tx& tx, Instant now, const access::Actor& actor, OpenedSheet opened, const std::vector<CellInput>& cells) {
    CS_TRY(Basis basis, basis_of(tx, opened.round, opened.sheet.region));
    CS_TRY(criteria::Plan plan, basis.plan());
    CS_TRY(SheetFacts facts, facts_of(tx, opened, basis, plan, now));
    CS_TRY_DONE(may_save(opened, facts, basis.set(), cells));
    StageLines before = facts.values[Stage::self], changed;
    CS_TRY_DONE(check_seen(tx, before, cells));
    for (const CellInput& cell : cells) {
        const auto was = before.find(cell.line);
        changed[cell.line] = {cell.says, false, was == before.end() ? 1 : was->second.version + 1, now, actor.person};
        facts.values[Stage::self][cell.line] = changed[cell.line];
    }
    CS_TRY_DONE(check_values(plan, opened, facts, cells));
    std::vector<Item> items = answered(basis.set(), opened, facts.items, cells);
    facts.lines = effective(basis.set(), facts.values, facts.items);
    std::vector<std::string> lines;
    for (const auto& [no, saved] : changed) lines.push_back(no);
    return Decided{{std::move(opened), std::move(basis), std::move(plan), std::move(facts), std::move(lines)},
                   std::move(before), std::move(changed), std::move(items)};
}

}    // namespace

Done try_cells(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& id,
               const std::vector<CellInput>& given) {
    CS_TRY(OpenedSheet opened, open_sheet(tx, id, actor, tree, legal_day(now)));
    CS_TRY_DONE(decided(tx, now, actor, std::move(opened), cleaned(given)));
    return {};
}

Result<SavedCells> save_cells(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& id,
                              const std::vector<CellInput>& given, const std::string& file_digest) {
    const std::vector<CellInput> cells = cleaned(given);
    CS_TRY(OpenedSheet opened, take_sheet(tx, id, actor, tree, legal_day(now)));
    CS_TRY(Decided to, decided(tx, now, actor, std::move(opened), cells));
    SheetStore store(tx);
    store.put(id, Stage::self, to.changed);
    store.put(id, to.answered);
    const Seat& seat = to.saved.opened.seat;
    const access::Role role = seat.has(access::Role::unit_clerk) ? access::Role::unit_clerk : access::Role::unit_head;
    audit::record(tx, now, seat.by(role), entry_of(to.saved.opened, to.before, cells, file_digest));
    return std::move(to.saved);
}

}    // namespace cs::assessment
