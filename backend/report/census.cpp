#include "report/census.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace cs::report {
namespace {

using org::Forest;
using org::Link;
using org::UnitKind;
using org::UnitVersion;

bool same_level(UnitKind a, UnitKind b) { return a == b || (org::is_commune_level(a) && org::is_commune_level(b)); }

// The last day, up to `day`, on which units of its own level went into it. None: it is nobody's successor.
std::optional<Day> merged_on(const Forest& forest, const UnitVersion& unit, Day day) {
    std::optional<Day> last;
    for (const Link* link : forest.links_to(unit.unit)) {
        if (link->day > day || (last && link->day < *last)) continue;
        const UnitVersion* from = forest.near(link->from, link->day);
        if (from && same_level(from->state.kind, unit.state.kind)) last = link->day;
    }
    return last;
}

bool above(const Holding& a, const Holding* b) {
    return !b || std::pair(a.standing, a.counts_from) > std::pair(b->standing, b->counts_from);
}

class Taker {
public:
    Taker(const Forest& forest, const assessment::Holdings& holdings, const org::Boundary& boundary, Day day)
        : forest_(forest), holdings_(holdings), boundary_(boundary) {
        census_.day = day;
    }

    Census take() {
        for (const UnitVersion* unit : org::members(forest_, boundary_, census_.day)) {
            if (org::is_commune_level(unit->state.kind)) commune(*unit);
            else if (unit->state.kind == UnitKind::district) district(*unit);
        }
        ended_districts();
        for (auto& [id, apart] : history_) census_.history.push_back(std::move(apart));
        // One vector holds all states: the order of addresses is the forest's, by Vietnamese name.
        std::sort(census_.history.begin(), census_.history.end(), [](const Apart& a, const Apart& b) { return a.unit < b.unit; });
        census_.unassigned = org::unassigned_communes(forest_, boundary_, census_.day);
        return std::move(census_);
    }

private:
    // The highest standing of a unit itself on a day, decided since `since`; `other` decides which standings are looked at.
    template <class Which>
    const Holding* highest(const UnitId& unit, Day day, std::optional<Day> since, Which which) const {
        const Holding* found = nullptr;
        for (const Holding& h : holdings_.of(unit))
            if (h.area.empty() && which(h.standing) && h.counts_on(day) && (!since || h.counts_from >= *since) && above(h, found)) found = &h;
        return found;
    }
    const Holding* highest(const UnitId& unit, Day day, std::optional<Day> since) const {
        return highest(unit, day, since, [](Standing) { return true; });
    }

    void commune(const UnitVersion& unit) {
        const auto merged = merged_on(forest_, unit, census_.day);
        auto& list = unit.state.kind == UnitKind::commune ? census_.communes : census_.urban;
        list.push_back({&unit, highest(unit.unit, census_.day, merged)});
        areas_of(unit);
        if (!merged) return;
        if (const Holding* before = highest(unit.unit, plus_days(*merged, -1), {}); before && before->counts_from < *merged) remember(unit, before, unit.unit);
        predecessors(unit.unit, census_.day, unit.unit, [&](const UnitVersion& gone, Day ended) {
            const Day last = plus_days(ended, -1);
            if (const Holding* held = highest(gone.unit, last, merged_on(forest_, gone, last))) remember(gone, held, unit.unit);
            areas_of(gone);
        });
    }

    // Everybody of commune level who went into `unit` by `day`, and into them before; `became` once is enough for each.
    template <class Use>
    void predecessors(const UnitId& unit, Day day, const UnitId& became, Use use) {
        std::set<UnitId> seen{unit};
        std::vector<std::pair<UnitId, Day>> open{{unit, day}};
        while (!open.empty()) {
            const auto [at, until] = open.back();
            open.pop_back();
            for (const Link* link : forest_.links_to(at)) {
                const UnitVersion* from = link->day <= until ? forest_.near(link->from, plus_days(link->day, -1)) : nullptr;
                if (!from || !org::is_commune_level(from->state.kind) || from->unit == became || !seen.insert(link->from).second) continue;
                if (!forest_.on(link->from, census_.day)) use(*from, link->day);    // the keeper of a split is no predecessor
                open.emplace_back(link->from, plus_days(link->day, -1));
            }
        }
    }

    void remember(const UnitVersion& unit, const Holding* holding, const UnitId& became) {
        history_.try_emplace(holding->recognition, Apart{&unit, holding, {}}).first->second.became.push_back(became);
    }

    void areas_of(const UnitVersion& unit) {
        std::map<std::string, const Holding*> latest;    // an area recognised again is one area
        for (const Holding& h : holdings_.of(unit.unit))
            if (!h.area.empty() && h.counts_on(census_.day) && above(h, latest[h.area])) latest[h.area] = &h;
        for (const auto& [name, holding] : latest)
            if (areas_seen_.insert(holding->recognition).second) census_.areas.push_back({&unit, holding});
    }

    void district(const UnitVersion& unit) {
        const auto merged = merged_on(forest_, unit, census_.day);
        const auto of_huyen = [](Standing s) { return s <= Standing::model; };
        const auto of_town = [](Standing s) { return s == Standing::task_completed; };
        if (!is_town(unit.state)) {
            census_.districts.push_back({&unit, highest(unit.unit, census_.day, merged, of_huyen)});
            return;
        }
        census_.towns.push_back({&unit, highest(unit.unit, census_.day, merged, of_town)});
        if (const Holding* held = highest(unit.unit, census_.day, merged, of_huyen)) census_.former.push_back({&unit, held});
    }

    // A level that was abolished: its units went into the province, which is no unit of their kind.
    void ended_districts() {
        for (const UnitVersion& unit : forest_.versions()) {
            if (unit.state.kind != UnitKind::district || !unit.period.until || *unit.period.until > census_.day) continue;
            if (forest_.on(unit.unit, *unit.period.until)) continue;    // it went on in another state
            const Day last = plus_days(*unit.period.until, -1);
            const Holding* held = highest(unit.unit, last, merged_on(forest_, unit, last));
            if (!held) continue;
            const auto became = org::resolve(forest_, unit.unit, last, census_.day).units;
            if (inside(unit, last, became)) census_.district_history.push_back({&unit, held, became});
        }
    }

    bool inside(const UnitVersion& unit, Day last, const std::vector<UnitId>& became) const {
        if (org::place(forest_, boundary_, unit, last) == org::Place::inside) return true;
        return !boundary_.frame && std::any_of(became.begin(), became.end(), [&](const UnitId& id) {
            return forest_.under(id, *boundary_.root, census_.day);
        });
    }

    const Forest& forest_;
    const assessment::Holdings& holdings_;
    const org::Boundary& boundary_;
    Census census_{};
    std::map<assessment::RecognitionId, Apart> history_;
    std::set<assessment::RecognitionId> areas_seen_;
};

}    // namespace

Census take_census(const Forest& forest, const assessment::Holdings& holdings, const org::Boundary& boundary, Day day) {
    return Taker(forest, holdings, boundary, day).take();
}

bool is_town(const org::UnitState& state) { return state.name.starts_with("Thị xã ") || state.name.starts_with("Thành phố "); }

}    // namespace cs::report
