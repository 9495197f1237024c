#include "report/standings.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/text.hpp"

namespace cs::report {
namespace {

bool matches(const StandingRow& row, const StandingFilter& filter, const std::string& words) {
    if (filter.standing && row.holding->standing != *filter.standing) return false;
    if (filter.place && row.place != *filter.place) return false;
    return words.empty() || fold(row.unit->state.name + ' ' + row.unit->state.code + ' ' + row.holding->area).find(words) != std::string::npos;
}

void take(std::vector<StandingRow>& rows, const auto& units, StandingPlace place) {
    for (const auto& u : units) {
        if (!u.holding) continue;
        if constexpr (requires { u.became; }) rows.push_back({u.unit, u.holding, place, u.became});
        else rows.push_back({u.unit, u.holding, place, {}});
    }
}

// Everybody out of whom the unit was formed, whoever they were, up to the day.
std::vector<UnitId> ancestors(const org::Forest& forest, const UnitId& unit, Day day) {
    std::vector<UnitId> found{unit};
    std::set<UnitId> seen{unit};
    for (std::size_t i = 0; i < found.size(); ++i)
        for (const org::Link* link : forest.links_to(UnitId(found[i])))
            if (link->day <= day && seen.insert(link->from).second) found.push_back(link->from);
    found.erase(found.begin());
    return found;
}

}    // namespace

std::vector<StandingRow> standings_of(const Census& census, const StandingFilter& filter) {
    std::vector<StandingRow> rows;
    take(rows, census.communes, StandingPlace::in_force);
    take(rows, census.districts, StandingPlace::in_force);
    take(rows, census.towns, StandingPlace::in_force);
    take(rows, census.areas, StandingPlace::in_force);
    take(rows, census.urban, StandingPlace::urban);
    take(rows, census.former, StandingPlace::urban);
    take(rows, census.history, StandingPlace::history);
    take(rows, census.district_history, StandingPlace::history);
    const std::string words = fold(filter.words);
    std::erase_if(rows, [&](const StandingRow& row) { return !matches(row, filter, words); });
    const auto key = [](const StandingRow& row) { return std::tie(row.unit, row.holding->area, row.holding->recognition); };
    std::sort(rows.begin(), rows.end(), [&](const StandingRow& a, const StandingRow& b) { return key(a) < key(b); });
    return rows;
}

std::map<assessment::RecognitionId, assessment::Recognition> recognitions_behind(Tx& tx, const std::vector<const Holding*>& holdings) {
    constexpr std::size_t one_by_one = 200;    // above that the whole register is read at once
    const assessment::RegisterStore store(tx);
    std::map<assessment::RecognitionId, assessment::Recognition> whole;
    if (holdings.size() > one_by_one)
        for (auto& r : store.all()) whole.emplace(r.id, std::move(r));
    else
        for (const Holding* held : holdings)
            if (held)
                if (auto r = store.find(held->recognition)) whole.emplace(r->id, *std::move(r));
    return whole;
}

List standings_list(Tx& tx, std::shared_ptr<const Counted> counted, const StandingFilter& filter, Day on) {
    return {"danh-hieu-" + to_text(on),
            "standings",
            {{"code", 10}, {"name", 30}, {"kind", 12}, {"area", 24}, {"standing", 24}, {"place", 20}, {"year", 8}, {"number", 18}, {"decided_on", 12},
             {"signer", 24}, {"counts_from", 12}, {"source", 40}},
            [&tx, counted = std::move(counted), filter](const auto& give) -> Done {
                const auto rows = standings_of(counted->census, filter);
                std::vector<const Holding*> wanted;
                for (const StandingRow& row : rows) wanted.push_back(row.holding);
                const auto whole = recognitions_behind(tx, wanted);
                for (const StandingRow& row : rows) {
                    const assessment::Recognition& r = whole.at(row.holding->recognition);
                    const org::UnitState& s = row.unit->state;
                    give({s.code, s.name, ListWord{"unit_kind", std::string(word_of(s.kind))}, r.area, ListWord{"standing", std::string(word_of(r.standing))},
                          ListWord{"standing_place", std::string(word_of(row.place))}, std::int64_t(r.year), r.decision.number,
                          r.decision.day ? ListValue(*r.decision.day) : ListValue(std::string("unknown")), r.decision.signer, r.counts_from, r.source});
                }
                return {};
            }};
}

Result<UnitStanding> standing_of(Tx& tx, const UnitId& unit, Day day) {
    CS_TRY_DONE(org::recorded(day));
    CS_TRY_DONE(org::UnitStore(tx).known(unit));
    const auto forest = org::UnitStore(tx).forest();
    const auto held = assessment::holdings(tx);
    const assessment::RegisterStore store(tx);
    UnitStanding found{std::nullopt, StandingPlace::in_force, store.of_unit(unit), {}};
    for (const UnitId& from : ancestors(*forest, unit, day))
        for (auto& r : store.of_unit(from)) found.predecessors.push_back(std::move(r));
    const org::UnitVersion* state = forest->on(unit, day);
    if (!state || !state->state.parent) return found;
    // The census of its own parent says of it what the board would.
    const Census census = take_census(*forest, *held, {*state->state.parent, std::nullopt}, day);
    for (const StandingRow& row : standings_of(census, {}))
        if (row.unit->unit == unit && row.holding->area.empty() && (row.place != StandingPlace::history || !found.standing)) {
            found.place = row.place;
            found.standing = store.find(row.holding->recognition);
        }
    return found;
}

}    // namespace cs::report
