#pragma once
// Small tables for tests: a heading, then whatever the test is about.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "scoring/table_yaml.hpp"

namespace cs::scoring::testing {

inline std::string bytes_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    REQUIRE_MESSAGE(in, path);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

// Five lines; the first line of `rest` is line 6.
inline std::string yaml(const std::string& rest, const std::string& scale = "10", const std::string& step = "0.5") {
    return "id: t\ntitle: T\nyear: 2025\nscale: " + scale + "\nstep: " + step + "\n" + rest;
}

inline std::string faults(const Refusal& refusal) {
    std::string all;
    for (const Fault& fault : refusal.faults) all += (all.empty() ? "" : " ") + fault.code + "@" + std::to_string(fault.line);
    return all;
}
inline std::string faults(const std::string& text) {
    const auto table = read_table(text);
    return table ? "" : faults(table.error());
}

inline Table table(const std::string& text) {
    auto read = read_table(text);
    REQUIRE_MESSAGE(read, faults(read ? Refusal{} : read.error()));
    return *std::move(read);
}

// One leaf "a" of `max` points with the rule given in flow style: "rule: per_case, each: 1".
inline Table leaf_table(const std::string& rule, const std::string& max = "10", const std::string& step = "0.5") {
    return table(yaml("items: [{id: a, title: A, max: " + max + (rule.empty() ? "" : ", " + rule) + "}]\n", max, step));
}

inline Score points(const char* text) { return Score::from(*Decimal::parse(text)).value(); }

}    // namespace cs::scoring::testing
