#pragma once
// A round of March in the demonstration: what the communes of Minh Họa say of themselves, and the steps their people take.
#include <map>

#include "scoring/score_commands.hpp"
#include "server/demo_scene.hpp"

namespace cs::server {

namespace demo {

using namespace cs::scoring;
using assessment::Moment;

inline constexpr Day march(unsigned d) { return on(2026, 3, d); }

// What a commune says of itself: a figure or a score for each leaf, in the order of the table.
struct Said {
    const char *leaf, *plan, *value;
};
inline constexpr Said usual[] = {{"1.1", "12", "12"}, {"1.2", "30", "27"}, {"1.3", "", "99.2"}, {"1.4", "", "1"}, {"1.5", "9", "8"}, {"1.6", "", "2.5"},
                          {"2.1", "", "58"}, {"2.2", "", "1.4"}, {"2.3", "3", "2"}, {"2.4", "", "4"}, {"3.1", "", "94"}, {"3.2", "100", "92"},
                          {"3.3", "100", "75"}, {"3.4", "", "3.5"}, {"3.5", "", "2"}, {"4.1", "", "15"}, {"4.2", "", "1"}, {"4.3", "", "5"}};

inline Given given(const Table& table, const Said& said) {
    const LeafRule& rule = *table.leaf(static_cast<std::size_t>(table.leaf_named(said.leaf).value())).leaf;
    const Decimal value = Decimal::parse(said.value).value();
    if (rule.rule == Rule::manual) return {Score::from(value), {}, {}};
    return {{}, rule.needs_plan() ? Decimal::parse(said.plan) : std::nullopt, value};
}

class March {
public:
    // The scene and the table outlive it.
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

}    // namespace demo
}    // namespace cs::server
