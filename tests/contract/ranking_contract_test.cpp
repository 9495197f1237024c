// From the last settled sheet to what the public reads: closing, the package, two people, reopening. Every "no" leaves no trace.
#include "contract/ranking_fixture.hpp"
#include "ranking/package.hpp"
#include "ranking/published.hpp"
#include "ranking/report.hpp"

using namespace cs;
using namespace cs::ranking;
using namespace cs::test;

namespace {

std::string places(const Ranking& ranking) {
    std::string all;
    for (const Row& row : ranking.rows) all += row.unit + "=" + row.points.total.text(1) + "#" + (row.rank ? std::to_string(*row.rank) : "-") + " ";
    return all;
}
bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}    // namespace

TEST_CASE("the ranking of an open round is of what counts now, and is closed only when every sheet is settled") {
    for_each_database([](Database& db, FrozenClock& clock) {
        March s(db, clock);
        s.sent_in(s.clerk, "TH11");
        const auto live = db.read([&](Tx& tx) { return live_ranking(tx, s.march); });
        REQUIRE(live);
        CHECK(live->ranking.rows.size() == 1);    // who has not sent has nothing that counts
        CHECK(live->ranking.rows.front().is_on_hold);    // nobody has confirmed the debt either way
        CHECK(!live->all_settled);
        CHECK(s.no(s.secretary, s.closing_by()) == "closing.need.sheets_settled");
        CHECK(s.no(s.clerk, s.closing_by()) == "access.not_your_role");
    });
}

TEST_CASE("closing freezes a package that recomputes byte for byte, and its places as rows") {
    for_each_database([](Database& db, FrozenClock& clock) {
        March s(db, clock);
        s.settle_all();
        CHECK(s.no(s.secretary, s.closing_by({"", std::nullopt, " "})) == "ranking.faulty number=ranking.number_missing signer=ranking.signer_missing day=ranking.day_missing");
        CHECK(s.no(s.secretary, s.closing_by({"1/BB", 2025y / 12 / 1, "A"})) == "ranking.faulty day=ranking.day_in_future");
        const auto made = s.as(s.secretary, s.closing_by());
        REQUIRE(made);
        CHECK(made->sequence == 1);
        const std::string file = db.read([&](Tx& tx) { return ClosingStore(tx).package(made->id); });
        const auto again = recompute(file);
        REQUIRE(again);
        CHECK(again->digest == made->digest);
        const auto live = db.read([&](Tx& tx) { return live_ranking(tx, s.march); });
        CHECK(again->result == json(*live->table.table, live->ranking));
        CHECK(has(file, R"("criteria":[])"));    // nobody was reviewed: the count of met criteria was typed
        const auto rows = db.read([&](Tx& tx) { return ClosingStore(tx).places(made->id); });
        REQUIRE(rows.size() == 3);
        CHECK(rows[0].unit == s.unit("TH12"));
        CHECK(rows[0].rank == 1);
        CHECK(rows[0].total == Score::hundredths(9700));    // 40 + 27 + 30
        CHECK(db.read([&](Tx& tx) { return ClosingStore(tx).of_unit(s.unit("TH13")); }).size() == 1);
        CHECK(s.no(s.secretary, s.closing_by()) == "closing.no_such_step");
    });
}

TEST_CASE("one person proposes what is published, another publishes; the last places are never shown") {
    for_each_database([](Database& db, FrozenClock& clock) {
        March s(db, clock);
        const Closing c = s.closed();
        const auto propose = [&](const PublicationForm& form) { return [&, form](const Moment& m) { return propose_publication(m, c.id, form); }; };
        CHECK(s.no(s.secretary, propose(March::shows(0))) == "closing.need.something_shown");    // a total alone shows nothing
        CHECK(s.no(s.secretary, propose(March::shows(3))) == "ranking.faulty ranks_to=ranking.ranks_exceed");
        CHECK(s.no(s.secretary, propose({{true, false, 1}, {}})) == "ranking.faulty number=ranking.number_missing day=ranking.day_missing");
        CHECK(s.no(s.clerk, propose(March::shows(1))) == "access.not_your_role");
        const auto approve = [&](const Moment& m) { return publish(m, c.id); };
        CHECK(s.no(s.officer, [&](const Moment& m) { return publish(m, ClosingId::born(s.now())); }) == "ranking.closing_unknown");
        CHECK(s.no(s.officer, approve) == "closing.no_such_step");
        REQUIRE(s.as(s.secretary, propose(March::shows(1))));
        CHECK(s.no(s.secretary, approve) == "closing.need.another_person");
        CHECK(s.no(s.officer, [&](const Moment& m) { return turn_down_publication(m, c.id, " "); }) == "closing.need.reason_given");
        REQUIRE(s.as(s.officer, [&](const Moment& m) { return turn_down_publication(m, c.id, "Chưa gửi các xã"); }));
        CHECK(s.no(s.officer, approve) == "closing.no_such_step");
        REQUIRE(s.as(s.secretary, propose(March::shows(1))));
        CHECK(s.no(s.officer, [&](const Moment& m) { return publish(m, c.id, 1); }) == "ranking.stale");
        REQUIRE(s.as(s.officer, approve));
    });
}

TEST_CASE("reopening needs a reason, keeps the closing; the next closing is the second") {
    for_each_database([](Database& db, FrozenClock& clock) {
        March s(db, clock);
        const Closing c = s.published();
        const auto again = [&](const std::string& reason) { return [&, reason](const Moment& m) { return reopen(m, c.id, reason); }; };
        CHECK(s.no(s.secretary, again("")) == "closing.need.reason_given");
        CHECK(s.no(s.third_clerk, again("sai")) == "access.not_your_role");
        REQUIRE(s.as(s.secretary, again("Nhập nhầm điểm của một xã")));
        CHECK(s.no(s.secretary, again("lần nữa")) == "closing.no_such_step");
        const auto second = s.as(s.secretary, s.closing_by(s.minutes("20/BB")));
        REQUIRE(second);
        CHECK(second->sequence == 2);
        CHECK(db.read([&](Tx& tx) { return ClosingStore(tx).of_round(s.march); }).size() == 2);
        CHECK(db.read([&](Tx& tx) { return ClosingStore(tx).package(c.id); }).size() > 100);
    });
}

TEST_CASE("what if: the same sheets under a draft, nothing kept, and what does not fit is told") {
    for_each_database([](Database& db, FrozenClock& clock) {
        March s(db, clock);
        s.settle_all();
        std::string draft = score_table;
        draft.replace(draft.find("{id: a, title: Phong trào, max: 40}"), std::string("{id: a, title: Phong trào, max: 40}").size(),
                      "{id: a, title: Phong trào, max: 35}\n  - {id: new, title: Mới, max: 5}");
        const std::string before = s.all_of_it();
        const auto what = s.as(s.secretary, [&](const Moment& m) { return what_if(m, s.march, draft); });
        REQUIRE(what);
        CHECK(s.all_of_it() == before);
        CHECK(what->unscored == std::vector<std::string>{"a", "new"});    // 40 of 35 is not bent to fit
        CHECK(what->ranking.rows.size() == 3);
        CHECK(s.no(s.clerk, [&](const Moment& m) { return what_if(m, s.march, draft); }) == "access.not_your_role");
        CHECK(has(s.no(s.secretary, [&](const Moment& m) { return what_if(m, s.march, "id: x\n"); }), "scoring.table_refused"));
        CHECK(places(*db.read([&](Tx& tx) -> Result<Ranking> {
            CS_TRY(const auto live, live_ranking(tx, s.march));
            return live.ranking;
        })) != "");
    });
}

TEST_CASE("a confirmed debt keeps a unit out with its words and paper; the others move up") {
    for_each_database([](Database& db, FrozenClock& clock) {
        March s(db, clock);
        s.settle_all();
        scoring::ScoreFact debt{0, scoring::FactKind::knock_out, "debt", scoring::UnitFact::Is::yes, "1200000",
                                "công trình Đường trục thôn, khối lượng đã nghiệm thu 1.200.000 đồng, chưa bố trí vốn 1.200.000 đồng", s.minutes("30/XN-TCKH")};
        const auto noted = s.as(s.secretary, [&](const Moment& m) { return scoring::record_score_fact(m, s.scores.at("TH12"), debt); });
        if (!noted) MESSAGE(told(noted.error()));
        REQUIRE(noted);
        const auto live = db.read([&](Tx& tx) { return live_ranking(tx, s.march); });
        REQUIRE(live);
        const Row& out = live->ranking.rows.back();
        CHECK(out.is_excluded);
        REQUIRE(!out.because.empty());
        CHECK(has(out.because.front().reason, "chưa bố trí vốn 1.200.000 đồng"));
        CHECK(has(out.because.front().reason, "30/XN-TCKH"));
        CHECK(live->ranking.rows.front().rank == 1);
    });
}
