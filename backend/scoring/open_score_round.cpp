#include <algorithm>
#include <map>

#include "audit/journal.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "law/law.hpp"
#include "org/store.hpp"
#include "scoring/effective.hpp"
#include "scoring/sampling.hpp"
#include "scoring/score_commands.hpp"
#include "scoring/system_values.hpp"
#include "scoring/table_store.hpp"

namespace cs::scoring {
namespace {

using Faults = std::vector<Fault>;

// A day of March of the year after, as the Plan says.
Result<Day> plan_day(const char* key, int year, Day today) {
    CS_TRY(const law::Parameter parameter, law::law().parameters.value_on(key, today));
    const auto day = parse_day(std::to_string(year + 1) + "-" + parameter.value);
    CS_CHECK(day.has_value());
    return *day;
}

struct Place {
    const org::UnitVersion* unit;
    std::optional<org::ClusterId> cluster;
    std::string cluster_label;
};

std::vector<Place> of_clusters(Tx& tx, const org::Forest& forest, const NewScoreRound& r, Day on, int year, Faults& faults) {
    std::vector<Place> all;
    for (std::size_t i = 0; i < r.clusters.size(); ++i) {
        const std::string where = "clusters[" + std::to_string(i) + "]";
        const auto cluster = org::ClusterStore(tx).find(r.clusters[i], year);
        if (!cluster) faults.push_back({"score.cluster_unknown", {}, where});
        if (!cluster) continue;
        for (const UnitId& member : cluster->members) {
            const org::UnitVersion* unit = forest.on(member, on);
            if (!unit || !forest.under(member, r.root, on)) faults.push_back({"score.cluster_outside", {{"cluster", cluster->name}}, where});
            if (unit) all.push_back({unit, cluster->id, cluster->name});
        }
    }
    return all;
}

// Without clusters each unit competes in what stands directly above it: its district, or the province.
std::vector<Place> of_territory(const org::Forest& forest, const NewScoreRound& r, Day on) {
    std::vector<Place> all;
    for (const org::UnitVersion* unit : forest.below(r.root, on)) {
        if (unit->state.kind != r.kind) continue;
        const org::UnitVersion* above = unit->state.parent ? forest.on(*unit->state.parent, on) : nullptr;
        all.push_back({unit, std::nullopt, above ? above->state.name : unit->state.name});
    }
    return all;
}

// The name; with what stands above it where two have the same; with its code where even that is the same.
std::vector<std::string> labels(const org::Forest& forest, const std::vector<Place>& places, Day on) {
    std::vector<std::string> all;
    for (const Place& p : places) all.push_back(p.unit->state.name);
    const auto widen = [&](const auto& by) {
        std::map<std::string, int> seen;
        for (const std::string& label : all) ++seen[label];
        for (std::size_t i = 0; i < all.size(); ++i)
            if (seen[all[i]] > 1) all[i] += by(places[i]);
    };
    widen([&](const Place& p) {
        const org::UnitVersion* above = p.unit->state.parent ? forest.on(*p.unit->state.parent, on) : nullptr;
        return above ? " (" + above->state.name + ")" : std::string();
    });
    widen([](const Place& p) { return " [" + p.unit->state.code + "]"; });
    return all;
}

bool has_stage(const ScoreRound& round, StageKind kind) {
    return std::any_of(round.stages.begin(), round.stages.end(), [&](const RoundStage& s) { return s.kind == kind; });
}

void check(const NewScoreRound& r, const ScoreRound& round, const Table& table, const org::Forest& forest, Faults& faults) {
    if (round.title.empty()) faults.push_back({"score.title_missing", {}, "title"});
    if (round.paper.empty()) faults.push_back({"score.paper_missing", {}, "paper"});
    if (round.closes_on < round.opens_on) faults.push_back({"score.window_turned", {}, "closes_on"});
    if (has_stage(round, StageKind::cluster) && r.clusters.empty()) faults.push_back({"score.no_clusters", {}, "clusters"});
    for (std::size_t i = 0; i < r.offices.size(); ++i) {
        const bool is_asked = std::any_of(table.items.begin(), table.items.end(), [&](const Item& item) { return item.scorer == r.offices[i].scorer; });
        if (!is_asked || !forest.on(r.offices[i].unit, round.units_on))
            faults.push_back({"score.scorer_unknown", {{"scorer", r.offices[i].scorer}}, "offices[" + std::to_string(i) + "]"});
    }
    if (!has_stage(round, StageKind::field)) return;
    std::vector<std::string> told;
    for (std::size_t n = 0; n < table.leaves.size(); ++n) {
        const std::string& scorer = table.leaf(n).scorer;
        const bool is_there = std::any_of(r.offices.begin(), r.offices.end(), [&](const ScoreOffice& o) { return o.scorer == scorer; });
        if (scorer.empty() || is_there || std::find(told.begin(), told.end(), scorer) != told.end()) continue;
        told.push_back(scorer);
        faults.push_back({"score.office_missing", {{"scorer", scorer}}, "offices"});
    }
}

void draw_pairs(const ScoreRound& round, std::vector<ScoreSheet>& sheets) {
    if (!has_stage(round, StageKind::cross_check)) return;
    std::map<std::string, std::vector<std::size_t>> clusters;
    for (std::size_t i = 0; i < sheets.size(); ++i) clusters[sheets[i].cluster_label].push_back(i);
    for (const auto& [cluster, members] : clusters) {
        std::vector<std::string> names;
        std::map<std::string, UnitId> ids;
        for (const std::size_t i : members) names.push_back(sheets[i].label), ids.emplace(sheets[i].label, sheets[i].unit);
        const auto by = pairs(round.seed, "pairs|" + cluster, names);
        for (std::size_t i = 0; i < members.size(); ++i)
            if (!by[i].empty()) sheets[members[i]].checked_by = ids.at(by[i]);
    }
}

void fill(Tx& tx, Instant now, const ScoreRound& round, const Table& table, const std::vector<ScoreSheet>& sheets) {
    const bool has_sources = std::any_of(table.items.begin(), table.items.end(), [](const Item& i) { return i.leaf && i.leaf->source; });
    if (!has_sources) return;
    for (const ScoreSheet& sheet : sheets) {
        StageCells known;
        for (std::size_t n = 0; n < table.leaves.size(); ++n) {
            const Item& leaf = table.leaf(n);
            if (!leaf.leaf->source || leaf.leaf->needs_plan()) continue;
            if (const auto value = system_value(tx, sheet.unit, *leaf.leaf->source, round.year))
                known[leaf.id] = {{std::nullopt, std::nullopt, value->actual}, "", true, 1, now, std::nullopt};
        }
        if (!known.empty()) ScoreStore(tx).put(sheet.id, 0, known);
    }
}

audit::Entry entry_of(const ScoreRound& r, int sheets) {
    const auto to = [](std::string text) { return std::optional(std::move(text)); };
    return {audit::Event::score_round_opened, "score_round", r.id.text(),
            {{"table", {}, to(r.table.text())}, {"year", {}, to(std::to_string(r.year))}, {"root", {}, to(r.root.text())},
             {"units", {}, to(std::to_string(sheets))}, {"opens_on", {}, to(to_text(r.opens_on))}, {"closes_on", {}, to(to_text(r.closes_on))},
             {"seed", {}, to(r.seed)}, {"paper", {}, to(r.paper)}},
            "", {{"unit", r.root.text()}}};
}

std::vector<ScoreSheet> sheets_of(const Moment& m, const org::Forest& forest, const ScoreRound& round, const std::vector<Place>& places) {
    const auto names = labels(forest, places, round.units_on);
    std::vector<ScoreSheet> sheets;
    for (std::size_t i = 0; i < places.size(); ++i)
        sheets.push_back({ScoreSheetId::born(m.now), round.id, places[i].unit->unit, names[i], places[i].cluster, places[i].cluster_label,
                          std::nullopt, ScoreState::self_scoring, -1, std::nullopt, 0, "", {}, 1, m.now});
    return sheets;
}

}    // namespace

Result<OpenedRoundOfScores> open_score_round(const Moment& m, const NewScoreRound& r) {
    const Day today = m.today();
    CS_TRY(const access::Role role, access::may(m.actor, access::Operation::open_score_round, r.root, today, m.tree));
    CS_TRY(const StandingTable standing, TableStore(m.tx).version(r.table));
    const Table& table = *standing.table;
    CS_TRY(const Day march, plan_day("plan547.scoring_opens", table.year, today));
    CS_TRY(const Day end_of_march, plan_day("plan547.scoring_closes", table.year, today));
    const Day units_on = r.units_on.value_or(std::chrono::year(table.year) / 12 / 31);
    CS_TRY_DONE(org::recorded(units_on));
    ScoreRound round{ScoreRoundId::born(m.now), r.table, table.year, std::string(trim(r.title)), r.root, r.kind, units_on,
                     r.opens_on.value_or(march), r.closes_on.value_or(end_of_march), r.is_blind, std::string(trim(r.seed)),
                     std::string(trim(r.paper)), m.now};
    if (round.seed.empty()) round.seed = random_hex(16);
    Faults faults;
    round.stages = chosen_stages(table, r.stages, round.closes_on, faults);
    const auto forest = org::UnitStore(m.tx).forest();
    const auto places = r.clusters.empty() ? of_territory(*forest, r, units_on) : of_clusters(m.tx, *forest, r, units_on, table.year, faults);
    if (places.empty()) faults.push_back({"score.no_units", {}, "root"});
    check(r, round, table, *forest, faults);
    if (!faults.empty()) return refuse("score.round_faulty", std::move(faults));

    std::vector<ScoreSheet> sheets = sheets_of(m, *forest, round, places);
    draw_pairs(round, sheets);
    ScoreRoundStore(m.tx).add(round, r.offices, m.actor.person);
    ScoreStore(m.tx).add(sheets);
    fill(m.tx, m.now, round, table, sheets);
    audit::record(m.tx, m.now, m.actor.by(role), entry_of(round, static_cast<int>(sheets.size())));
    return OpenedRoundOfScores{std::move(round), static_cast<int>(sheets.size())};
}

}    // namespace cs::scoring
