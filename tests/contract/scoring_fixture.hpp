#pragma once
// The province of the yearly review with a scoring table, a round of March, and everybody who scores.
#include "contract/assessment_fixture.hpp"
#include "scoring/round_sheets.hpp"
#include "scoring/score_commands.hpp"
#include "scoring/table_commands.hpp"

namespace cs::test {

inline const std::string score_table = R"(schema_version: 1
id: bo_thu
title: Bảng thử
year: 2024
scale: 100
step: 0.5
paper: {number: 12/HD-UBND, issuer: UBND huyện Thử, issued: 2024-01-10, applies_from: 2024-02-01}
stages:
  - {id: self, title: Tự chấm}
  - {id: cross_check, title: Chấm chéo}
  - {id: recheck, title: Tổ phúc tra, closes: "03-20"}
  - {id: departments, title: Ngành chấm, by_field: true}
  - {id: cluster, title: Cụm thống nhất}
  - {id: council, title: Hội đồng}
items:
  - {id: a, title: Phong trào, max: 40}
  - {id: b, title: Thu ngân sách, max: 30, rule: proportional, scorer: tai_chinh}
  - {id: c, title: Tiêu chí đạt, max: 30, rule: met_criteria, each: 15, source: {set: bo-ra-soat}}
bonus:
  - {id: extra, title: Điểm thưởng, items: [{id: d, title: Sáng kiến, max: 5}]}
late: {per_day: 0.5, cap: 3}
knock_out:
  - {id: debt, title: Nợ đọng xây dựng cơ bản, clause: kh547.iii_1_c_1, above: 0, holds_when_unknown: true}
hold:
  - {id: conclusion, title: Chờ kết luận, clause: kh547.vi_5}
)";

struct Scoring : Review {
    access::Actor third_clerk, secretary, inspector_at_home;
    scoring::TableVersionId table;
    scoring::ScoreRoundId march;
    std::map<std::string, scoring::ScoreSheetId> scores;    // by code of the unit

    Scoring(Database& d, FrozenClock& c)
        : Review(d, c), third_clerk(person("can.bo.ba", access::Role::unit_clerk, "TH13", access::Scope::own)),
          secretary(person("thu.ky", access::Role::council_secretary, "TH1", access::Scope::subtree)),
          inspector_at_home(person("to.phuc.tra", access::Role::district_reviewer, "TH1", access::Scope::subtree)), table(""), march("") {
        table = must([&](Tx& tx) { return scoring::load_table(tx, now(), audit::By{}, score_table, "", unit("TH1")); }).loaded.version.id;
    }

    template <class Work>
    auto as(const access::Actor& actor, const Work& work) {
        return db.write([&](Tx& tx) { return work(Moment{tx, now(), actor, UnitTree(tx)}); });
    }
    scoring::NewScoreRound wanted(const std::vector<std::string>& stages = {"self", "recheck", "council"}) {
        scoring::NewScoreRound r{table, "Chấm điểm năm 2024", unit("TH1")};
        for (const std::string& stage : stages) r.stages.push_back({stage, std::nullopt});
        r.seed = "hat-giong";
        r.paper = "KH minh họa số 1";
        return r;
    }
    void begin(const scoring::NewScoreRound& r, Day today = 2025y / 3 / 5) {
        const auto made = as(coordinator, [&](const Moment& m) { return scoring::open_score_round(m, r); });
        if (!made) MESSAGE(told(made.error()));
        REQUIRE(made);
        march = made->round.id;
        for (const std::string code : {"TH11", "TH12", "TH13"})
            for (const scoring::ScoreSheet& s : db.read([&](Tx& tx) { return scoring::ScoreStore(tx).of_round(march); }))
                if (s.unit == unit(code)) scores.emplace(code, s.id);
        clock.travel_to(today);
    }
    scoring::ScoreInput cell(const std::string& code, const std::string& leaf, const std::string& score, const std::string& reason = "") {
        return {scores.at(code), leaf, {Score::from(*Decimal::parse(score)), {}, {}}, reason};
    }
    scoring::ScoreInput figures(const std::string& code, const std::string& leaf, const std::string& plan, const std::string& actual, const std::string& reason = "") {
        return {scores.at(code), leaf, {{}, Decimal::parse(plan), Decimal::parse(actual)}, reason};
    }
    std::vector<scoring::ScoreInput> whole(const std::string& code, const std::string& a = "38") {
        return {cell(code, "a", a), figures(code, "b", "100", "90"), figures(code, "c", "", "2")};
    }
    Result<scoring::SavedScores> score(const access::Actor& by, const std::vector<scoring::ScoreInput>& cells) {
        return as(by, [&](const Moment& m) { return scoring::save_scores(m, march, cells); });
    }
    static scoring::StagePaper minutes(const std::string& number = "7/BB", Day day = 2025y / 3 / 4) { return {number, day, "Người ký"}; }
    Result<scoring::SentScore> send(const access::Actor& by, const std::string& code, const scoring::StagePaper& paper = minutes("15/BC")) {
        return as(by, [&](const Moment& m) { return scoring::send_score(m, scores.at(code), paper); });
    }
    Result<int> confirm(const access::Actor& by, const std::vector<std::string>& codes, const scoring::StagePaper& paper = minutes()) {
        std::vector<scoring::ScoreSheetId> ids;
        for (const std::string& code : codes) ids.push_back(scores.at(code));
        return as(by, [&](const Moment& m) { return scoring::confirm_scores(m, march, ids, paper); });
    }
    void sent_in(const access::Actor& by, const std::string& code, const std::string& a = "38") {
        const auto saved = score(by, whole(code, a));
        if (!saved) MESSAGE(told(saved.error()));
        REQUIRE(saved);
        REQUIRE(send(by, code));
    }
    scoring::ScoreSheet score_sheet(const std::string& code = "TH11") {
        return *db.read([&](Tx& tx) { return scoring::ScoreStore(tx).find(scores.at(code)); });
    }
    std::string total(const std::string& code = "TH11") { return score_sheet(code).sums.total.decimal().text(); }

    std::string scored() const {    // everything of scoring and the journal
        std::string text = people.fingerprint();
        for (const char* t : {"score_round", "score_sheet", "score_cell", "score_confirmation", "score_return", "score_objection", "score_fact",
                              "score_extension", "score_cluster_head", "receipt"})
            text += std::string(t) + "=" + std::to_string(count(db, t)) + " ";
        return text + std::to_string(number(db, "select coalesce(sum(version), 0) as n from score_sheet")) + " " +
               std::to_string(number(db, "select coalesce(sum(version), 0) as n from score_cell"));
    }
    // The refusal as text; nothing was written.
    template <class Work>
    std::string refused_as(const access::Actor& actor, const Work& work) {
        const std::string before = scored();
        const auto result = as(actor, work);
        REQUIRE_FALSE(result);
        CHECK(scored() == before);
        return told(result.error());
    }
    std::string no_score(const access::Actor& by, const std::vector<scoring::ScoreInput>& cells) {
        return refused_as(by, [&](const Moment& m) { return scoring::save_scores(m, march, cells); });
    }
};

}    // namespace cs::test
