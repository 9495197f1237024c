#include "org/boundary.hpp"

#include <map>
#include <set>

namespace cs::org {
namespace {

using namespace std::chrono_literals;

Resolution walk(const Forest& forest, const UnitId& unit, Day from, Day to, bool forwards) {
    Resolution found;
    std::set<UnitId> seen{unit};
    std::vector<std::pair<UnitId, Day>> open{{unit, from}};
    while (!open.empty()) {
        const auto [at, since] = open.back();
        open.pop_back();
        const bool lives_on = forest.on(at, to) != nullptr;
        if (lives_on) found.units.push_back(at);
        bool went_on = lives_on;
        for (const Link* link : forwards ? forest.links_from(at) : forest.links_to(at)) {
            // A link of day D joins the state before D to the state from D on.
            const bool between = forwards ? since < link->day && link->day <= to : to < link->day && link->day <= since;
            if (!between) continue;
            went_on = true;
            const UnitId& next = forwards ? link->to : link->from;
            if (seen.insert(next).second) open.emplace_back(next, forwards ? link->day : plus_days(link->day, -1));
        }
        if (!went_on) found.complete = false;
    }
    return found;
}

// Every unit that could belong to the boundary: those under its root, and whoever lineage joins to them on any day.
std::vector<UnitId> related(const Forest& forest, const Boundary& boundary, Day day) {
    std::vector<UnitId> found;
    std::set<UnitId> seen;
    const auto take = [&](const UnitId& id) {
        if (seen.insert(id).second) found.push_back(id);
    };
    for (const UnitVersion* unit : forest.below(*boundary.root, boundary.frame.value_or(day))) take(unit->unit);
    if (!boundary.frame) return found;
    take(*boundary.root);
    for (std::size_t i = 0; i < found.size(); ++i) {
        const UnitId at = found[i];
        for (const Link* link : forest.links_from(at)) take(link->to);
        for (const Link* link : forest.links_to(at)) take(link->from);
    }
    return found;
}

std::vector<const UnitVersion*> candidates(const Forest& forest, const Boundary& boundary, Day day) {
    std::vector<const UnitVersion*> found;
    if (!boundary.root) {
        for (const UnitVersion& unit : forest.versions())
            if (unit.period.has(day)) found.push_back(&unit);
        return found;
    }
    for (const UnitId& id : related(forest, boundary, day))
        if (const UnitVersion* unit = forest.on(id, day)) found.push_back(unit);
    std::sort(found.begin(), found.end());  // one vector holds them all: the order of addresses is the forest's
    return found;
}

}  // namespace

const std::vector<NamedBoundary>& named_boundaries() {
    static const std::vector<NamedBoundary> all = {{"plan_547", "27", Day(2025y / 6 / 30)}};
    return all;
}

Result<Boundary> read_boundary(const Forest& forest, const std::string& text, const std::optional<UnitId>& root,
                               Day today) {
    if (text.empty() || text == "as_reported") return Boundary{root, std::nullopt};
    for (const NamedBoundary& named : named_boundaries()) {
        if (named.key != text) continue;
        const UnitVersion* unit = forest.with_code(named.code, named.frame);
        if (!unit)
            return refuse(Problem::not_found, "org.code_not_on_day",
                          {{"code", std::string(named.code)}, {"day", to_vietnamese(named.frame)}});
        return Boundary{unit->unit, named.frame};
    }
    const std::optional<Day> day = text == "today" ? today : parse_day(text);
    if (!day) return refuse(Problem::bad_input, "org.boundary_unknown", {{"boundary", text}});
    CS_TRY_DONE(recorded(*day));
    if (root && !forest.on(*root, *day))
        return refuse(Problem::not_found, "org.unit_not_on_day", {{"day", to_vietnamese(*day)}});
    return Boundary{root, *day};
}

Resolution resolve(const Forest& forest, const UnitId& unit, Day from, Day to) {
    return walk(forest, unit, from, to, from <= to);
}

Place place(const Forest& forest, const Boundary& boundary, const UnitVersion& unit, Day day) {
    if (!boundary.root) return Place::inside;
    if (!boundary.frame) {
        const bool below = unit.unit != *boundary.root && forest.under(unit.unit, *boundary.root, day);
        return below ? Place::inside : Place::outside;
    }
    // What merged into the root is the root's like, not a part of it; a commune's predecessors are what it is made of.
    const UnitVersion* root = forest.on(*boundary.root, *boundary.frame);
    CS_CHECK(root != nullptr);
    if (unit.state.kind == root->state.kind && !is_commune_level(unit.state.kind)) return Place::outside;
    const Resolution found = resolve(forest, unit.unit, day, *boundary.frame);
    std::size_t inside = 0;
    for (const UnitId& id : found.units) inside += forest.under(id, *boundary.root, *boundary.frame);
    if (inside == 0) return Place::outside;
    return inside == found.units.size() && found.complete ? Place::inside : Place::unassigned;
}

std::vector<const UnitVersion*> members(const Forest& forest, const Boundary& boundary, Day day) {
    std::vector<const UnitVersion*> found = candidates(forest, boundary, day);
    std::erase_if(found, [&](auto* unit) { return place(forest, boundary, *unit, day) != Place::inside; });
    return found;
}

std::int64_t unassigned_communes(const Forest& forest, const Boundary& boundary, Day day) {
    if (!boundary.root || !boundary.frame) return 0;
    const auto found = candidates(forest, boundary, day);
    return std::count_if(found.begin(), found.end(), [&](auto* unit) {
        return is_commune_level(unit->state.kind) && place(forest, boundary, *unit, day) == Place::unassigned;
    });
}

Result<std::vector<YearCount>> count_units(const Forest& forest, const Boundary& boundary, int from_year, int to_year,
                                           Day today) {
    const int first = static_cast<int>(first_recorded_day.year()), last = static_cast<int>(today.year());
    if (from_year < first || to_year > last || from_year > to_year)
        return refuse(Problem::bad_input, "org.years_unknown",
                      {{"first", std::to_string(first)}, {"last", std::to_string(last)}});
    std::vector<YearCount> years;
    for (int year = from_year; year <= to_year; ++year) {
        YearCount count{year, std::min(Day(std::chrono::year(year) / 12 / 31), today), {}, 0};
        std::map<UnitKind, KindCount> kinds;
        for (const UnitVersion* unit : candidates(forest, boundary, count.day)) {
            const Place where = place(forest, boundary, *unit, count.day);
            if (where == Place::unassigned) count.unassigned += is_commune_level(unit->state.kind);
            if (where != Place::inside) continue;
            KindCount& kind = kinds.try_emplace(unit->state.kind, KindCount{unit->state.kind}).first->second;
            ++kind.count;
            kind.rural += unit->state.rural;
        }
        for (const auto& [kind, counted] : kinds) count.counts.push_back(counted);
        years.push_back(std::move(count));
    }
    return years;
}

}  // namespace cs::org
