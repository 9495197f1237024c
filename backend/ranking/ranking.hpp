#pragma once
// Order, ties, classes, quotas and exclusions of the units of each cluster (clause VI.5). A pure function of the table
// and the sheets: the order of the input, the locale and the day change nothing.
#include <optional>
#include <string>
#include <vector>

#include "scoring/sheets.hpp"

namespace cs::ranking {

// One reason beside a place. Empty parts are not printed.
struct Because {
    std::string rule;              // knock_out, hold, unconfirmed, late, cap, scale, quota, quota_tie, adjusted
    std::string id = {};           // of the rule in the table
    std::string fact = {};         // what was found: "1200000", "3"
    std::string points = {};       // what it did to the points: "-1.5"
    std::string clause = {};
    std::string reason = {};       // in the words of the paper
};

struct Row {
    std::string unit, cluster;
    scoring::Points points;
    int class_at = -1;             // index of Table::classes; -1: none
    std::optional<int> rank;       // none: excluded
    bool is_excluded = false, is_on_hold = false;
    std::vector<Because> because;
    std::string decided_by;        // the tie rule that gave it its place among equals; empty: none was needed, or none could
};

// By what a unit gained against its total of last year; those without one are left out.
struct Progress {
    std::string unit, cluster;
    Score last_year, total, gained;
    int rank;
};

struct Ranking {
    std::vector<Row> rows;              // by cluster, then rank, then unit; excluded last
    std::vector<Progress> progress;     // by cluster, then rank
};

Ranking rank(const scoring::Table& table, const std::vector<scoring::UnitSheet>& sheets);

}    // namespace cs::ranking
