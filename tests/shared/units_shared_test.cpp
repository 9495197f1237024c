// The shipped units and reorganisations against the lists they come from.
#include <doctest/doctest.h>
#include <yaml-cpp/yaml.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "base/csv.hpp"
#include "base/text.hpp"
#include "org/country.hpp"
#include "org/plan.hpp"

using namespace cs;
using namespace cs::org;
using namespace std::chrono_literals;

namespace {

std::string read_file(const std::string& name) {
    const char* folder = std::getenv("CHUNGSUC_SHARED");
    std::ifstream file(std::string(folder ? folder : "../shared") + '/' + name, std::ios::binary);
    INFO(name);
    REQUIRE(file.good());
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

using Table = std::vector<std::map<std::string, std::string>>;
Table table(const std::string& name) {
    const auto csv = read_csv(read_file(name));
    REQUIRE(csv);
    Table rows;
    for (const CsvRow& row : csv->rows) {
        rows.emplace_back();
        for (std::size_t i = 0; i < csv->header.size(); ++i) rows.back()[csv->header[i]] = row.cells[i];
    }
    return rows;
}

const Forest& country() {
    static const Forest forest = [] {
        Forest all = country_of_2022();
        for (const Draft& draft : shipped_reorganisations().drafts)
            apply(*plan_reorganisation(all, draft, derived_from(draft.key)), all);
        return all;
    }();
    return forest;
}

// Without its kind: "Xã Yên Phong" -> "yen phong".
std::string bare(const std::string& name) {
    std::string text = fold(name);
    for (const std::string prefix : {"xa ", "phuong ", "thi tran "})
        if (text.starts_with(prefix)) return text.substr(prefix.size());
    return text;
}

const std::map<std::string, UnitKind> kinds = {
    {"Tỉnh", UnitKind::province},    {"Thành phố Trung ương", UnitKind::province},
    {"Quận", UnitKind::district},    {"Huyện", UnitKind::district},
    {"Thị xã", UnitKind::district},  {"Thành phố", UnitKind::district},
    {"Xã", UnitKind::commune},       {"Phường", UnitKind::ward},
    {"Thị trấn", UnitKind::township}};

std::string code_of(const std::optional<UnitId>& unit, Day day) {
    const UnitVersion* v = unit ? country().on(*unit, day) : nullptr;
    return v ? v->state.code : "";
}

}  // namespace

TEST_CASE(
    "the units of 2022 are those of the independent list of 01/10/2022, but for one code the two sources give "
    "differently") {
    std::set<std::string> elsewhere;
    std::size_t rows = 0;
    for (auto& row : table("data/vn_units.csv")) {
        if (row["edition"] != "2022-10-01") continue;
        ++rows;
        const UnitVersion* unit = country().with_code(row["code"], 2022y / 10 / 1);
        if (!unit) {
            elsewhere.insert(row["full_name"]);
            continue;
        }
        INFO(row["code"] << ' ' << row["full_name"]);
        CHECK(unit->state.kind == kinds.at(row["kind"]));
        CHECK(code_of(unit->state.parent, 2022y / 10 / 1) == row["parent"]);
        CHECK(fold(unit->state.name) == fold(row["full_name"]));
    }
    CHECK(rows == 63 + 705 + 10599);
    CHECK(elsewhere == std::set<std::string>{"Phường Cầu Đất"});  // 11344 in the package, 11353 there
}

TEST_CASE("the new province has exactly the 99 units of the list of 01/07/2025") {
    const Day day = 2025y / 7 / 1;
    std::size_t rows = 0;
    for (auto& row : table("data/bacninh_units_2025.csv")) {
        const UnitVersion* unit = country().with_code(row["code"], day);
        INFO(row["code"] << ' ' << row["full_name"]);
        REQUIRE(unit);
        CHECK(fold(unit->state.name) == fold(row["full_name"]));
        CHECK(unit->state.kind == kinds.at(row["kind"]));
        CHECK(code_of(unit->state.parent, day) == row["parent"]);
        rows += row["level"] == "2";
    }
    CHECK(rows == 99);
    CHECK(country().below(country().with_code("24", day)->unit, day).size() == 99);
}

TEST_CASE("each pair of the crosswalk of 2025 is a recorded link, or stands among the known gaps") {
    const Day eve = 2025y / 6 / 30, day = 2025y / 7 / 1;
    std::set<std::string> gaps, missing;
    for (const KnownGap& gap : shipped_reorganisations().known_gaps)
        if (gap.day == day) gaps.insert(gap.code);
    std::size_t pairs = 0;
    for (auto& row : table("data/bacninh_crosswalk_2025.csv")) {
        const UnitVersion* old = country().with_code(row["old_code"], eve);
        if (!old) {
            missing.insert(row["old_code"]);
            continue;
        }
        INFO(row["old_code"] << ' ' << row["old_name"] << " -> " << row["new_name"]);
        CHECK(fold(old->state.name) == fold(row["old_name"]));
        CHECK(code_of(old->state.parent, eve) == row["old_district_code"]);
        const UnitVersion* now = country().with_code(row["new_code"], day);
        REQUIRE(now);
        bool linked = old->unit == now->unit;
        for (const Link* link : country().links_from(old->unit)) linked |= link->to == now->unit && link->day == day;
        CHECK(linked);
        ++pairs;
    }
    CHECK(missing == gaps);
    CHECK(pairs == 313);
}

TEST_CASE("the units and successions listed for Bắc Ninh are the shipped ones") {
    const YAML::Node admin = YAML::Load(read_file("domain/admin_bacninh.yaml"));
    std::size_t units = 0;
    for (const YAML::Node& district : admin["districts"])
        for (const YAML::Node& listed : district["units"]) {
            const UnitVersion* unit = country().with_code(listed["code"].Scalar(), 2022y / 12 / 7);
            INFO(listed["name"].Scalar());
            REQUIRE(unit);
            CHECK(fold(unit->state.name) == fold(listed["name"].Scalar()));
            CHECK(word_of(unit->state.kind) == listed["type"].Scalar());
            CHECK(code_of(unit->state.parent, 2022y / 12 / 7) == district["code"].Scalar());
            ++units;
        }
    CHECK(units == 126);
    for (const YAML::Node& listed : admin["old_to_new_communes_old_bac_ninh"]) {
        const UnitVersion* now = nullptr;
        const UnitId province = country().with_code("24", 2025y / 7 / 1)->unit;
        for (const UnitVersion* v : country().children(province, 2025y / 7 / 1))
            if (fold(v->state.name) == fold(listed["new"].Scalar())) now = v;
        INFO(listed["new"].Scalar());
        REQUIRE(now);
        std::set<std::string> before;
        for (const Link* link : country().links_to(now->unit))
            before.insert(bare(country().on(link->from, 2025y / 6 / 30)->state.name));
        for (const YAML::Node& old : listed["old"]) {
            INFO(old.Scalar());
            CHECK(before.contains(fold(old.Scalar())));
        }
    }
}
