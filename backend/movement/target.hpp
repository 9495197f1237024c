#pragma once
// A free target of the movement under a territory (I.1.a): a title, a unit of measure, the paper it comes from, who owns it,
// and for each year what was planned and what was reached. Corrections add rows; the last one holds.
#include <optional>
#include <string>
#include <vector>

#include "base/day.hpp"
#include "base/decimal.hpp"
#include "base/id.hpp"
#include "base/words.hpp"

namespace cs::movement {

using TargetId = Id<struct TargetTag>;

enum class Better : unsigned char { higher, lower };    // a poverty rate is better when it is lower
enum class FigureKind : unsigned char { plan, actual };

struct TargetText {
    std::string title;
    std::string measure;    // "%", "xã", "triệu đồng/người/năm"
    Better better;
    std::string source;     // the paper or clause that sets it
    std::optional<UnitId> owner;
};

struct Figure {
    int year;
    FigureKind kind;
    std::int64_t sequence;    // 1 the first time, one more with each correction
    Decimal value;
    std::string source;
    std::string reason;       // why it was corrected; "" the first time
};

struct Target {
    TargetId id;
    UnitId root;
    std::int64_t version;
    TargetText text;
    std::vector<Figure> figures = {};    // the ones that hold, by year, the plan first

    const Figure* find(int year, FigureKind kind) const;
};

// no_plan: nothing to compare with; waiting: nothing reported yet; running: behind, but the year is not over.
enum class Progress : unsigned char { no_plan, waiting, running, behind, met, exceeded };

Progress progress(const Target& target, int year, Day today);
// How far the actual value lies beyond (or short of) the plan, in percent of the plan with one decimal, towards zero: "12.5",
// "-3". None without both values or with a plan of zero.
std::optional<Decimal> beyond_plan(const Target& target, int year);

}    // namespace cs::movement
