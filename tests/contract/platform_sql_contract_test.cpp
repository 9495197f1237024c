// What both engines promise alike. Tables of these tests are made by the tests.
#include <fmt/core.h>

#include "contract/databases.hpp"
#include "platform/sql/connection.hpp"
#include "platform/sql/queries.hpp"

using namespace cs;
using namespace cs::sql;
using cs::test::for_each_database;

namespace {

NamedQuery query(Tx& tx, const std::string& text) { return {text, in_dialect(tx.engine(), text)}; }

void script(Database& db, const std::string& text) {
    const Done done = db.write([&](Tx& tx) -> Done {
        connection(tx).script(in_dialect(tx.engine(), text));
        return {};
    });
    REQUIRE(done);
}

}    // namespace

TEST_CASE("every named query of the program is accepted by the engine") {
    for_each_database([](Database& db, const std::string& url, FrozenClock&) {
        CHECK_FALSE(named_queries(engine_of(url)).empty());
        for (const NamedQuery& each : named_queries(engine_of(url))) {
            INFO(each.name);
            CHECK_NOTHROW(prepare(db, each));
        }
    });
}

TEST_CASE("a value comes back as it was given") {
    for_each_database([](Database& db) {
        script(db, "create table kept (n bigint, t text, at bigint, d text) /*strict*/");
        const Instant now = Instant(std::chrono::sys_days(2025y / 6 / 30) + 17h + std::chrono::microseconds(123456));
        const std::vector<std::optional<std::int64_t>> numbers = {std::nullopt, 0, INT64_MIN, INT64_MAX};
        const std::vector<std::optional<std::string>> texts = {std::nullopt, "", "O'Brien \"x\" \\N\t\r\n;--", "Đồng Kỵ"};
        const Done done = db.write([&](Tx& tx) -> Done {
            const NamedQuery put = query(tx, "insert into kept (n, t, at, d) values ($1, $2, $3, $4)");
            for (std::size_t i = 0; i < numbers.size(); ++i)
                connection(tx).execute(put, {value(numbers[i]), value(texts[i]), value(now), value(2024y / 2 / 29)});
            return {};
        });
        REQUIRE(done);
        db.read([&](Tx& tx) {
            for (std::size_t i = 0; i < numbers.size(); ++i) {
                const NamedQuery get = query(tx, "select * from kept where (n = $1 or (n is null and cast($1 as bigint) is null))");
                const auto rows = connection(tx).select(get, {value(numbers[i])});
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
