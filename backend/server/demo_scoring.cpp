#include "server/demo_scoring.hpp"

#include "scoring/table_store.hpp"
#include "server/demo_march.hpp"

namespace cs::server {
namespace {

using namespace demo;

// Scored, re-checked, scored by the council, told, objected to, answered, final.
Done whole_way(const March& m, const std::string& label) {
    CS_TRY_DONE(m.score("canbo.xa", march(4), label));
    CS_TRY_DONE(m.send("canbo.xa", march(5), label));
    CS_TRY_DONE(m.score("thamtra.huyen", march(12), label, {{"1.6", {"2", "Hai tuyến chưa trồng hoa"}}}));
    CS_TRY_DONE(m.confirm("thamtra.huyen", march(13), label, "05/BB-PT"));
    CS_TRY_DONE(m.score("thuky.hoidong", march(20), label, {{"1.6", {"2", ""}}}));
    CS_TRY_DONE(m.confirm("thuky.hoidong", march(20), label, "02/BB-HĐ"));
    const ScoreSheetId& id = m.sheet(label);
    CS_TRY_DONE(m.as("thuky.hoidong", march(23), [&](const Moment& at) { return announce_scores(at, m.round(), {id}, {"08/TB-HĐ", march(23), "Thư ký Hội đồng"}); }));
    CS_TRY_DONE(m.as("canbo.xa", march(24), [&](const Moment& at) { return object_to_score(at, id, "1.6", "Hai tuyến đã trồng hoa trước ngày phúc tra, có biên bản", {}); }));
    const auto objections = ScoreStore(m.tx()).objections(id);
    CS_TRY_DONE(m.as("thuky.hoidong", march(27), [&](const Moment& at) {
        return answer_objection(at, objections.front().id, {true, "Biên bản nghiệm thu hợp lệ", {"09/TL-HĐ", march(27), ""}, {Score::hundredths(250), {}, {}}});
    }));
    return m.as("thuky.hoidong", march(30), [&](const Moment& at) { return settle_scores(at, m.round(), {id}); });
}

// Re-checked, waiting for the council.
Done before_council(const March& m, const std::string& label) {
    CS_TRY_DONE(m.score("canbo.xab", march(6), label, {{"2.1", {"61", ""}}}));
    CS_TRY_DONE(m.send("canbo.xab", march(9), label));
    CS_TRY_DONE(m.score("thamtra.huyen", march(16), label, {{"2.1", {"61", ""}}, {"4.3", {"4.5", "Thiếu danh sách đóng góp"}}}));
    return m.confirm("thamtra.huyen", march(17), label, "06/BB-PT");
}

// One item is back with the commune.
Done sent_back(const March& m, const std::string& label) {
    CS_TRY_DONE(m.score("canbo.xac", march(9), label, {{"2.1", {"55", ""}}}));
    CS_TRY_DONE(m.send("canbo.xac", march(10), label));
    CS_TRY_DONE(m.score("thamtra.huyen", march(18), label, {{"2.1", {"55", ""}}}));
    return m.as("thamtra.huyen", march(18), [&](const Moment& at) {
        return return_score_items(at, m.sheet(label), {{"3.2", "Bổ sung hợp đồng thu gom của hai thôn", march(25)}});
    });
}

}    // namespace

Done seed_scoring(Tx& tx, Instant now) {
    const Scene scene(tx, now);
    const auto table = TableStore(tx).in_force("minh_hoa_xa", 2025, march(1));
    CS_CHECK(table.has_value());
    NewScoreRound wanted{table->version.id, "Chấm điểm thi đua các xã năm 2025", scene.unit("MH", march(1))};
    wanted.seed = "Minh Họa 2026-02-27";
    wanted.paper = "Kế hoạch minh họa số 03/KH-MH";
    CS_TRY(const OpenedRoundOfScores opened, scene.as("dieuphoi.tinh", on(2026, 2, 27), [&](const Moment& m) { return open_score_round(m, wanted); }));
    const March m(scene, *table->table, opened.round.id);
    CS_TRY_DONE(whole_way(m, "Xã Minh Họa A"));
    CS_TRY_DONE(before_council(m, "Xã Minh Họa B"));
    return sent_back(m, "Xã Minh Họa C");
}

}    // namespace cs::server
