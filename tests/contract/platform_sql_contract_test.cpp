// What both engines promise alike: values, order, transactions, many rows at once. Tables of these tests are made here.
#include "contract/probe.hpp"

using namespace cs;
using namespace cs::sql;
using namespace cs::test;

TEST_CASE("every named query of the program is accepted by the engine") {
    for_each_database([](Database& db, const std::string& url, FrozenClock&) {
        CHECK_FALSE(named_queries(engine_of(url)).empty());
        for (const NamedQuery& each : named_queries(engine_of(url))) {
            INFO(each.name);
            CHECK_NOTHROW(prepare(db, each));
        }
        CHECK_THROWS(prepare(db, {"test.wrong", "select nothing_such from pg_nothing"}));
        CHECK_THROWS(prepare(db, {"test.two", "select 1; select 2"}));
    });
}

TEST_CASE("a value comes back as it was given") {
    for_each_empty_database([](Database& db) {
        script(db, "create table kept (n bigint, t text, at bigint, d text) /*strict*/");
        const Instant now = Instant(std::chrono::sys_days(2025y / 6 / 30) + 17h + std::chrono::microseconds(123456));
        const std::vector<std::optional<std::int64_t>> numbers = {std::nullopt, 0, INT64_MIN, INT64_MAX};
        const std::vector<std::optional<std::string>> texts = {std::nullopt, "", "O'Brien \"x\" \\N\t\r\n;--",
                                                               "Đồng Kỵ"};
        write(db, [&](Tx& tx) {
            for (std::size_t i = 0; i < numbers.size(); ++i)
                run(tx, "insert into kept (n, t, at, d) values ($1, $2, $3, $4)", numbers[i], texts[i], now,
                    2024y / 2 / 29);
        });
        db.read([&](Tx& tx) {
            for (std::size_t i = 0; i < numbers.size(); ++i) {
                const auto rows = query(
                    tx, "select * from kept where n = $1 or (n is null and cast($1 as bigint) is null)", numbers[i]);
                REQUIRE(rows->size() == 1);
                CHECK(rows->front().maybe_integer("n") == numbers[i]);
                CHECK(rows->front().maybe_text("t") == texts[i]);
                CHECK(rows->front().instant("at") == now);
                CHECK(rows->front().day("d") == 2024y / 2 / 29);
            }
            return true;
        });
    });
}

TEST_CASE("an empty text is not null, sums and conditions are integers") {
    for_each_empty_database([](Database& db) {
        script(db,
               "create table kept (n bigint, t text) /*strict*/; insert into kept values (1, ''), (2, null), (3, 'x')");
        db.read([](Tx& tx) {
            CHECK(query(tx, "select count(*) as n from kept where t is null")->front().integer("n") == 1);
            CHECK(query(tx, "select count(*) as n from kept where t = $1", "")->front().integer("n") == 1);
            CHECK(query(tx, "select sum(n) as n from kept")->front().integer("n") == 6);
            CHECK(query(tx, "select sum(n) as n from kept where n > 9")->front().is_null("n"));
            CHECK(query(tx, "select count(*) > 2 as yes from kept")->front().flag("yes"));
            CHECK(query(tx, "select count(*) as n from kept where t like 'X%'")->front().integer("n") == 0);
            return true;
        });
        CHECK_THROWS(
            db.read([](Tx& tx) { return query(tx, "select cast(n as real) / 2 as half from kept")->empty(); }));
    });
}

TEST_CASE("a parameter used twice is one parameter, and too few or too many are refused") {
    for_each_empty_database([](Database& db) {
        script(db,
               "create table kept (a text, b text) /*strict*/; insert into kept values ('x', 'y'), ('y', 'x'), ('z', "
               "'z')");
        const std::string twice = "select count(*) as n from kept where a = $1 or (b = $1 and a <> $2)";
        db.read([&](Tx& tx) {
            CHECK(query(tx, twice, "x", "z")->front().integer("n") == 2);
            CHECK(query(tx, twice, "x", "y")->front().integer("n") == 1);
            return true;
        });
        CHECK_THROWS(db.read([&](Tx& tx) { return query(tx, twice, "x")->size(); }));
        CHECK_THROWS(db.read([&](Tx& tx) { return query(tx, twice, "x", "y", "z")->size(); }));
    });
}

TEST_CASE("text that one engine could not give back is refused by both") {
    for_each_empty_database([](Database& db) {
        script(db, "create table kept (t text) /*strict*/");
        for (const std::string& bad : {std::string("a\0b", 3), std::string("\xff\xfe"), std::string("\xc3")}) {
            CHECK_THROWS_AS(write(db, [&](Tx& tx) { run(tx, "insert into kept values ($1)", bad); }),
                            std::invalid_argument);
            CHECK_THROWS_AS(write(db, [&](Tx& tx) { tx.copy("kept", {"t"}, {{bad}}); }), std::invalid_argument);
        }
        CHECK(count(db, "kept") == 0);
    });
}

TEST_CASE("names stand in Vietnamese order") {
    const std::vector<std::string> in_order = {"An", "Ăn", "Ân", "Ba",   "Bà",  "Bả", "Bã", "Bá",  "Bạ",  "Da",
                                               "Dạ", "Đà", "Đá", "Oanh", "Ông", "Ở",  "Ơn", "Ung", "Ưng", "Ứng"};
    for_each_empty_database([&](Database& db) {
        script(db, "create table kept (name text not null) /*strict*/");
        write(db, [&](Tx& tx) {
            std::vector<std::vector<Value>> rows;
            for (auto name = in_order.rbegin(); name != in_order.rend(); ++name) rows.push_back({*name});
            bulk(tx, "insert into kept values ($1)", rows);
        });
        db.read([&](Tx& tx) {
            std::vector<std::string> got;
            const auto rows = query(tx, "select name from kept order by name collate vietnamese");
            for (const Row& row : *rows) got.push_back(row.text("name"));
            CHECK(got == in_order);
            // Plain order is by bytes on both, and only equal text is equal in Vietnamese order.
            CHECK(query(tx, "select name from kept order by name limit 1")->front().text("name") == "An");
            CHECK(query(tx, "select max(name) as name from kept")->front().text("name") == "Ứng");
            const std::string two_code_points = "Ba\u0300";
            CHECK(query(tx, "select count(*) as n from kept where name = $1 collate vietnamese", two_code_points)
                      ->front()
                      .integer("n") == 0);
            return true;
        });
    });
}
