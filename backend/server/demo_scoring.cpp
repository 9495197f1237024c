#include "server/demo_scoring.hpp"

#include "scoring/score_commands.hpp"
#include "scoring/table_store.hpp"
#include "server/demo_scene.hpp"

namespace cs::server {
namespace {

using namespace cs::scoring;
using assessment::Moment;

constexpr Day march(unsigned d) { return on(2026, 3, d); }

// What a commune says of itself: a figure or a score for each leaf, in the order of the table.
struct Said {
    const char *leaf, *plan, *value;
};
constexpr Said usual[] = {{"1.1", "12", "12"}, {"1.2", "30", "27"}, {"1.3", "", "99.2"}, {"1.4", "", "1"}, {"1.5", "9", "8"}, {"1.6", "", "2.5"},
                          {"2.1", "", "58"}, {"2.2", "", "1.4"}, {"2.3", "3", "2"}, {"2.4", "", "4"}, {"3.1", "", "94"}, {"3.2", "100", "92"},
                          {"3.3", "100", "75"}, {"3.4", "", "3.5"}, {"3.5", "", "2"}, {"4.1", "", "15"}, {"4.2", "", "1"}, {"4.3", "", "5"}};

Given given(const Table& table, const Said& said) {
    const LeafRule& rule = *table.leaf(static_cast<std::size_t>(table.leaf_named(said.leaf).value())).leaf;
    const Decimal value = Decimal::parse(said.value).value();
    if (rule.rule == Rule::manual) return {Score::from(value), {}, {}};
    return {{}, rule.needs_plan() ? Decimal::parse(said.plan) : std::nullopt, value};
}

class March {
public:
    March(const Scene& scene, const Table& table, const ScoreRoundId& round) : scene_(scene), table_(table), round_(round) {
        for (const ScoreSheet& sheet : ScoreStore(scene.tx()).of_round(round)) sheets_.push_back(sheet);
    }
    const ScoreSheetId& sheet(const std::string& label) const {
        for (const ScoreSheet& each : sheets_)
            if (each.label == label) return each.id;
        CS_CHECK(false);
    }
    // All the leaves; `changes` gives another score to some, with the reason.
    Done score(const std::string& login, Day day, const std::string& label, const std::map<std::string, std::pair<const char*, const char*>>& changes = {}) const {
        std::vector<ScoreInput> cells;
        for (const Said& said : usual) {
            const auto other = changes.find(said.leaf);
            const Said what = other == changes.end() ? said : Said{said.leaf, said.plan, other->second.first};
            cells.push_back({sheet(label), said.leaf, given(table_, what), other == changes.end() ? reason(said.leaf) : other->second.second});
        }
        return as(login, day, [&](const Moment& m) { return save_scores(m, round_, cells); });
    }
    Done send(const std::string& login, Day day, const std::string& label) const {
        return as(login, day, [&](const Moment& m) { return send_score(m, sheet(label), {"21/BC-UBND", day, "Chủ tịch UBND xã"}); });
    }
    Done confirm(const std::string& login, Day day, const std::string& label, const char* number) const {
        return as(login, day, [&](const Moment& m) { return confirm_scores(m, round_, {sheet(label)}, {number, day, "Tổ trưởng, thư ký"}); });
    }
    template <class Work>
    Done as(const std::string& login, Day day, const Work& work) const {
        return scene_.as(login, day, [&](const Moment& m) -> Done {
            CS_TRY_DONE(work(m));
            return {};
        });
    }
    const ScoreRoundId& round() const { return round_; }
    Tx& tx() const { return scene_.tx(); }

private:
    // The system may know another number of criteria met; the example says why it differs.
    static std::string reason(const std::string& leaf) { return leaf == "4.1" ? "Theo báo cáo minh họa của xã" : ""; }
    const Scene& scene_;
    const Table& table_;
    ScoreRoundId round_;
    std::vector<ScoreSheet> sheets_;
};

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
