#pragma once
// The frozen package: one JSON file with everything a closed ranking came from, recomputed offline byte for byte.
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "ranking/ranking.hpp"

namespace cs::ranking {

struct Package {
    std::string title, closed_at;             // of the round; an instant, 2026-03-31T09:30:00Z
    std::string code_version;                 // copied, no part of the recomputation
    std::vector<std::string> criteria;        // versions the figures rest on: "xa_ntm_2021_2025@3"
    std::string table_yaml, sheets_csv;       // as read by read_table and read_sheets
};

struct Recomputed {
    std::string package;    // the whole file
    std::string result;     // ranking::json() of it
    std::string digest;     // "sha256:…" of the result
    scoring::Table table;
    Ranking ranking;
};

// Computes and writes. Refuses what read_table and read_sheets refuse.
Result<Recomputed> write_package(const Package& package);

// Reads a package, computes anew and compares the whole file. Refuses ranking.package_refused with
// ranking.package_not_json, ranking.package_format {found}, ranking.package_changed (its own sum does not fit) and
// ranking.package_differs (the same inputs give another result); and what write_package refuses.
Result<Recomputed> recompute(std::string_view file);

}    // namespace cs::ranking
