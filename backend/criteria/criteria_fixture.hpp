#pragma once
// A small set written in the test itself, and its evaluation in one call.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <string>

#include "criteria/evaluation.hpp"
#include "criteria/report.hpp"
#include "criteria/set_yaml.hpp"
#include "criteria/values_csv.hpp"

namespace cs::criteria::test {

// Indicators of one criterion "1" as a YAML list at column 0: "- {no: '1.1', …}". `heading` adds root keys.
inline std::string set_of(const std::string& indicators, const std::string& heading = "") {
    std::string indented;
    for (std::size_t from = 0; from < indicators.size();) {
        const std::size_t end = std::min(indicators.find('\n', from), indicators.size());
        indented += "  " + indicators.substr(from, end - from) + "\n";
        from = end + 1;
    }
    return "schema_version: 1\nid: thu\ntitle: Bộ thử\n" + heading + "criteria:\n- 'no': '1'\n  name: Một\n  indicators:\n" + indented;
}

inline CriteriaSet good_set(const std::string& yaml) {
    auto set = read_evaluable_set(yaml);
    if (!set)
        for (const Fault& f : set.error().faults) MESSAGE(f.code << " at line " << f.line << " " << f.where);
    REQUIRE(set);
    return *std::move(set);
}

// "code@line" of every fault, in order.
template <class T>
std::string faults(const Result<T>& result) {
    REQUIRE_FALSE(result);
    std::string all;
    for (const Fault& f : result.error().faults) all += (all.empty() ? "" : " ") + f.code + "@" + std::to_string(f.line);
    return all;
}

struct Trial {
    std::string region = "DBSH";
    int year = 2024;
    bool assume_confirmed = false;
    Confirmations confirmed = {};
    std::map<std::string, Ground> others = {};
};

// Owns all a verdict points into.
struct Judged {
    CriteriaSet set;
    Plan plan;
    std::vector<UnitValues> values;
    std::vector<UnitVerdict> units;

    const UnitVerdict& unit() const { return units.at(0); }
    const IndicatorVerdict& indicator(std::size_t n = 0) const { return units.at(0).criteria.at(0).because.at(n); }
};

// `rows` without the header: "A,1.1,98,,,\n".
inline std::unique_ptr<Judged> judge_rows(const std::string& yaml, const std::string& rows, const Trial& trial = {}) {
    auto all = std::make_unique<Judged>();
    all->set = good_set(yaml);
    auto plan = compile(Ground{&all->set, trial.confirmed}, trial.others, trial.region, trial.year, trial.assume_confirmed);
    REQUIRE(plan);
    all->plan = *std::move(plan);
    auto values = read_values(all->plan, "unit,indicator,value,value_male,value_female,applicable\n" + rows);
    if (!values)
        for (const Fault& f : values.error().faults) MESSAGE(f.code << " at line " << f.line);
    REQUIRE(values);
    all->values = *std::move(values);
    for (const UnitValues& unit : all->values) all->units.push_back(judge(all->plan, unit));
    return all;
}

// The verdict of the only indicator for unit A.
inline Verdict verdict_of(const std::string& indicator, const std::string& rows, const Trial& trial = {}) {
    return judge_rows(set_of(indicator), rows, trial)->indicator().verdict;
}

inline std::string value_faults(const std::string& yaml, const std::string& rows, const std::string& region = "DBSH") {
    const CriteriaSet set = good_set(yaml);
    const auto plan = compile(Ground{&set}, {}, region, 2024, false);
    REQUIRE(plan);
    return faults(read_values(*plan, "unit,indicator,value,value_male,value_female,applicable\n" + rows));
}

}    // namespace cs::criteria::test
