// The ranking of a round, taken away as a file: exactly what the caller sees of it.
#include "access/list_http.hpp"
#include "ranking/ranking_http.hpp"
#include "ranking/ranking_view_http.hpp"

namespace cs::ranking {
namespace {

using access::Api;
using access::Call;
using access::Operation;

ListValue number(const std::string& points) { return list_value(Decimal::parse(points)); }
ListValue place(const std::optional<int>& rank) { return rank ? ListValue(std::int64_t(*rank)) : ListValue(); }

ListRow row_of(const std::string& cluster, const wire::RankingRow& row) {
    std::string because;
    for (const wire::RankingReason& each : row.because) because += (because.empty() ? "" : "; ") + each.text;
    return {cluster, place(row.rank), row.unit_name, number(row.base), number(row.bonus), number(row.penalty), number(row.total), row.class_title, row.is_excluded,
            row.is_on_hold, place(row.adjusted_to), because};
}

Result<List> ranked(Api& api, Call& call, Tx& tx) {
    const auto id = scoring::ScoreRoundId::parse(call.param("id"));
    if (!id) return refuse(Problem::not_found, "score.round_unknown");
    const auto tree = api.tree(tx);
    CS_TRY(wire::RankingView made, ranking_view(Moment{tx, call.clock.now(), call.actor, *tree}, *id));
    return List{"xep-hang-" + std::to_string(made.year),
                "ranking",
                {{"cluster", 28}, {"rank", 8}, {"unit", 32}, {"base", 10}, {"bonus", 10}, {"penalty", 10}, {"total", 10}, {"class", 24}, {"excluded", 12}, {"on_hold", 10},
                 {"adjusted_to", 12}, {"because", 60}},
                [clusters = std::move(made.clusters)](const ListGive& give) -> Done {
                    for (const wire::RankingCluster& cluster : clusters)
                        for (const wire::RankingRow& row : cluster.rows) give(row_of(cluster.name, row));
                    return {};
                }};
}

}    // namespace

void add_ranking_list_routes(Api& api) {
    access::add_list(api, "/api/exports/score-rounds/{id}/ranking", Operation::export_ranking, "The ranking of a round as the caller sees it.", {},
                     [&api](Call& call, Tx& tx) { return ranked(api, call, tx); });
}

}    // namespace cs::ranking
