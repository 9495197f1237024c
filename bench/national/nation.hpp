#pragma once
// The whole country as the bench sees it: every commune-level unit of 01/10/2022 × the standard and the advanced set × five
// years, with deterministic invented values. Nothing here is published; no value says anything about a real commune.
#include <map>
#include <string>
#include <vector>

#include "criteria/flat.hpp"

namespace bench {

struct Place {
    std::string code, region;
};

// One unit's values for one set in one year: `plan->slots` cells from `first` on.
struct Sheet {
    int place, set, year;
    const cs::criteria::Plan* plan;
    const cs::criteria::FlatPlan* flat;
    std::size_t first;
};

struct PlanKey {
    int set, year;
    std::string region;
    auto operator<=>(const PlanKey&) const = default;
};

struct Nation {
    std::vector<Place> places;
    std::vector<cs::criteria::CriteriaSet> sets;    // plans point into it
    std::map<PlanKey, cs::criteria::Plan> plans;
    std::map<PlanKey, cs::criteria::FlatPlan> flat;
    std::vector<Sheet> sheets;
    std::vector<cs::criteria::Fixed> cells;
    std::size_t values = 0;    // cells that are compared; facts and unused parts are not counted
};

inline constexpr int first_year = 2021, years = 5;

// `limit` communes, or all of them for 0. Thresholds nobody knows are given an invented value, so that verdicts vary.
Nation make_nation(int limit);

// The slots that a flat conjunction compares: all but those of parts standing for a yes/no indicator given whole.
std::vector<const cs::criteria::Leaf*> leaves_of(const cs::criteria::Plan& plan);

}    // namespace bench
