#include "criteria/flat.hpp"

#include <array>
#include <bit>

namespace cs::criteria {
namespace {

__extension__ using Wide = __int128;

constexpr Fixed least = left_out + 1, most = std::numeric_limits<Fixed>::max();
constexpr int places = 6;

constexpr unsigned bit_of(Verdict verdict) { return 1u << static_cast<unsigned>(verdict); }
constexpr unsigned met = bit_of(Verdict::met), not_met = bit_of(Verdict::not_met), open = bit_of(Verdict::undetermined),
                   out = bit_of(Verdict::not_applicable);

// What was seen: the verdicts in the low half, in the high half the firm ones, where an unsettled comparison is open.
constexpr int half = 4;
constexpr unsigned both(unsigned bit) { return bit | bit << half; }
constexpr unsigned seen_as(unsigned bit, bool settled) { return bit | (settled ? bit : open) << half; }
constexpr unsigned low_half(unsigned seen) { return seen & ((1u << half) - 1); }

constexpr Verdict conjunction(unsigned seen) {
    if (seen & not_met) return Verdict::not_met;
    if (seen & open) return Verdict::undetermined;
    if (seen & met) return Verdict::met;
    return seen ? Verdict::not_applicable : Verdict::undetermined;
}

// What a criterion's comparisons come to, for each thing that may be seen: looked up, because verdicts are no pattern that
// a processor could foretell.
struct Conclusion {
    std::uint8_t seen, met, of;
};
constexpr auto conclusions = [] {
    std::array<Conclusion, 1u << (2 * half)> all{};
    for (unsigned seen = 0; seen < all.size(); ++seen) {
        const Verdict verdict = conjunction(low_half(seen)), firm = conjunction(seen >> half);
        all[seen] = {static_cast<std::uint8_t>(bit_of(verdict) | bit_of(firm) << half), verdict == Verdict::met,
                     verdict != Verdict::not_applicable};
    }
    return all;
}();

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

FlatPlan::Test FlatPlan::test(std::size_t slot, Comparator comparator, const std::optional<Decimal>& limit, bool settled) {
    const auto seen = [&](unsigned bit) { return static_cast<std::uint8_t>(limit ? seen_as(bit, settled) : both(open)); };
    const auto [floor, exact] = floor_of(limit.value_or(Decimal()));
    Wide low = least, high = most;
    switch (comparator) {
        case Comparator::ge:
        case Comparator::at_least: low = exact ? floor : floor + 1; break;
        case Comparator::gt: low = floor + 1; break;
        case Comparator::le: high = floor; break;
        case Comparator::lt: high = exact ? floor - 1 : floor; break;
        case Comparator::eq:
        case Comparator::equals:
        case Comparator::is_true:
            low = exact ? floor : floor + 1;
            high = floor;
            break;
    }
    Test test{clamped(low), 0, static_cast<std::uint32_t>(slot), {seen(not_met), seen(met), both(out), both(open)}};
    if (low <= high)
        test.width = static_cast<std::uint64_t>(Wide(clamped(high)) - clamped(low));
    else
        test.seen[1] = test.seen[0];    // no millionth is the limit
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
    bool plain = !planned.whole_or_parts();
    for (std::uint32_t i = from; i < to; ++i)
        plain &= tests_[i].choices == tests_[i].choices_end && tests_[i].slot == tests_[from].slot + (i - from);
    const bool joins = plain && !group.steps.empty() && group.steps.back().plain && tests_[from].slot == tests_[from - 1].slot + 1;
    if (joins)
        group.steps.back().to = to;
    else
        group.steps.push_back({from, to, planned.whole_or_parts(), plain});
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

// Without a branch that values decide.
unsigned FlatPlan::outcome(const Test& test, Fixed value) {
    const unsigned within = static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(test.low) <= test.width;
    const unsigned given = value > left_out, absent = value == missing;
    return test.seen[within + 2 * (1 - given) + absent];
}

FlatPlan::Test FlatPlan::chosen(const Test& test, const Fixed* row) const {
    for (std::uint32_t i = test.choices; i < test.choices_end; ++i) {
        unsigned facts = met;
        for (const Test& fact : choices_[i].facts) facts |= outcome(fact, row[fact.slot]);
        Test then = choices_[i].then;
        then.slot = test.slot;
        if (facts & open) then.seen[0] = then.seen[1] = both(open);
        if (!(facts & not_met)) return then;
    }
    Test own = test;
    own.choices = own.choices_end;
    return own;
}

unsigned FlatPlan::in_a_row(const Step& step, const Fixed* row) const {
    unsigned seen = 0;
    const Test* test = &tests_[step.from];
    const Fixed* value = row + test->slot;
    for (std::uint32_t left = step.to - step.from; left > 0; --left) seen |= outcome(*test++, *value++);
    return seen;
}

unsigned FlatPlan::one_by_one(const Step& step, const Fixed* row) const {
    unsigned seen = 0;
    for (std::uint32_t i = step.from; i < step.to; ++i) seen |= outcome(chosen(tests_[i], row), row[tests_[i].slot]);
    return seen;
}

unsigned FlatPlan::by_whole_or_parts(const Step& step, const Fixed* row) const {
    const Test& whole = tests_[step.from];
    bool any_part = false;
    for (std::uint32_t i = step.from + 1; i < step.to; ++i) any_part |= row[tests_[i].slot] > left_out;
    if (row[whole.slot] != missing || !any_part) return outcome(whole, row[whole.slot]);
    const unsigned doubt = whole.seen[1] & both(open);    // its own threshold stays open
    return doubt | one_by_one({step.from + 1, step.to, false, false}, row);
}

FlatVerdict FlatPlan::judge(const Fixed* row) const {
    unsigned all = 0, met_count = 0, of = 0;
    for (const Group& group : groups_) {
        unsigned seen = 0;
        for (const Step& step : group.steps)
            seen |= step.whole_or_parts ? by_whole_or_parts(step, row) : step.plain ? in_a_row(step, row) : one_by_one(step, row);
        const Conclusion& conclusion = conclusions[seen];
        all |= conclusion.seen;
        met_count += group.counted ? conclusion.met : 0u;
        of += group.counted ? conclusion.of : 0u;
    }
    const unsigned verdict = conclusions[all].seen;
    const bool provisional = verdict >> half != low_half(verdict);
    return {static_cast<Verdict>(std::countr_zero(verdict)), provisional, static_cast<std::uint16_t>(met_count),
            static_cast<std::uint16_t>(of)};
}

}    // namespace cs::criteria
