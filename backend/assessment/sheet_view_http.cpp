#include "assessment/sheet_view_http.hpp"

#include "access/store.hpp"
#include "criteria/report.hpp"

namespace cs::assessment {
namespace {

using access::Operation;

// Everything the parts of a view lean on.
struct Sight {
    Tx& tx;
    const OpenedSheet& opened;
    const SheetFacts& facts;
    const access::Tree& tree;
    Day today;
    std::map<PersonId, std::string> names = {};

    std::string name(const std::optional<PersonId>& person) {
        if (!person) return "";
        const auto [at, added] = names.try_emplace(*person);
        if (added) at->second = access::PersonStore(tx).name(*person);
        return at->second;
    }
};

std::optional<wire::CellView> cell(Sight& sight, Stage stage, const std::string& no) {
    const auto lines = sight.facts.values.find(stage);
    if (lines == sight.facts.values.end()) return std::nullopt;
    const auto found = lines->second.find(no);
    if (found == lines->second.end()) return std::nullopt;
    const SavedLine& s = found->second;
    return wire::CellView{s.line.value, s.line.male, s.line.female, s.line.applicable, s.line.note, s.prefilled, s.version, s.at,
                          sight.name(s.by)};
}

wire::LineView blank_line(Sight& sight, const std::string& no, bool editable) {
    wire::LineView view{no, "", "count", "", "", {}, "", false, false, editable, {}, "", {}, {}, {}, {}, {}};
    view.self = cell(sight, Stage::self, no);
    view.district = cell(sight, Stage::district, no);
    view.department = cell(sight, Stage::department, no);
    view.province = cell(sight, Stage::province, no);
    return view;
}

wire::LineView line(Sight& sight, const criteria::LeafVerdict& judged, criteria::Verdict verdict, bool editable) {
    const criteria::Indicator& says = *judged.leaf->says;
    wire::LineView view = blank_line(sight, says.no, editable);
    view.name = says.name;
    view.kind = criteria::word(says.kind);
    view.unit = says.unit;
    view.comparator = criteria::word(says.comparator);
    if (judged.threshold) view.threshold = judged.threshold->text;
    view.confidence = criteria::word(judged.leaf->confidence);
    view.both_sexes = says.both_sexes;
    view.if_present = says.if_present;
    view.scale = says.scale;
    view.verdict = criteria::word(verdict);
    if (judged.missing_fact) view.missing_fact = judged.missing_fact->fact;
    return view;
}

wire::IndicatorView indicator(Sight& sight, const criteria::IndicatorVerdict& judged, const criteria::Indicator& says,
                              const std::string& criterion, const std::vector<criteria::LeafVerdict>& parts) {
    const bool editable = may_edit(sight.opened, sight.facts, says.no);
    const auto stage = checking_stage(sight.opened.sheet.state)
                           .value_or(sight.facts.district_stands ? Stage::district : Stage::department);
    const bool in_check = checking_stage(sight.opened.sheet.state) || sight.opened.sheet.state == SheetState::submitted;
    wire::IndicatorView view{says.no, says.name, std::string(criteria::word(judged.verdict)), judged.verdict != judged.firm,
                             in_check && sight.opened.in_charge(criterion, stage), {}, {}};
    view.lines.push_back(line(sight, judged.own, judged.own.verdict, editable));
    for (const criteria::LeafVerdict& part : parts) view.lines.push_back(line(sight, part, part.verdict, editable));
    for (const Stage at : {Stage::district, Stage::department})
        if (const auto found = sight.facts.items.find({at, says.no}); found != sight.facts.items.end()) {
            const Item& i = found->second;
            view.checks.push_back({at, i.state, i.returns, i.due_on, i.reason, sight.name(i.by), i.at});
        }
    return view;
}

std::string office_name(const Sight& sight, const std::string& criterion, Stage stage) {
    const auto office = sight.opened.office(criterion, stage);
    return office ? sight.tree.name(*office, sight.today) : "";
}

std::vector<wire::CriterionView> criteria_of(Sight& sight, const criteria::Plan& plan, const Judged& judged) {
    std::vector<wire::CriterionView> all;
    const criteria::UnitVerdict& v = judged.verdict;
    if (!v.preconditions.empty()) {
        wire::CriterionView first{"", "", "", "", false, "", "", {}};
        for (std::size_t i = 0; i < v.preconditions.size(); ++i)
            first.indicators.push_back(indicator(sight, v.preconditions[i], *plan.preconditions[i].own.says, "",
                                                 parts_of(plan.preconditions[i], v.preconditions[i], judged.values.front())));
        all.push_back(std::move(first));
    }
    for (std::size_t c = 0; c < v.criteria.size(); ++c) {
        const criteria::CriterionVerdict& each = v.criteria[c];
        const std::string& no = each.criterion->no;
        wire::CriterionView view{no, each.criterion->name, each.criterion->group, std::string(criteria::word(each.verdict)), each.verdict != each.firm,
                                 office_name(sight, no, Stage::district), office_name(sight, no, Stage::department), {}};
        for (std::size_t i = 0; i < each.because.size(); ++i) {
            const criteria::PlannedIndicator& planned = plan.criteria[c].indicators[i];
            view.indicators.push_back(indicator(sight, each.because[i], *planned.own.says, no,
                                                parts_of(planned, each.because[i], judged.values.front())));
        }
        all.push_back(std::move(view));
    }
    return all;
}

// May he check anything of it now? Of a checked sheet the coordinator may still send an indicator back.
Done may_check(const OpenedSheet& opened) {
    if (opened.sheet.state == SheetState::checked && opened.seat.has(access::Role::province_coordinator)) return {};
    if (checking_stage(opened.sheet.state) || opened.sheet.state == SheetState::submitted)
        for (const access::Role role : {access::Role::district_reviewer, access::Role::department_verifier, access::Role::province_coordinator})
            if (opened.seat.has(role)) return {};
    return refuse(Problem::no_such_step, "assessment.not_in_check", {}, "cs.check_by_charge");
}

// The steps of the procedure as buttons; what a person must still say (a paper, a reason) is taken as given.
std::vector<access::Action> actions_of(const OpenedSheet& opened, const SheetFacts& facts) {
    const std::pair<Operation, SheetAction> steps[] = {{Operation::submit_sheet, SheetAction::submit},
                                                       {Operation::withdraw_sheet, SheetAction::withdraw},
                                                       {Operation::resubmit_sheet, SheetAction::resubmit},
                                                       {Operation::appraise_sheet, SheetAction::appraise},
                                                       {Operation::reopen_sheet, SheetAction::reopen}};
    std::vector<access::Action> actions;
    for (const auto& [operation, step] : steps)
        actions.push_back(access::action(operation, sheet_procedure.allow(opened.sheet.state, step, opened.seat.roles(), met(facts))));
    Done may_correct;
    if (!opened.seat.has(access::Role::province_coordinator))
        may_correct = refuse(Problem::not_your_role, "access.not_your_role", {}, "qd18_2022.procedure");
    else if (opened.sheet.state != SheetState::checked)
        may_correct = refuse(Problem::no_such_step, "assessment.not_checked", {}, "qd18_2022.procedure");
    actions.push_back(access::action(Operation::correct_value, may_correct));
    actions.push_back(access::action(Operation::check_items, may_check(opened)));
    return actions;
}

}    // namespace

std::string name_of(Tx& tx, const std::optional<PersonId>& person) { return person ? access::PersonStore(tx).name(*person) : ""; }

wire::RoundRow shown(const Round& r, const std::string& set_title, const access::Tree& tree) {
    return {r.id, r.set, set_title, r.set_version, r.year, r.title, r.root, tree.name(r.root, r.units_on), r.units_on, r.opens_on,
            r.closes_on, r.paper};
}

wire::SubmissionView shown(Tx& tx, const Submission& s) {
    return {s.sequence, s.receipt.code(), s.receipt.digest, s.receipt.at, name_of(tx, s.receipt.given_to), s.paper.number,
            s.paper.day, s.paper.signer, s.paper.via, s.paper.signed_copy, s.withdrawn_at};
}

wire::ResultView shown(Tx& tx, const AppraisedResult& r) {
    wire::ResultView view{r.head.sequence, std::string(criteria::word(r.head.verdict)), r.head.met, r.head.of, r.head.provisional,
                          r.head.given_at, name_of(tx, r.given_by), r.paper_number, r.paper_day, r.note, r.digest,
                          r.head.reopened_at, {}};
    for (const CriterionResult& c : r.criteria) view.criteria.push_back({c.criterion, std::string(criteria::word(c.verdict))});
    return view;
}

wire::SavedCells shown(const SavedCells& saved, const criteria::UnitVerdict& v) {
    wire::SavedCells view{{}, std::string(criteria::word(v.verdict)), v.met, v.of, v.provisional, {}, {},
                          unanswered_indicators(saved.basis.set(), saved.facts.values), unconfirmed_lines(saved.facts.values)};
    for (const std::string& no : saved.lines) {
        const SavedLine& line = saved.facts.values.at(Stage::self).at(no);
        view.cells.push_back({no, line.version, line.at});
    }
    for (const criteria::CriterionVerdict& c : v.criteria) {
        view.criteria.push_back({c.criterion->no, std::string(criteria::word(c.verdict))});
        for (const criteria::IndicatorVerdict& i : c.because)
            view.indicators.push_back({i.own.leaf->says->no, std::string(criteria::word(i.verdict))});
    }
    return view;
}

Result<wire::SheetView> sheet_view(Tx& tx, const OpenedSheet& opened, const access::Tree& tree, Instant now) {
    CS_TRY(const Basis basis, basis_of(tx, opened.round, opened.sheet.region));
    CS_TRY(const criteria::Plan plan, basis.plan());
    CS_TRY(const SheetFacts facts, facts_of(tx, opened, basis, plan, now));
    const std::string unit = opened.sheet.unit.text();
    CS_TRY(const auto judged_now, judged(plan, values_file(unit, facts.lines), unit));
    const criteria::UnitVerdict& v = judged_now->verdict;
    Sight sight{tx, opened, facts, tree, legal_day(now)};
    wire::SheetView view{opened.sheet.id, shown(opened.round, basis.set().title, tree), opened.sheet.unit,
                         tree.name(opened.sheet.unit, opened.round.units_on), opened.sheet.region, opened.sheet.state,
                         opened.sheet.version, facts.last_day, facts.window_open, std::string(criteria::word(v.verdict)), v.met, v.of,
                         v.provisional, criteria_of(sight, plan, *judged_now), {}, {}, {},
                         unanswered_indicators(basis.set(), facts.values), unconfirmed_lines(facts.values), actions_of(opened, facts)};
    const bool editable = opened.sheet.state == SheetState::draft && facts.window_open;
    for (const auto& [fact, slot] : plan.facts) view.facts.push_back(blank_line(sight, fact, editable));
    for (const Submission& s : SheetStore(tx).submissions(opened.sheet.id)) view.submissions.push_back(shown(tx, s));
    for (const AppraisedResult& r : SheetStore(tx).results(opened.sheet.id)) view.results.push_back(shown(tx, r));
    return view;
}

Line line_of(const wire::CellEdit& e) {
    return {e.value.value_or(""), e.value_male.value_or(""), e.value_female.value_or(""), e.applicable, e.note.value_or("")};
}

std::map<std::string, Line> lines_of(const std::vector<wire::CellEdit>& edits) {
    std::map<std::string, Line> lines;
    for (const wire::CellEdit& e : edits) lines[e.line] = line_of(e);
    return lines;
}

Result<SheetId> sheet_id(const access::Call& call) {
    auto id = SheetId::parse(call.param("id"));
    if (!id) return refuse(Problem::not_found, "assessment.sheet_unknown");
    return *std::move(id);
}

Result<RoundId> round_id(const access::Call& call) {
    auto id = RoundId::parse(call.param("id"));
    if (!id) return refuse(Problem::not_found, "assessment.round_unknown");
    return *std::move(id);
}

}    // namespace cs::assessment
