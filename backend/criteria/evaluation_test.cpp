#include "criteria/evaluation.hpp"

#include "criteria/criteria_fixture.hpp"

using namespace cs;
using namespace cs::criteria;
using namespace cs::criteria::test;

namespace {

const std::string percent =
    "- {no: '1.1', name: a, kind: percent, unit: '%', comparator: '>=', threshold: {mode: national, value: 80}, confidence: verified, source: 'http://x'}\n";
const std::string remembered =
    "- {no: '1.1', name: a, kind: percent, unit: '%', threshold: {mode: national, value: 80}, confidence: memory-low, source: memory}\n";
const std::string yes_no =
    "- {no: '1.2', name: b, kind: boolean, comparator: is_true, threshold: {mode: national, value: true}, confidence: verified, source: 'http://x'}\n";

}    // namespace

TEST_CASE("exactly at the threshold is met for >= and <=, not for > and <") {
    const auto with = [](const std::string& comparator, const std::string& value) {
        return verdict_of("- {no: '1', name: a, kind: count, comparator: '" + comparator +
                              "', threshold: {mode: national, value: 2.5}, confidence: verified, source: 'http://x'}\n",
                          "A,1," + value + ",,,\n");
    };
    CHECK(with(">=", "2.5") == Verdict::met);
    CHECK(with(">=", "\"2,50\"") == Verdict::met);
    CHECK(with(">=", "2.499999999") == Verdict::not_met);
    CHECK(with("<=", "2.5") == Verdict::met);
    CHECK(with("<=", "2.500000001") == Verdict::not_met);
    CHECK(with(">", "2.5") == Verdict::not_met);
    CHECK(with("<", "2.5") == Verdict::not_met);
    CHECK(with("=", "2.5") == Verdict::met);
    CHECK(with("equals", "2.4") == Verdict::not_met);
    CHECK(with("at_least", "2.5") == Verdict::met);
}

TEST_CASE("a missing comparator is >=") {
    CHECK(verdict_of(remembered, "A,1.1,80,,,\n") == Verdict::met);
    CHECK(verdict_of(remembered, "A,1.1,79.9,,,\n") == Verdict::not_met);
}

TEST_CASE("a missing row and an empty value are undetermined") {
    CHECK(judge_rows(set_of(percent + yes_no), "A,1.1,90,,,\n")->unit().verdict == Verdict::undetermined);
    CHECK(verdict_of(percent, "A,1.1,,,,\n") == Verdict::undetermined);
}

TEST_CASE("one indicator not met decides the criterion even when another is undetermined") {
    CHECK(judge_rows(set_of(percent + yes_no), "A,1.1,79,,,\n")->unit().verdict == Verdict::not_met);
}

TEST_CASE("every word for yes and no is understood, decomposed letters and capitals too") {
    for (const char* yes : {"true", "1", "đạt", "ĐẠT", "TRUE", "\xC4\x91\x61\xCC\xA3t"})
        CHECK_MESSAGE(verdict_of(yes_no, "A,1.2," + std::string(yes) + ",,,\n") == Verdict::met, yes);
    for (const char* no : {"false", "0", "không đạt", "Không Đạt"})
        CHECK_MESSAGE(verdict_of(yes_no, "A,1.2," + std::string(no) + ",,,\n") == Verdict::not_met, no);
}

TEST_CASE("both sexes must each meet: one failing decides, otherwise a missing one leaves it open") {
    const std::string both = percent.substr(0, percent.size() - 2) + ", both_sexes_must_meet: true}\n";
    CHECK(verdict_of(both, "A,1.1,,80,80,\n") == Verdict::met);
    CHECK(verdict_of(both, "A,1.1,99,80,79,\n") == Verdict::not_met);
    CHECK(verdict_of(both, "A,1.1,99,79,,\n") == Verdict::not_met);
    CHECK(verdict_of(both, "A,1.1,99,,79,\n") == Verdict::not_met);
    CHECK(verdict_of(both, "A,1.1,99,85,,\n") == Verdict::undetermined);
    CHECK(verdict_of(both, "A,1.1,99,,,\n") == Verdict::undetermined);
}

TEST_CASE("not applicable counts only where the set says so, and leaves the criterion to the rest") {
    const std::string if_present = yes_no.substr(0, yes_no.size() - 2) + ", applies_only_if_present: true}\n";
    CHECK(verdict_of(if_present, "A,1.2,,,,false\n") == Verdict::not_applicable);
    CHECK(verdict_of(if_present, "A,1.2,đạt,,,true\n") == Verdict::met);
    const auto rest = judge_rows(set_of(percent + if_present), "A,1.1,80,,,\nA,1.2,,,,false\n");
    CHECK(rest->unit().verdict == Verdict::met);
    CHECK(rest->unit().of == 1);
    const auto alone = judge_rows(set_of(if_present), "A,1.2,,,,0\n");
    CHECK(alone->unit().criteria.at(0).verdict == Verdict::not_applicable);
    CHECK(alone->unit().of == 0);
    CHECK(alone->unit().met == 0);
}

TEST_CASE("a criterion without indicators is undetermined, never met by vacuity") {
    const auto judged = judge_rows("id: thu\ntitle: t\ncriteria:\n- {no: '1', name: a, indicators: []}\n", "");
    CHECK(judged->units.empty());
    const CriteriaSet set = good_set(set_of(percent) + "- {no: '2', name: trống, indicators: []}\n");
    const auto plan = compile(Ground{&set}, {}, "DBSH", 2024, false);
    const UnitValues values{"A", std::vector<Cell>{Cell{Decimal::whole(90), std::nullopt, false}}};
    const UnitVerdict verdict = judge(*plan, values);
    CHECK(verdict.criteria.at(1).verdict == Verdict::undetermined);
    CHECK(verdict.verdict == Verdict::undetermined);
    CHECK(verdict.met == 1);
    CHECK(verdict.of == 2);
}

TEST_CASE("a province decides: without its value undetermined, a hint is no threshold, with its value compared") {
    const auto with = [](const std::string& threshold) {
        return verdict_of("- {no: '1', name: a, kind: percent, unit: '%', threshold: " + threshold + ", confidence: memory-low}\n",
                          "A,1,100,,,\n");
    };
    CHECK(with("{mode: province_decides}") == Verdict::undetermined);
    CHECK(with("{mode: province_decides, hint: 50}") == Verdict::undetermined);
    CHECK(with("{mode: province_decides, value: 50}") == Verdict::met);
    CHECK(with("{mode: unknown}") == Verdict::undetermined);
    CHECK(with("{mode: national, value: null}") == Verdict::undetermined);
}

TEST_CASE("a yes/no that the province decides is undetermined even when said to be met") {
    CHECK(verdict_of("- {no: '1', name: a, kind: boolean, comparator: is_true, threshold: {mode: province_decides, hint: true}, confidence: memory-medium}\n",
                     "A,1,đạt,,,\n") == Verdict::undetermined);
}

TEST_CASE("a region or a year absent from the matrix is undetermined") {
    const std::string by_region = "- {no: '1', name: a, kind: count, threshold: {mode: by_region, regions: {DBSH: 10, BTB: null}}, confidence: verified, source: 'http://x'}\n";
    CHECK(verdict_of(by_region, "A,1,10,,,\n") == Verdict::met);
    CHECK(verdict_of(by_region, "A,1,10,,,\n", {.region = "BTB"}) == Verdict::undetermined);
    CHECK(verdict_of(by_region, "A,1,10,,,\n", {.region = "TN"}) == Verdict::undetermined);
    const std::string by_year = "- {no: '1', name: a, kind: money, threshold: {mode: by_region_year, years: {2023: {DBSH: 56}, 2024: {DBSH: 59}}}, confidence: verified, source: 'http://x'}\n";
    CHECK(verdict_of(by_year, "A,1,58,,,\n") == Verdict::not_met);
    CHECK(verdict_of(by_year, "A,1,58,,,\n", {.year = 2023}) == Verdict::met);
    CHECK(verdict_of(by_year, "A,1,58,,,\n", {.year = 2026}) == Verdict::undetermined);
    CHECK(verdict_of(by_year, "A,1,58,,,\n", {.region = "TN"}) == Verdict::undetermined);
}

TEST_CASE("unknown stays undetermined even when all is assumed confirmed, and even beside a number") {
    const std::string unknown = "- {no: '1', name: a, kind: count, threshold: {mode: national, value: 5}, confidence: unknown}\n";
    const auto judged = judge_rows(set_of(unknown), "A,1,9,,,\n", {.assume_confirmed = true});
    CHECK(judged->indicator().verdict == Verdict::undetermined);
    CHECK_FALSE(judged->indicator().own.threshold);
    CHECK(verdict_of("- {no: '1', name: a, kind: count, threshold: {mode: national, value: 5}}\n", "A,1,9,,,\n") == Verdict::undetermined);
}

TEST_CASE("provisional exactly when the verdict rests on an unconfirmed threshold") {
    const auto provisional = [](const std::string& indicators, const std::string& rows, bool assume = false) {
        return judge_rows(set_of(indicators), rows, {.assume_confirmed = assume})->unit().provisional;
    };
    CHECK(provisional(remembered, "A,1.1,80,,,\n"));
    CHECK(provisional(remembered, "A,1.1,10,,,\n"));
    CHECK_FALSE(provisional(remembered, "A,1.1,,,,\n"));                             // undetermined already
    CHECK_FALSE(provisional(remembered, "A,1.1,80,,,\n", true));
    CHECK_FALSE(provisional(remembered + yes_no, "A,1.1,80,,,\nA,1.2,false,,,\n"));   // a verified one fails anyway
    CHECK(provisional(remembered + yes_no, "A,1.1,80,,,\nA,1.2,true,,,\n"));
    CHECK_FALSE(provisional(yes_no, "A,1.2,true,,,\n"));
}

TEST_CASE("a part that is verified and fails makes a verdict firm though another part is only remembered") {
    const std::string mixed =
        "- {no: '1', name: a, kind: boolean, comparator: is_true, threshold: {mode: national, value: true}, confidence: verified, source: 'http://x',"
        " sub_conditions: [{name: p, kind: count, value: 1}, {name: q, kind: count, value: 1, confidence: memory-low}]}\n";
    CHECK_FALSE(judge_rows(set_of(mixed), "A,1#1,0,,,\nA,1#2,1,,,\n")->unit().provisional);
    CHECK(judge_rows(set_of(mixed), "A,1#1,1,,,\nA,1#2,1,,,\n")->unit().provisional);
    CHECK(judge_rows(set_of(mixed), "A,1#1,1,,,\nA,1#2,0,,,\n")->unit().provisional);
    CHECK_FALSE(judge_rows(set_of(mixed), "A,1,true,,,\n")->unit().provisional);
}

TEST_CASE("a yes/no indicator with sub-conditions is given whole or by all its parts") {
    const std::string parts =
        "- {no: '1', name: a, kind: boolean, comparator: is_true, threshold: {mode: national, value: true}, confidence: verified, source: 'http://x',"
        " sub_conditions: [{name: p, kind: percent, comparator: '>=', value: 98}, {name: q, kind: level, value: 2}]}\n";
    CHECK(verdict_of(parts, "A,1,đạt,,,\n") == Verdict::met);
    CHECK(verdict_of(parts, "A,1,không đạt,,,\n") == Verdict::not_met);
    CHECK(verdict_of(parts, "A,1#1,98,,,\nA,1#2,2,,,\n") == Verdict::met);
    CHECK(verdict_of(parts, "A,1#1,98,,,\nA,1#2,3,,,\n") == Verdict::met);
    CHECK(verdict_of(parts, "A,1#1,97,,,\n") == Verdict::not_met);
    CHECK(verdict_of(parts, "A,1#1,98,,,\n") == Verdict::undetermined);
    CHECK(verdict_of(parts, "A,1,,,,\n") == Verdict::undetermined);
    CHECK(verdict_of(parts, "A,1,,,,\nA,1#1,98,,,\nA,1#2,2,,,\n") == Verdict::met);
}

TEST_CASE("a measured indicator needs its own value and each of its sub-conditions") {
    const std::string measured = percent.substr(0, percent.size() - 2) + ", sub_conditions: [{name: p, kind: count, value: 1}]}\n";
    CHECK(verdict_of(measured, "A,1.1,80,,,\nA,1.1#1,1,,,\n") == Verdict::met);
    CHECK(verdict_of(measured, "A,1.1,80,,,\nA,1.1#1,0,,,\n") == Verdict::not_met);
    CHECK(verdict_of(measured, "A,1.1,80,,,\n") == Verdict::undetermined);
    CHECK(verdict_of(measured, "A,1.1,70,,,\n") == Verdict::not_met);
    CHECK(verdict_of(measured, "A,1.1#1,1,,,\n") == Verdict::undetermined);
}

TEST_CASE("preconditions decide the verdict and are not counted") {
    const std::string heading =
        "preconditions:\n- {no: A, name: p, kind: percent, comparator: '>=', value: 100, confidence: verified, source: 'http://x'}\n";
    const auto verdict = [&](const std::string& rows) { return judge_rows(set_of(yes_no, heading), rows)->unit(); };
    CHECK(verdict("X,1.2,true,,,\nX,A,100,,,\n").verdict == Verdict::met);
    CHECK(verdict("X,1.2,true,,,\nX,A,99,,,\n").verdict == Verdict::not_met);
    CHECK(verdict("X,1.2,true,,,\n").verdict == Verdict::undetermined);
    CHECK(verdict("X,1.2,true,,,\nX,A,99,,,\n").met == 1);
    CHECK(verdict("X,1.2,true,,,\nX,A,99,,,\n").of == 1);
}

TEST_CASE("words are compared by their place in the scale") {
    const auto with = [](const std::string& comparator, const std::string& value, const std::string& scale) {
        return verdict_of("- {no: '1', name: a, kind: text, comparator: " + comparator + scale +
                              ", threshold: {mode: national, value: Khá}, confidence: verified, source: 'http://x'}\n",
                          "A,1," + value + ",,,\n");
    };
    const std::string scale = ", scale: [Yếu, Trung bình, Khá, Tốt]";
    CHECK(with("at_least", "tốt", scale) == Verdict::met);
    CHECK(with("at_least", "KHÁ", scale) == Verdict::met);
    CHECK(with("at_least", "trung bình", scale) == Verdict::not_met);
    CHECK(with("equals", "Tốt", scale) == Verdict::not_met);
    CHECK(with("equals", "khá", scale) == Verdict::met);
    CHECK(with("equals", "Khá", "") == Verdict::undetermined);
    CHECK(with("at_least", "gì cũng được", "") == Verdict::undetermined);
}

TEST_CASE("an alternative rule replaces the threshold where its region and facts hold") {
    const std::string schools =
        "- {no: '5', name: trường, kind: percent, unit: '%', threshold: {mode: by_region, regions: {DBSH: 100, TN: 70}}, confidence: verified, source: 'http://x',"
        " alt_rules: [{when: 'region not in [DBSH, DNB] and so_truong <= 3', threshold: 50}]}\n"
        "- {no: '6', name: khác, kind: count, threshold: {mode: national, value: 1}, confidence: verified, source: 'http://x'}\n";
    const auto judged = [&](const std::string& rows, const std::string& region) { return judge_rows(set_of(schools), rows, {.region = region}); };
    CHECK(judged("A,5,60,,,\nA,@so_truong,3,,,\n", "TN")->indicator().verdict == Verdict::met);
    CHECK(judged("A,5,60,,,\nA,@so_truong,3,,,\n", "TN")->indicator().own.threshold->text == "50");
    CHECK(judged("A,5,60,,,\nA,@so_truong,4,,,\n", "TN")->indicator().verdict == Verdict::not_met);
    CHECK(judged("A,5,60,,,\nA,6,1,,,\n", "TN")->indicator(0).verdict == Verdict::undetermined);
    CHECK(judged("A,5,60,,,\nA,6,1,,,\n", "TN")->indicator(0).own.missing_fact->fact == "@so_truong");
    CHECK_FALSE(judged("A,5,60,,,\nA,@so_truong,4,,,\n", "TN")->indicator(0).own.missing_fact);
    CHECK(judged("A,5,60,,,\nA,6,1,,,\n", "TN")->indicator(1).verdict == Verdict::met);
    CHECK(judged("A,5,60,,,\nA,@so_truong,3,,,\n", "DBSH")->indicator().verdict == Verdict::not_met);
    CHECK(judged("A,5,100,,,\n", "DBSH")->indicator().verdict == Verdict::met);    // the fact does not matter there
}

TEST_CASE("a formula compares the raw figure with a share of another set's threshold") {
    const CriteriaSet base = good_set("id: co-so\ntitle: t\ncriteria:\n- {no: '10', name: a, indicators: [{no: '10', name: a, kind: money,"
                                      " threshold: {mode: by_region_year, years: {2024: {DBSH: 70.5}}}, confidence: memory-low}]}\n");
    const std::string ratio = "- {no: '2', name: thu nhập, kind: percent, unit: '% so với', threshold: {mode: national, value: 110}, confidence: verified,"
                              " source: 'http://x', formula: 'thu_nhap / nguong(co-so:10, vùng, năm) * 100'}\n";
    Trial trial{.others = {{"co-so", Ground{&base}}}};
    CHECK(verdict_of(ratio, "A,2,77.55,,,\n", trial) == Verdict::met);
    CHECK(verdict_of(ratio, "A,2,77.549,,,\n", trial) == Verdict::not_met);
    const auto judged = judge_rows(set_of(ratio), "A,2,200,,,\n", trial);
    CHECK(judged->unit().provisional);
    CHECK(judged->indicator().own.leaf->confidence == Confidence::memory_low);
    CHECK(verdict_of(ratio, "A,2,200,,,\n", {.year = 2030, .others = trial.others}) == Verdict::undetermined);
    trial.others.at("co-so").confirmed = {{"10", std::nullopt, std::nullopt, std::nullopt}};
    CHECK_FALSE(judge_rows(set_of(ratio), "A,2,200,,,\n", trial)->unit().provisional);
}

TEST_CASE("a formula over a set that is not there is refused") {
    const CriteriaSet set = good_set(set_of("- {no: '2', name: t, kind: percent, unit: x, threshold: {mode: national, value: 110}, confidence: memory-low,"
                                            " formula: 'a / nguong(khong-co:10, vùng, năm) * 100'}\n"));
    CHECK(faults(compile(Ground{&set}, {}, "DBSH", 2024, false)) == "criteria.other_set_missing@0");
    const CriteriaSet other = good_set(set_of(yes_no));
    CHECK(faults(compile(Ground{&set}, {{"khong-co", Ground{&other}}}, "DBSH", 2024, false)) == "criteria.other_indicator_missing@0");
    CHECK(sets_needed(set) == std::vector<std::string>{"khong-co"});
}

TEST_CASE("a confirmation settles a threshold as printed, corrects it, or supplies the one nobody knew") {
    const auto unit = [](const std::string& indicator, const Confirmations& confirmed, const std::string& value) {
        return judge_rows(set_of(indicator), "A,1.1," + value + ",,,\n", {.confirmed = confirmed})->unit();
    };
    CHECK_FALSE(unit(remembered, {{"1.1", {}, {}, {}}}, "80").provisional);
    CHECK(unit(remembered, {{"1.1", {}, {}, "85"}}, "80").verdict == Verdict::not_met);
    CHECK(unit(remembered, {{"1.1", {}, {}, "85"}, {"1.1", {}, {}, "75"}}, "80").verdict == Verdict::met);    // the last one counts
    CHECK(unit(remembered, {{"1.1", "TN", {}, "85"}}, "80").provisional);                                      // another region
    CHECK(unit(remembered, {{"1.1", {}, 2023, "85"}}, "80").provisional);                                      // another year
    const std::string unknown = "- {no: '1.1', name: a, kind: percent, unit: '%', threshold: {mode: unknown}, confidence: unknown}\n";
    CHECK(unit(unknown, {{"1.1", {}, {}, "60"}}, "60").verdict == Verdict::met);
    CHECK(unit(unknown, {{"1.1", {}, {}, {}}}, "60").verdict == Verdict::undetermined);    // as printed: nothing is printed
}

TEST_CASE("confirming an indicator as printed covers its sub-conditions") {
    const std::string parts =
        "- {no: '1', name: a, kind: boolean, comparator: is_true, threshold: {mode: national, value: true}, confidence: memory-low,"
        " sub_conditions: [{name: p, kind: count, value: 1}]}\n";
    CHECK(judge_rows(set_of(parts), "A,1#1,1,,,\n")->unit().provisional);
    CHECK_FALSE(judge_rows(set_of(parts), "A,1#1,1,,,\n", {.confirmed = {{"1", {}, {}, {}}}})->unit().provisional);
    CHECK(judge_rows(set_of(parts), "A,1#1,1,,,\n", {.confirmed = {{"1", {}, {}, {}}, {"1#1", {}, {}, "2"}}})->unit().verdict == Verdict::not_met);
}
