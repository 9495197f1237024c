#pragma once
// The lean path for millions of values: a plan as integer ranges over one flat row a unit. It says the verdict and nothing
// of the reasons; a test holds it to judge() on random values.
#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "criteria/evaluation.hpp"

namespace cs::criteria {

// Millionths. A row has Plan::slots of them, in the plan's slots; an indicator that does not apply has `left_out` in each.
using Fixed = std::int64_t;
inline constexpr Fixed missing = std::numeric_limits<Fixed>::min();
inline constexpr Fixed left_out = missing + 1;

std::optional<Fixed> fixed(const Decimal& value);    // nullopt: finer than a millionth, or too large

struct FlatVerdict {
    Verdict verdict = Verdict::undetermined;
    bool provisional = false;
    std::uint16_t met = 0, of = 0;
    bool operator==(const FlatVerdict&) const = default;
};

class FlatPlan {
public:
    explicit FlatPlan(const Plan& plan);
    std::size_t slots() const { return slots_; }
    FlatVerdict judge(const Fixed* row) const;

private:
    struct Test {    // met when low <= value <= low + width
        Fixed low;
        std::uint64_t width;
        std::uint32_t slot;
        std::array<std::uint8_t, 4> seen;    // if not met, met, left out, missing: verdicts, in the high half the firm ones
        std::uint16_t choices = 0, choices_end = 0;    // alternative rules, in choices_
    };
    struct Choice {
        std::vector<Test> facts;
        Test then;
    };
    struct Step {    // tests_[from..to)
        std::uint32_t from, to;
        bool whole_or_parts;    // a yes/no indicator: the first test, or the rest where its value is missing
        bool plain;             // no alternative rules, and the slots follow each other
    };
    struct Group {    // a criterion, or one precondition
        std::vector<Step> steps;
        bool counted;
    };

    static Test test(std::size_t slot, Comparator comparator, const std::optional<Decimal>& limit, bool settled);
    static unsigned outcome(const Test& test, Fixed value);
    void add(const PlannedIndicator& planned, Group& group);
    void add(const Leaf& leaf);
    unsigned in_a_row(const Step& step, const Fixed* row) const;
    unsigned one_by_one(const Step& step, const Fixed* row) const;
    unsigned by_whole_or_parts(const Step& step, const Fixed* row) const;
    Test chosen(const Test& test, const Fixed* row) const;

    std::size_t slots_;
    std::vector<Test> tests_;
    std::vector<Choice> choices_;
    std::vector<Group> groups_;
};

}    // namespace cs::criteria
