// What the routes of units promise to a client.
#include "api/house.hpp"
#include "base/checksum.hpp"
#include "contract/reply.hpp"
#include "org/commands.hpp"

using namespace cs;
using namespace cs::access;
using namespace cs::test;
using http::Method;

namespace {

// The country is there, the clock stands in 2026.
struct Country {
    House house;
    Visit clerk, coordinator;

    Country() {
        house.clock().travel_to(Day(std::chrono::year(2026) / 1 / 15));
        REQUIRE(house.db().write([&](Tx& tx) { return org::seed_country(tx, house.clock().now()); }));
        clerk = house.visit(house.people().add("lan", Role::unit_clerk));
        coordinator = house.visit(house.people().add("minh", Role::province_coordinator));
    }
    boost::json::object get(const std::string& target) {
        const auto reply = house.send(Method::get, target, clerk);
        INFO(target << ' ' << reply.body.substr(0, 500));
        REQUIRE(reply.status == 200);
        return json_of(reply);
    }
    std::string refused(const std::string& target, int status) {
        const auto reply = house.send(Method::get, target, clerk);
        INFO(target << ' ' << reply.body.substr(0, 500));
        CHECK(reply.status == status);
        CHECK(json_of(reply).at("title").as_string().find("⟨") == std::string::npos);
        return code_of(reply);
    }
    std::string id_of(const std::string& code, const std::string& day) {
        const std::string id =
            house.db().read([&](Tx& tx) { return org::UnitStore(tx).with_code(code, *parse_day(day))->text(); });
        return id;
    }
};

std::string draft(const std::string& key, const std::string& line) {
    const std::string yaml =
        "key: " + key +
        "\\nday: '2026-03-01'\\ntitle: Đổi tên xã\\ninstrument: NQ minh họa\\nsigned_on: unknown\\n"
        "confidence: unknown\\nsource: minh họa\\nlines:\\n- " +
        line + "\\n";
    return R"({"yaml":")" + yaml + R"("})";
}

std::int64_t kind_count(const boost::json::value& year, const std::string& kind) {
    for (const auto& count : year.at("counts").as_array())
        if (count.at("kind").as_string() == kind) return std::stoll(std::string(count.at("count").as_string()));
    return 0;
}

}  // namespace

TEST_CASE("the list of units is of the day asked for, in pages that meet") {
    Country c;
    CHECK(c.get("/api/units?under_code=27&on=2022-12-07&kind=commune&limit=1").at("total").as_string() == "89");
    CHECK(c.get("/api/units?under_code=27&on=2023-04-11&kind=commune&limit=1").at("total").as_string() == "70");
    CHECK(c.get("/api/units?under_code=24&kind=commune&limit=1").at("total").as_string() == "66");
    std::size_t seen = 0;
    std::string after;
    do {
        const auto page =
            c.get("/api/units?under_code=27&on=2022-12-07&limit=100" + (after.empty() ? "" : "&after=" + after));
        seen += page.at("items").as_array().size();
        after = page.at("next").is_null() ? "" : std::string(page.at("next").as_string());
    } while (!after.empty());
    CHECK(seen == 134);
    const auto found = c.get("/api/units?q=que vo&on=2024-01-01").at("items").as_array();
    REQUIRE(found.size() == 1);
    CHECK(found[0].at("name").as_string() == "Thị xã Quế Võ");
    CHECK(found[0].at("parent_name").as_string() == "Tỉnh Bắc Ninh");
}

TEST_CASE("a list under another boundary holds the units of that day which belong to it") {
    Country c;
    CHECK(c.get("/api/units?boundary=plan_547&limit=1").at("total").as_string() == "41");
    CHECK(c.get("/api/units?boundary=plan_547&on=2022-12-07&kind=commune&limit=1").at("total").as_string() == "89");
    CHECK(c.get("/api/units?boundary=today&under_code=24&on=2026-01-15&limit=1").at("total").as_string() == "99");
    std::size_t seen = 0;
    std::string after;
    do {
        const auto page = c.get("/api/units?boundary=plan_547&limit=30" + (after.empty() ? "" : "&after=" + after));
        seen += page.at("items").as_array().size();
        after = page.at("next").is_null() ? "" : std::string(page.at("next").as_string());
    } while (!after.empty());
    CHECK(seen == 41);
}

TEST_CASE("bad questions about units are refused with a sentence") {
    Country c;
    CHECK(c.refused("/api/units?on=2021-01-31", 422) == "org.before_records");
    CHECK(c.refused("/api/units?under_code=27&on=2025-07-01", 404) == "org.code_not_on_day");
    CHECK(c.refused("/api/units?under=27", 404) == "org.unit_unknown_id");
    CHECK(c.refused("/api/units?kind=comune", 422) == "org.kind_unknown");
    CHECK(c.refused("/api/units?after=nowhere", 422) == "org.cursor_unknown");
    CHECK(c.refused("/api/units?boundary=yesterday", 422) == "org.boundary_unknown");
    CHECK(c.refused("/api/units/019a0000-0000-7000-8000-0000000000ee", 404) == "org.unit_unknown_id");
    CHECK(c.refused("/api/units/27", 404) == "org.unit_unknown_id");
    CHECK(c.refused("/api/units/019a0000-0000-7000-8000-0000000000ee/children", 404) == "org.unit_unknown_id");
    CHECK(c.refused("/api/unit-counts?from_year=2019&to_year=2024", 422) == "org.years_unknown");
    CHECK(c.refused("/api/reorganisations/019a0000-0000-7000-8000-0000000000ee", 404) == "org.reorganisation_unknown");
}

TEST_CASE("a unit tells its versions, lineage, path and children") {
    Country c;
    const auto unit = c.get("/api/units/" + c.id_of("259", "2024-01-01") + "?on=2024-01-01");
    CHECK(unit.at("versions").as_array().size() == 2);
    CHECK(unit.at("path").as_array().front().at("name").as_string() == "Tỉnh Bắc Ninh");
    CHECK(unit.at("lineage").at("after").as_array().size() == 1);
    CHECK(unit.at("child_counts").as_array().size() == 2);
    CHECK(unit.at("actions").as_array().front().at("allowed").as_bool() == false);
    const auto children =
        c.get("/api/units/" + c.id_of("259", "2024-01-01") + "/children?on=2024-01-01").at("items").as_array();
    CHECK(children.size() == 21);
}

TEST_CASE("counts by year add up under each boundary") {
    Country c;
    const auto plan = c.get("/api/unit-counts?boundary=plan_547&from_year=2021&to_year=2026").at("years").as_array();
    REQUIRE(plan.size() == 6);
    CHECK(kind_count(plan[1], "commune") == 89);
    CHECK(kind_count(plan[3], "commune") == 70);
    CHECK(kind_count(plan[5], "commune") == 21);
    CHECK(plan[5].at("day").as_string() == "2026-01-15");
    const auto reported = c.get("/api/unit-counts?from_year=2022&to_year=2022&under=" + c.id_of("27", "2022-12-07"))
                              .at("years")
                              .as_array();
    CHECK(kind_count(reported[0], "district") == 8);
    CHECK(c.get("/api/boundaries").at("items").as_array().front().at("key").as_string() == "plan_547");
}

TEST_CASE("an export ends with its count and the digest of what stands before") {
    Country c;
    const auto reply = c.house.send(Method::get, "/api/exports/units?format=csv&under_code=27&on=2022-12-07&kind=commune", c.clerk);
    REQUIRE(reply.status == 200);
    const std::string csv = test::content_of(reply);
    const std::size_t first = csv.find('\n') + 1, last = csv.rfind("# rows=");
    REQUIRE(last != std::string::npos);
    Sha256 rows;
    rows.add(std::string_view(csv).substr(first, last - first));
    CHECK(csv.substr(last) == "# rows=89 sha256=" + rows.hex() + "\n");
    CHECK(csv.starts_with("id,code,name,kind,parent_code,rural,region,from,to\n"));
    CHECK(csv.find(",09193,") == std::string::npos);  // thị trấn Chờ is no xã
    CHECK(csv.find(",09253,Xã Đại Xuân,commune,259,true,DBSH,2021-02-01,2023-04-09\n") != std::string::npos);
    CHECK(c.house.send(Method::get, "/api/exports/units?format=pdf", c.clerk).status == 422);
    CHECK(test::content_of(c.house.send(Method::get, "/api/exports/units?format=xlsx&under_code=27&on=2022-12-07", c.clerk)).starts_with("PK"));
}

TEST_CASE("a reorganisation is tried, applied and taken back; the clerk may do none of it") {
    Country c;
    const std::string body = draft("api-1", "{do: rename, unit: '09193', name: Xã Yên Phong Mới}");
    CHECK(c.house.send(Method::post, "/api/reorganisations", c.clerk, body).status == 403);
    const auto tried = c.house.send(Method::post, "/api/reorganisations?dry_run=true", c.coordinator, body);
    REQUIRE(tried.status == 200);
    CHECK(json_of(tried).at("after").as_array().front().at("name").as_string() == "Xã Yên Phong Mới");
    CHECK(c.get("/api/reorganisations").at("items").as_array().size() == 5);
    const auto done = c.house.send(Method::post, "/api/reorganisations", c.coordinator, body);
    REQUIRE(done.status == 200);
    const std::string id = text_of(done, "id");
    CHECK(c.get("/api/reorganisations").at("items").as_array().size() == 6);
    CHECK(code_of(c.house.send(Method::post, "/api/reorganisations", c.coordinator, body)) == "org.already_applied");

    const std::string reason = R"({"reason":"ghi nhầm","paper":"BB 01"})";
    CHECK(c.house.send(Method::post, "/api/reorganisations/" + id + "/counter", c.clerk, reason).status == 403);
    const auto back = c.house.send(Method::post, "/api/reorganisations/" + id + "/counter", c.coordinator, reason);
    REQUIRE(back.status == 200);
    CHECK_FALSE(json_of(back).at("countered_by").is_null());
    CHECK(json_of(back).at("after").as_array().size() == 1);  // still readable
    CHECK(c.get("/api/units?q=Yên Phong&under_code=24&on=2026-03-02")
              .at("items")
              .as_array()
              .front()
              .at("name")
              .as_string() == "Xã Yên Phong");
}

TEST_CASE("a faulty reorganisation lists each line in Vietnamese and changes nothing") {
    Country c;
    const auto no = c.house.send(Method::post, "/api/reorganisations", c.coordinator,
                                 draft("api-2", "{do: rename, unit: '99999', name: Xã Lạ}"));
    CHECK(no.status == 422);
    CHECK(code_of(no) == "org.reorganisation_faulty");
    const auto fault = json_of(no).at("faults").as_array().front();
    CHECK(fault.at("code").as_string() == "org.unit_unknown");
    CHECK(fault.at("message").as_string() == "Ngày 28/02/2026 không có đơn vị nào mang mã 99999.");
    CHECK(code_of(c.house.send(Method::post, "/api/reorganisations", c.coordinator, R"({"yaml":"day: ["})")) ==
          "org.draft_faulty");
    CHECK(code_of(c.house.send(Method::post, "/api/reorganisations?dry_run=maybe", c.coordinator,
                               draft("x", "{do: rename, unit: '09193', name: A}"))) == "org.not_a_flag");
    CHECK(c.get("/api/reorganisations").at("items").as_array().size() == 5);
}

TEST_CASE("units are imported whole, after a dry run") {
    Country c;
    const std::string body =
        R"({"csv":"unit,code,name,kind,parent,rural,region,from,until\n,MH9,Xã Minh Họa,commune,24,,DBSH,2026-01-01,\n"})";
    const auto tried = c.house.send(Method::post, "/api/unit-imports?dry_run=true", c.coordinator, body);
    REQUIRE(tried.status == 200);
    CHECK(text_of(tried, "rows") == "1");
    CHECK(c.refused("/api/units?under_code=MH9", 404) == "org.code_not_on_day");
    REQUIRE(c.house.send(Method::post, "/api/unit-imports", c.coordinator, body).status == 200);
    CHECK(c.get("/api/units?under_code=24&limit=1").at("total").as_string() == "100");
    CHECK(code_of(c.house.send(Method::post, "/api/unit-imports", c.coordinator, body)) == "org.import_faulty");
    CHECK(c.house.send(Method::post, "/api/unit-imports", c.clerk, body).status == 403);
}

TEST_CASE("a cluster is made, filled for a year and listed with what may be done") {
    Country c;
    const auto made =
        c.house.send(Method::post, "/api/clusters", c.coordinator, R"({"name":"Cụm 1","kind":"cluster"})");
    REQUIRE(made.status == 201);
    const std::string path = "/api/clusters/" + text_of(made, "id") + "/years/";
    const std::string unit = c.id_of("09193", "2026-01-01");
    const std::string body =
        R"({"name":"Cụm thi đua số 1","head_unit_id":")" + unit + R"(","member_ids":[")" + unit + R"("]})";
    REQUIRE(c.house.send(Method::put, path + "2026", c.coordinator, body, {{"if-match", "\"0\""}}).status == 200);
    const auto stale = c.house.send(Method::put, path + "2026", c.coordinator, body, {{"if-match", "\"0\""}});
    CHECK(stale.status == 409);
    CHECK(code_of(stale) == "org.cluster_stale");
    CHECK(c.house.send(Method::put, path + "2026", c.coordinator, body, {{"if-match", "\"1\""}}).status == 200);
    const auto listed = c.get("/api/clusters?year=2026").at("items").as_array();
    REQUIRE(listed.size() == 1);
    CHECK(listed[0].at("members").as_array().front().at("name").as_string() == "Xã Yên Phong");
    CHECK(listed[0].at("actions").as_array().front().at("allowed").as_bool() == false);
    CHECK(c.get("/api/clusters?year=2025").at("items").as_array().empty());
    CHECK(code_of(c.house.send(Method::put, path + "2022", c.coordinator, body)) == "org.cluster_faulty");
    CHECK(code_of(c.house.send(Method::put, path + "abcd", c.coordinator, body)) == "org.year_unknown");
    CHECK(c.house.send(Method::put, path + "2026", c.clerk, body).status == 403);
}
