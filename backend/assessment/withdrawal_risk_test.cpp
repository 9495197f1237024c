#include "assessment/withdrawal_risk.hpp"

#include <doctest/doctest.h>

using namespace cs;
using namespace cs::assessment;

namespace {

const RiskRules commune{Decimal::whole(30), Decimal::whole(50), std::nullopt};
const RiskRules district{Decimal::whole(30), Decimal::whole(50), Decimal::whole(30)};

// `of` criteria: the first is a key one; `unmet` not met and `open` without ground, the key one first when `key`.
Risk judged(int of, int unmet, int open, bool key, const RiskRules& rules = commune) {
    RiskFacts facts;
    for (int i = 0; i < of; ++i) facts.criteria.push_back({std::to_string(i), Verdict::met, i == 0});
    int at = key ? 0 : 1;
    for (int i = 0; i < unmet; ++i) facts.criteria[static_cast<std::size_t>(at++)].verdict = Verdict::not_met;
    for (int i = 0; i < open; ++i) facts.criteria[static_cast<std::size_t>(at++)].verdict = Verdict::undetermined;
    return judge(facts, rules);
}

}    // namespace

TEST_CASE("of 19 criteria 6 unmet with a key one among them ask for a look, 5 do not, and 10 are enough alone") {
    CHECK(judged(19, 5, 0, true).certain == RiskRule::none);
    CHECK(judged(19, 6, 0, true).certain == RiskRule::with_key);
    CHECK(judged(19, 6, 0, false).certain == RiskRule::none);
    CHECK(judged(19, 9, 0, false).certain == RiskRule::none);
    CHECK(judged(19, 9, 0, true).certain == RiskRule::with_key);
    CHECK(judged(19, 10, 0, false).certain == RiskRule::alone);
    CHECK(judged(19, 10, 0, true).certain == RiskRule::alone);
    CHECK(judged(19, 0, 0, false).exists() == false);
}

TEST_CASE("of 9 criteria of a district the steps are 3 and 5, and half of 10 belongs to the second rule") {
    CHECK(judged(9, 2, 0, true, district).certain == RiskRule::none);
    CHECK(judged(9, 3, 0, true, district).certain == RiskRule::with_key);
    CHECK(judged(9, 4, 0, false, district).certain == RiskRule::none);
    CHECK(judged(9, 5, 0, false, district).certain == RiskRule::alone);
    CHECK(judged(10, 5, 0, true).certain == RiskRule::alone);
    CHECK(judged(10, 3, 0, true).certain == RiskRule::with_key);
}

TEST_CASE("what has no ground makes a risk possible, never certain") {
    const Risk risk = judged(19, 4, 2, true);
    CHECK(risk.certain == RiskRule::none);
    CHECK(risk.possible == RiskRule::with_key);
    CHECK(risk.unmet == 4);
    CHECK(risk.open == 2);
    const Risk by_key_alone = judged(19, 0, 6, true);
    CHECK(by_key_alone.certain == RiskRule::none);
    CHECK(by_key_alone.possible == RiskRule::with_key);
    CHECK(by_key_alone.key_open.size() == 1);
    CHECK(judged(19, 8, 2, false).possible == RiskRule::alone);
}

TEST_CASE("a district whose communes lost their standing: 3 of 10 is enough, 2 is not") {
    RiskFacts facts;
    facts.communes = 10;
    facts.communes_withdrawn = 3;
    CHECK(judge(facts, district).certain == RiskRule::communes);
    facts.communes_withdrawn = 2;
    CHECK_FALSE(judge(facts, district).exists());
    CHECK_FALSE(judge(facts, commune).exists());
}

TEST_CASE("criteria that do not apply are not counted") {
    RiskFacts facts;
    for (int i = 0; i < 4; ++i) facts.criteria.push_back({"a", i < 2 ? Verdict::not_met : Verdict::met, false});
    facts.criteria.push_back({"b", Verdict::not_applicable, false});
    CHECK(judge(facts, commune).of == 4);
    CHECK(judge(facts, commune).certain == RiskRule::alone);
}
