#pragma once
// The same province with a cluster of its three communes.
#include "contract/scoring_fixture.hpp"
#include "org/commands.hpp"

namespace cs::test {

struct Clustered : Scoring {
    org::ClusterId cluster;

    Clustered(Database& d, FrozenClock& c) : Scoring(d, c), cluster("") {
        cluster = must([&](Tx& tx) { return org::add_cluster(tx, now(), audit::By{}, org::ClusterKind::cluster, "Cụm 1"); });
        for (const int year : {2024, 2025})
            must([&](Tx& tx) {
                return org::save_cluster(tx, now(), audit::By{}, cluster, year, {"Cụm 1", unit("TH11"), {unit("TH11"), unit("TH12"), unit("TH13")}, std::nullopt});
            });
    }
    scoring::NewScoreRound in_clusters(const std::vector<std::string>& stages) {
        scoring::NewScoreRound r = wanted(stages);
        r.clusters = {cluster};
        return r;
    }
    void all_sent() {
        sent_in(clerk, "TH11");
        sent_in(other_clerk, "TH12");
        sent_in(third_clerk, "TH13");
    }
    auto head(const std::string& code, scoring::HeadSeat seat, Day from) {
        return [this, code, seat, from](const Moment& m) { return scoring::name_cluster_head(m, {cluster, unit(code), seat, from, "BB cụm số 1"}); };
    }
    std::vector<scoring::ScoreInput> agreed(const std::vector<std::string>& codes) {
        std::vector<scoring::ScoreInput> cells;
        for (const std::string& code : codes)
            for (scoring::ScoreInput& cell : whole(code, "36")) cell.reason = "Cụm thống nhất", cells.push_back(cell);
        return cells;
    }
};

}    // namespace cs::test
