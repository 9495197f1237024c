// Climbing from an empty database, and refusing one that another program made.
#include <fmt/ranges.h>

#include <algorithm>
#include <thread>

#include "contract/probe.hpp"

using namespace cs;
using namespace cs::sql;
using namespace cs::test;

namespace {

std::vector<Migration> two_steps() {
    return {{1, "first", "create table first (id text primary key)", "c1"},
            {2, "second", "create table second (id text primary key)", "c2"}};
}

}    // namespace

TEST_CASE("every migration of the program climbs from an empty database, once") {
    for_each_empty_database([](Database& db, const std::string& url, FrozenClock& clock) {
        const auto known = migrations(engine_of(url));
        CHECK_FALSE(known.empty());
        CHECK(schema_state(db, url).pending.size() == known.size());
        CHECK_FALSE(schema_state(db, url).ready());

        const auto done = migrate(db, url, clock);
        REQUIRE(done);
        CHECK(done->size() == known.size());
        CHECK(schema_state(db, url).ready());
        CHECK(count(db, "schema_migration") == static_cast<std::int64_t>(known.size()));

        const auto again = migrate(db, url, clock);
        REQUIRE(again);
        CHECK(again->empty());
    });
}

// A key column without `not null` holds nulls on SQLite and none on PostgreSQL, so nullness is compared too.
TEST_CASE("both engines have the same tables and columns, of the same type and nullness") {
    const auto columns = [](Engine engine) {
        FreshDatabase fresh(engine);
        std::vector<std::string> lines;
        for (const Column& column : schema_columns(fresh.db()))
            lines.push_back(fmt::format("{}.{} {}{}", column.table, column.name,
                                        column.type == "bigint" ? "integer" : column.type,
                                        column.not_null ? " not null" : ""));
        std::sort(lines.begin(), lines.end());
        return lines;
    };
    const auto sqlite = columns(Engine::sqlite), postgres = columns(Engine::postgres);
    CHECK(sqlite.size() >= 4);
    std::vector<std::string> only_one;
    std::set_symmetric_difference(sqlite.begin(), sqlite.end(), postgres.begin(), postgres.end(),
                                  std::back_inserter(only_one));
    CHECK(fmt::format("{}", fmt::join(only_one, "; ")) == "");
}

TEST_CASE("a migration that fails leaves nothing, and those before it stay") {
    for_each_empty_database([](Database& db, const std::string&, FrozenClock& clock) {
        auto steps = two_steps();
        steps[1].sql += "; insert into second values (nonsense)";
        CHECK_THROWS(migrate(db, steps, clock));
        CHECK(schema_state(db, steps).pending.size() == 1);
        CHECK_THROWS(count(db, "second"));

        const auto done = migrate(db, two_steps(), clock);
        REQUIRE(done);
        CHECK(done->size() == 1);
        CHECK(count(db, "second") == 0);
    });
}

TEST_CASE("a migration edited after it was applied is refused by name") {
    for_each_empty_database([](Database& db, const std::string&, FrozenClock& clock) {
        REQUIRE(migrate(db, two_steps(), clock));
        auto edited = two_steps();
        edited[0].checksum = "other";
        edited.push_back({3, "third", "create table third (id text primary key)", "c3"});
        CHECK(schema_state(db, edited).altered == std::vector<std::string>{"0001_first"});
        const auto refused = migrate(db, edited, clock);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == "schema.altered");
        CHECK(refused.error().args == Args{{"migrations", "0001_first"}});
        CHECK_THROWS(count(db, "third"));
    });
}

TEST_CASE("a database made by a newer program is refused by name") {
    for_each_empty_database([](Database& db, const std::string&, FrozenClock& clock) {
        REQUIRE(migrate(db, two_steps(), clock));
        const std::vector<Migration> older = {two_steps().front()};
        CHECK(schema_state(db, older).unknown == std::vector<std::string>{"0002_second"});
        const auto refused = migrate(db, older, clock);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == "schema.newer");
        CHECK(refused.error().args == Args{{"migrations", "0002_second"}});
    });
}

TEST_CASE("of two migrators at once each migration is applied by one") {
    for_each_empty_database([](Database& db, const std::string&, FrozenClock& clock) {
        std::size_t by_other = 0;
        std::thread other([&] { by_other = migrate(db, two_steps(), clock).value().size(); });
        const std::size_t by_me = migrate(db, two_steps(), clock).value().size();
        other.join();
        CHECK(by_me + by_other == 2);
        CHECK(count(db, "schema_migration") == 2);
    });
}

TEST_CASE("an address that names no engine is refused, a server or a folder that is not there is an outage") {
    for (const char* url : {"", "sqlite:", "mysql://x", "chungsuc.db"}) {
        const auto refused = open(url);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == "db.url_unknown");
    }
    CHECK_THROWS_AS((void)open("sqlite:/no/such/folder/x.db"), std::runtime_error);
    CHECK_THROWS_AS((void)open("postgresql://nobody@/nothing?host=/no/such/folder"), std::runtime_error);
}
