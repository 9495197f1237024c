#include "assessment/import_values.hpp"

#include <algorithm>
#include <set>

#include "access/permissions.hpp"
#include "assessment/basis.hpp"
#include "assessment/store.hpp"
#include "base/csv.hpp"
#include "org/store.hpp"

namespace cs::assessment {
namespace {

using access::Operation;

struct RoundFor {
    Round round;
    access::Role role;
};

Result<RoundFor> round_for(Tx& tx, const access::Actor& actor, const access::Tree& tree, Day today, const RoundId& id,
                           Operation operation) {
    CS_TRY(const Round round, RoundStore(tx).find(id));
    CS_TRY(const access::Role role, access::may(actor, operation, round.root, today, tree));
    return RoundFor{round, role};
}

UnitFinder units_of(Tx& tx, const Round& round, const std::vector<SheetRow>& rows) {
    const auto forest = org::UnitStore(tx).forest();
    std::vector<KnownUnit> units;
    for (const SheetRow& row : rows) {
        const org::UnitVersion* unit = forest->on(row.sheet.unit, round.units_on);
        CS_CHECK(unit != nullptr);
        const org::UnitVersion* parent = unit->state.parent ? forest->on(*unit->state.parent, round.units_on) : nullptr;
        units.push_back({row.sheet.unit, unit->state.code, unit->state.name, parent ? parent->state.name : ""});
    }
    return UnitFinder(std::move(units));
}

// What a round is judged on in each of its regions; plans point into their basis.
class Bases {
public:
    Bases(Tx& tx, const Round& round) : tx_(tx), round_(round) {}
    struct One {
        Basis basis;
        criteria::Plan plan;
    };
    Result<const One*> of(const std::string& region) {
        if (const auto found = all_.find(region); found != all_.end()) return found->second.get();
        CS_TRY(Basis basis, basis_of(tx_, round_, region));
        CS_TRY(criteria::Plan plan, basis.plan());
        return (all_[region] = std::make_unique<One>(One{std::move(basis), std::move(plan)})).get();
    }

private:
    Tx& tx_;
    const Round& round_;
    std::map<std::string, std::unique_ptr<One>> all_;
};

// Every line of the round's sheets, in the set's order; a fact may be asked for in some regions only.
using RoundLines = std::vector<std::pair<std::string, const criteria::Indicator*>>;
Result<RoundLines> round_lines(Bases& bases, const std::vector<SheetRow>& rows) {
    RoundLines lines;
    std::set<std::string> seen_lines, seen_regions;
    for (const SheetRow& row : rows) {
        if (!seen_regions.insert(row.sheet.region).second) continue;
        CS_TRY(const Bases::One* one, bases.of(row.sheet.region));
        for (const std::string& no : lines_of(one->plan))
            if (seen_lines.insert(no).second)
                lines.emplace_back(no, no.starts_with('@') ? nullptr : one->basis.set().find(no));
    }
    return lines;
}

class Planning {
public:
    Planning(Tx& tx, Instant now, const access::Actor& actor, ImportPlan& plan)
        : store_(tx), now_(now), actor_(actor), plan_(plan) {}

    Done sheet(const Sheet& sheet, const std::map<std::string, GivenLine>& given, const FileCell& named_at,
               const Bases::One& on) {
        if (sheet.state != SheetState::draft) {
            fault(named_at, {"assessment.import_not_draft", {{"state", std::string(word_of(sheet.state))}}, {}, 0});
            return {};
        }
        Values self;
        StageLines& lines = self[Stage::self];
        if (auto all = store_.values(sheet.id); all.contains(Stage::self)) lines = std::move(all[Stage::self]);
        SheetImport into{sheet, {}};
        for (const auto& [no, each] : given)
            if (each.says.has_value()) take(lines, no, each, into);
        check(sheet, on, self, given, named_at);
        plan_.cells += static_cast<int>(into.lines.size());
        if (!into.lines.empty()) plan_.sheets.push_back(std::move(into));
        return {};
    }

private:
    void fault(const FileCell& cell, Fault of) {
        of.where = cell.address, of.line = static_cast<int>(cell.row);
        plan_.faults.push_back({cell.row, cell.column, std::move(of)});
    }

    void take(StageLines& lines, const std::string& no, const GivenLine& given, SheetImport& into) {
        const auto old = lines.find(no);
        if (old != lines.end() && !old->second.prefilled && old->second.line.has_value()) {
            ++plan_.kept;
            const FileCell& cell = given.cells.front();
            Fault kept{"assessment.import_kept",
                       {{"line", no}, {"theirs", one_text(old->second.line)}},
                       cell.address,
                       static_cast<int>(cell.row)};
            if (!(old->second.line == given.says)) plan_.remarks.push_back({cell.row, cell.column, std::move(kept)});
            return;
        }
        const SavedLine saved{given.says, true, old == lines.end() ? 1 : old->second.version + 1, now_, actor_.person};
        lines[no] = saved;
        into.lines[no] = saved;
    }

    // The rules of the values file (0 to 100, words of a scale, whole or parts), told at the cells they came from.
    void check(const Sheet& sheet, const Bases::One& on, const Values& self,
               const std::map<std::string, GivenLine>& given, const FileCell& named_at) {
        const std::string unit = sheet.unit.text(), file = values_file(unit, effective(on.basis.set(), self, {}));
        const auto verdict = judged(on.plan, file, unit);
        if (verdict) return;
        std::map<int, std::string> line_at;
        if (const auto csv = read_csv(file))
            for (const CsvRow& row : csv->rows) line_at[row.line] = row.cells[1];
        for (const Fault& each : verdict.error().faults) {
            const auto found = given.find(line_at[each.line]);
            fault(found != given.end() && !found->second.cells.empty() ? found->second.cells.front() : named_at, each);
        }
    }

    SheetStore store_;
    Instant now_;
    const access::Actor& actor_;
    ImportPlan& plan_;
};

bool by_place(const CellFault& a, const CellFault& b) {
    return std::pair(a.row, a.column) < std::pair(b.row, b.column);
}

// `to_write`: each sheet is the import's until the transaction ends, in one order for everybody.
Result<ImportPlan> planned(Tx& tx, Instant now, const access::Actor& actor, const RoundFor& on, const ValueFile& file,
                           const ImportChoice& choice, bool to_write) {
    SheetStore store(tx);
    const auto rows = store.of_round(on.round.id);
    Bases bases(tx, on.round);
    CS_TRY(const RoundLines lines, round_lines(bases, rows));
    CS_TRY(UnderstoodFile understood,
           understand(file, choice, units_of(tx, on.round, rows), KnownLines(lines.begin(), lines.end())));
    ImportPlan plan{on.round,
                    on.role,
                    {},
                    0,
                    0,
                    understood.rows_left_out,
                    std::move(understood.faults),
                    std::move(understood.remarks),
                    std::move(understood.questions)};
    std::map<SheetId, UnitId> touched;
    for (const SheetRow& row : rows)
        if (understood.lines.contains(row.sheet.unit)) touched.emplace(row.sheet.id, row.sheet.unit);
    Planning planning(tx, now, actor, plan);
    for (const auto& [id, unit] : touched) {
        if (to_write) store.lock(id);
        CS_TRY(const Sheet sheet, store.find(id));
        CS_TRY(const Bases::One* basis, bases.of(sheet.region));
        CS_TRY_DONE(planning.sheet(sheet, understood.lines.at(unit), understood.named_at.at(unit), *basis));
    }
    std::stable_sort(plan.faults.begin(), plan.faults.end(), by_place);
    std::stable_sort(plan.remarks.begin(), plan.remarks.end(), by_place);
    return plan;
}

std::vector<Fault> what_stands_in_the_way(const ImportPlan& plan) {
    std::vector<Fault> all;
    for (const CellFault& each : plan.faults) all.push_back(each.fault);
    for (const UnitQuestion& each : plan.questions)
        all.push_back(
            {"assessment.import_unit_unclear", {{"found", each.word}}, each.address, static_cast<int>(each.row)});
    if (all.empty() && plan.cells == 0) all.push_back({"assessment.import_nothing", {}, {}, 0});
    return all;
}

audit::Entry entry_of(const ImportPlan& plan, const ValueFile& file) {
    const auto to = [](std::string text) { return std::optional(std::move(text)); };
    audit::Entry entry{audit::Event::values_imported,
                       "round",
                       plan.round.id.text(),
                       {{"file", {}, to(file.name)},
                        {"digest", {}, to(file.digest)},
                        {"sheets", {}, to(std::to_string(plan.sheets.size()))},
                        {"cells", {}, to(std::to_string(plan.cells))},
                        {"kept", {}, to(std::to_string(plan.kept))}},
                       ""};
    for (const SheetImport& each : plan.sheets) entry.also.emplace_back("sheet", each.sheet.id.text());
    return entry;
}

}    // namespace

Result<FileOutline> outline_value_file(Tx& tx, const access::Actor& actor, const access::Tree& tree, Day today,
                                       const RoundId& id, ValueFile file) {
    CS_TRY(const RoundFor on, round_for(tx, actor, tree, today, id, Operation::read_value_file));
    const auto rows = SheetStore(tx).of_round(id);
    Bases bases(tx, on.round);
    CS_TRY(const RoundLines known, round_lines(bases, rows));
    std::vector<LineName> lines;
    for (const auto& [no, says] : known)
        lines.push_back({no, says ? says->name : "", says != nullptr && says->both_sexes});
    GuessedColumns guess = guess_columns(file, lines);
    return FileOutline{std::move(file), std::move(guess), std::move(lines)};
}

Result<ImportPlan> plan_import(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree,
                               const RoundId& id, const ValueFile& file, const ImportChoice& choice) {
    CS_TRY(const RoundFor on, round_for(tx, actor, tree, legal_day(now), id, Operation::check_value_import));
    return planned(tx, now, actor, on, file, choice, false);
}

Result<ImportPlan> import_values(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree,
                                 const RoundId& id, const ValueFile& file, const ImportChoice& choice) {
    CS_TRY(const RoundFor on, round_for(tx, actor, tree, legal_day(now), id, Operation::import_values));
    CS_TRY(ImportPlan plan, planned(tx, now, actor, on, file, choice, true));
    if (!plan.may_be_written()) return refuse("assessment.import_refused", what_stands_in_the_way(plan));
    SheetStore store(tx);
    for (const SheetImport& each : plan.sheets) store.put(each.sheet.id, Stage::self, each.lines);
    audit::record(tx, now, actor.by(on.role), entry_of(plan, file));
    return plan;
}

}    // namespace cs::assessment
