// A ranking seen, tried, closed and opened again.
#include "ranking/ranking_http.hpp"

#include "assessment/recognition_view_http.hpp"
#include "ranking/ranking_view_http.hpp"

namespace cs::ranking {
namespace {

using access::Api;
using access::Call;
using access::Operation;
using assessment::read_moment;
using assessment::with_moment;
using http::Method;

Result<scoring::ScoreRoundId> round_id(const Call& call) {
    const auto id = scoring::ScoreRoundId::parse(call.param("id"));
    if (!id) return refuse(Problem::not_found, "score.round_unknown");
    return *id;
}

Result<ClosingId> closing_id(const Call& call) {
    const auto id = ClosingId::parse(call.param("id"));
    if (!id) return refuse(Problem::not_found, "ranking.closing_unknown");
    return *id;
}

http::Reply file(std::string name, std::string body) {
    return {200, "application/octet-stream", std::move(body), {{"content-disposition", "attachment; filename=\"" + name + "\""}}, {}};
}

// The whole package: for those who hold the round.
Result<http::Reply> package(Api& api, Call& call) {
    CS_TRY(const ClosingId id, closing_id(call));
    return read_moment<http::Reply>(api, call, [&](const Moment& m) -> Result<http::Reply> {
        CS_TRY(const Closing closing, ClosingStore(m.tx).find(id));
        CS_TRY(const scoring::ScoreRound round, scoring::ScoreRoundStore(m.tx).find(closing.round));
        if (!is_holder(m, round)) return refuse(Problem::not_found, "ranking.closing_unknown");
        return file("xep-hang-" + std::to_string(round.year) + "-" + std::to_string(closing.sequence) + ".json", ClosingStore(m.tx).package(id));
    });
}

// What everybody will read: before the publication for those who hold the round, by the choice in the query; after it for all.
Result<wire::PublicRanking> preview(Api& api, Call& call) {
    CS_TRY(const ClosingId id, closing_id(call));
    CS_TRY(const int ranks_to, call.query_int("ranks_to", 0, 0, 1000));
    const Shown shown{call.query("total") == "true", call.query("class") == "true", ranks_to};
    return read_moment<wire::PublicRanking>(api, call, [&](const Moment& m) -> Result<wire::PublicRanking> {
        CS_TRY(const Closing closing, ClosingStore(m.tx).find(id));
        CS_TRY(const scoring::ScoreRound round, scoring::ScoreRoundStore(m.tx).find(closing.round));
        if (!may_preview(m, round)) return refuse(Problem::not_found, "ranking.closing_unknown");
        const bool fixed = closing.state == ClosingState::proposed || closing.state == ClosingState::published;
        return public_view(m.tx, closing, fixed ? closing.shown : shown, closing.publication);
    });
}

// A step of a closing, then the view of its round.
template <class Body, class Step>
void add_step(Api& api, Operation operation, Method method, const std::string& path, const std::string& summary, const Step& step) {
    api.write<Body, wire::RankingView>({method, "/api/rankings/{id}/" + path, operation, summary}, [&api, step](Call& call, const Body& body) -> Result<wire::RankingView> {
        CS_TRY(const ClosingId id, closing_id(call));
        CS_TRY(const auto seen, assessment::version_seen(call));
        return with_moment<wire::RankingView>(api, call, [&](const Moment& m) -> Result<wire::RankingView> {
            CS_TRY(const Closing after, step(m, id, body, seen));
            return ranking_view(m, after.round);
        });
    });
}
using Seen = std::optional<std::int64_t>;

void add_publication_routes(Api& api) {
    api.read<wire::PublicRanking>({Method::get, "/api/rankings/{id}/public-view", Operation::preview_publication, "Exactly what everybody will read.",
                                   {{"total", "true: totals of the places that are shown"}, {"class", "true: classes"}, {"ranks_to", "places of the first so many of each cluster"}}},
                                  [&api](Call& call) { return preview(api, call); });
    add_step<wire::Publication>(api, Operation::propose_publication, Method::post, "publication", "Proposes what is published; a second person publishes.",
                                [](const Moment& m, const ClosingId& id, const wire::Publication& b, Seen seen) {
                                    return propose_publication(m, id, {{b.total, b.klass, b.ranks_to}, {b.number, b.day, ""}}, seen);
                                });
    add_step<access::Nothing>(api, Operation::publish_ranking, Method::post, "publication/approval", "Publishes what another person proposed.",
                              [](const Moment& m, const ClosingId& id, const access::Nothing&, Seen seen) { return publish(m, id, seen); });
    add_step<wire::Reopening>(api, Operation::turn_down_publication, Method::post, "publication/refusal", "Turns the publication down, with the reason.",
                              [](const Moment& m, const ClosingId& id, const wire::Reopening& b, Seen seen) { return turn_down_publication(m, id, b.reason, seen); });
    add_step<wire::Reopening>(api, Operation::reopen_ranking, Method::post, "reopening", "Opens the ranking again; the closing stays in its history.",
                              [](const Moment& m, const ClosingId& id, const wire::Reopening& b, Seen seen) { return reopen(m, id, b.reason, seen); });
}

}    // namespace

void add_ranking_routes(Api& api, const std::string& code_version) {
    api.read<wire::RankingView>({Method::get, "/api/score-rounds/{id}/ranking", Operation::show_ranking, "The ranking of a round: closed, or as it stands now."},
                                [&api](Call& call) -> Result<wire::RankingView> {
                                    CS_TRY(const auto id, round_id(call));
                                    return read_moment<wire::RankingView>(api, call, [&](const Moment& m) { return ranking_view(m, id); });
                                });
    api.write<wire::DraftTable, wire::WhatIfView>({Method::post, "/api/score-rounds/{id}/ranking/trials", Operation::try_ranking, "The same sheets under a draft of the table; nothing is kept."},
                                                  [&api](Call& call, const wire::DraftTable& b) -> Result<wire::WhatIfView> {
                                                      CS_TRY(const auto id, round_id(call));
                                                      return read_moment<wire::WhatIfView>(api, call, [&](const Moment& m) { return what_if_view(m, id, b.yaml); });
                                                  });
    api.write<wire::RankingMinutes, wire::RankingView>({Method::post, "/api/score-rounds/{id}/ranking", Operation::close_ranking, "The council's minutes close the ranking and freeze its package.", {}, 201},
                                                       [&api, code_version](Call& call, const wire::RankingMinutes& b) -> Result<wire::RankingView> {
                                                           CS_TRY(const auto id, round_id(call));
                                                           return with_moment<wire::RankingView>(api, call, [&](const Moment& m) -> Result<wire::RankingView> {
                                                               CS_TRY_DONE(close_ranking(m, id, {b.number, b.day, b.signer}, code_version));
                                                               return ranking_view(m, id);
                                                           });
                                                       });
    api.raw({Method::get, "/api/rankings/{id}/package", Operation::download_ranking_package, "The frozen package: `chungsuc rank --package FILE` recomputes it."}, "application/octet-stream",
            [&api](Call& call) { return package(api, call); });
    add_publication_routes(api);
    add_ranking_list_routes(api);
    api.guard_history("ranking_closing", [](Call& call, Tx&, const std::string&) { return access::pass(call.actor, Operation::show_ranking); });
}

}    // namespace cs::ranking
