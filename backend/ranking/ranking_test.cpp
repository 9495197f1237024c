#include "ranking/ranking.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <clocale>
#include <random>

#include "ranking/report.hpp"
#include "scoring/sheets_csv.hpp"
#include "scoring/table_fixture.hpp"

using namespace cs;
using namespace cs::ranking;
using namespace cs::scoring::testing;

namespace {

// A: two items of 50; a bonus above the scale; a penalty; classes and ties as the test wants.
scoring::Table sample(const std::string& more) {
    return table(yaml("items: [{id: a, title: A, max: 50}, {id: b, title: B, max: 50}]\n"
                      "bonus: [{id: g, title: G, above_scale: true, items: [{id: c, title: C, max: 10}]}]\n"
                      "penalty: [{id: p, title: P, items: [{id: d, title: D, max: 10}]}]\n"
                      "knock_out: [{id: debt, title: Nợ đọng, clause: kh547.iii_1_c_1, above: 0, holds_when_unknown: true}]\nhold: [{id: case, title: Kết luận, clause: kh547.vi_5}]\n" + more, "100", "0.5"));
}

scoring::UnitSheet sheet(const scoring::Table& table, const std::string& unit, const char* a, const char* b, const char* bonus = "0", const char* penalty = "0") {
    scoring::UnitSheet of{.unit = unit, .cluster = "1", .leaves = {}, .facts = {}};
    for (const char* text : {a, b, bonus, penalty}) of.leaves.push_back({points(text), std::nullopt, std::nullopt});
    of.facts.resize(table.knock_outs.size(), {scoring::UnitFact::Is::no, "0", ""});
    return of;
}

std::string places(const Ranking& ranking) {
    std::string all;
    for (const Row& row : ranking.rows)
        all += (all.empty() ? "" : " ") + row.unit + ":" + (row.rank ? std::to_string(*row.rank) : "-") + (row.decided_by.empty() ? "" : "(" + row.decided_by + ")");
    return all;
}
std::string classes(const scoring::Table& table, const Ranking& ranking) {
    std::string all;
    for (const Row& row : ranking.rows) all += (all.empty() ? "" : " ") + row.unit + ":" + (row.class_at < 0 ? "-" : table.classes[static_cast<std::size_t>(row.class_at)].id);
    return all;
}
std::string file_ranking(const std::string& yaml_name, const std::string& csv_name) {
    const auto read = table(bytes_of("tests/files/scoring/" + yaml_name));
    const auto sheets = scoring::read_sheets(read, bytes_of("tests/files/scoring/" + csv_name));
    REQUIRE(sheets);
    return json(read, rank(read, *sheets));
}
bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}    // namespace

TEST_CASE("published results come out exactly") {
    const std::string t3 = file_ranking("t3_so_nganh_sum.yaml", "t3_so_nganh.csv");
    CHECK(has(t3, R"("unit":"Quận Một cờ","cluster":"1","base":"97.0","bonus":"10.0","penalty":"0.0","total":"107.0")"));
    CHECK(has(t3, R"("total":"122.0")"));
    CHECK(has(file_ranking("t3_so_nganh_max.yaml", "t3_so_nganh.csv"), R"("total":"112.0")"));
    CHECK(has(file_ranking("t4_cum_1.yaml", "t4_cum_1.csv"), R"("base":"950.0","bonus":"50.0","penalty":"0.0","total":"1000.0")"));
    const std::string t6 = file_ranking("t6_hoi_nong_dan.yaml", "t6_hoi_nong_dan.csv");
    CHECK(has(t6, R"("unit":"Điện Bàn","cluster":"dong_bang","base":"909.0","bonus":"63.5","penalty":"0.0","total":"972.5","class":"xuat_sac","rank":1)"));
    CHECK(t6.find("972.5") < t6.find("964.9"));
    CHECK(t6.find("964.9") < t6.find("961.1"));
}

TEST_CASE("equals whom no rule parts share a rank: 1, 1, 3") {
    const auto t = sample("");
    CHECK(places(rank(t, {sheet(t, "C", "40", "40"), sheet(t, "A", "50", "40"), sheet(t, "B", "40", "50")})) == "A:1 B:1 C:3");
}

TEST_CASE("tie rules are tried in their order and the one that decided is named") {
    const auto t = sample("ties: [fewer_penalties, 'higher_item:a', council_vote]\n");
    CHECK(places(rank(t, {sheet(t, "A", "50", "40", "5", "5"), sheet(t, "B", "40", "50"), sheet(t, "C", "45", "45")})) ==
          "C:1(higher_item:a) B:2(higher_item:a) A:3(fewer_penalties)");
    auto a = sheet(t, "A", "45", "45"), b = sheet(t, "B", "45", "45");
    CHECK(places(rank(t, {a, b})) == "A:1 B:1");
    b.council_place = 1;
    CHECK(places(rank(t, {a, b})) == "A:1 B:1");    // a vote on one of them decides nothing
    a.council_place = 2;
    CHECK(places(rank(t, {a, b})) == "B:1(council_vote) A:2(council_vote)");
}

TEST_CASE("progress, base and bonus part equals too") {
    const auto by_progress = sample("ties: [progress]\n");
    auto a = sheet(by_progress, "A", "45", "45"), b = sheet(by_progress, "B", "45", "45");
    a.last_year = points("88");
    b.last_year = points("80");
    CHECK(places(rank(by_progress, {a, b})) == "B:1(progress) A:2(progress)");
    const auto by_base = sample("ties: [higher_base]\n"), by_bonus = sample("ties: [higher_bonus]\n");
    CHECK(places(rank(by_base, {sheet(by_base, "A", "40", "45", "5"), sheet(by_base, "B", "45", "45")})) == "B:1(higher_base) A:2(higher_base)");
    CHECK(places(rank(by_bonus, {sheet(by_bonus, "A", "40", "45", "5"), sheet(by_bonus, "B", "45", "45")})) == "A:1(higher_bonus) B:2(higher_bonus)");
    const auto by_group = sample("ties: ['higher_item:g']\n");
    CHECK(places(rank(by_group, {sheet(by_group, "A", "40", "45", "5"), sheet(by_group, "B", "45", "45")})) == "A:1(higher_item:g) B:2(higher_item:g)");
}

TEST_CASE("only a confirmed knock-out excludes; what is unconfirmed or awaits a conclusion is ranked and marked") {
    const auto t = sample("");
    auto debt = sheet(t, "A", "50", "50"), unconfirmed = sheet(t, "B", "45", "45"), unsaid = sheet(t, "C", "40", "40"), held = sheet(t, "D", "30", "30");
    debt.facts[0] = {scoring::UnitFact::Is::yes, "1200000", "công trình X, khối lượng đã nghiệm thu, chưa bố trí vốn 1.200.000 đồng"};
    unconfirmed.facts[0] = {scoring::UnitFact::Is::unconfirmed, "", ""};
    unsaid.facts[0] = {};
    held.facts[1] = {scoring::UnitFact::Is::yes, "true", "văn bản thụ lý số 5"};
    const Ranking ranking = rank(t, {debt, unconfirmed, unsaid, held});
    CHECK(places(ranking) == "B:1 C:2 D:3 A:-");
    for (const std::size_t held_row : {0u, 1u, 2u}) CHECK(ranking.rows[held_row].is_on_hold);
    const Row& out = ranking.rows[3];
    CHECK(out.is_excluded);
    CHECK(!out.is_on_hold);
    REQUIRE(out.because.size() == 1);
    CHECK(out.because[0].rule == "knock_out");
    CHECK(out.because[0].fact == "1200000");
    CHECK(out.because[0].clause == "kh547.iii_1_c_1");
    CHECK(ranking.rows[2].because[0].reason == "văn bản thụ lý số 5");
    CHECK(has(json(t, ranking), R"("rank":null,"excluded":true,"on_hold":false)"));
}

TEST_CASE("classes by threshold, quotas by the ranked units of the cluster") {
    const auto with = [](const std::string& quota) { return sample("classes: [{id: x, title: X, from: 80, quota: {" + quota + "}}, {id: y, title: Y, from: 60}]\n"); };
    const auto five = [](const scoring::Table& t) {
        auto out = sheet(t, "E", "50", "50");
        out.facts[0] = {scoring::UnitFact::Is::yes, "1", ""};
        return std::vector{sheet(t, "A", "50", "45"), sheet(t, "B", "50", "40"), sheet(t, "C", "50", "35"), sheet(t, "D", "30", "20"), out};
    };
    const auto all = [&](const std::string& quota) {
        const auto t = with(quota);
        return classes(t, rank(t, five(t)));
    };
    CHECK(all("count: 2") == "A:x B:x C:y D:- E:-");
    CHECK(all("percent: 40, round: floor") == "A:x B:y C:y D:- E:-");      // 1.6 of the four ranked
    CHECK(all("percent: 40, round: half_up") == "A:x B:x C:y D:- E:-");
    CHECK(all("percent: 30, round: ceil") == "A:x B:x C:y D:- E:-");       // 1.2
    CHECK(all("percent: 0") == "A:y B:y C:y D:- E:-");
}

TEST_CASE("equals enter a class together or not at all, and nobody passes them") {
    const auto t = sample("classes: [{id: x, title: X, from: 80, quota: {count: 2}}, {id: y, title: Y, from: 60}]\n");
    const Ranking ranking = rank(t, {sheet(t, "A", "50", "50"), sheet(t, "B", "50", "40"), sheet(t, "C", "40", "50"), sheet(t, "D", "50", "35")});
    CHECK(classes(t, ranking) == "A:x B:y C:y D:y");
    CHECK(ranking.rows[1].because.back().rule == "quota_tie");
    CHECK(ranking.rows[3].because.back().rule == "quota");
}

TEST_CASE("the council's adjustment stands beside the computed place and does not move it") {
    const auto t = sample("");
    auto a = sheet(t, "A", "50", "50"), b = sheet(t, "B", "40", "40");
    b.adjustment = scoring::Adjustment{1, "biên bản Hội đồng số 3"};
    const Ranking ranking = rank(t, {a, b});
    CHECK(places(ranking) == "A:1 B:2");
    CHECK(ranking.rows[1].because[0].reason == "biên bản Hội đồng số 3");
}

TEST_CASE("progress is a ranking of its own, over those who have a last year") {
    const auto t = sample("");
    auto a = sheet(t, "A", "50", "50"), b = sheet(t, "B", "40", "40"), c = sheet(t, "C", "45", "40"), d = sheet(t, "D", "10", "10");
    a.last_year = points("99.5");
    b.last_year = points("70");
    c.last_year = points("75");
    const Ranking ranking = rank(t, {a, b, c, d});
    REQUIRE(ranking.progress.size() == 3);
    CHECK(ranking.progress[0].unit == "B");
    CHECK(ranking.progress[0].rank == 1);
    CHECK(ranking.progress[1].unit == "C");
    CHECK(ranking.progress[1].rank == 1);
    CHECK(ranking.progress[2].unit == "A");
    CHECK(ranking.progress[2].rank == 3);
    CHECK(ranking.progress[2].gained == points("0.5"));
}

TEST_CASE("points by place are counted inside a cluster") {
    const auto t = table(yaml("items: [{id: a, title: A, max: 10, rule: rank, places: [10, 6]}]\n"));
    const auto one = [&](const std::string& unit, const std::string& cluster, const char* actual) {
        return scoring::UnitSheet{.unit = unit, .cluster = cluster, .leaves = {{std::nullopt, std::nullopt, Decimal::parse(actual)}}, .facts = {}};
    };
    const Ranking ranking = rank(t, {one("A", "1", "5"), one("B", "1", "9"), one("C", "2", "1")});
    CHECK(places(ranking) == "B:1 A:2 C:1");
    CHECK(ranking.rows[2].points.total == points("10"));
}

TEST_CASE("shuffling the rows or changing the locale changes nothing") {
    const auto read = table(bytes_of("tests/files/scoring/t3_so_nganh_sum.yaml"));
    const std::string csv = bytes_of("tests/files/scoring/t3_so_nganh.csv");
    std::vector<std::string> lines;
    for (std::size_t from = 0, to; (to = csv.find('\n', from)) != std::string::npos; from = to + 1) lines.push_back(csv.substr(from, to + 1 - from));
    const std::string expected = file_ranking("t3_so_nganh_sum.yaml", "t3_so_nganh.csv");
    std::mt19937 random(7);
    for (int n = 0; n < 50; ++n) {
        std::shuffle(lines.begin() + 1, lines.end(), random);
        std::string shuffled;
        for (const std::string& line : lines) shuffled += line;
        const auto sheets = scoring::read_sheets(read, shuffled);
        REQUIRE(sheets);
        CHECK(json(read, rank(read, *sheets)) == expected);
    }
    const std::string before = std::setlocale(LC_ALL, nullptr);
    for (const char* locale : {"vi_VN.UTF-8", "de_DE.UTF-8", "C.UTF-8"}) {
        std::setlocale(LC_ALL, locale);
        CHECK(file_ranking("t3_so_nganh_sum.yaml", "t3_so_nganh.csv") == expected);
    }
    std::setlocale(LC_ALL, before.c_str());
}

TEST_CASE("the digest is the SHA-256 of the JSON without it") {
    const std::string text = file_ranking("t6_hoi_nong_dan.yaml", "t6_hoi_nong_dan.csv");
    const std::size_t at = text.find(",\"digest\":\"");
    REQUIRE(at != std::string::npos);
    CHECK(text.substr(at + 11) == sha256(text.substr(0, at) + "}") + "\"}");
    CHECK(sha256("abc") == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");    // FIPS 180-4
}

namespace {

// The block of the document under a mark, without its fence.
std::string documented(const std::string& mark) {
    const std::string text = bytes_of("docs/domain/scoring-table.md");
    const std::size_t from = text.find('\n', text.find("```", text.find("<!-- " + mark + " -->"))) + 1;
    return text.substr(from, text.find("```", from) - from);
}

}    // namespace

TEST_CASE("the documented table and sheets are real") {
    const auto read = table(documented("table"));
    CHECK(read.warnings.size() == 1);    // the remainder
    const auto sheets = scoring::read_sheets(read, documented("sheets"));
    REQUIRE_MESSAGE(sheets, faults(sheets ? Refusal{} : sheets.error()));
    const Ranking ranking = rank(read, *sheets);
    CHECK(ranking.rows[0].points.total.text(1) == "100.0");
}
