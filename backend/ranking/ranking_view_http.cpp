#include "ranking/ranking_view_http.hpp"

#include <algorithm>
#include <map>

#include "platform/i18n.hpp"
#include "ranking/package.hpp"
#include "ranking/published.hpp"
#include "ranking/report.hpp"

namespace cs::ranking {
namespace {

wire::RankingReason shown(const scoring::Table& table, const Because& b) {
    const auto [key, args] = said(table, b);
    return {b.rule, say(key, args), b.clause};
}

wire::RankingReason tie_of(const std::string& decided_by) {
    const auto [key, args] = said_of_tie(decided_by);
    return {"tie", say(key, args), ""};
}

// Why a unit waits or is left out is told to the holder of the round and to the unit itself; everybody else reads the same words for
// every cause.
bool is_private(const Because& b) { return b.rule == "knock_out" || b.rule == "hold" || b.rule == "unconfirmed"; }

class Rows {
public:
    Rows(const Moment& m, const scoring::Table& table, const std::map<std::string, UnitId>& units, bool everything)
        : m_(m), table_(table), units_(units), everything_(everything) {}

    std::vector<wire::RankingCluster> of(const Ranking& ranking) const {
        std::vector<wire::RankingCluster> clusters;
        for (const Row& row : ranking.rows) {
            if (clusters.empty() || clusters.back().name != row.cluster) clusters.push_back({row.cluster, {}});
            clusters.back().rows.push_back(shown_row(row));
        }
        return clusters;
    }

private:
    wire::RankingRow shown_row(const Row& row) const {
        const UnitId unit = units_.at(row.unit);
        const auto score = [&](Score s) { return s.text(table_.decimals); };
        const scoring::Class* klass = row.class_at < 0 ? nullptr : &table_.classes[static_cast<std::size_t>(row.class_at)];
        wire::RankingRow all{unit, row.unit, score(row.points.base), score(row.points.bonus), score(row.points.penalty), score(row.points.total),
                             klass ? klass->id : "", klass ? klass->title : "", row.rank, row.is_excluded, row.is_on_hold, {}, {}, {}};
        const bool reasons = everything_ || is_his(unit);
        bool hidden = false;
        for (const Because& b : row.because) {
            if (b.rule == "adjusted") all.adjusted_to = std::stoi(b.fact);
            if (!is_private(b) || reasons)
                all.because.push_back(shown(table_, b));
            else
                hidden = true;
        }
        if (hidden) all.because.push_back({"not_now", say("ranking.not_now"), ""});
        if (!row.decided_by.empty()) all.because.push_back(tie_of(row.decided_by));
        return all;
    }

    bool is_his(const UnitId& unit) const {
        return std::any_of(m_.actor.grants.begin(), m_.actor.grants.end(), [&](const access::Grant& g) { return m_.tree.under(g.unit, unit, m_.today()); });
    }

    const Moment& m_;
    const scoring::Table& table_;
    const std::map<std::string, UnitId>& units_;
    bool everything_;
};

wire::ClosingPaper shown(const Closing& c) {
    return {c.id, c.sequence, c.minutes.number, *c.minutes.day, c.minutes.signer, c.digest, c.closed_at, c.shown.total, c.shown.klass, c.shown.ranks_to,
            c.publication.number, c.publication.day, c.published_at, c.reason, c.version};
}

std::vector<std::string> warnings_of(const scoring::Table& table) {
    std::vector<std::string> all;
    for (const Fault& warning : table.warnings) all.push_back(say("fault." + warning.code, warning.args));
    return all;
}

std::vector<wire::ProgressRow> progress_of(const scoring::Table& table, const Ranking& ranking) {
    std::vector<wire::ProgressRow> all;
    for (const Progress& p : ranking.progress)
        all.push_back({p.unit, p.cluster, p.last_year.text(2), p.total.text(table.decimals), p.gained.text(2), p.rank});
    return all;
}

void add_actions(const Moment& m, wire::RankingView& view) {
    view.actions.push_back(access::action(access::Operation::try_ranking, is_holder(m, *scoring::ScoreRoundStore(m.tx).find(view.round_id))
                                                                              ? Done{}
                                                                              : Done(refuse(Problem::not_your_role, "access.not_your_role"))));
    for (const ClosingAction action : all_of<ClosingAction>())
        view.actions.push_back(access::action(operation_of(action), may_step(m, view.round_id, action)));
}

// Reads what was frozen: a later change of a sheet does not reach it.
Result<Recomputed> frozen(Tx& tx, const Closing& closing) { return recompute(ClosingStore(tx).package(closing.id)); }

}    // namespace

Result<wire::RankingView> ranking_view(const Moment& m, const scoring::ScoreRoundId& id) {
    CS_TRY(const LiveRanking live, live_ranking(m.tx, id));
    ClosingStore store(m.tx);
    const auto standing = store.standing(id);
    const bool holder = is_holder(m, live.round);
    if (!standing && !holder) return refuse(Problem::not_found, "ranking.not_closed");
    const scoring::TableVersion& version = live.table.version;
    wire::RankingView view{id, live.round.title, live.round.year,
                           {live.table.table->id, version.title, version.paper_number, live.table.table->scale.text(live.table.table->decimals), version.number, version.applies_from},
                           standing ? standing->state : ClosingState::open, {}, {}, static_cast<int>(live.sheets.size()),
                           static_cast<int>(std::count_if(live.sheets.begin(), live.sheets.end(), [](const auto& s) { return s.state == scoring::ScoreState::settled; })),
                           false, {}, {}, {}, {}};
    if (standing) view.closing = shown(*standing);
    for (const Closing& c : store.of_round(id))
        if (c.state == ClosingState::reopened) view.earlier.push_back(shown(c));
    std::map<std::string, UnitId> units;
    for (const scoring::ScoreSheet& sheet : live.sheets) units.emplace(sheet.label, sheet.unit);
    std::optional<Recomputed> closed;
    if (standing) {
        CS_TRY(closed, frozen(m.tx, *standing));
        view.moved_since = closed->result != json(*live.table.table, live.ranking);
        for (const Place& p : store.places(standing->id)) units.emplace(p.label, p.unit);
    }
    const scoring::Table& table = closed ? closed->table : *live.table.table;
    const Ranking& ranking = closed ? closed->ranking : live.ranking;
    view.warnings = warnings_of(table);
    view.clusters = Rows(m, table, units, holder).of(ranking);
    view.progress = progress_of(table, ranking);
    add_actions(m, view);
    return view;
}

Result<wire::WhatIfView> what_if_view(const Moment& m, const scoring::ScoreRoundId& id, const std::string& yaml) {
    CS_TRY(const WhatIf what, what_if(m, id, yaml));
    CS_TRY(const LiveRanking live, live_ranking(m.tx, id));
    std::map<std::string, UnitId> units;
    for (const scoring::ScoreSheet& sheet : live.sheets) units.emplace(sheet.label, sheet.unit);
    std::map<std::string, std::optional<int>> now;
    for (const Row& row : live.ranking.rows) now.emplace(row.unit, row.rank);
    wire::WhatIfView view{warnings_of(what.table), what.unscored, what.dropped, Rows(m, what.table, units, true).of(what.ranking)};
    for (wire::RankingCluster& cluster : view.clusters)
        for (wire::RankingRow& row : cluster.rows)
            if (const auto was = now[row.unit_name]; was && row.rank) row.moved = *was - *row.rank;
    return view;
}

Result<wire::PublicRanking> public_view(Tx& tx, const Closing& closing, const Shown& shown, const scoring::StagePaper& paper) {
    CS_TRY(const scoring::ScoreRound round, scoring::ScoreRoundStore(tx).find(closing.round));
    CS_TRY(const scoring::StandingTable table, scoring::TableStore(tx).version(round.table));
    wire::PublicRanking all{"chungsuc-public-ranking-1", round.title, round.year, paper.number, paper.day, closing.digest, {}};
    for (const PublicPlaces& cluster : published_places(ClosingStore(tx).places(closing.id), shown, table.table->decimals)) {
        wire::PublicCluster one{cluster.cluster, {}, {}};
        for (const PublicUnit& unit : cluster.places) one.places.push_back({unit.name, unit.total, unit.class_title, unit.rank});
        for (const PublicUnit& unit : cluster.others) one.others.push_back(unit.name);
        all.clusters.push_back(std::move(one));
    }
    return all;
}

}    // namespace cs::ranking
