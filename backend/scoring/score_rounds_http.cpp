// Rounds of scoring, their extensions and tables, and the heads of clusters.
#include "org/store.hpp"
#include "assessment/moment_http.hpp"
#include "scoring/score_http.hpp"
#include "scoring/score_view_http.hpp"

namespace cs::scoring {
namespace {

using access::Api;
using access::Call;
using access::Operation;
using assessment::read_moment;
using assessment::with_moment;

Result<wire::ScoreRounds> list(Api& api, Call& call) {
    return read_moment<wire::ScoreRounds>(api, call, [&](const Moment& m) -> Result<wire::ScoreRounds> {
        wire::ScoreRounds all{{}, {access::action(Operation::open_score_round, pass(call.actor, Operation::open_score_round))}};
        for (const ScoreRound& round : ScoreRoundStore(m.tx).all()) {
            CS_TRY(const auto desk, ScoreDesk::of(m, round.id));
            const auto visible = desk->visible();
            if (!visible.empty()) all.items.push_back(ScoreSight(*desk).round(visible));
        }
        return all;
    });
}

Result<wire::ScoreRoundView> show(Api& api, Call& call) {
    CS_TRY(const ScoreRoundId id, score_round_id(call));
    return read_moment<wire::ScoreRoundView>(api, call, [&](const Moment& m) -> Result<wire::ScoreRoundView> {
        CS_TRY(const auto desk, ScoreDesk::of(m, id));
        const auto visible = desk->visible();
        if (visible.empty()) return refuse(Problem::not_found, "score.round_unknown");
        ScoreSight sight(*desk);
        wire::ScoreRoundView view{sight.round(visible), desk->round().seed, {}, {}, {}};
        for (const ScoreExtension& e : desk->extensions())
            view.extensions.push_back({e.unit, e.unit ? m.tree.name(*e.unit, desk->round().units_on) : "", e.until, e.paper_number, e.paper_day, e.reason});
        for (const OpenedScore& opened : visible) view.sheets.push_back(sight.row(opened));
        for (const Operation each : {Operation::extend_score_round, Operation::change_score_table, Operation::announce_scores, Operation::settle_scores,
                                     Operation::export_score_sheets})
            view.actions.push_back(access::action(each, access::may(call.actor, each, desk->round().root, m.today(), m.tree)));
        return view;
    });
}

Result<wire::OpenedScoreRound> open(Api& api, Call& call, const wire::NewScoreRound& b) {
    NewScoreRound r{b.table, b.title, b.root_id};
    if (b.unit_kind) {
        const auto kind = parse_word<org::UnitKind>(*b.unit_kind);
        if (!kind) return refuse("score.round_faulty", {{"score.no_units", {}, "unit_kind"}});
        r.kind = *kind;
    }
    r.clusters = b.clusters.value_or(std::vector<org::ClusterId>{});
    r.units_on = b.units_on, r.opens_on = b.opens_on, r.closes_on = b.closes_on;
    if (b.stages)
        for (const wire::ChosenStageInput& s : *b.stages) r.stages.push_back({s.id, s.kind});
    if (b.offices)
        for (const wire::OfficeInput& o : *b.offices) r.offices.push_back({o.scorer, o.unit_id});
    r.is_blind = b.is_blind, r.seed = b.seed.value_or(""), r.paper = b.paper;
    return with_moment<wire::OpenedScoreRound>(api, call, [&](const Moment& m) -> Result<wire::OpenedScoreRound> {
        CS_TRY(const OpenedRoundOfScores made, open_score_round(m, r));
        return wire::OpenedScoreRound{made.round.id, made.sheets, made.round.seed};
    });
}

Result<wire::ScoreExtensionView> extend(Api& api, Call& call, const wire::NewScoreExtension& b) {
    CS_TRY(const ScoreRoundId id, score_round_id(call));
    return with_moment<wire::ScoreExtensionView>(api, call, [&](const Moment& m) -> Result<wire::ScoreExtensionView> {
        CS_TRY(const ScoreExtension e, extend_score_round(m, id, {b.unit_id, b.until, b.paper_number, b.paper_day, b.reason}));
        return wire::ScoreExtensionView{e.unit, e.unit ? m.tree.name(*e.unit, m.today()) : "", e.until, e.paper_number, e.paper_day, e.reason};
    });
}

Result<wire::ScoreTableEffects> change_table(Api& api, Call& call, const wire::NewTableOfRound& b) {
    CS_TRY(const ScoreRoundId id, score_round_id(call));
    const auto shown = [&](const Moment& m) -> Result<wire::ScoreTableEffects> {
        CS_TRY(const auto effects, b.dry_run ? effect_of_table(m, id, b.table) : change_score_table(m, id, b.table));
        wire::ScoreTableEffects view{{}, !b.dry_run};
        for (const TableEffect& e : effects) {
            wire::ScoreTableEffect row{e.sheet, e.label, e.before.decimal(), e.after.decimal(), {}};
            for (const Fault& f : e.faults) row.faults.push_back({f.code, f.where, {f.args.begin(), f.args.end()}});
            view.items.push_back(std::move(row));
        }
        return view;
    };
    return b.dry_run ? read_moment<wire::ScoreTableEffects>(api, call, shown) : with_moment<wire::ScoreTableEffects>(api, call, shown);
}

Result<org::ClusterId> cluster_id(Call& call) {
    const auto id = org::ClusterId::parse(call.param("id"));
    if (!id) return refuse(Problem::not_found, "score.cluster_unknown");
    return *id;
}

wire::ClusterHeadView shown(const ClusterHead& h, const Moment& m) {
    return {h.id, h.unit, m.tree.name(h.unit, h.period.from), h.seat, h.period.from, h.period.until, h.paper};
}

Result<wire::ClusterHeads> heads(Api& api, Call& call) {
    CS_TRY(const org::ClusterId id, cluster_id(call));
    CS_TRY(const int year, call.query_int("year", static_cast<int>(call.today().year()), 1900, 2200));
    return read_moment<wire::ClusterHeads>(api, call, [&](const Moment& m) -> Result<wire::ClusterHeads> {
        wire::ClusterHeads all{{}, {}, {access::action(Operation::name_cluster_head, may_name_cluster_head(m, id, year))}};
        for (const ClusterHead& head : ScoreRoundStore(m.tx).heads(id)) all.items.push_back(shown(head, m));
        for (const RunningRound& round : ScoreRoundStore(m.tx).running_with(id)) {
            all.running.push_back({round.id, round.title, round.year, {}});
            for (const auto& [unit, label] : round.units) all.running.back().units.push_back({unit, label});
        }
        return all;
    });
}

Result<wire::ClusterHeadView> name_head(Api& api, Call& call, const wire::NewClusterHead& b) {
    CS_TRY(const org::ClusterId id, cluster_id(call));
    return with_moment<wire::ClusterHeadView>(api, call, [&](const Moment& m) -> Result<wire::ClusterHeadView> {
        CS_TRY(const ClusterHead made, name_cluster_head(m, {id, b.unit_id, b.seat, b.from, b.paper}));
        return shown(made, m);
    });
}

}    // namespace

void add_score_round_routes(Api& api) {
    using http::Method;
    api.read<wire::ScoreRounds>({Method::get, "/api/score-rounds", Operation::list_score_rounds, "Rounds of scoring the caller has anything to do with, newest year first."},
                                [&api](Call& call) { return list(api, call); });
    api.read<wire::ScoreRoundView>({Method::get, "/api/score-rounds/{id}", Operation::show_score_round, "A round with the sheets the caller may see."},
                                   [&api](Call& call) { return show(api, call); });
    api.write<wire::NewScoreRound, wire::OpenedScoreRound>({Method::post, "/api/score-rounds", Operation::open_score_round,
                                                            "Opens a round of scoring: a sheet for each unit, in March of the year after the table's.", {}, 201},
                                                           [&api](Call& call, const wire::NewScoreRound& b) { return open(api, call, b); });
    api.write<wire::NewScoreExtension, wire::ScoreExtensionView>(
        {Method::post, "/api/score-rounds/{id}/extensions", Operation::extend_score_round, "A later last day, for one unit or all, by a paper; also after the fact.", {}, 201},
        [&api](Call& call, const wire::NewScoreExtension& b) { return extend(api, call, b); });
    api.write<wire::NewTableOfRound, wire::ScoreTableEffects>(
        {Method::post, "/api/score-rounds/{id}/table", Operation::change_score_table,
         "Another version of the table for a round that runs: what it does to each sheet (dry_run), and then it holds."},
        [&api](Call& call, const wire::NewTableOfRound& b) { return change_table(api, call, b); });
    api.read<wire::ClusterHeads>({Method::get, "/api/clusters/{id}/heads", Operation::list_cluster_heads, "Who heads a cluster from when to when, and which rounds that run keep its members as they were.",
                                  {{"year", "Whose members may be named; this year when absent."}}},
                                 [&api](Call& call) { return heads(api, call); });
    api.write<wire::NewClusterHead, wire::ClusterHeadView>({Method::post, "/api/clusters/{id}/heads", Operation::name_cluster_head,
                                                            "Names the next head or deputy of a cluster; the one before ends on that day.", {}, 201},
                                                           [&api](Call& call, const wire::NewClusterHead& b) { return name_head(api, call, b); });
}

}    // namespace cs::scoring
