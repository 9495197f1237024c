#pragma once
// An invented March of the whole country for the ranking bench: 10,599 communes in 700 clusters, a table of 60 leaves, five
// stages of which the later ones change some scores. A fixed generator (splitmix64): every run has the same figures.
#include <cstdint>
#include <string>
#include <vector>

#include "scoring/sheets.hpp"

namespace bench {

inline constexpr int communes = 10'599, clusters = 700, stages = 5, leaves = 60;

struct Country {
    std::string yaml;
    cs::scoring::Table table;
    std::vector<std::vector<cs::scoring::UnitSheet>> by_stage;    // [stage][commune]; the last is what counts
};

Country make_country(int of_communes = communes);

}    // namespace bench
