#pragma once
// A contract test is written once and runs on both engines:
//
//   TEST_CASE("a unit has one parent on any day") {
//       for_each_database([](Database& db, FrozenClock& clock) { … CHECK(…); });
//   }
//
// Each engine is a doctest SUBCASE, so call for_each_database once per test case; SUBCASEs inside it work. The database
// is fresh and migrated: on SQLite a file of its own, on PostgreSQL a database of its own on the server that
// CHUNGSUC_TEST_PG names (run under tools/with_postgres). Without a server the test fails; it is never skipped.
#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <type_traits>

#include "platform/sql/database.hpp"

namespace cs::test {

class FreshDatabase {
public:
    explicit FreshDatabase(sql::Engine engine, bool migrated = true);
    ~FreshDatabase();
    FreshDatabase(const FreshDatabase&) = delete;
    FreshDatabase& operator=(const FreshDatabase&) = delete;

    Database& db() { return *db_; }
    const std::string& url() const { return url_; }
    FrozenClock& clock() { return clock_; }    // stands at noon of the Plan's signing day, 07/12/2022

private:
    std::string url_;
    std::unique_ptr<Database> db_;
    FrozenClock clock_;
};

// `f` takes (Database&, const std::string& url, FrozenClock&), (Database&, FrozenClock&) or (Database&).
template <class F>
void call_with(FreshDatabase& fresh, F& f) {
    if constexpr (std::is_invocable_v<F&, Database&, const std::string&, FrozenClock&>)
        f(fresh.db(), fresh.url(), fresh.clock());
    else if constexpr (std::is_invocable_v<F&, Database&, FrozenClock&>)
        f(fresh.db(), fresh.clock());
    else
        f(fresh.db());
}

template <class F>
void on_both_engines(bool migrated, F& f) {
    SUBCASE("on SQLite") {
        INFO("engine: SQLite");
        FreshDatabase fresh(sql::Engine::sqlite, migrated);
        call_with(fresh, f);
    }
    SUBCASE("on PostgreSQL") {
        INFO("engine: PostgreSQL");
        FreshDatabase fresh(sql::Engine::postgres, migrated);
        call_with(fresh, f);
    }
}

template <class F>
void for_each_database(F&& f) {
    on_both_engines(true, f);
}

// Without a single table, for the tests of the migrations themselves.
template <class F>
void for_each_empty_database(F&& f) {
    on_both_engines(false, f);
}

}    // namespace cs::test
