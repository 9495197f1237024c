#include "platform/sql/sql.hpp"
#include "scoring/score_store.hpp"

namespace cs::scoring {
namespace {

ScoreRound round_of(const sql::Row& row) {
    return {row.id<ScoreRoundId>("id"), row.id<TableVersionId>("table_version"), static_cast<int>(row.integer("year")), row.text("title"),
            row.id<UnitId>("root_unit"), row.word<org::UnitKind>("unit_kind"), row.day("units_on"), row.day("opens_on"), row.day("closes_on"),
            row.flag("is_blind"), row.text("seed"), row.text("paper"), row.instant("opened_at")};
}

RoundStage stage_of(const sql::Row& row) {
    return {row.text("stage"), row.text("title"), row.word<StageKind>("kind"), row.day("closes_on")};
}

}    // namespace

std::vector<ScoreRound> ScoreRoundStore::all() const {
    std::map<std::string, std::vector<RoundStage>> stages;
    const auto of_all = tx_.query("scoring.stages");
    for (const sql::Row& row : *of_all) stages[row.text("round_id")].push_back(stage_of(row));
    std::vector<ScoreRound> rounds;
    const auto rows = tx_.query("scoring.rounds");
    for (const sql::Row& row : *rows) {
        rounds.push_back(round_of(row));
        rounds.back().stages = stages[rounds.back().id.text()];
    }
    return rounds;
}

Result<ScoreRound> ScoreRoundStore::find(const ScoreRoundId& id) const {
    const auto rows = tx_.query("scoring.round", id);
    if (rows->empty()) return refuse(Problem::not_found, "score.round_unknown");
    ScoreRound round = round_of(rows->front());
    const auto stages = tx_.query("scoring.stages_of_round", id);
    for (const sql::Row& row : *stages) round.stages.push_back(stage_of(row));
    return round;
}

void ScoreRoundStore::add(const ScoreRound& r, const std::vector<ScoreOffice>& offices, const std::optional<PersonId>& by) {
    tx_.run("scoring.add_round", r.id, r.table, r.year, r.title, r.root, word_of(r.kind), r.units_on, r.opens_on, r.closes_on, r.is_blind,
            r.seed, r.paper, r.opened_at, by);
    for (std::size_t i = 0; i < r.stages.size(); ++i)
        tx_.run("scoring.add_stage", r.id, static_cast<int>(i), r.stages[i].id, r.stages[i].title, word_of(r.stages[i].kind), r.stages[i].closes_on);
    for (const ScoreOffice& office : offices) tx_.run("scoring.add_office", r.id, office.scorer, office.unit);
}

void ScoreRoundStore::set_table(const ScoreRoundId& id, const TableVersionId& table) { tx_.run("scoring.set_table", id, table); }

std::vector<ScoreOffice> ScoreRoundStore::offices(const ScoreRoundId& id) const {
    std::vector<ScoreOffice> all;
    const auto rows = tx_.query("scoring.offices", id);
    for (const sql::Row& row : *rows) all.push_back({row.text("scorer"), row.id<UnitId>("unit_id")});
    return all;
}

std::vector<ScoreExtension> ScoreRoundStore::extensions(const ScoreRoundId& id) const {
    std::vector<ScoreExtension> all;
    const auto rows = tx_.query("scoring.extensions", id);
    for (const sql::Row& row : *rows)
        all.push_back({row.maybe_id<UnitId>("unit_id"), row.day("until_day"), row.text("paper_number"), row.day("paper_day"),
                       row.text("reason"), row.instant("recorded_at"), row.maybe_id<PersonId>("recorded_by")});
    return all;
}

void ScoreRoundStore::add(const ScoreRoundId& id, const ScoreExtension& e) {
    tx_.run("scoring.add_extension", id, e.unit, e.until, e.paper_number, e.paper_day, e.reason, e.at, e.by);
}

void ScoreRoundStore::lock_heads(const org::ClusterId& cluster) { tx_.lock("cluster_head/" + cluster.text()); }

std::vector<ClusterHead> ScoreRoundStore::heads(const org::ClusterId& cluster) const {
    std::vector<ClusterHead> all;
    const auto rows = tx_.query("scoring.heads", cluster);
    for (const sql::Row& row : *rows)
        all.push_back({row.id<ClusterHeadId>("id"), row.id<org::ClusterId>("cluster_id"), row.id<UnitId>("unit_id"), row.word<HeadSeat>("seat"),
                       Period{row.day("valid_from"), row.maybe_day("valid_until")}, row.text("paper")});
    return all;
}

void ScoreRoundStore::add(const ClusterHead& h, Instant at, const std::optional<PersonId>& by) {
    tx_.run("scoring.add_head", h.id, h.cluster, h.unit, word_of(h.seat), h.period.from, h.period.until, h.paper, at, by);
}

std::vector<RunningRound> ScoreRoundStore::running_with(const org::ClusterId& cluster) const {
    std::vector<RunningRound> all;
    const auto rows = tx_.query("scoring.running_of_cluster", cluster);
    for (const sql::Row& row : *rows) {
        const auto id = row.id<ScoreRoundId>("id");
        if (all.empty() || all.back().id != id) all.push_back({id, row.text("title"), static_cast<int>(row.integer("year")), {}});
        all.back().units.emplace_back(row.id<UnitId>("unit_id"), row.text("unit_label"));
    }
    return all;
}

void ScoreRoundStore::end(const ClusterHeadId& id, Day until) { tx_.run("scoring.end_head", id, until); }

}    // namespace cs::scoring
