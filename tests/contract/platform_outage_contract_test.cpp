// What happens when the other side goes away, or somebody else works on the same database.
#include <atomic>
#include <thread>

#include "contract/probe.hpp"

using namespace cs;
using namespace cs::sql;
using namespace cs::test;

namespace {

// Takes long enough for two programs to get into each other's way between a read and the write that rests on it.
constexpr const char* thinking =
    "with recursive i (n) as (select 1 union all select n + 1 from i where n < 20000) select count(*) as n from i";

void terminate_others(Database& db) {
    number(db,
           "select count(pg_terminate_backend(pid, 5000)) as n from pg_stat_activity "
           "where datname = current_database() and pid <> pg_backend_pid()");
}

}    // namespace

TEST_CASE("a second program on the same database loses no update") {
    for_each_empty_database([](Database& db, const std::string& url, FrozenClock&) {
        script(db, "create table counter (n bigint not null) /*strict*/; insert into counter values (0)");
        const auto second = open(url);
        REQUIRE(second);
        const auto add = [](Database& through) {
            for (int i = 0; i < 10; ++i)
                write(through, [](Tx& tx) {
                    tx.lock("counter");
                    const auto n = query(tx, "select n from counter")->front().integer("n");
                    query(tx, thinking);
                    run(tx, "update counter set n = $1", n + 1);
                });
        };
        std::thread other([&] { add(**second); });
        add(db);
        other.join();
        CHECK(number(db, "select n from counter") == 20);
    });
}

TEST_CASE("connections that died while waiting are replaced unseen") {
    FreshDatabase fresh(Engine::postgres, false);
    script(fresh.db(), "create table kept (n bigint)");
    fresh.db().read([&](Tx&) { return fresh.db().read([](Tx&) { return true; }); });    // two connections wait now
    const auto second = open(fresh.url());
    REQUIRE(second);
    terminate_others(**second);
    write(fresh.db(), [](Tx& tx) { run(tx, "insert into kept values (1)"); });
    CHECK(count(fresh.db(), "kept") == 1);
}

TEST_CASE("a connection that dies inside a transaction interrupts it, and the next one works") {
    FreshDatabase fresh(Engine::postgres, false);
    script(fresh.db(), "create table kept (n bigint)");
    const auto second = open(fresh.url());
    REQUIRE(second);
    const auto die_between = [&](auto then) {
        write(fresh.db(), [&](Tx& tx) {
            run(tx, "insert into kept values (1)");
            terminate_others(**second);
            then(tx);
        });
    };
    CHECK_THROWS_AS(die_between([](Tx& tx) { run(tx, "insert into kept values (2)"); }), Interrupted);
    CHECK_THROWS_AS(die_between([](Tx& tx) { bulk(tx, "insert into kept values ($1)", {{std::int64_t{3}}}); }),
                    Interrupted);
    CHECK_THROWS_AS(die_between([](Tx& tx) { tx.copy("kept", {"n"}, {{std::int64_t{4}}}); }), Interrupted);
    CHECK_THROWS_AS(die_between([](Tx&) {}), Interrupted);    // found at the commit
    CHECK(count(fresh.db(), "kept") == 0);
    write(fresh.db(), [](Tx& tx) { run(tx, "insert into kept values (5)"); });
    CHECK(count(fresh.db(), "kept") == 1);
}

TEST_CASE("of two transactions that wait for each other one is interrupted") {
    FreshDatabase fresh(Engine::postgres, false);
    script(fresh.db(), "create table kept (id bigint primary key, n bigint); insert into kept values (1, 0), (2, 0)");
    std::atomic<int> holding = 0, interrupted = 0;
    const auto cross = [&](int first, int then) {
        try {
            write(fresh.db(), [&](Tx& tx) {
                run(tx, "update kept set n = n + 1 where id = $1", first);
                for (++holding; holding < 2;) std::this_thread::yield();
                run(tx, "update kept set n = n + 1 where id = $1", then);
            });
        } catch (const Interrupted&) {
            ++interrupted;
        }
    };
    std::thread other(cross, 2, 1);
    cross(1, 2);
    other.join();
    CHECK(interrupted == 1);
    CHECK(number(fresh.db(), "select sum(n) as n from kept") == 2);
}

TEST_CASE("a PostgreSQL database that would order or store text otherwise is refused") {
    FreshDatabase fresh(Engine::postgres, false);
    const std::string name = fresh.url().substr(0, fresh.url().find('?')), base = name.substr(name.rfind('/') + 1);
    const auto refusal_of = [&](const std::string& made_with) {
        const std::string other = base + "_other";
        connect_postgres(fresh.url())->script("create database " + other + " template template0 " + made_with);
        std::string url = fresh.url();
        url.replace(url.find(base), base.size(), other);
        const std::string refusal = [&] {
            const auto opened = open(url);
            return opened ? std::string() : opened.error().code;
        }();
        connect_postgres(fresh.url())->script("drop database " + other);
        return refusal;
    };
    CHECK(refusal_of("encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C'") == "db.encoding");
    CHECK(refusal_of("encoding 'UTF8' locale_provider icu icu_locale 'vi' lc_collate 'C' lc_ctype 'C'") ==
          "db.collation");
    CHECK(refusal_of("encoding 'UTF8' lc_collate 'C' lc_ctype 'C'") == "");
}
