#include "assessment/workbook.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>

#include "access/store.hpp"
#include "assessment/checked_workbook_sheet.hpp"
#include "assessment/line_words.hpp"
#include "assessment/workbook_form_sheet.hpp"
#include "base/digest.hpp"

namespace cs::assessment {
namespace {

struct Now {
    Basis basis;
    criteria::Plan plan;
    SheetFacts facts;
    sheet::Form form;
};

Done may_fill_in(const OpenedSheet& opened) {
    if (opened.seat.has(access::Role::unit_clerk) || opened.seat.has(access::Role::unit_head)) return {};
    return refuse(Problem::not_your_role, "access.not_your_unit", {{"operation", "load_workbook"}}, "kh547.vi_7");
}

std::map<PersonId, std::string> names_in(Tx& tx, const Values& values) {
    std::map<PersonId, std::string> names;
    if (const auto self = values.find(Stage::self); self != values.end())
        for (const auto& [no, line] : self->second)
            if (line.by && !names.contains(*line.by)) names[*line.by] = access::PersonStore(tx).name(*line.by);
    return names;
}

// The form as it would go out now.
Result<std::unique_ptr<Now>> form_now(Tx& tx, Instant now, const OpenedSheet& opened, const access::Tree& tree) {
    CS_TRY(Basis basis, basis_of(tx, opened.round, opened.sheet.region));
    auto all = std::make_unique<Now>(Now{std::move(basis), {}, {}, {}});
    CS_TRY(all->plan, all->basis.plan());
    CS_TRY(all->facts, facts_of(tx, opened, all->basis, all->plan, now));
    CS_TRY(all->form, form_of({opened, all->basis, all->plan, all->facts,
                               last_years_lines(tx, opened.round, opened.sheet.unit, all->basis.set()), names_in(tx, all->facts.values),
                               tree.name(opened.sheet.unit, opened.round.units_on), now}));
    return all;
}

// Is it this sheet's file?
Done check_stamp(Tx& tx, const sheet::FormStamp& stamp, const OpenedSheet& opened, const access::Tree& tree) {
    const Round& round = opened.round;
    if (stamp.fact("unit") != opened.sheet.unit.text()) {
        const auto unit = UnitId::parse(stamp.fact("unit"));
        return refuse(Problem::bad_input, "assessment.workbook_of_other_unit", {{"unit", unit ? tree.name(*unit, round.units_on) : ""}});
    }
    if (stamp.fact("round") != round.id.text()) {
        const auto id = RoundId::parse(stamp.fact("round"));
        const auto other = id ? RoundStore(tx).find(*id) : Result<Round>(refuse(Problem::not_found, "assessment.round_unknown"));
        return refuse(Problem::bad_input, "assessment.workbook_of_other_round", {{"round", other ? other->title : ""}});
    }
    if (stamp.fact("set") != round.set || stamp.fact("set_version") != std::to_string(round.set_version))
        return refuse(Problem::stale, "assessment.workbook_other_version",
                      {{"theirs", stamp.fact("set_version")}, {"ours", std::to_string(round.set_version)}});
    return {};
}

class Loading {
public:
    Loading(const Now& now, sheet::FilledForm filled, WorkbookPlan& plan) : now_(now), filled_(std::move(filled)), plan_(plan) {
        assessment::take(plan_, filled_);
    }

    void take_rows() {
        const auto self = now_.facts.values.find(Stage::self);
        for (const sheet::FormRow& row : now_.form.rows) {
            const auto filled = filled_.changed.find(row.key);
            if (row.key.empty() || filled == filled_.changed.end()) continue;
            const auto found = self == now_.facts.values.end() ? StageLines::const_iterator() : self->second.find(row.key);
            const bool stored = self != now_.facts.values.end() && found != self->second.end();
            take(row, filled->second, stored ? found->second : SavedLine{});
        }
    }

    // What save_cells says of values, beside the cells they came from.
    void add(const std::vector<Fault>& faults) {
        for (const Fault& each : faults) {
            std::size_t index = 0;
            const std::string_view where = each.where;
            const bool placed = where.starts_with("cells[") && std::from_chars(where.data() + 6, where.data() + where.size(), index).ec == std::errc() &&
                                index < plan_.cells.size();
            const sheet::FilledRow& row = filled_.changed.at(plan_.cells[placed ? index : 0].line);
            add_fault(plan_, cell_for(row, placed ? where.substr(where.find('.') + 1) : ""), each);
        }
    }

private:
    static sheet::Place cell_for(const sheet::FilledRow& row, std::string_view field) {
        const std::string& wanted = field == "value_male"     ? column::male
                                    : field == "value_female" ? column::female
                                    : field == "applicable"   ? column::absent
                                                              : column::value;
        for (const std::string& each : {wanted, column::value, column::male})
            if (const auto found = row.cells.find(each); found != row.cells.end()) return found->second.place;
        return {row.row, 0};
    }

    void take(const sheet::FormRow& row, const sheet::FilledRow& filled, const SavedLine& stored) {
        const Line says = line_of(row, filled, stored);
        const auto keep = filled.cells.find(column::keep);
        const bool kept = keep != filled.cells.end() && !keep->second.value.empty();
        const bool typed = std::any_of(filled.cells.begin(), filled.cells.end(), [](const auto& each) {
            return each.first != column::keep && each.first != column::note && !each.second.value.empty();
        });
        if (kept && typed) add_fault(plan_, keep->second.place, {"assessment.workbook_keep_and_value", {}, {}, 0});
        if (stored.prefilled && !kept && !typed)
            add_fault(plan_, filled.cells.at(column::note).place, {"assessment.workbook_note_alone", {}, {}, 0});
        const sheet::Place place = cell_for(filled, "");
        plan_.cells.push_back({row.key, says, stored.version});
        plan_.lines.push_back({row.key, row.cells.at(column::name).text, sheet::address(place),
                               stored.prefilled ? "" : shown(row.key, stored.line), shown(row.key, says)});
    }

    std::string shown(const std::string& no, const Line& line) const {
        const criteria::Indicator* says = now_.basis.set().find(no);
        return says != nullptr ? value_text(*says, line) : line.value;    // a fact of the set's rules is a plain number
    }

    const Now& now_;
    sheet::FilledForm filled_;
    WorkbookPlan& plan_;
};

Result<WorkbookPlan> planned(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const OpenedSheet& opened,
                             const std::string& bytes) {
    CS_TRY_DONE(may_fill_in(opened));
    CS_TRY(const sheet::FormFile file, sheet::FormFile::open(bytes, workbook_form));
    CS_TRY_DONE(check_stamp(tx, file.stamp(), opened, tree));
    CS_TRY(const auto here, form_now(tx, now, opened, tree));
    CS_TRY(sheet::FilledForm filled, file.read(here->form));
    WorkbookPlan plan{{workbook_form, digest(bytes)}};
    Loading loading(*here, std::move(filled), plan);
    loading.take_rows();
    if (plan.may_be_written()) {
        const Done may = try_cells(tx, now, actor, tree, opened.sheet.id, plan.cells);
        if (!may && may.error().code != "assessment.cells_refused") return tl::unexpected<Refusal>(may.error());
        if (!may) loading.add(may.error().faults);
    }
    return plan;
}

}    // namespace

Result<MadeWorkbook> unit_workbook(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& id) {
    CS_TRY(const OpenedSheet opened, open_sheet(tx, id, actor, tree, legal_day(now)));
    CS_TRY_DONE(may_fill_in(opened));
    CS_TRY(const auto here, form_now(tx, now, opened, tree));
    if (!has_open_cell(here->form)) return refuse(Problem::need_unmet, "assessment.workbook_nothing_open", {}, "cs.review_by_round");
    const std::string name = fmt::format("{} - {}.xlsx", here->form.title, tree.name(opened.sheet.unit, opened.round.units_on));
    return MadeWorkbook{name, sheet::make_form(here->form)};
}

Result<WorkbookPlan> check_workbook(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& id,
                                    const std::string& bytes) {
    CS_TRY(const OpenedSheet opened, open_sheet(tx, id, actor, tree, legal_day(now)));
    return planned(tx, now, actor, tree, opened, bytes);
}

Result<SavedCells> load_workbook(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& id,
                                 const std::string& bytes) {
    CS_TRY(const OpenedSheet opened, take_sheet(tx, id, actor, tree, legal_day(now)));
    CS_TRY(const WorkbookPlan plan, planned(tx, now, actor, tree, opened, bytes));
    CS_TRY_DONE(may_load(plan, "assessment.workbook_refused", "assessment.workbook_unchanged"));
    return save_cells(tx, now, actor, tree, id, plan.cells, plan.digest);
}

}    // namespace cs::assessment
