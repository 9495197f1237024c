// Criteria sets, the confirmation desk and trials as a client sees them.
#include <algorithm>
#include <fstream>
#include <sstream>

#include "api/house.hpp"
#include "criteria/commands.hpp"

using namespace cs;
using namespace cs::access;
using namespace cs::test;
using boost::json::object;
using http::Method;

namespace {

const std::string commune_set = "/api/criteria-sets/xa-ntm-2021-2025";

std::string bytes_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    REQUIRE_MESSAGE(in, path);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

// The shipped sets are loaded, and a coordinator is signed in.
struct Desk {
    House house;
    Visit coordinator;

    Desk() {
        REQUIRE(house.db().write([&](Tx& tx) { return criteria::load_shipped(tx, house.clock().now()); }));
        coordinator = house.visit(house.people().add("dieu.phoi", Role::province_coordinator));
    }
    http::Reply get(const std::string& path) { return house.send(Method::get, path, coordinator); }
    http::Reply post(const std::string& path, const object& body) {
        return house.send(Method::post, path, coordinator, boost::json::serialize(body));
    }
    std::size_t history() {
        return house.db().read([](Tx& tx) { return audit::history(tx, "criteria_set", "xa-ntm-2021-2025", 100).entries.size(); });
    }
};

object find(const boost::json::array& items, const char* key, const std::string& value) {
    for (const auto& item : items)
        if (item.at(key).as_string() == value) return item.as_object();
    FAIL("no " << key << " " << value);
    return {};
}

object paper(object more) {
    object body{{"number", "01/QĐ-MH"}, {"day", "2022-03-08"}, {"signer", "unknown"}, {"instrument", "Quyết định minh họa"}};
    for (auto& [key, value] : more) body[key] = value;
    return body;
}

object trial_of(const std::string& set, const std::string& rows) {
    return {{"criteria_set", set}, {"version", nullptr}, {"region", "DBSH"}, {"year", 2024},
            {"values_csv", "unit,indicator,value,value_male,value_female,applicable\n" + rows}};
}

}    // namespace

TEST_CASE("the list says how sure each set is and what kind of document it is") {
    Desk desk;
    const auto reply = desk.get("/api/criteria-sets");
    REQUIRE(reply.status == 200);
    const auto items = json_of(reply).at("items").as_array();
    CHECK(items.size() == 12);
    const object row = find(items, "id", "xa-ntm-2021-2025");
    CHECK(row.at("kind").as_string() == "set");
    CHECK(row.at("effective_to").as_string() == "2026-02-14");
    CHECK(row.at("counts").at("indicators").as_int64() == 57);
    CHECK(row.at("counts").at("unconfirmed").as_int64() == 46);
    CHECK(row.at("versions").at(0).at("in_force").as_bool());
    CHECK(row.at("versions").at(0).at("number").as_string() == "1");
    CHECK(find(items, "id", "khu-dan-cu-kieu-mau-template").at("kind").as_string() == "template");
}

TEST_CASE("a set is shown with every threshold by region and year, and its last confirmation") {
    Desk desk;
    const object set = json_of(desk.get(commune_set));
    CHECK(set.at("regions").at("DBSH").as_string() == "Đồng bằng sông Hồng");
    CHECK(set.at("years").as_array().size() == 5);
    const object income = find(set.at("criteria").at(9).at("indicators").as_array(), "no", "10");
    CHECK(income.at("threshold_text").at("DBSH 2024").as_string() == "59");
    CHECK(income.at("confirmation").is_null());
    const object literacy = find(set.at("criteria").at(13).at("indicators").as_array(), "no", "14.1");
    CHECK(literacy.at("sub_conditions").at(0).as_string() == "Trẻ 6 tuổi vào lớp 1 >= 98");
    CHECK(code_of(desk.get("/api/criteria-sets/khong-co")) == "criteria.set_unknown");
    CHECK(desk.get("/api/criteria-sets/khong-co").status == 404);
    CHECK(code_of(desk.get(commune_set + "?version=9")) == "criteria.version_unknown");
    CHECK(code_of(desk.get(commune_set + "?version=mot")) == "criteria.bad_version");
}

TEST_CASE("a new version: dry run, load, difference; a file with faults is refused with its lines") {
    Desk desk;
    std::string yaml = bytes_of("law/criteria/xa_ntm_2021_2025.yaml");
    yaml.replace(yaml.find("DBSH: 59"), 8, "DBSH: 60");
    const auto dry = desk.post("/api/criteria-sets?dry_run=true", {{"yaml", yaml}});
    REQUIRE(dry.status == 200);
    CHECK(text_of(dry, "version") == "2");
    CHECK(json_of(dry).at("diff").at(0).at("path").as_string() == "criteria[10].indicators[10].threshold.years.2024.DBSH");
    CHECK(desk.history() == 1);
    CHECK(text_of(desk.post("/api/criteria-sets", {{"yaml", yaml}, {"note", "đính chính"}}), "version") == "2");
    CHECK(desk.history() == 2);
    const object line = json_of(desk.get(commune_set + "/diff?from=1&to=2")).at("items").at(0).as_object();
    CHECK(line.at("from").as_string() == "59");
    CHECK(line.at("to").as_string() == "60");
    CHECK(line.at("what").as_string() == "changed");
    CHECK(code_of(desk.post("/api/criteria-sets", {{"yaml", yaml}})) == "criteria.same_version");
    const auto bad = desk.post("/api/criteria-sets", {{"yaml", "id: a\ntitle: b\ncriteria:\n- {no: '1', name: c, indicators: [], hue: 1}\n"}});
    CHECK(bad.status == 422);
    const object fault = json_of(bad).at("faults").at(0).as_object();
    CHECK(fault.at("line").as_int64() == 4);
    CHECK(fault.at("where").as_string() == "criteria[0].hue");
    CHECK(fault.at("message").as_string() == "Không có khóa hue trong định dạng của tệp.");
}

TEST_CASE("the desk: a confirmation and a paper take the provisional mark away") {
    Desk desk;
    const object row = find(json_of(desk.get(commune_set + "/confirmations")).at("items").as_array(), "indicator", "4.2");
    CHECK(row.at("threshold").as_string() == "BTB 98; DBSCL 98; DBSH 99; DHNTB 98; DNB 99; TDMNPB 95; TN 98");
    CHECK(row.at("actions").at(0).at("allowed").as_bool());
    const auto one = desk.post(commune_set + "/confirmations", paper({{"indicator", "10"}, {"threshold", "60"}, {"region", "DBSH"}, {"year", 2024}}));
    CHECK(one.status == 201);
    CHECK(text_of(one, "threshold") == "60");
    const auto refused = desk.post(commune_set + "/confirmations", paper({{"indicator", "10"}, {"threshold", "nhiều"}}));
    CHECK(refused.status == 422);
    CHECK(code_of(refused) == "criteria.confirmation_refused");
    const auto many = desk.post(commune_set + "/confirmation-papers", paper({{"issuer", "UBND tỉnh"}, {"indicators", {"*"}}}));
    CHECK(many.status == 201);
    CHECK(json_of(many).at("confirmed").as_array().size() == 50);
    CHECK(json_of(many).at("open").as_array().size() == 7);
    CHECK(json_of(desk.get("/api/criteria-sets")).at("items").as_array().size() == 12);
    CHECK(desk.history() == 3);
}

TEST_CASE("a trial gives every reason with names, and stores nothing") {
    Desk desk;
    const auto reply = desk.post("/api/trials", trial_of("xa-ntm-2021-2025", "Xã Minh Họa A,10,58,,,\nXã Minh Họa A,12.1,,80,,\n"));
    REQUIRE(reply.status == 200);
    const object unit = json_of(reply).at("units").at(0).as_object();
    CHECK(unit.at("verdict").as_string() == "not_met");
    CHECK(unit.at("provisional").as_bool());
    const object income = find(unit.at("criteria").as_array(), "no", "10");
    CHECK(income.at("name").as_string() == "Thu nhập");
    CHECK(income.at("because").at(0).at("threshold").as_string() == "59");
    CHECK(find(unit.at("criteria").as_array(), "no", "12").at("because").at(0).at("value_male").as_string() == "80");
    CHECK(desk.history() == 1);
}

TEST_CASE("a trial of the model set finds the advanced set in the database") {
    Desk desk;
    const auto reply = desk.post("/api/trials", trial_of("xa-ntm-kieu-mau-2021-2025", "A,2,77,,,\n"));
    REQUIRE(reply.status == 200);
    const object income = json_of(reply).at("units").at(0).at("criteria").at(1).at("because").at(0).as_object();
    CHECK(income.at("verdict").as_string() == "met");
    CHECK(income.at("percent_of").as_string() == "70");
}

TEST_CASE("a trial with bad rows, an unknown region, a template or an unknown set is refused") {
    Desk desk;
    const auto rows = desk.post("/api/trials", trial_of("xa-ntm-2021-2025", "A,10,nhiều,,,\nA,4.2,101,,,\n"));
    CHECK(rows.status == 422);
    CHECK(json_of(rows).at("faults").as_array().size() == 2);
    CHECK(json_of(rows).at("faults").at(1).at("line").as_int64() == 3);
    object elsewhere = trial_of("xa-ntm-2021-2025", "");
    elsewhere["region"] = "HANOI";
    CHECK(code_of(desk.post("/api/trials", elsewhere)) == "criteria.trial_refused");
    CHECK(code_of(desk.post("/api/trials", trial_of("khu-dan-cu-kieu-mau-template", ""))) == "criteria.not_a_set");
    CHECK(code_of(desk.post("/api/trials", trial_of("khong-co", ""))) == "criteria.set_unknown");
}
