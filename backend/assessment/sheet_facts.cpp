#include "assessment/sheet_facts.hpp"

#include <algorithm>

#include "law/law.hpp"

namespace cs::assessment {
namespace {

bool answers(const StageLines& self, const std::string& no) {
    const auto found = self.find(no);
    return found != self.end() && (found->second.line.has_value() || !found->second.line.note.empty());
}

bool settled(const criteria::CriteriaSet& set, const Items& items, Stage stage) {
    for (const IndicatorPlace& place : indicators_of(set)) {
        const ItemState state = item_state(items, stage, place.indicator->no);
        if (state != ItemState::agreed && state != ItemState::corrected) return false;
    }
    return true;
}

bool returned_answered(const Items& items) {
    return std::none_of(items.begin(), items.end(), [](const auto& each) {
        return each.second.state == ItemState::returned && !each.second.answered;
    });
}

}    // namespace

Set<SheetNeed> met(const SheetFacts& f) {
    using enum SheetNeed;
    const std::pair<SheetNeed, bool> all[] = {{window_open, f.window_open},
                                              {every_line_answered, f.every_line_answered},
                                              {last_year_confirmed, f.last_year_confirmed},
                                              {paper_named, f.paper_named},
                                              {reason_given, f.reason_given},
                                              {SheetNeed::district_stands, f.district_stands},
                                              {district_gone, !f.district_stands},
                                              {all_items_settled, f.all_items_settled},
                                              {returned_items_answered, f.returned_items_answered},
                                              {verdict_decided, f.verdict_decided}};
    Set<SheetNeed> held;
    for (const auto& [need, holds] : all)
        if (holds) held.bits |= Set<SheetNeed>::bit(need);
    return held;
}

bool district_stands(Day today) {
    const auto regime = law::law().regimes.on("government_structure", today);
    return regime && regime->key == "government_structure.three_tier";
}

Result<Window> window_of(const OpenedSheet& opened, Instant now) {
    CS_TRY(const std::int64_t grace, law::law().parameters.whole_on("assessment.grace", legal_day(now)));
    const Day last = last_day(opened.round, opened.extensions, opened.sheet.unit);
    return Window{last, window_open(opened.round, last, grace, now)};
}

ItemState item_state(const Items& items, Stage stage, const std::string& indicator) {
    const auto found = items.find({stage, indicator});
    return found == items.end() ? ItemState::open : found->second.state;
}

std::vector<std::string> unconfirmed_lines(const Values& values) {
    std::vector<std::string> lines;
    if (const auto self = values.find(Stage::self); self != values.end())
        for (const auto& [no, saved] : self->second)
            if (saved.prefilled) lines.push_back(no);
    return lines;
}

std::vector<std::string> unanswered_indicators(const criteria::CriteriaSet& set, const Values& values) {
    static const StageLines nothing;
    const auto found = values.find(Stage::self);
    const StageLines& self = found == values.end() ? nothing : found->second;
    std::vector<std::string> open;
    for (const IndicatorPlace& place : indicators_of(set)) {
        const auto& parts = place.indicator->sub_conditions;
        const bool by_parts = !parts.empty() && std::all_of(parts.begin(), parts.end(), [&](const criteria::Indicator& part) {
            return answers(self, part.no);
        });
        if (!by_parts && !answers(self, place.indicator->no)) open.push_back(place.indicator->no);
    }
    return open;
}

Result<SheetFacts> facts_of(Tx& tx, const OpenedSheet& opened, const Basis& basis, const criteria::Plan& plan, Instant now) {
    const SheetStore store(tx);
    CS_TRY(const Window window, window_of(opened, now));
    SheetFacts f;
    f.values = store.values(opened.sheet.id);
    f.items = store.items(opened.sheet.id);
    f.lines = effective(basis.set(), f.values, f.items);
    f.last_day = window.last_day;
    f.window_open = window.open;
    f.every_line_answered = unanswered_indicators(basis.set(), f.values).empty();
    f.last_year_confirmed = unconfirmed_lines(f.values).empty();
    f.district_stands = district_stands(legal_day(now));
    if (const auto stage = checking_stage(opened.sheet.state)) f.all_items_settled = settled(basis.set(), f.items, *stage);
    f.returned_items_answered = returned_answered(f.items);
    CS_TRY(const auto verdict, judged(plan, values_file(opened.sheet.unit.text(), f.lines), opened.sheet.unit.text()));
    const criteria::Verdict v = verdict->verdict.verdict;
    f.verdict_decided = v == criteria::Verdict::met || v == criteria::Verdict::not_met;
    return f;
}

std::map<std::string, Line> last_years_lines(Tx& tx, const Round& round, const UnitId& unit, const criteria::CriteriaSet& set) {
    const SheetStore store(tx);
    const auto before = store.before(round, unit);
    if (!before) return {};
    std::map<std::string, Line> lines = effective(set, store.values(*before), store.items(*before));
    std::erase_if(lines, [&](const auto& each) {
        return !each.second.has_value() || !(each.first.starts_with('@') || set.find(each.first) != nullptr);
    });
    return lines;
}

}    // namespace cs::assessment
