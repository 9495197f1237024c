#include "assessment/letters.hpp"
#include "base/text.hpp"
#include "law/law.hpp"

namespace cs::assessment {
namespace {

using access::Role;

Set<ItemNeed> met(const CheckedSheet& on, const IndicatorPlace& place, const Check& check, Day today) {
    using enum ItemNeed;
    const auto found = on.facts.items.find({on.stage, place.indicator->no});
    const int returns = found == on.facts.items.end() ? 0 : found->second.returns;
    Set<ItemNeed> held;
    const auto hold = [&](ItemNeed need, bool holds) { held.bits |= holds ? Set<ItemNeed>::bit(need) : 0; };
    hold(in_charge, on.opened.in_charge(place.criterion, on.stage));
    hold(reason_given, !trim(check.reason).empty());
    hold(due_day_ahead, check.due_on && *check.due_on >= today);
    hold(returns_left, returns < on.returns_cap);
    return held;
}

// Every line of the indicator that the correction names, and no other.
bool lines_fit(const IndicatorPlace& place, const std::map<std::string, Line>& lines) {
    if (lines.empty()) return false;
    for (const auto& [no, line] : lines)
        if (no.substr(0, no.find('#')) != place.indicator->no) return false;
    return true;
}

}    // namespace

Result<CheckedSheet> begin_check(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& id) {
    CS_TRY(OpenedSheet opened, take_sheet(tx, id, actor, tree, legal_day(now)));
    CS_TRY(Basis basis, basis_of(tx, opened.round, opened.sheet.region));
    CS_TRY(criteria::Plan plan, basis.plan());
    CS_TRY(SheetFacts facts, facts_of(tx, opened, basis, plan, now));
    CS_TRY(const std::int64_t cap, law::law().parameters.whole_on("assessment.returns", legal_day(now)));
    CheckedSheet on{std::move(opened), std::move(basis), std::move(plan), std::move(facts), Stage::department, SheetState::draft,
                    static_cast<int>(cap)};
    SheetState state = on.opened.sheet.state;
    for (const SheetAction begin : {SheetAction::begin_district_check, SheetAction::begin_department_check})
        if (const auto step = sheet_procedure.allow(state, begin, on.opened.seat.roles(), assessment::met(on.facts))) {
            state = (*step)->to;
            break;
        }
    const bool at_province = state == SheetState::checked && on.opened.seat.has(Role::province_coordinator);
    const auto stage = at_province ? std::optional(Stage::department) : checking_stage(state);
    if (!stage)
        return refuse(Problem::no_such_step, "assessment.not_in_check", {{"state", std::string(word_of(state))}}, "cs.check_by_charge");
    on.stage = *stage;
    on.state = state;
    return on;
}

Done take_check(CheckedSheet& on, const Check& check, Instant now, const std::optional<CheckPaperId>& paper) {
    const criteria::Indicator* indicator = on.basis.set().find(check.indicator);
    const auto place = indicator_of_line(on.basis.set(), check.indicator);
    if (!indicator || !place || place->indicator != indicator)
        return refuse(Problem::not_found, "assessment.indicator_unknown", {{"indicator", check.indicator}});
    const auto key = std::pair(on.stage, check.indicator);
    const ItemState at = item_state(on.facts.items, on.stage, check.indicator);
    // The province looks once more at what is checked: it may send back what the departments agreed to.
    const bool at_province = on.state == SheetState::checked;
    Set<ItemNeed> needs = met(on, *place, check, legal_day(now));
    if (at_province) needs.bits |= Set<ItemNeed>::bit(ItemNeed::in_charge);
    CS_TRY(const auto* step, item_procedure.allow(at, check.action, on.opened.seat.roles(), needs));
    if (check.action == ItemAction::correct && !lines_fit(*place, check.lines))
        return refuse(Problem::bad_input, "assessment.correction_lines", {{"indicator", check.indicator}});
    Item item = on.facts.items.contains(key) ? on.facts.items.at(key) : Item{check.indicator, place->criterion, on.stage};
    item.state = step->to;
    item.reason = check.reason;
    item.due_on = check.action == ItemAction::send_back ? check.due_on : std::nullopt;
    item.returns += check.action == ItemAction::send_back ? 1 : 0;
    item.answered = false;
    item.paper = paper;
    item.at = now;
    item.by = on.opened.seat.person();
    on.facts.items[key] = item;
    on.changed.push_back(item);
    on.take_lines(check, now);
    return {};
}

void CheckedSheet::take_lines(const Check& check, Instant now) {
    if (check.action == ItemAction::send_back) return;
    std::map<std::string, Line> says = check.lines;
    if (check.action == ItemAction::agree) {    // what was agreed to stands beside the unit's own words
        says.clear();
        for (const auto& [no, line] : effective(basis.set(), facts.values, facts.items, static_cast<Stage>(static_cast<int>(stage) - 1)))
            if (no.substr(0, no.find('#')) == check.indicator) says[no] = line;
    }
    for (auto& [no, line] : says) {
        line.note = check.reason;
        const auto was = facts.values[stage].find(no);
        lines[no] = {line, false, was == facts.values[stage].end() ? 1 : was->second.version + 1, now, opened.seat.person()};
        facts.values[stage][no] = lines[no];
    }
}

Result<Sheet> finish_check(Tx& tx, CheckedSheet& on, Instant now) {
    CS_TRY_DONE(judged(on.plan, values_file(on.opened.sheet.unit.text(), effective(on.basis.set(), on.facts.values, on.facts.items)), ""));
    SheetStore store(tx);
    store.put(on.opened.sheet.id, on.stage, on.lines);
    store.put(on.opened.sheet.id, on.changed);
    const bool returned = std::any_of(on.changed.begin(), on.changed.end(), [](const Item& i) { return i.state == ItemState::returned; });
    on.facts.all_items_settled = true;
    for (const IndicatorPlace& place : indicators_of(on.basis.set())) {
        const ItemState state = item_state(on.facts.items, on.stage, place.indicator->no);
        on.facts.all_items_settled &= state == ItemState::agreed || state == ItemState::corrected;
    }
    const SheetAction follow = returned ? SheetAction::return_to_unit : SheetAction::conclude_check;
    if (const auto step = sheet_procedure.allow(on.state, follow, on.opened.seat.roles(), met(on.facts))) on.state = (*step)->to;
    if (on.state != on.opened.sheet.state) store.set_state(on.opened.sheet, on.state, now);
    if (returned) tell_returned(tx, now, on);
    return store.find(on.opened.sheet.id);
}

Result<Sheet> check_items(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& id,
                          const std::vector<Check>& checks) {
    CS_TRY(CheckedSheet on, begin_check(tx, now, actor, tree, id));
    if (checks.empty()) return refuse(Problem::bad_input, "assessment.no_checks");
    std::vector<Fault> faults;
    for (std::size_t i = 0; i < checks.size(); ++i)
        if (auto done = take_check(on, checks[i], now, std::nullopt); !done)
            faults.push_back({done.error().code, done.error().args, "checks[" + std::to_string(i) + "]"});
    if (!faults.empty()) return refuse("assessment.checks_refused", std::move(faults));
    CS_TRY(const Sheet sheet, finish_check(tx, on, now));
    audit::record(tx, now, on.by(), on.entry(sheet.state));
    return sheet;
}

audit::By CheckedSheet::by() const {
    for (const Role role : {Role::district_reviewer, Role::department_verifier, Role::province_coordinator})
        if (opened.seat.has(role) && (role == Role::district_reviewer) == (stage == Stage::district)) return opened.seat.by(role);
    return opened.seat.by(Role::province_coordinator);
}

audit::Entry CheckedSheet::entry(SheetState now_at) const {
    std::map<ItemState, std::string> nos;
    for (const Item& item : changed) nos[item.state] += (nos[item.state].empty() ? "" : ", ") + item.indicator;
    audit::Entry entry{audit::Event::items_checked, "sheet", opened.sheet.id.text(), {}, "", {{"unit", opened.sheet.unit.text()}}};
    for (const auto& [outcome, listed] : nos) entry.changes.push_back({std::string(word_of(outcome)), {}, listed});
    for (const Item& item : changed) {
        if (item.state == ItemState::returned) entry.changes.push_back({"due", {}, item.indicator + ": " + to_text(*item.due_on)});
        if (!item.reason.empty()) entry.note += (entry.note.empty() ? "" : "; ") + item.indicator + ": " + item.reason;
    }
    for (const auto& [no, saved] : lines)
        if (nos.contains(ItemState::corrected)) entry.changes.push_back({"value", {}, no + ": " + one_text(saved.line)});
    if (now_at != opened.sheet.state)
        entry.changes.push_back({"state", std::string(word_of(opened.sheet.state)), std::string(word_of(now_at))});
    return entry;
}

}    // namespace cs::assessment
