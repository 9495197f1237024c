#pragma once
// A scoring table as typed data: what its YAML says (docs/domain/scoring-table.md), and nothing it does not say. The Plan
// fixes no points (clause VI.5), so the table is data bound to the paper that issued it; a version never changes.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "base/decimal.hpp"
#include "base/result.hpp"
#include "base/score.hpp"
#include "base/words.hpp"

namespace cs::scoring {

// How the score of a leaf comes about. `manual` and `yes_no` take a score; the others are computed from what is given
// (plan, actual), never typed.
enum class Rule : unsigned char {
    manual,          // 0 … max, by judgement
    yes_no,          // max or nothing: a score, or yes/no as the actual
    proportional,    // actual / plan × max
    steps,           // the first row of a table that the actual reaches
    per_case,        // so much for each case
    rank,            // by the place among the units of the cluster
    indicator,       // so much for each unit of an indicator's value
    met_criteria,    // so much for each criterion met
};

enum class Part : unsigned char { base, bonus, penalty };
enum class Combine : unsigned char { sum, max };

struct StepRow {
    Decimal from;    // the actual reaches it from here on (downwards when low is better)
    Score points;
};

// Where the system finds the actual by itself: an indicator of a criteria set, or how many criteria of it are met.
struct Source {
    std::string set, indicator;    // no indicator: the count of met criteria
};

struct LeafRule {
    Rule rule = Rule::manual;
    Score each;                       // per_case, indicator, met_criteria
    bool is_capped = true;            // proportional: never above max
    bool is_low_better = false;       // steps, rank
    std::vector<StepRow> steps;       // best first
    std::vector<Score> places;        // rank: of the first, the second …; nothing below the last
    std::optional<Source> source;

    bool is_computed() const { return rule != Rule::manual && rule != Rule::yes_no; }
    bool needs_plan() const { return rule == Rule::proportional; }
};

struct Item {
    std::string id, title;
    Part part = Part::base;
    int depth = 0;
    int parent = -1;             // index; of a leaf of a group: -1
    int group = -1;              // index of its bonus or penalty group
    Score max;
    int weight = 100;            // integer percent of what it brings to its parent
    std::optional<LeafRule> leaf;    // none: the sum of its children
    std::string scorer;          // who scores it at a stage of fields: "so_nong_nghiep"
    std::string evidence;        // what proves it
    int line = 0;
};

struct Group {
    std::string id, title;
    Part part = Part::bonus;
    std::optional<Score> cap;
    Combine combine = Combine::sum;
    bool is_above_scale = false;    // bonus: lifts the total above the scale
    std::vector<int> items;
};

// Excludes a unit from the ranking once confirmed; `hold` only marks it until a conclusion is known.
struct KnockOut {
    std::string id, title, clause;
    std::optional<Decimal> above;    // a number beyond this; none: yes
    bool is_hold = false;
    bool holds_when_unknown = false;    // nobody confirmed either way: a hold
};

enum class Rounding : unsigned char { floor, ceil, half_up };
struct Quota {
    std::optional<int> count;
    int percent = 0;
    Rounding rounding = Rounding::floor;
    int of(int ranked) const;    // places among so many ranked units of a cluster
};
struct Class {
    std::string id, title;
    Score from;    // total
    std::optional<Quota> quota;
};

enum class Tie : unsigned char { fewer_penalties, higher_base, higher_bonus, higher_item, progress, council_vote };
struct TieRule {
    Tie tie = Tie::council_vote;
    int item = -1;       // higher_item
    int group = -1;      // or the group
    std::string text;    // as printed: "higher_item:1"
};

struct Stage {
    std::string id, title;
    std::string closes;        // "03-20": month and day of the year after the table's; empty: the window's end
    bool is_by_field = false;  // only items with a scorer are scored, each by his own
};

struct Late {
    Score per_day;
    std::optional<Score> cap;
};

// "văn bản số …, áp dụng từ …"
struct Paper {
    std::string number, issuer;
    std::optional<Day> issued, applies_from;
};

struct Table {
    std::string id, title;
    int year = 0;
    Paper paper;
    Score scale;
    Score step;
    int decimals = 1;    // of `step`
    bool wants_reasons = true;    // a stage that changes a score says why
    std::vector<Stage> stages;
    std::vector<Item> items;    // the tree in the order of the paper, then bonus, then penalty; parents before children
    std::vector<int> leaves;    // indices of items with a rule
    std::vector<Group> groups;
    std::vector<KnockOut> knock_outs;    // and holds
    std::vector<Class> classes;          // best first
    std::vector<TieRule> ties;
    std::optional<Late> late;
    std::vector<Fault> warnings;    // true of the paper, shown with every result, never mended silently

    std::optional<int> item_named(std::string_view named) const;    // index into items
    std::optional<int> leaf_named(std::string_view named) const;    // index into leaves
    std::optional<int> stage_named(std::string_view named) const;
    const Item& leaf(std::size_t n) const { return items[static_cast<std::size_t>(leaves[n])]; }
};

}    // namespace cs::scoring
