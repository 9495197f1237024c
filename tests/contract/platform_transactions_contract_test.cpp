// What both engines promise alike of transactions, of many rows at once, and of constraints.
#include <fmt/core.h>

#include <atomic>
#include <thread>

#include "contract/probe.hpp"

using namespace cs;
using namespace cs::sql;
using namespace cs::test;

namespace {

constexpr const char* counter =
    "create table counter (id bigint primary key, n bigint not null) /*strict*/; insert into counter values (1, 0)";

std::int64_t counted(Database& db) { return number(db, "select n from counter where id = 1"); }

void bump(Tx& tx) { run(tx, "update counter set n = n + 1 where id = 1"); }

}    // namespace

TEST_CASE("a write is kept on a value and undone on a refusal and on an exception") {
    for_each_empty_database([](Database& db) {
        script(db, counter);
        write(db, bump);
        CHECK(counted(db) == 1);

        const Done refused = db.write([](Tx& tx) -> Done {
            bump(tx);
            return refuse(Problem::stale, "test.refused");
        });
        CHECK_FALSE(refused);
        CHECK(counted(db) == 1);

        CHECK_THROWS_AS(write(db, [](Tx& tx) { bump(tx), throw std::runtime_error("disk full"); }), std::runtime_error);
        CHECK(counted(db) == 1);
        write(db, bump);    // and the connection is fit for the next one
        CHECK(counted(db) == 2);
    });
}

TEST_CASE("after a failed statement the transaction is dead, even when the failure was caught") {
    for_each_empty_database([](Database& db) {
        script(db, counter);
        const auto swallow = [](Tx& tx) {
            bump(tx);
            CHECK_THROWS_AS(run(tx, "insert into counter values (1, 5)"), ConstraintViolation);
        };
        CHECK_THROWS(write(db, swallow));
        CHECK_THROWS(write(db, [&](Tx& tx) { swallow(tx), bump(tx); }));
        CHECK(counted(db) == 0);
    });
}

TEST_CASE("a read sees one state of the data and cannot write") {
    for_each_empty_database([](Database& db) {
        script(db, counter);
        db.read([&](Tx& tx) {
            const auto seen = [&] { return query(tx, "select n from counter where id = 1")->front().integer("n"); };
            CHECK(seen() == 0);
            write(db, bump);
            CHECK(seen() == 0);
            return true;
        });
        CHECK(counted(db) == 1);
        CHECK_THROWS(db.read([](Tx& tx) { return bump(tx), true; }));
        CHECK(counted(db) == 1);
    });
}

TEST_CASE("a write inside a write of the same database is a bug, told at once") {
    for_each_empty_database([](Database& db) {
        script(db, counter);
        CHECK_THROWS(write(db, [&](Tx&) { write(db, bump); }));
        write(db, bump);
        CHECK(counted(db) == 1);
    });
}

TEST_CASE("two writers lose no update") {
    for_each_empty_database([](Database& db) {
        script(db, counter);
        const auto add = [&] {
            for (int i = 0; i < 50; ++i) write(db, bump);
        };
        std::thread other(add);
        add();
        other.join();
        CHECK(counted(db) == 100);
    });
}

TEST_CASE("of two edits of one version the second touches no row") {
    for_each_empty_database([](Database& db) {
        script(db, counter);
        const auto edit = [](Tx& tx) { return run(tx, "update counter set n = n + 1 where id = 1 and n = $1", 0); };
        write(db, [&](Tx& tx) { CHECK(edit(tx) == 1); });
        write(db, [&](Tx& tx) { CHECK(edit(tx) == 0); });
    });
}

TEST_CASE("under a lock, reading and then writing is safe") {
    for_each_empty_database([](Database& db) {
        script(db, counter);
        const auto add = [&] {
            for (int i = 0; i < 50; ++i)
                write(db, [](Tx& tx) {
                    tx.lock("counter");
                    const auto n = query(tx, "select n from counter where id = 1")->front().integer("n");
                    run(tx, "update counter set n = $1 where id = 1", n + 1);
                });
        };
        std::thread other(add);
        add();
        other.join();
        CHECK(counted(db) == 100);
        CHECK_THROWS(db.read([](Tx& tx) { return tx.lock("counter"), true; }));
    });
}

TEST_CASE("many rows at once: exactly what was given, again and with other sizes") {
    for_each_empty_database([](Database& db) {
        script(db, "create table cell (id bigint primary key, t text) /*strict*/");
        const auto rows = [](std::int64_t from, std::int64_t many) {
            std::vector<Values> made;
            for (std::int64_t i = from; i < from + many; ++i)
                made.push_back({i, i % 3 == 0 ? Value{} : Value{fmt::format("t{}", i)}});
            return made;
        };
        // The same prepared statement with changed values, fewer rows, more rows, none (a library we tried failed
        // here).
        write(db, [&](Tx& tx) {
            for (const auto& [from, many] : {std::pair{0, 3}, {3, 3}, {6, 2}, {8, 2500}, {0, 0}})
                bulk(tx, "insert into cell (id, t) values ($1, $2)", rows(from, many));
            tx.copy("cell", {"id", "t"}, rows(2508, 2000));
            tx.copy("cell", {"t", "id"}, {{"a\tb\\N\n\r", std::int64_t{-1}}});
            tx.copy("cell", {"id", "t"}, {});
        });
        db.read([](Tx& tx) {
            const auto all = query(tx, "select id, t from cell where id >= 0 order by id");
            REQUIRE(all->size() == 4508);
            std::int64_t id = 0;
            bool exact = true;
            for (const Row& row : *all) {
                exact &= row.integer("id") == id && row.is_null("t") == (id % 3 == 0) &&
                         (id % 3 == 0 || row.text("t") == fmt::format("t{}", id));
                ++id;
            }
            CHECK(exact);
            CHECK(query(tx, "select t from cell where id = -1")->front().text("t") == "a\tb\\N\n\r");
            return true;
        });
    });
}

TEST_CASE("many rows at once are kept all or not at all") {
    for_each_empty_database([](Database& db) {
        script(db, "create table cell (id bigint, constraint cell_pk primary key (id)) /*strict*/");
        const std::vector<Values> twice = {{std::int64_t{1}}, {std::int64_t{2}}, {std::int64_t{1}}, {std::int64_t{3}}};
        CHECK(violated(db, [&](Tx& tx) { bulk(tx, "insert into cell values ($1)", twice); }) == "cell_pk");
        CHECK(violated(db, [&](Tx& tx) { tx.copy("cell", {"id"}, twice); }) == "cell_pk");
        CHECK(count(db, "cell") == 0);
    });
}

TEST_CASE("rows are read one at a time until the callback has enough, and other questions may be asked meanwhile") {
    for_each_empty_database([](Database& db) {
        script(db, "create table cell (id bigint primary key) /*strict*/");
        write(db, [](Tx& tx) {
            std::vector<Values> rows;
            for (std::int64_t i = 0; i < 2500; ++i) rows.push_back({i});
            tx.copy("cell", {"id"}, rows);
        });
        db.read([](Tx& tx) {
            std::int64_t sum = 0, inner = 0;
            each(tx, "select id from cell order by id", [&](const Row& row) {
                sum += row.integer("id");
                if (row.integer("id") == 7)
                    each(tx, "select id from cell order by id", [&](const Row&) { return ++inner < 3; });
                return true;
            });
            CHECK(sum == 2500 * 2499 / 2);
            CHECK(inner == 3);
            std::int64_t seen = 0;
            each(tx, "select id from cell order by id", [&](const Row&) { return ++seen < 10; });
            CHECK(seen == 10);
            CHECK_THROWS_AS(each(tx, "select id from cell", [](const Row&) -> bool { throw std::out_of_range("x"); }),
                            std::out_of_range);
            return true;
        });
        CHECK(count(db, "cell") == 2500);
    });
}

TEST_CASE("a constraint is told by the same name on both engines") {
    for_each_empty_database([](Database& db) {
        script(db, R"(
            create table place (id bigint primary key, code text not null unique, kind text not null,
                constraint place_kind_known check (kind in ('xa', 'phuong'))) /*strict*/;
            create table stay (place_id bigint not null references place, day text not null, seat bigint, note text,
                constraint stay_seat_once unique (day, seat)) /*strict*/;
            create unique index stay_note_once on stay (note) where note <> '';
            insert into place values (1, 'a', 'xa');
            insert into stay values (1, '2025-06-30', 1, 'first'))");
        const auto on = [&](const char* text) { return violated(db, [&](Tx& tx) { run(tx, text); }); };
        CHECK(on("insert into place values (1, 'b', 'xa')") == "place_pkey");
        CHECK(on("insert into place values (2, 'a', 'xa')") == "place_code_key");
        CHECK(on("insert into place values (2, 'b', 'huyen')") == "place_kind_known");
        CHECK(on("insert into place values (2, null, 'xa')") == "not_null");
        CHECK(on("insert into stay values (9, '2025-07-01', 2, '')") == "foreign_key");
        CHECK(on("insert into stay values (1, '2025-06-30', 1, '')") == "stay_seat_once");
        CHECK(on("insert into stay values (1, '2025-06-30', 2, 'first')") == "stay_note_once");
        CHECK(on("delete from place where id = 1") == "foreign_key");
        CHECK(on("insert into stay values (1, '2025-06-30', 2, '')") == "");
    });
}

TEST_CASE("what a trigger raises is told by its own words, and no message quotes a row") {
    for_each_empty_database([](Database& db, const std::string& url, FrozenClock&) {
        script(db, "create table kept (id bigint primary key, name text unique) /*strict*/");
        script(db, engine_of(url) == Engine::sqlite
                       ? "create trigger kept_stays before delete on kept begin select raise(abort, 'kept_stays'); end"
                       : "create function stays() returns trigger language plpgsql as 'begin raise exception "
                         "''kept_stays''; end'; create trigger kept_stays before delete on kept for each row execute "
                         "function stays()");
        const auto put = [](Tx& tx, int id) { run(tx, "insert into kept values ($1, $2)", id, "Nguyễn Văn A"); };
        write(db, [&](Tx& tx) { put(tx, 1); });
        CHECK(violated(db, [](Tx& tx) { run(tx, "delete from kept"); }) == "kept_stays");
        CHECK(count(db, "kept") == 1);
        std::string message;
        try {
            write(db, [&](Tx& tx) { put(tx, 2); });
        } catch (const ConstraintViolation& violation) {
            message = violation.what();
        }
        CHECK(message != "");
        CHECK(message.find("Nguyễn") == std::string::npos);
    });
}

TEST_CASE("a name no *.sql file has, a column the result lacks and a type it does not hold are bugs") {
    for_each_empty_database([](Database& db) {
        const auto read = [&](auto use) { return db.read([&](Tx& tx) { return use(tx), true; }); };
        CHECK_THROWS(read([](Tx& tx) { tx.query("org.no_such_query"); }));
        CHECK_THROWS(read([](Tx& tx) { query(tx, "select 1 as n")->front().integer("m"); }));
        CHECK_THROWS(read([](Tx& tx) { query(tx, "select 1 as n")->front().text("n"); }));
        CHECK_THROWS(read([](Tx& tx) { query(tx, "select 'x' as t")->front().integer("t"); }));
        CHECK_THROWS(read([](Tx& tx) { query(tx, "select 'x' as t")->front().day("t"); }));
    });
}
