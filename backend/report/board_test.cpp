#include "report/board.hpp"

#include "report/census_fixture.hpp"
#include "report/days.hpp"

using namespace cs;
using namespace cs::report;
using namespace cs::report::test;
using movement::Reading;

namespace {

const Day plan_day = 2022y / 12 / 7;

// The first `count` communes of the Plan's area, by code.
Holdings advanced_of_89(std::size_t count, std::size_t models = 0) {
    Holdings holdings;
    const Census census = take_census(country(), holdings, plan_area(), plan_day);
    for (std::size_t i = 0; i < count; ++i)
        recognise(holdings, census.communes[i].unit->unit, i < models ? Standing::model : Standing::advanced, 2022y / 1 / 1);
    return holdings;
}

std::vector<BoardRow> board(const Holdings& holdings, const Readings& readings, Day day = plan_day) {
    return make_board(take_census(country(), holdings, plan_area(), day), readings);
}

movement::AssignedDenominator assigned_94() {
    return {movement::DenominatorId(new_uuid({})), unit("27", plan_day), PlanTarget::advanced_communes, 94, "unknown", std::nullopt, "test"};
}

movement::ReadingChoice choice(PlanTarget target, Reading reading, Day day, std::optional<movement::DenominatorId> denominator = {}) {
    return {movement::ChoiceId(new_uuid({})), unit("27", plan_day), target, reading, denominator, "01/VB", day, ""};
}

}    // namespace

TEST_CASE("45 of 89 communes meet the goal of 50 %, 44 do not and need one more") {
    const BoardRow met = row_of(board(advanced_of_89(45), {}), PlanTarget::advanced_communes);
    CHECK(met.count == 45);
    CHECK(met.outcome == Outcome::met);
    REQUIRE(met.lines.size() == 1);
    CHECK(met.lines[0].chosen);
    CHECK(percent_text(met.lines[0].share, met.goal) == "50.6");
    const BoardRow short_of = row_of(board(advanced_of_89(44), {}), PlanTarget::advanced_communes);
    CHECK(short_of.outcome == Outcome::not_met);
    CHECK(short_of.lines[0].needed == 1);
}

TEST_CASE("a denominator assigned by a paper stands beside the counted one and decides once it is chosen, from its day on") {
    Readings readings{{assigned_94()}, {}};
    const Holdings holdings = advanced_of_89(46);
    const BoardRow both = row_of(board(holdings, readings), PlanTarget::advanced_communes);
    REQUIRE(both.lines.size() == 2);
    CHECK(both.outcome == Outcome::met);    // 46 of 89
    CHECK(both.lines[1].share.whole == 94);
    CHECK_FALSE(both.lines[1].met);         // 48.9 %
    CHECK_FALSE(both.lines[1].chosen);
    readings.choices.push_back(choice(PlanTarget::advanced_communes, Reading::of_all, plan_day, readings.denominators[0].id));
    CHECK(row_of(board(holdings, readings), PlanTarget::advanced_communes).outcome == Outcome::not_met);
    CHECK(row_of(board(holdings, readings, 2022y / 12 / 6), PlanTarget::advanced_communes).choice == nullptr);
    CHECK(row_of(board(advanced_of_89(47), readings), PlanTarget::advanced_communes).outcome == Outcome::met);    // 47 of 94
}

TEST_CASE("30 % model communes is read both ways; where they disagree nobody has met it until one is chosen") {
    const Holdings holdings = advanced_of_89(45, 14);    // 14 of 89 is 15.7 %, 14 of 45 is 31.1 %
    Readings readings;
    const BoardRow open = row_of(board(holdings, readings), PlanTarget::model_communes);
    REQUIRE(open.lines.size() == 2);
    CHECK(open.lines[0].reading == Reading::of_all);
    CHECK(open.lines[1].share.whole == 45);
    CHECK(open.outcome == Outcome::undecided);
    readings.choices.push_back(choice(PlanTarget::model_communes, Reading::of_advanced, plan_day));
    CHECK(row_of(board(holdings, readings), PlanTarget::model_communes).outcome == Outcome::met);
    readings.choices.push_back(choice(PlanTarget::model_communes, Reading::of_all, plan_day));    // the last recorded of a day holds
    CHECK(row_of(board(holdings, readings), PlanTarget::model_communes).outcome == Outcome::not_met);
    CHECK(row_of(board(advanced_of_89(45, 27), {}), PlanTarget::model_communes).outcome == Outcome::met);    // 30.3 %, 60.0 %
    CHECK(row_of(board(advanced_of_89(45), {}), PlanTarget::model_communes).outcome == Outcome::not_met);
    // Both are counted inside nâng cao.
    CHECK(row_of(board(holdings, {}), PlanTarget::advanced_communes).count == 45);
    CHECK(row_of(board(holdings, {}), PlanTarget::advanced_communes).models == 14);
}

TEST_CASE("fifty model residential areas meet the goal; withdrawing one turns it") {
    Holdings fifty, withdrawn;
    const UnitId commune = unit("09352", 2022y / 1 / 1);
    for (int i = 0; i < 50; ++i) {
        recognise(fifty, commune, Standing::model_area, 2022y / 1 / 1, {}, "Thôn " + std::to_string(i));
        recognise(withdrawn, commune, Standing::model_area, 2022y / 1 / 1, i ? std::nullopt : std::optional<Day>(plan_day), "Thôn " + std::to_string(i));
    }
    CHECK(row_of(board(fifty, {}), PlanTarget::model_areas).outcome == Outcome::met);
    const BoardRow turned = row_of(board(withdrawn, {}), PlanTarget::model_areas);
    CHECK(turned.outcome == Outcome::not_met);
    CHECK(turned.needed == 1);
}

TEST_CASE("two huyện meet the goal; thị xã are counted apart, and without a district level there is nothing to count") {
    Holdings holdings;
    recognise(holdings, "258", Standing::advanced, 2022y / 6 / 1);
    recognise(holdings, "259", Standing::model, 2022y / 6 / 1);
    CHECK(row_of(board(holdings, {}), PlanTarget::advanced_districts).outcome == Outcome::met);
    recognise(holdings, unit("262", 2024y / 1 / 1), Standing::task_completed, 2024y / 1 / 1);
    const BoardRow apart = row_of(board(holdings, {}, 2024y / 1 / 1), PlanTarget::advanced_districts);
    CHECK(apart.count == 1);
    CHECK(apart.urban == 1);    // Quế Võ, recognised as a huyện
    CHECK(apart.towns == 1);    // Thuận Thành
    CHECK(apart.outcome == Outcome::not_met);
    const BoardRow gone = row_of(board(holdings, {}, 2025y / 7 / 1), PlanTarget::advanced_districts);
    CHECK(gone.outcome == Outcome::no_units);
    CHECK(gone.history == 2);
}

TEST_CASE("before the Plan there is no goal; after its last year the last goal stands; remaining communes have no number") {
    CHECK(row_of(board(nine_advanced(), {}, 2022y / 12 / 6), PlanTarget::advanced_communes).outcome == Outcome::no_goal);
    CHECK(row_of(board(nine_advanced(), {}, 2026y / 11 / 1), PlanTarget::advanced_communes).goal == Decimal::whole(50));
    CHECK(row_of(board(nine_advanced(), {}), PlanTarget::standard_communes).outcome == Outcome::no_goal);
    CHECK(row_of(board(nine_advanced(), {}), PlanTarget::standard_communes).count == 9);
}

TEST_CASE("every figure opens its list: counted and without make up the denominator, the rest is told apart") {
    const auto list = [](Day day, PlanTarget target, BoardPart part) {
        static const Holdings holdings = nine_advanced();
        return units_behind(take_census(country(), holdings, plan_area(), day), target, part).size();
    };
    CHECK(list(plan_day, PlanTarget::advanced_communes, BoardPart::counted) == 9);
    CHECK(list(plan_day, PlanTarget::advanced_communes, BoardPart::without) == 80);
    CHECK(list(2023y / 4 / 10, PlanTarget::advanced_communes, BoardPart::counted) == 5);
    CHECK(list(2023y / 4 / 10, PlanTarget::advanced_communes, BoardPart::urban) == 4);
    CHECK(list(2025y / 7 / 1, PlanTarget::advanced_communes, BoardPart::history) == 9);
    CHECK(list(plan_day, PlanTarget::model_communes, BoardPart::counted) == 0);
    CHECK(list(plan_day, PlanTarget::advanced_districts, BoardPart::without) == 6);
    CHECK(list(plan_day, PlanTarget::advanced_districts, BoardPart::towns) == 0);
    CHECK(list(plan_day, PlanTarget::model_areas, BoardPart::without) == 0);
}

TEST_CASE("the days to stop at are the eve and the day of what changed the area, and the ends of years") {
    const auto days = turning_days(country(), plan_area(), 2026y / 11 / 23);
    const auto why = [&](Day day) -> std::optional<Turning> {
        for (const TurningDay& d : days)
            if (d.day == day) return d.why;
        return std::nullopt;
    };
    CHECK(why(2022y / 12 / 7) == Turning::plan_issued);
    CHECK(why(2023y / 4 / 9) == Turning::eve);
    CHECK(why(2023y / 4 / 10) == Turning::reorganisation);
    CHECK(why(2025y / 6 / 30) == Turning::eve);
    CHECK(why(2025y / 7 / 1) == Turning::reorganisation);
    CHECK(why(2021y / 12 / 31) == Turning::year_end);
    CHECK(why(2026y / 11 / 23) == Turning::today);
    CHECK_FALSE(why(2024y / 2 / 1));    // Việt Yên is in Bắc Giang
    CHECK(std::is_sorted(days.begin(), days.end(), [](auto& a, auto& b) { return a.day < b.day; }));
}
