#include "criteria/flat.hpp"

namespace cs::criteria {
namespace {

__extension__ using Wide = __int128;

constexpr Fixed least = left_out + 1, most = std::numeric_limits<Fixed>::max();
constexpr int places = 6;

constexpr unsigned bit_of(Verdict verdict) { return 1u << static_cast<unsigned>(verdict); }
constexpr unsigned met = bit_of(Verdict::met), not_met = bit_of(Verdict::not_met), open = bit_of(Verdict::undetermined),
                   out = bit_of(Verdict::not_applicable);

Verdict conjunction(unsigned seen) {
    if (seen & not_met) return Verdict::not_met;
    if (seen & open) return Verdict::undetermined;
    if (seen & met) return Verdict::met;
    return seen ? Verdict::not_applicable : Verdict::undetermined;
}

Fixed clamped(Wide n) { return n < least ? least : n > most ? most : static_cast<Fixed>(n); }

// The greatest number of millionths that is not above the limit, and whether it is the limit itself.
std::pair<Wide, bool> floor_of(const Decimal& limit) {
    Wide units = limit.units();
    for (int scale = limit.scale(); scale < places; ++scale) units *= 10;
    Wide divisor = 1;
    for (int scale = limit.scale(); scale > places; --scale) divisor *= 10;
    Wide floor = units / divisor;
    if (floor * divisor > units) --floor;
    return {floor, floor * divisor == units};
}

}    // namespace

std::optional<Fixed> fixed(const Decimal& value) {
    const auto [floor, exact] = floor_of(value);
    return exact && floor >= least && floor <= most ? std::optional(static_cast<Fixed>(floor)) : std::nullopt;
}

struct FlatPlan::Seen {
    unsigned all = 0, firm = 0;
    // Without a branch: an unsettled comparison counts as open, unless it does not apply.
    void add(unsigned bit, bool settled) {
        const unsigned unsettled = 0u - static_cast<unsigned>(!settled);
        all |= bit;
        firm |= (bit & ~unsettled) | (bit & out) | (unsettled & (bit != out ? open : 0u));
    }
};

FlatPlan::Test FlatPlan::test(std::size_t slot, Comparator comparator, const std::optional<Decimal>& limit, bool settled) {
    Test test{least, most, static_cast<std::uint32_t>(slot), limit.has_value(), settled};
    if (!limit) return test;
    const auto [floor, exact] = floor_of(*limit);
    switch (comparator) {
        case Comparator::ge:
        case Comparator::at_least: test.low = clamped(exact ? floor : floor + 1); break;
        case Comparator::gt: test.low = clamped(floor + 1); break;
        case Comparator::le: test.high = clamped(floor); break;
        case Comparator::lt: test.high = clamped(exact ? floor - 1 : floor); break;
        case Comparator::eq:
        case Comparator::equals:
        case Comparator::is_true:
            test.low = clamped(exact ? floor : floor + 1);
            test.high = clamped(floor);
            break;
    }
    return test;
}

FlatPlan::FlatPlan(const Plan& plan) : slots_(plan.slots) {
    for (const PlannedIndicator& condition : plan.preconditions) {
        groups_.push_back({{}, false});
        add(condition, groups_.back());
    }
    for (const PlannedCriterion& criterion : plan.criteria) {
        groups_.push_back({{}, true});
        for (const PlannedIndicator& planned : criterion.indicators) add(planned, groups_.back());
    }
}

void FlatPlan::add(const PlannedIndicator& planned, Group& group) {
    const auto from = static_cast<std::uint32_t>(tests_.size());
    add(planned.own);
    for (const Leaf& part : planned.parts) add(part);
    const auto to = static_cast<std::uint32_t>(tests_.size());
    bool choices = false;
    for (std::uint32_t i = from; i < to; ++i) choices |= tests_[i].choices < tests_[i].choices_end;
    const auto special = [](const Step& step) { return step.whole_or_parts || step.has_choices; };
    const Step step{from, to, planned.whole_or_parts(), choices};
    if (!special(step) && !group.steps.empty() && !special(group.steps.back()))
        group.steps.back().to = to;
    else
        group.steps.push_back(step);
}

void FlatPlan::add(const Leaf& leaf) {
    Test own = test(leaf.slot, leaf.says->comparator, leaf.limit.compared, leaf.settled);
    own.choices = static_cast<std::uint16_t>(choices_.size());
    for (const Alternative& alternative : leaf.alternatives) {
        Choice choice{{}, test(leaf.slot, leaf.says->comparator, alternative.limit.compared, leaf.settled)};
        for (const FactSlot& fact : alternative.facts) choice.facts.push_back(test(fact.slot, fact.says->comparator, fact.says->number, true));
        choices_.push_back(std::move(choice));
    }
    own.choices_end = static_cast<std::uint16_t>(choices_.size());
    tests_.push_back(own);
    if (!leaf.says->both_sexes) return;
    ++own.slot;
    tests_.push_back(own);
}

unsigned FlatPlan::outcome(const Test& test, Fixed value) {
    unsigned seen = (value >= test.low) & (value <= test.high) ? met : not_met;
    seen = (value == missing) | !test.known ? open : seen;
    return value == left_out ? out : seen;
}

FlatPlan::Test FlatPlan::chosen(const Test& test, const Fixed* row) const {
    for (std::uint32_t i = test.choices; i < test.choices_end; ++i) {
        unsigned facts = met;
        for (const Test& fact : choices_[i].facts) facts |= outcome(fact, row[fact.slot]);
        Test then = choices_[i].then;
        then.slot = test.slot;
        then.known = then.known && !(facts & open);
        if (!(facts & not_met)) return then;
    }
    Test own = test;
    own.choices = own.choices_end;
    return own;
}

void FlatPlan::plain(const Step& step, const Fixed* row, Seen& seen) const {
    for (const Test *test = &tests_[step.from], *end = test + (step.to - step.from); test != end; ++test)
        seen.add(outcome(*test, row[test->slot]), test->settled);
}

void FlatPlan::with_choices(const Step& step, const Fixed* row, Seen& seen) const {
    for (std::uint32_t i = step.from; i < step.to; ++i)
        seen.add(outcome(chosen(tests_[i], row), row[tests_[i].slot]), tests_[i].settled);
}

void FlatPlan::by_whole_or_parts(const Step& step, const Fixed* row, Seen& seen) const {
    const Test& whole = tests_[step.from];
    bool any_part = false;
    for (std::uint32_t i = step.from + 1; i < step.to; ++i) any_part |= row[tests_[i].slot] > left_out;
    if (row[whole.slot] != missing || !any_part) return seen.add(outcome(whole, row[whole.slot]), whole.settled);
    if (!whole.known) seen.add(open, true);
    if (!whole.settled) seen.firm |= open;
    with_choices({step.from + 1, step.to, false, false}, row, seen);
}

FlatVerdict FlatPlan::judge(const Fixed* row) const {
    FlatVerdict judged;
    unsigned all = 0, firm = 0;
    for (const Group& group : groups_) {
        Seen seen;
        for (const Step& step : group.steps) {
            if (step.whole_or_parts)
                by_whole_or_parts(step, row, seen);
            else if (step.has_choices)
                with_choices(step, row, seen);
            else
                plain(step, row, seen);
        }
        const Verdict verdict = conjunction(seen.all);
        all |= bit_of(verdict);
        firm |= bit_of(conjunction(seen.firm));
        judged.met += group.counted && verdict == Verdict::met;
        judged.of += group.counted && verdict != Verdict::not_applicable;
    }
    judged.verdict = conjunction(all);
    judged.provisional = conjunction(firm) != judged.verdict;
    return judged;
}

}    // namespace cs::criteria
