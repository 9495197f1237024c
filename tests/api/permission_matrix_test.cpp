// Every operation × every role: allowed or refused as the permission table says, and nothing written when refused.
#include <set>

#include "api/house.hpp"

using namespace cs;
using namespace cs::access;
using namespace cs::test;

namespace {

// SQLite counts the commits of other connections: the whole database, to the last row.
class Stillness {
public:
    explicit Stillness(const std::string& url) : db_(std::move(sql::open(url, {1}).value())) {}
    std::int64_t now() {
        return db_->read([](Tx& tx) { return query(tx, "pragma data_version")->front().integer("data_version"); });
    }

private:
    std::unique_ptr<Database> db_;
};

// Plausible parameters of nobody's; what they name does not exist, so an allowed request ends as 404 or 422.
std::string address(const http::RouteInfo& route) {
    std::string path = route.path;
    const auto put = [&](const std::string& name, const std::string& value) {
        if (const std::size_t at = path.find("{" + name + "}"); at != std::string::npos)
            path.replace(at, name.size() + 2, value);
    };
    put("id", "019a0000-0000-7000-8000-0000000000ee");
    put("year", "2024");
    put("kind", "unit");
    put("period", "2025-year");
    REQUIRE_MESSAGE(path.find('{') == std::string::npos, "a parameter the matrix does not know: " << route.path);
    return path;
}

bool reads(http::Method method) {
    return method == http::Method::get || method == http::Method::head || method == http::Method::options;
}

bool is_door_shut(const http::Reply& reply) {
    const std::string code = code_of(reply);
    return code == "access.not_signed_in" || code == "access.not_your_role" || code == "access.csrf" ||
           code == "access.second_factor_needed" || code == "access.must_change_password";
}

struct Caller {
    std::string name;
    std::optional<Role> role;
    std::optional<PersonId> person;    // none: nobody is signed in
};

std::vector<Caller> callers(House& house) {
    std::vector<Caller> all = {{"nobody", std::nullopt, std::nullopt},
                               {"a person without a role", std::nullopt, house.people().add("none")}};
    for (const Role role : all_of<Role>())
        all.push_back({std::string(word(role)), role, house.people().add(std::string(word(role)), role)});
    return all;
}

bool table_allows(const Permission& row, const Caller& caller) {
    switch (row.audience) {
        case Audience::anyone: return true;
        case Audience::signed_in: return caller.person.has_value();
        case Audience::roles: return caller.role && row.roles.has(*caller.role);
    }
    return false;
}

http::Reply ask(House& house, const http::RouteInfo& route, const Visit& visit) {
    const bool has_body = !route.request.is_null();
    return house.send(route.method, address(route), visit, has_body ? "{}" : "");
}

}    // namespace

TEST_CASE("every operation of the table has one route and every route its row") {
    House house;
    std::set<std::string> served;
    for (const http::RouteInfo& route : house.router().routes()) {
        CAPTURE(route.operation);
        CHECK(parse_word<Operation>(route.operation).has_value());
        CHECK(served.insert(route.operation).second);
    }
    for (const Permission& row : permissions()) {
        CAPTURE(word(row.operation));
        CHECK(served.contains(std::string(word(row.operation))));
    }
}

TEST_CASE("the permission matrix: each operation and each role, and a refused request writes nothing") {
    House house;
    Stillness stillness(house.url());
    int allowed = 0, refused = 0;
    for (const Caller& caller : callers(house))
        for (const http::RouteInfo& route : house.router().routes()) {
            CAPTURE(caller.name);
            CAPTURE(route.operation);
            const Permission& row = permission(*parse_word<Operation>(route.operation));
            const Visit visit = caller.person ? house.visit(*caller.person) : Visit{};
            const std::int64_t before = stillness.now();
            const http::Reply reply = ask(house, route, visit);
            CAPTURE(reply.body);
            if (table_allows(row, caller)) {
                CHECK(!is_door_shut(reply));
                ++allowed;
                continue;
            }
            CHECK(reply.status == (caller.person ? 403 : 401));
            CHECK(code_of(reply) == (caller.person ? "access.not_your_role" : "access.not_signed_in"));
            CHECK(json_of(reply).at("clause").as_string() == row.clause);
            CHECK(stillness.now() == before);
            ++refused;
        }
    MESSAGE("matrix: " << allowed << " allowed, " << refused << " refused");
    CHECK(allowed > 0);
    CHECK(refused > 0);
}

TEST_CASE("whoever may write is refused without the token of his session, and nothing is written") {
    House house;
    Stillness stillness(house.url());
    for (const Caller& caller : callers(house)) {
        if (!caller.person) continue;
        for (const http::RouteInfo& route : house.router().routes()) {
            if (reads(route.method) || route.operation == "sign_in") continue;
            CAPTURE(caller.name);
            CAPTURE(route.operation);
            Visit visit = house.visit(*caller.person);
            visit.csrf = "of another session";
            const std::int64_t before = stillness.now();
            const http::Reply reply = ask(house, route, visit);
            CHECK(reply.status == 403);
            CHECK(code_of(reply) == "access.csrf");
            CHECK(stillness.now() == before);
        }
    }
}

TEST_CASE("the measure of stillness notices a written row") {
    House house;
    Stillness stillness(house.url());
    const std::int64_t before = stillness.now();
    CHECK(stillness.now() == before);
    house.visit(house.people().add("somebody"));
    CHECK(stillness.now() != before);
}
