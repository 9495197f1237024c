#include "platform/sql/queries.hpp"

#include <doctest/doctest.h>

using namespace cs;
using namespace cs::sql;

namespace {

std::string fault_of(std::string_view sql) {
    try {
        read_queries("backend/org/org.sql", sql, Engine::sqlite);
    } catch (const std::logic_error& fault) {
        return fault.what();
    }
    return "";
}

}    // namespace

TEST_CASE("the common dialect becomes each engine's own, outside quotes and comments") {
    const std::string_view sql =
        "create table t (n BIGINT, bigint_like text default 'bigint', \"bigint\" text) /*strict*/; -- bigint\n"
        "select cast($1 as bigint) from t order by name collate vietnamese, vietnamese";
    CHECK(in_dialect(Engine::sqlite, sql) ==
          "create table t (n integer, bigint_like text default 'bigint', \"bigint\" text) strict; -- bigint\n"
          "select cast($1 as integer) from t order by name collate vi, vietnamese");
    CHECK(in_dialect(Engine::postgres, sql) ==
          "create table t (n BIGINT, bigint_like text default 'bigint', \"bigint\" text) ; -- bigint\n"
          "select cast($1 as bigint) from t order by name collate \"vi-x-icu\", vietnamese");
}

TEST_CASE("a quote that never ends does not run past the text") {
    CHECK(in_dialect(Engine::sqlite, "select 'bigint") == "select 'bigint");
    CHECK(in_dialect(Engine::sqlite, "select 1 /* bigint") == "select 1 /* bigint");
}

TEST_CASE("a file of named queries is read with its module's name before each") {
    const auto found = read_queries(
        "backend/org/org.sql", "-- about the file\n\n-- name: one\nselect 1;\n\n-- name: two\n-- why\nselect 2,\n  3\n",
        Engine::sqlite);
    REQUIRE(found.size() == 2);
    CHECK(found[0].name == "org.one");
    CHECK(found[0].sql == "select 1");
    CHECK(found[1].name == "org.two");
    CHECK(found[1].sql == "select 2,\n  3");
}

TEST_CASE("a block for one engine replaces the common one there only") {
    const std::string_view sql =
        "-- name: x\nselect 1\n-- name: x (postgres)\nselect 2\n-- name: y (sqlite)\nselect 3\n"
        "-- name: y (postgres)\nselect 4";
    const auto sqlite = read_queries("backend/org/org.sql", sql, Engine::sqlite);
    const auto postgres = read_queries("backend/org/org.sql", sql, Engine::postgres);
    REQUIRE(sqlite.size() == 2);
    REQUIRE(postgres.size() == 2);
    CHECK(sqlite[0].sql == "select 1");
    CHECK(sqlite[1].sql == "select 3");
    CHECK(postgres[0].sql == "select 2");
    CHECK(postgres[1].sql == "select 4");
}

TEST_CASE("a malformed file of queries is refused with its line") {
    CHECK(fault_of("select 1") == "backend/org/org.sql:1: a query needs a name: -- name: word");
    CHECK(fault_of("-- name: x\nselect 1\n-- name: x\nselect 2") == "backend/org/org.sql:3: x stands twice");
    CHECK(fault_of("-- name: x (postgres)\nselect 1") == "backend/org/org.sql:1: x is missing for one engine");
    CHECK(fault_of("-- name: x\n\n-- name: y\nselect 1") == "backend/org/org.sql:1: x is empty");
    CHECK(fault_of("-- name: x (oracle)\nselect 1") ==
          "backend/org/org.sql:1: write -- name: word, or -- name: word (postgres)");
    CHECK(fault_of("-- name: x-y\nselect 1") ==
          "backend/org/org.sql:1: write -- name: word, or -- name: word (postgres)");
}
