#pragma once
// The target board: what the Plan wants, beside what the census of a day counts. Pure: decided on integers, from nothing but
// its arguments.
#include "movement/reading.hpp"
#include "report/census.hpp"
#include "report/share.hpp"

namespace cs::report {

// no_goal: the Plan gives no number, or was not issued yet; no_units: nothing of that kind stands on the day; undecided: two
// readings of the clause disagree and nobody has chosen one.
enum class Outcome : unsigned char { no_goal, no_units, undecided, not_met, met };

// One way to take a share: a reading, with the denominator counted from the list of units or assigned by a paper.
struct Line {
    movement::Reading reading;
    const movement::AssignedDenominator* assigned = nullptr;
    Share share;
    bool met = false;
    bool chosen = false;
    std::int64_t needed = 0;    // how many more would meet the goal
};

struct BoardRow {
    movement::PlanTarget target = {};
    std::int64_t count = 0;                // the numerator, or what is counted
    std::int64_t models = 0;               // of the advanced: kiểu mẫu counts inside nâng cao
    std::optional<Decimal> goal;
    std::vector<Line> lines;               // empty: counted, not a share
    Outcome outcome = Outcome::no_goal;
    std::int64_t needed = 0;               // of a count
    std::int64_t of = 0;                   // how many units of that kind stand on the day
    std::int64_t urban = 0, history = 0;   // recognised, told apart
    std::int64_t towns = 0;                // thị xã, thành phố that completed the task: told apart
    const movement::ReadingChoice* choice = nullptr;
};

// What an office recorded about the readings under the root of the boundary.
struct Readings {
    std::vector<movement::AssignedDenominator> denominators;
    std::vector<movement::ReadingChoice> choices;
};

// Pointers go into `readings`.
std::vector<BoardRow> make_board(const Census& census, const Readings& readings);

// The lists behind a row.
enum class BoardPart : unsigned char { counted, without, urban, history, towns };

struct BoardUnit {
    const org::UnitVersion* unit;
    const Holding* holding;    // null: no decision in the register
    std::vector<UnitId> became;
};
std::vector<BoardUnit> units_behind(const Census& census, movement::PlanTarget target, BoardPart part);

}    // namespace cs::report
