// What the gate and the routes of access promise to a client.
#include <thread>

#include "access/second_factor.hpp"
#include "api/house.hpp"

using namespace cs;
using namespace cs::access;
using namespace cs::test;
using http::Method;

namespace {

std::string sign_in_body(const std::string& login, const std::string& with) {
    return R"({"login":")" + login + R"(","password":")" + with + R"("})";
}

std::string header(const http::Reply& reply, std::string_view name) {
    for (const auto& [key, value] : reply.headers)
        if (key == name) return value;
    return "";
}

std::string cookie_value(const http::Reply& reply) {
    const std::string set = header(reply, "set-cookie");
    return set.substr(set.find('=') + 1, set.find(';') - set.find('=') - 1);
}

std::string person_body(const std::string& login) {
    return R"({"login":")" + login + R"(","name":"Nguyễn Thị Lan","position":"Công chức","password":"mật khẩu đầu tiên"})";
}

}    // namespace

TEST_CASE("signing in sets a cookie no script can read and answers who one is") {
    House house;
    house.people().add("lan", Role::unit_clerk);
    const auto reply = house.send(Method::post, "/api/session", {}, sign_in_body("lan", password));
    REQUIRE(reply.status == 200);
    const std::string cookie = header(reply, "set-cookie");
    CHECK(cookie.find("; Path=/; HttpOnly; SameSite=Lax; Max-Age=43200") != std::string::npos);
    CHECK(cookie.find("Secure") == std::string::npos);
    CHECK(text_of(reply, "login") == "lan");
    CHECK(json_of(reply).at("roles").as_array().at(0).at("role").as_string() == "unit_clerk");
    CHECK(json_of(reply).at("second_factor_needed").as_bool() == false);

    const Visit visit{cookie_value(reply), text_of(reply, "csrf")};
    CHECK(text_of(house.send(Method::get, "/api/session", visit), "name") == "Người lan");
    CHECK(reply.body.find(visit.cookie) == std::string::npos);
    CHECK(house.send(Method::del, "/api/session", visit).status == 204);
    CHECK(house.send(Method::get, "/api/session", visit).status == 401);
}

TEST_CASE("outside the demonstration the cookie travels over TLS only") {
    House house(sql::Engine::sqlite, false);
    house.people().add("lan", Role::unit_clerk);
    const auto reply = house.send(Method::post, "/api/session", {}, sign_in_body("lan", password));
    CHECK(header(reply, "set-cookie").find("; Secure") != std::string::npos);
}

TEST_CASE("a refused sign-in is a problem with its sentence, its code and no cookie") {
    House house;
    house.people().add("lan");
    const auto wrong = house.send(Method::post, "/api/session", {}, sign_in_body("lan", "sai mật khẩu"));
    const auto unknown = house.send(Method::post, "/api/session", {}, sign_in_body("khong.co", "sai mật khẩu"));
    CHECK(wrong.status == 401);
    CHECK(wrong.type == "application/problem+json");
    CHECK(code_of(wrong) == "access.sign_in_refused");
    CHECK(text_of(wrong, "title") == "Tên đăng nhập, mật khẩu hoặc mã xác thực không đúng.");
    CHECK(wrong.body == unknown.body);
    CHECK(wrong.status == unknown.status);
    CHECK(header(wrong, "set-cookie").empty());
}

TEST_CASE("a lock-out is told as too many requests") {
    House house;
    house.people().add("lan");
    for (int i = 0; i < 5; ++i) house.send(Method::post, "/api/session", {}, sign_in_body("lan", "sai mật khẩu"));
    const auto locked = house.send(Method::post, "/api/session", {}, sign_in_body("lan", password));
    CHECK(locked.status == 429);
    CHECK(code_of(locked) == "access.sign_in_locked");
}

TEST_CASE("an administrator outside the demonstration can do nothing but enrol a second factor") {
    House house(sql::Engine::sqlite, false);
    const PersonId root = house.people().add("root", Role::administrator);
    const Visit visit = house.visit(root);
    CHECK(json_of(house.send(Method::get, "/api/session", visit)).at("second_factor_needed").as_bool());
    CHECK(code_of(house.send(Method::get, "/api/people", visit)) == "access.second_factor_needed");
    const auto begun = house.send(Method::post, "/api/me/second-factor", visit);
    REQUIRE(begun.status == 200);
    const std::string code = totp_code(text_of(begun, "secret"), house.clock().now());
    CHECK(code_of(house.send(Method::put, "/api/me/second-factor", visit, R"({"code":"000000"})")) == "access.code_wrong");
    CHECK(house.send(Method::put, "/api/me/second-factor", visit, R"({"code":")" + code + R"("})").status == 204);
    CHECK(house.send(Method::get, "/api/people", visit).status == 200);
    CHECK(code_of(house.send(Method::del, "/api/me/second-factor?code=" + code, visit)) ==
          "access.second_factor_obligatory");
}

TEST_CASE("with a password somebody else set one may only change it") {
    House house;
    const Visit root = house.visit(house.people().add("root", Role::administrator));
    REQUIRE(house.send(Method::post, "/api/people", root, person_body("lan")).status == 201);
    const auto in = house.send(Method::post, "/api/session", {}, sign_in_body("lan", "mật khẩu đầu tiên"));
    REQUIRE(in.status == 200);
    CHECK(json_of(in).at("must_change_password").as_bool());
    const Visit lan{cookie_value(in), text_of(in, "csrf")};
    CHECK(code_of(house.send(Method::get, "/api/sessions", lan)) == "access.must_change_password");
    CHECK(house.send(Method::put, "/api/me/password", lan, R"({"old":"mật khẩu đầu tiên","new":"mật khẩu của tôi"})").status == 204);
    CHECK(house.send(Method::get, "/api/sessions", lan).status == 200);
}

TEST_CASE("a role is proposed by one and granted by another over the API, and its buttons say why not") {
    House house;
    People people = house.people();
    const PersonId an = people.add("anh", Role::administrator);
    const Visit first = house.visit(an), second = house.visit(people.add("binh", Role::administrator));
    const PersonId lan = people.add("lan");
    const std::string address = "/api/people/" + lan.text() + "/grants";
    const std::string wanted = R"({"role":"unit_clerk","unit_id":")" + commune.text() +
                               R"(","scope":"own","from":"2022-12-07","until":null,"paper":"QĐ 5"})";
    CHECK(code_of(house.send(Method::post, address, first, wanted)) == "grant.need.unit_stands");
    CHECK(code_of(house.send(Method::post, address, first, R"({"role":"king"})")) == "json.refused");
    CHECK(house.send(Method::get, "/api/grants", second).status == 200);
    CHECK(code_of(house.send(Method::get, "/api/grants?state=lost", second)) == "access.grant_state_unknown");
    const auto shown = json_of(house.send(Method::get, "/api/people/" + an.text(), first));
    for (const auto& action : shown.at("actions").as_array()) {
        CHECK(action.at("allowed").as_bool() == false);
        CHECK(action.at("because").as_string() == "access.not_yourself");
    }
}

TEST_CASE("a repeated request with the same key is done once and answered alike") {
    for (const sql::Engine engine : {sql::Engine::sqlite, sql::Engine::postgres}) {
        House house(engine);
        const Visit root = house.visit(house.people().add("root", Role::administrator));
        const auto post = [&](const std::string& login, const std::string& key) {
            return house.send(Method::post, "/api/people", root, person_body(login), {{"idempotency-key", key}});
        };
        const auto first = post("lan", "k-1");
        REQUIRE(first.status == 201);
        const auto again = post("lan", "k-1");
        CHECK(again.status == 201);
        CHECK(again.body == first.body);
        CHECK(header(again, "idempotency-replayed") == "true");
        CHECK(number(house.db(), "select count(*) as n from person where login = 'lan'") == 1);

        const auto other_body = post("minh", "k-1");
        CHECK(other_body.status == 422);
        CHECK(code_of(other_body) == "access.key_reused");
        CHECK(code_of(post("lan", "k-2")) == "access.login_taken");
        CHECK(post("minh", "k-2").status == 201);    // a refusal keeps no key
        CHECK(code_of(post("hoa", std::string(101, 'k'))) == "access.key_too_long");

        // The work was stored, its reply was not: nothing is done again.
        script(house.db(), "update request_key set status = null, reply = null where request_key = 'k-2'");
        const auto lost = post("minh", "k-2");
        CHECK(lost.status == 409);
        CHECK(code_of(lost) == "access.already_done");
        CHECK(number(house.db(), "select count(*) as n from person where login = 'minh'") == 1);
    }
}

TEST_CASE("the same key sent many times at once is still done once") {
    for (const sql::Engine engine : {sql::Engine::sqlite, sql::Engine::postgres}) {
        House house(engine);
        const Visit root = house.visit(house.people().add("root", Role::administrator));
        std::vector<http::Reply> replies(4);
        std::vector<std::thread> clients;
        for (http::Reply& reply : replies)
            clients.emplace_back([&] {
                reply = house.send(Method::post, "/api/people", root, person_body("lan"), {{"idempotency-key", "k"}});
            });
        for (std::thread& client : clients) client.join();
        int made = 0;
        for (const http::Reply& reply : replies) {
            CAPTURE(reply.body);
            CHECK((reply.status == 201 || code_of(reply) == "access.already_done"));
            made += reply.status == 201;
        }
        CHECK(made >= 1);
        CHECK(number(house.db(), "select count(*) as n from person where login = 'lan'") == 1);
        CHECK(number(house.db(), "select count(*) as n from journal where event = 'person_added'") == 2);
    }
}

TEST_CASE("a body that is not JSON, or one where none belongs, is refused with the reason") {
    House house;
    const Visit root = house.visit(house.people().add("root", Role::administrator));
    CHECK(code_of(house.send(Method::post, "/api/people", root)) == "access.not_json");
    CHECK(code_of(house.send(Method::post, "/api/people", root, "{")) == "json.malformed");
    CHECK(code_of(house.send(Method::post, "/api/people", root, R"({"login":"x"})")) == "json.refused");
    CHECK(code_of(house.send(Method::post, "/api/me/second-factor", root, "{}")) == "access.no_body_expected");
    CHECK(code_of(house.send(Method::get, "/api/people?limit=0", root)) == "access.query_int");
    CHECK(code_of(house.send(Method::get, "/api/people?limit=abc", root)) == "access.query_int");
    CHECK(code_of(house.send(Method::get, "/api/people?after=abc", root)) == "access.query_cursor");
    CHECK(code_of(house.send(Method::get, "/api/law/parameters?on=30/06/2025", root)) == "access.query_day");
    CHECK(code_of(house.send(Method::get, "/api/people/abc", root)) == "access.person_unknown");
}

TEST_CASE("history is shown to whoever may see the object, with names and the event in words") {
    House house;
    const PersonId root = house.people().add("root", Role::administrator);
    const PersonId clerk = house.people().add("dung", Role::unit_clerk);
    const Visit admin = house.visit(root), lowly = house.visit(clerk);
    const auto added = house.send(Method::post, "/api/people", admin, person_body("lan"));
    const std::string id = text_of(added, "id");
    const auto page = json_of(house.send(Method::get, "/api/history/person/" + id, admin));
    const auto& entry = page.at("items").as_array().at(0);
    CHECK(entry.at("event_text").as_string() == "Thêm người dùng");
    CHECK(entry.at("person_name").as_string() == "Người root");
    CHECK(entry.at("role").as_string() == "administrator");
    CHECK(entry.at("changes").as_array().at(1).at("to").as_string() == "Nguyễn Thị Lan");
    const auto of_grant = house.db().read([&](Tx& tx) { return GrantStore(tx).of_person(clerk).at(0).grant.id; });
    const auto grant = json_of(house.send(Method::get, "/api/history/grant/" + of_grant.text(), admin));
    CHECK(grant.at("items").as_array().at(0).at("changes").as_array().at(0).at("to").as_string() == "Người dung");
    CHECK(code_of(house.send(Method::get, "/api/history/person/" + id, lowly)) == "access.not_your_role");
    CHECK(house.send(Method::get, "/api/history/person/" + clerk.text(), lowly).status == 200);
    CHECK(code_of(house.send(Method::get, "/api/history/criteria_set/x", admin)) == "access.not_your_role");
    CHECK(code_of(house.send(Method::get, "/api/history/cat/x", admin)) == "access.history_kind_unknown");
    CHECK(code_of(house.send(Method::get, "/api/history/unit/x?before=soon", admin)) == "access.query_cursor");
}

TEST_CASE("the list of people and its count are the same bytes whatever one may not see") {
    House house;
    const Visit admin = house.visit(house.people().add("root", Role::administrator));
    const Visit clerk = house.visit(house.people().add("dung", Role::unit_clerk));
    const auto seen = [&] { return house.send(Method::get, "/api/people?q=lan", clerk).body + house.send(Method::get, "/api/grants", clerk).body; };
    const std::string before = seen();
    REQUIRE(house.send(Method::post, "/api/people", admin, person_body("lan")).status == 201);
    CHECK(seen() == before);
    CHECK(json_of(house.send(Method::get, "/api/people?q=lan", admin)).at("total").as_string() == "1");
}
