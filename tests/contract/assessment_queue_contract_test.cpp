// What an office sees of its criteria: who said what, what may be done now, by when the units answer.
#include "assessment/queue.hpp"
#include "contract/assessment_fixture.hpp"

using namespace cs;
using namespace cs::assessment;
using namespace cs::test;

namespace {

struct Desk {
    Review& review;

    std::vector<Pile> piles_of(const access::Actor& who) {
        return review.db.read([&](Tx& tx) { return piles(tx, who, review.today()); });
    }
    Result<PileView> pile_of(const access::Actor& who, const std::string& criterion) {
        return review.db.read([&](Tx& tx) { return pile(tx, who, review.round, criterion, review.today()); });
    }
    PileIndicator first(const std::string& criterion = "1") { return pile_of(review.transport, criterion).value().sheets.at(0).indicators.at(0); }
};

std::string allowed(const PileIndicator& indicator) {
    std::string names;
    for (const auto& [action, may] : indicator.steps) names += may ? std::string(word_of(action)) + " " : may.error().code + " ";
    return names;
}

}    // namespace

TEST_CASE("a pile says what may be done with each indicator, and keeps what is checked until the result is given") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Review review(db, clock, 2025y / 12 / 10);
        NewRound r = review.request();
        r.units_on = r.opens_on = 2025y / 12 / 1, r.closes_on = 2026y / 1 / 15;
        review.open(r);
        review.charge("1", Stage::department, "TH", "TH-GT");
        Desk desk{review};
        CHECK(desk.piles_of(review.transport).empty());
        review.sent(review.clerk);
        CHECK(desk.pile_of(review.transport, "2").error().code == "assessment.not_in_charge");
        CHECK(allowed(desk.first()) == "agree correct send_back ");
        CHECK(desk.first().said.at("1.1").value == "98");

        using enum ItemAction;
        REQUIRE(review.check(review.transport, {{"1.1", send_back, {}, "Thiếu hồ sơ", Day(2025y / 12 / 20)}}));
        CHECK(desk.piles_of(review.transport).at(0).due_on == Day(2025y / 12 / 20));
        CHECK(desk.first().item.reason == "Thiếu hồ sơ");
        CHECK(allowed(desk.first()) == "item.no_such_step item.no_such_step item.no_such_step ");
        REQUIRE(review.save(review.clerk, {{"1.1", {"97", "", "", {}, ""}}}));
        review.must([&](Tx& tx) { return resubmit_sheet(tx, review.now(), review.clerk, UnitTree(tx), review.sheet(), Review::paper()); });

        REQUIRE(review.check(review.transport, {{"1.1", correct, {{"1.1", {"96", "", "", {}, ""}}}, "Theo sổ"}, {"1.2", agree}}));
        CHECK(desk.first().said.at("1.1").value == "97");
        CHECK(desk.first().ours.at("1.1").value == "96");
        REQUIRE(review.check(review.coordinator, {{"2.1", agree}}));
        CHECK(review.state() == SheetState::checked);
        CHECK(desk.piles_of(review.transport).at(0).settled == 1);
        CHECK(allowed(desk.first()) == "assessment.not_in_check assessment.not_in_check assessment.not_in_check ");
    });
}

TEST_CASE("what is open stands first, then the pile whose unit answers soonest") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Review review(db, clock, 2025y / 12 / 10);
        NewRound r = review.request();
        r.units_on = r.opens_on = 2025y / 12 / 1, r.closes_on = 2026y / 1 / 15;
        review.open(r);
        review.sent(review.clerk);    // nobody is in charge: both criteria are the coordinator's
        Desk desk{review};
        const auto order = [&] {
            std::string nos;
            for (const Pile& pile : desk.piles_of(review.coordinator)) nos += pile.criterion + " ";
            return nos;
        };
        CHECK(order() == "1 2 ");
        using enum ItemAction;
        REQUIRE(review.check(review.coordinator, {{"1.1", send_back, {}, "Xem lại", Day(2025y / 12 / 20)}}));
        CHECK(order() == "2 1 ");
        REQUIRE(review.check(review.coordinator, {{"2.1", send_back, {}, "Xem lại", Day(2025y / 12 / 15)}}));
        CHECK(order() == "2 1 ");
    });
}
