#include "server/demo_ranking.hpp"

#include "org/commands.hpp"
#include "ranking/commands.hpp"
#include "scoring/table_store.hpp"
#include "server/demo_march.hpp"

namespace cs::server {
namespace {

using namespace demo;

constexpr Day april(unsigned d) { return on(2026, 4, d); }

struct Commune {
    const char *login, *label;
    std::map<std::string, std::pair<const char*, const char*>> says;    // what differs from the others
};

Result<org::ClusterId> cluster(const Scene& scene) {
    std::vector<UnitId> members;
    for (const char* code : {"MH0101", "MH0102", "MH0103"}) members.push_back(scene.unit(code, on(2025, 3, 1)));
    return scene.as("dieuphoi.tinh", on(2025, 3, 1), [&](const Moment& m) -> Result<org::ClusterId> {
        const audit::By by = m.actor.by(access::Role::province_coordinator);
        CS_TRY(const org::ClusterId id, org::add_cluster(m.tx, m.now, by, org::ClusterKind::cluster, "Cụm thi đua số 1 huyện Minh Họa"));
        CS_TRY_DONE(org::save_cluster(m.tx, m.now, by, id, 2025, {"Cụm thi đua số 1 huyện Minh Họa", members.front(), members}));
        return id;
    });
}

ScoreFact debt(UnitFact::Is state, const char* amount, const char* words, const char* number) {
    return {0, FactKind::knock_out, "no_dong", state, amount, words, {number, march(26), "Sở Tài chính tỉnh Minh Họa"}};
}

Done debts(const March& m, const std::vector<Commune>& communes) {
    const ScoreFact none = debt(UnitFact::Is::no, "0", "Không còn nợ đọng", "118/XN-STC");
    const ScoreFact some = debt(UnitFact::Is::yes, "350000000",
                                "công trình Đường trục thôn Minh Họa, khối lượng đã nghiệm thu 1.850.000.000 đồng, chưa bố trí vốn 350.000.000 đồng", "121/XN-STC");
    for (const Commune& one : communes)
        CS_TRY_DONE(m.as("thuky.hoidong", march(27), [&](const Moment& at) {
            return record_score_fact(at, m.sheet(one.label), std::string_view(one.login) == "canbo.xac" ? some : none);
        }));
    return {};
}

Done scored(const March& m, const std::vector<Commune>& communes) {
    std::vector<ScoreSheetId> all;
    for (const Commune& one : communes) {
        CS_TRY_DONE(m.score(one.login, march(4), one.label, one.says));
        CS_TRY_DONE(m.send(one.login, march(6), one.label));
        CS_TRY_DONE(m.score("thuky.hoidong", march(18), one.label, one.says));
        all.push_back(m.sheet(one.label));
    }
    const auto secretary = [&](Day day, const auto& work) { return m.as("thuky.hoidong", day, work); };
    CS_TRY_DONE(secretary(march(20), [&](const Moment& at) { return confirm_scores(at, m.round(), all, {"14/BB-HĐ", march(20), "Chủ tịch Hội đồng"}); }));
    CS_TRY_DONE(secretary(march(23), [&](const Moment& at) { return announce_scores(at, m.round(), all, {"15/TB-HĐ", march(23), "Thư ký Hội đồng"}); }));
    CS_TRY_DONE(debts(m, communes));
    return secretary(march(30), [&](const Moment& at) { return settle_scores(at, m.round(), all); });
}

Done closed_and_published(const March& m) {
    std::optional<ranking::ClosingId> closing;
    CS_TRY_DONE(m.as("thuky.hoidong", march(31), [&](const Moment& at) -> Done {
        CS_TRY(const ranking::Closing made, ranking::close_ranking(at, m.round(), {"16/BB-HĐ", march(31), "Chủ tịch Hội đồng"}, CS_VERSION));
        closing = made.id;
        return {};
    }));
    CS_TRY_DONE(m.as("thuky.hoidong", april(2), [&](const Moment& at) { return ranking::propose_publication(at, *closing, {{true, true, 1}, {"17/TB-HĐ", april(2), ""}}); }));
    return m.as("dieuphoi.tinh", april(3), [&](const Moment& at) { return ranking::publish(at, *closing); });
}

}    // namespace

Done seed_ranking(Tx& tx, Instant now) {
    const Scene scene(tx, now);
    const auto table = TableStore(tx).in_force("minh_hoa_xa", 2025, march(1));
    CS_CHECK(table.has_value());
    NewScoreRound wanted{table->version.id, "Chấm điểm Cụm thi đua số 1 năm 2025", scene.unit("MH", march(1))};
    CS_TRY(const org::ClusterId id, cluster(scene));
    wanted.clusters = {id};
    wanted.stages = {{"self", std::nullopt}, {"council", std::nullopt}};
    wanted.seed = "Minh Họa 2026-02-26";
    wanted.paper = "Kế hoạch minh họa số 02/KH-MH";
    CS_TRY(const OpenedRoundOfScores opened, scene.as("dieuphoi.tinh", on(2026, 2, 26), [&](const Moment& m) { return open_score_round(m, wanted); }));
    const March m(scene, *table->table, opened.round.id);
    // B gains in landscaping what it lacks in mobilising people: the same total, parted by the fourth part of the table.
    const std::vector<Commune> communes = {{"canbo.xa", "Xã Minh Họa A", {}},
                                           {"canbo.xab", "Xã Minh Họa B", {{"1.6", {"3", ""}}, {"4.3", {"4.5", ""}}}},
                                           {"canbo.xac", "Xã Minh Họa C", {{"2.1", {"61", ""}}}}};
    CS_TRY_DONE(scored(m, communes));
    return closed_and_published(m);
}

}    // namespace cs::server
