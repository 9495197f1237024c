#include "movement/target.hpp"

#include <doctest/doctest.h>

#include "law/law.hpp"
#include "movement/reading.hpp"

using namespace cs;
using namespace cs::movement;

namespace {

Target with(Better better, std::optional<const char*> plan, std::optional<const char*> actual) {
    Target target{TargetId(new_uuid({})), UnitId(new_uuid({})), 1, {"Chỉ tiêu", "%", better, "nguồn", std::nullopt}};
    if (plan) target.figures.push_back({2024, FigureKind::plan, 1, *Decimal::parse(*plan), "", ""});
    if (actual) target.figures.push_back({2024, FigureKind::actual, 1, *Decimal::parse(*actual), "", ""});
    return target;
}

Progress told(Better better, std::optional<const char*> plan, std::optional<const char*> actual, Day today = 2025y / 1 / 1) {
    return progress(with(better, plan, actual), 2024, today);
}

}    // namespace

TEST_CASE("an actual value above the plan exceeds it, an equal one meets it, whatever the number of decimals") {
    CHECK(told(Better::higher, "98", "98.01") == Progress::exceeded);
    CHECK(told(Better::higher, "98", "98.0") == Progress::met);
    CHECK(told(Better::higher, "98", "97.99") == Progress::behind);
    CHECK(told(Better::lower, "1.5", "1.2") == Progress::exceeded);
    CHECK(told(Better::lower, "1.5", "1.6") == Progress::behind);
}

TEST_CASE("a year is behind only when it is over; without a plan or a report there is nothing to say") {
    CHECK(told(Better::higher, "98", "50", 2024y / 12 / 31) == Progress::running);
    CHECK(told(Better::higher, "98", "50", 2025y / 1 / 1) == Progress::behind);
    CHECK(told(Better::higher, std::nullopt, "50") == Progress::no_plan);
    CHECK(told(Better::higher, "98", std::nullopt) == Progress::waiting);
}

TEST_CASE("how far beyond the plan is exact, with one decimal towards zero") {
    CHECK(beyond_plan(with(Better::higher, "80", "90"), 2024) == Decimal(125, 1));
    CHECK(beyond_plan(with(Better::higher, "3", "4"), 2024) == Decimal(333, 1));
    CHECK(beyond_plan(with(Better::higher, "90", "80"), 2024) == Decimal(-111, 1));
    CHECK_FALSE(beyond_plan(with(Better::higher, "0.000000001", "999999999"), 2024));    // no number anybody could read
    CHECK_FALSE(beyond_plan(with(Better::higher, "0", "4"), 2024));
    CHECK_FALSE(beyond_plan(with(Better::higher, "4", std::nullopt), 2024));
}

TEST_CASE("every goal of the Plan is a parameter in force on its day, and every clause stands in the register") {
    for (const PlanTargetRow& row : plan_targets) {
        CAPTURE(word_of(row.target));
        CHECK(law::law().clauses.find(row.clause) != nullptr);
        CHECK(goal_on(row.target, 2022y / 12 / 7).has_value() == !row.goal.empty());
        CHECK_FALSE(goal_on(row.target, 2022y / 12 / 6));
        CHECK(goal_on(row.target, 2030y / 1 / 1) == goal_on(row.target, 2025y / 12 / 31));
        if (row.readings.empty() && !row.goal.empty()) CHECK(goal_on(row.target, 2022y / 12 / 7)->is_whole());
    }
    CHECK(plan_years().first == 2021);
    CHECK(plan_years().last_day() == Day(2025y / 12 / 31));
}

TEST_CASE("of the choices up to a day the latest day holds, of one day the last recorded") {
    const auto choice = [](Reading reading, Day day) {
        return ReadingChoice{ChoiceId(new_uuid({})), UnitId(new_uuid({})), PlanTarget::model_communes, reading, std::nullopt, "1", day, ""};
    };
    const std::vector<ReadingChoice> choices = {choice(Reading::of_advanced, 2023y / 5 / 1), choice(Reading::of_all, 2023y / 1 / 1),
                                                choice(Reading::of_all, 2023y / 5 / 1)};
    CHECK(choice_on(choices, PlanTarget::model_communes, 2022y / 12 / 31) == nullptr);
    CHECK(choice_on(choices, PlanTarget::model_communes, 2023y / 4 / 30) == &choices[1]);
    CHECK(choice_on(choices, PlanTarget::model_communes, 2023y / 5 / 1) == &choices[2]);
    CHECK(choice_on(choices, PlanTarget::advanced_communes, 2023y / 5 / 1) == nullptr);
}
