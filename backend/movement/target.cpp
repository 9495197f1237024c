#include "movement/target.hpp"

#include <algorithm>

namespace cs::movement {
namespace {

__extension__ using Wide = __int128;

std::int64_t power_of_ten(int n) {
    std::int64_t p = 1;
    while (n-- > 0) p *= 10;
    return p;
}

}    // namespace

const Figure* Target::find(int year, FigureKind kind) const {
    const auto at = std::find_if(figures.begin(), figures.end(), [&](const Figure& f) { return f.year == year && f.kind == kind; });
    return at == figures.end() ? nullptr : &*at;
}

Progress progress(const Target& target, int year, Day today) {
    const Figure* plan = target.find(year, FigureKind::plan);
    const Figure* actual = target.find(year, FigureKind::actual);
    if (!plan) return Progress::no_plan;
    if (!actual) return Progress::waiting;
    if (actual->value == plan->value) return Progress::met;
    if ((actual->value > plan->value) == (target.text.better == Better::higher)) return Progress::exceeded;
    return today <= Day(std::chrono::year(year) / 12 / 31) ? Progress::running : Progress::behind;
}

std::optional<Decimal> beyond_plan(const Target& target, int year) {
    const Figure* plan = target.find(year, FigureKind::plan);
    const Figure* actual = target.find(year, FigureKind::actual);
    if (!plan || !actual || plan->value.units() == 0) return std::nullopt;
    const int scale = std::max(plan->value.scale(), actual->value.scale());
    const Wide wanted = Wide(plan->value.units()) * power_of_ten(scale - plan->value.scale());
    const Wide reached = Wide(actual->value.units()) * power_of_ten(scale - actual->value.scale());
    const Wide tenths = (reached - wanted) * 1000 / (wanted < 0 ? -wanted : wanted);
    constexpr Wide most = Wide(INT64_MAX);
    if (tenths > most || tenths < -most) return std::nullopt;
    return Decimal(static_cast<std::int64_t>(tenths), 1);
}

}    // namespace cs::movement
