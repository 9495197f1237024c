#include "criteria/evaluate_command.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

using namespace cs;
using namespace cs::criteria;

namespace {

// Keys instead of sentences: the sentences are the catalogue's.
std::string key_and_args(std::string_view key, const Args& args) {
    std::string all(key);
    for (const auto& [name, value] : args) all += " " + name + "=" + value;
    return all;
}

std::string bytes_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    REQUIRE_MESSAGE(in, path);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

// A folder of the test's own, gone at its end.
class Folder {
public:
    Folder() : path_(std::filesystem::temp_directory_path() / ("evaluate-" + std::to_string(std::random_device()()))) {
        std::filesystem::create_directories(path_);
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    std::string file(const std::string& name, const std::string& bytes) const {
        std::ofstream(path_ / name, std::ios::binary) << bytes;
        return (path_ / name).string();
    }

private:
    std::filesystem::path path_;
};

struct Ran {
    int code;
    std::string out, err;
};

Ran run(const EvaluateOptions& options) {
    std::ostringstream out, err;
    const int code = evaluate_command(options, key_and_args, out, err);
    return {code, out.str(), err.str()};
}

const std::string header = "unit,indicator,value,value_male,value_female,applicable\n";
const std::string commune = "law/criteria/xa_ntm_2021_2025.yaml";

void agrees(const std::string& name, EvaluateOptions options) {
    options.values = "tests/agreement/evaluate_" + name + ".csv";
    const std::string golden = "tests/agreement/evaluate_" + name + (options.table ? ".txt" : ".json");
    const Ran ran = run(options);
    CHECK(ran.err.empty());
    REQUIRE(ran.code == 0);
    const bool same = ran.out == bytes_of(golden);
    if (!same) std::ofstream(golden + ".new", std::ios::binary) << ran.out;
    CHECK_MESSAGE(same, golden << " differs; see " << golden << ".new");
}

}    // namespace

TEST_CASE("golden: a commune over the shipped standard set") { agrees("xa_ntm", {.criteria = commune, .region = "DBSH", .year = 2024}); }

TEST_CASE("golden: communes over the model set, whose income looks up the advanced set beside it") {
    agrees("xa_kieu_mau", {.criteria = "law/criteria/xa_ntm_kieu_mau_2021_2025.yaml", .region = "DBSH", .year = 2024});
}

TEST_CASE("golden: a district with its preconditions, all assumed confirmed") {
    agrees("huyen", {.criteria = "law/criteria/huyen_ntm_2021_2025.yaml", .region = "DBSH", .year = 2024, .assume_confirmed = true});
}

TEST_CASE("golden: the table for people") {
    agrees("bang", {.criteria = commune, .region = "TDMNPB", .year = 2023, .table = true});
}

TEST_CASE("the order of a unit's rows changes nothing") {
    std::istringstream in(bytes_of("tests/agreement/evaluate_xa_ntm.csv"));
    std::vector<std::string> first, rest;    // the first row of each unit keeps the order of the units
    std::vector<std::string> units;
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        const std::string unit = line.substr(0, line.find(','));
        const bool seen = std::find(units.begin(), units.end(), unit) != units.end();
        (seen ? rest : first).push_back(line);
        if (!seen) units.push_back(unit);
    }
    const std::string expected = bytes_of("tests/agreement/evaluate_xa_ntm.json");
    const Folder folder;
    std::mt19937 random(1);
    for (int round = 0; round < 20; ++round) {
        std::shuffle(rest.begin(), rest.end(), random);
        std::string csv = header;
        for (const std::string& row : first) csv += row + "\n";
        for (const std::string& row : rest) csv += row + "\n";
        CHECK(run({.criteria = commune, .values = folder.file("v.csv", csv), .region = "DBSH", .year = 2024}).out == expected);
    }
}

TEST_CASE("faults of rows: all listed with file and line, exit 1, nothing printed as a result") {
    const Folder folder;
    const std::string values = folder.file("v.csv", header + "A,10,nhiều,,,\nA,4.2,101,,,\nB,10,60,,,\n");
    const Ran ran = run({.criteria = commune, .values = values, .region = "DBSH", .year = 2024});
    CHECK(ran.code == 1);
    CHECK(ran.out.empty());
    CHECK(ran.err == values + ":2: value: fault.criteria.value_not_number indicator=10 found=nhiều\n" + values +
                         ":3: value: fault.criteria.value_percent indicator=4.2 found=101\n");
}

TEST_CASE("faults of the set: file, line and path, exit 1") {
    const Folder folder;
    const std::string set = folder.file("s.yaml", "id: a\ntitle: b\ncriteria:\n- {no: '1', name: c, indicators: [], colour: red}\n");
    const Ran ran = run({.criteria = set, .values = folder.file("v.csv", header), .region = "DBSH", .year = 2024});
    CHECK(ran.code == 1);
    CHECK(ran.out.empty());
    CHECK(ran.err == set + ":4: criteria[0].colour: fault.criteria.unknown_key key=colour\n");
}

TEST_CASE("a procedure, a template, the movement and the index are refused saying so") {
    const Folder folder;
    const std::string values = folder.file("v.csv", header);
    for (const auto& [file, code] : std::map<std::string, std::string>{{"quy_trinh_cong_nhan_18_2022", "is_procedure"},
                                                                       {"khu_dan_cu_kieu_mau_template", "is_template"},
                                                                       {"thi_dua_547_bac_ninh", "is_movement"},
                                                                       {"index", "is_index"}}) {
        const Ran ran = run({.criteria = "law/criteria/" + file + ".yaml", .values = values, .region = "DBSH", .year = 2024});
        CHECK(ran.code == 1);
        CHECK(ran.err.find("fault.criteria." + code) != std::string::npos);
        CHECK(ran.out.empty());
    }
}

TEST_CASE("an unknown region and an impossible year are wrong usage, exit 2") {
    const Folder folder;
    const std::string values = folder.file("v.csv", header);
    const Ran region = run({.criteria = commune, .values = values, .region = "HANOI", .year = 2024});
    CHECK(region.code == 2);
    CHECK(region.err.find("known=TDMNPB, DBSH") != std::string::npos);
    CHECK(run({.criteria = commune, .values = values, .region = "DBSH", .year = 24}).code == 2);
    CHECK(run({.criteria = "law/criteria/xa_ntm_2026_2030.yaml", .values = values, .region = "NHOM1", .year = 2026}).code == 0);
    CHECK(run({.criteria = commune, .values = values, .region = "NHOM1", .year = 2026}).code == 2);
}

TEST_CASE("a file that cannot be read is the environment's fault, exit 3") {
    const Folder folder;
    const std::string values = folder.file("v.csv", header);
    CHECK(run({.criteria = "law/criteria/khong_co.yaml", .values = values, .region = "DBSH", .year = 2024}).code == 3);
    CHECK(run({.criteria = commune, .values = "khong_co.csv", .region = "DBSH", .year = 2024}).code == 3);
    CHECK(run({.criteria = "law/criteria", .values = values, .region = "DBSH", .year = 2024}).code == 3);
}

TEST_CASE("a formula whose other set is not beside the file is refused, exit 1") {
    const Folder folder;
    const std::string alone = folder.file("m.yaml", bytes_of("law/criteria/xa_ntm_kieu_mau_2021_2025.yaml"));
    const Ran ran = run({.criteria = alone, .values = folder.file("v.csv", header), .region = "DBSH", .year = 2024});
    CHECK(ran.code == 1);
    CHECK(ran.err.find("fault.criteria.other_set_missing set=xa-ntm-nang-cao-2021-2025") != std::string::npos);
}

TEST_CASE("JSON escapes quotes, backslashes and control characters of a unit's name") {
    const Folder folder;
    const std::string values = folder.file("v.csv", header + "\"Xã \"\"A\"\" \\ \t\nB\",10,60,,,\n");
    const Ran ran = run({.criteria = commune, .values = values, .region = "DBSH", .year = 2024});
    CHECK(ran.out.find(R"({"unit":"Xã \"A\" \\ \u0009\u000aB",)") != std::string::npos);
}
