#include "assessment/conditions.hpp"

#include <doctest/doctest.h>

#include <set>

#include "platform/i18n.hpp"

using namespace cs;
using namespace cs::assessment;

namespace {

const Phrase paper{"condition.source.paper", {{"number", "05/BC-MTTQ"}, {"day", "05/01/2023"}, {"holder", "Ủy ban MTTQ"}}};
CriteriaFact criteria_met() {
    return {"Bộ tiêu chí xã nâng cao", {"condition.source.result", {{"year", "2024"}, {"number", "9/TB"}}}, Verdict::met, 19, 19};
}
SurveyFact survey(std::int64_t satisfied) { return {false, {1000, 900, 850, satisfied}, {}, paper}; }

ConditionFacts everything() {
    ConditionFacts facts;
    facts.criteria = criteria_met();
    facts.debt = DebtFact{false, {}, paper};
    facts.survey = survey(765);
    facts.security = SecurityFact{false, true, paper};
    facts.overall = Mark{Decimal::whole(90), true, "Quyết định minh họa"};
    return facts;
}

const Condition& of(const Conditions& all, ConditionKind kind) { return all[static_cast<std::size_t>(kind)]; }

Condition satisfaction(const ConditionFacts& facts) { return of(judge(facts), ConditionKind::satisfaction); }

// Facts that make a condition say each thing it can say.
std::vector<ConditionFacts> variants() {
    std::vector<ConditionFacts> all(12, everything());
    all[0] = {};
    all[1] = {};
    all[1].has_set = false;
    all[1].security_of_2024 = true;
    all[2].debt->held = all[2].survey->held = all[2].security->held = true;
    all[3].debt->works = {{"Đường liên thôn", "1,2 km", 5}};
    all[4].overall.reset();
    all[5].survey = survey(1);
    all[5].each_content = Mark{Decimal::whole(80), true, "QĐ 320"};
    all[5].survey->contents = {{"Xã Minh Họa A", "Giao thông", 100, 79}, {"", "Giao thông", 100, 79}};
    all[6].coverage = Mark{Decimal::whole(95), false, "memory"};
    all[7].security->met = false;
    all[8].security_of_2024 = true;
    all[9].security_of_2024 = true;
    all[9].security->met = false;
    all[10].criteria = CriteriaFact{"Bộ", paper, Verdict::not_met, 17, 19, false, true, {"5. Trường học"}, {"12. Lao động"}};
    all[11].criteria = CriteriaFact{"", paper, Verdict::met};
    all.push_back(all[11]);
    all.back().criteria->verdict = Verdict::not_met;
    return all;
}

}    // namespace

TEST_CASE("all four met is met, and each has its clause and its paper") {
    const Conditions all = judge(everything());
    CHECK(verdict_of(all) == Verdict::met);
    CHECK_FALSE(is_provisional(all));
    for (const Condition& c : all) {
        CHECK(c.clause == "qd18_2022.commune_conditions");
        CHECK(c.source.has_value());
        CHECK(c.missing.empty());
    }
}

TEST_CASE("what nobody has said has no ground, and so has the whole") {
    const Conditions all = judge({});
    for (const Condition& c : all) CHECK(c.verdict == Verdict::undetermined);
    CHECK(verdict_of(all) == Verdict::undetermined);
    ConditionFacts none;
    none.has_set = false;
    CHECK(of(judge(none), ConditionKind::criteria).says.code == "condition.criteria_no_set");
}

TEST_CASE("one condition not met outweighs those without ground") {
    ConditionFacts facts;
    facts.debt = DebtFact{false, {{"Đường liên thôn", "1,2 km", 1'250'000'000}}, paper};
    const Conditions all = judge(facts);
    CHECK(verdict_of(all) == Verdict::not_met);
    const Condition& debt = of(all, ConditionKind::debt);
    CHECK(debt.verdict == Verdict::not_met);
    CHECK(say(debt.missing.at(0).code, debt.missing.at(0).args) ==
          "Công trình Đường liên thôn, khối lượng đã nghiệm thu 1,2 km, chưa bố trí vốn 1.250.000.000 đồng");
}

TEST_CASE("a confirmation on hold is no ground: it neither excludes nor passes") {
    ConditionFacts facts = everything();
    facts.debt->held = true;
    facts.survey->held = true;
    facts.security->held = true;
    const Conditions all = judge(facts);
    CHECK(of(all, ConditionKind::debt).verdict == Verdict::undetermined);
    CHECK(of(all, ConditionKind::satisfaction).verdict == Verdict::undetermined);
    CHECK(of(all, ConditionKind::security).verdict == Verdict::undetermined);
    CHECK(of(all, ConditionKind::debt).says.code == "condition.debt_held");
}

TEST_CASE("satisfaction: exactly at the mark is met, one household below is not") {
    ConditionFacts facts = everything();
    CHECK(satisfaction(facts).verdict == Verdict::met);    // 765 of 850 is 90 %
    facts.survey = survey(764);
    CHECK(satisfaction(facts).verdict == Verdict::not_met);
    CHECK(satisfaction(facts).missing.at(0).code == "condition.line.overall");
    CHECK(say(satisfaction(facts).says.code, satisfaction(facts).says.args).find("89,8") != std::string::npos);
}

TEST_CASE("satisfaction without a mark from paper has no ground, whatever the households said") {
    ConditionFacts facts = everything();
    facts.overall.reset();
    facts.survey = survey(850);
    CHECK(satisfaction(facts).verdict == Verdict::undetermined);
    CHECK(satisfaction(facts).says.code == "condition.satisfaction_no_mark");
}

TEST_CASE("satisfaction: every content of every commune has its own mark where the law says so") {
    ConditionFacts facts = everything();
    facts.each_content = Mark{Decimal::whole(80), true, "QĐ 320"};
    facts.survey->contents = {{"Xã Minh Họa A", "Giao thông", 100, 80}, {"Xã Minh Họa B", "Giao thông", 100, 79}};
    const Condition c = satisfaction(facts);
    CHECK(c.verdict == Verdict::not_met);
    REQUIRE(c.missing.size() == 1);
    CHECK(say(c.missing[0].code, c.missing[0].args).find("Xã Minh Họa B") != std::string::npos);
    facts.survey->contents = {{"", "Giao thông", 100, 79}};
    CHECK(satisfaction(facts).missing.at(0).code == "condition.line.content");
}

TEST_CASE("a mark from memory decides provisionally, and so do too few households asked") {
    ConditionFacts facts = everything();
    facts.overall->settled = false;
    CHECK(satisfaction(facts).provisional);
    facts = everything();
    facts.coverage = Mark{Decimal::whole(60), false, "memory"};
    CHECK_FALSE(satisfaction(facts).provisional);
    facts.survey = SurveyFact{false, {1000, 599, 500, 500}, {}, paper};
    CHECK(satisfaction(facts).provisional);
    CHECK(satisfaction(facts).verdict == Verdict::met);
    CHECK(satisfaction(facts).missing.at(0).code == "condition.line.coverage");
}

TEST_CASE("the wording of security changes with the day, the verdict is only met or not met") {
    ConditionFacts facts = everything();
    CHECK(of(judge(facts), ConditionKind::security).says.code == "condition.security_met");
    facts.security_of_2024 = true;
    CHECK(of(judge(facts), ConditionKind::security).says.code == "condition.security_met_2024");
    CHECK(of(judge(facts), ConditionKind::security).clause == "qd03_2024.security");
    facts.security->met = false;
    CHECK(of(judge(facts), ConditionKind::security).verdict == Verdict::not_met);
    facts.security.reset();
    CHECK(of(judge(facts), ConditionKind::security).says.code == "condition.security_missing_2024");
    facts.security_of_2024 = false;
    facts.security = SecurityFact{false, false, paper};
    CHECK(of(judge(facts), ConditionKind::security).says.code == "condition.security_unmet");
}

TEST_CASE("criteria: what is not met and what has no ground are named; an earlier set is provisional") {
    ConditionFacts facts = everything();
    facts.criteria->verdict = Verdict::not_met;
    facts.criteria->met = 17;
    facts.criteria->unmet = {"5. Trường học"};
    facts.criteria->open = {"12. Lao động"};
    const Condition c = of(judge(facts), ConditionKind::criteria);
    CHECK(c.verdict == Verdict::not_met);
    CHECK(c.missing.size() == 2);
    facts = everything();
    facts.criteria->of_this_set = false;
    CHECK(of(judge(facts), ConditionKind::criteria).provisional);
    facts.criteria = CriteriaFact{"", paper, Verdict::met};
    CHECK(of(judge(facts), ConditionKind::criteria).says.code == "condition.criteria_concluded_met");
    facts.criteria->verdict = Verdict::not_met;
    CHECK(of(judge(facts), ConditionKind::criteria).says.code == "condition.criteria_concluded_unmet");
}

TEST_CASE("where the law of the day is not settled, every verdict is provisional") {
    ConditionFacts facts = everything();
    facts.law_settled = false;
    for (const Condition& c : judge(facts)) CHECK(c.provisional);
    facts = {};
    facts.law_settled = false;
    CHECK_FALSE(is_provisional(judge(facts)));    // no verdict, nothing provisional about it
}

TEST_CASE("every sentence a condition may say is written, and tells all it needs") {
    std::set<std::string> said;
    const auto check = [&](const std::string& code, const Args& args) {
        CHECK_MESSAGE(has_sentence(code), code);
        CHECK_MESSAGE(say(code, args).find('{') == std::string::npos, say(code, args));
        said.insert(code);
    };
    for (const ConditionFacts& facts : variants())
        for (const Condition& c : judge(facts)) {
            check(c.says.code, c.says.args);
            if (c.source) check(c.source->code, c.source->args);
            for (const Phrase& line : c.missing) check(line.code, line.args);
        }
    for (const std::string& key : sentence_keys())    // and no sentence waits for a code that is gone
        if (key.starts_with("condition.")) CHECK_MESSAGE(said.contains(key), key);
}
