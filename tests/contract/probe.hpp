#pragma once
// For the tests of platform/sql itself: statements written in the test, in the common dialect, and what each engine
// does with them. Tests of other modules go through their stores.
#include "contract/databases.hpp"
#include "platform/sql/connection.hpp"
#include "platform/sql/queries.hpp"

namespace cs::test {

inline sql::NamedQuery dialect(Tx& tx, const std::string& text) { return {text, sql::in_dialect(tx.engine(), text)}; }

template <class... P>
std::unique_ptr<sql::Rows> query(Tx& tx, const std::string& text, const P&... params) {
    return sql::connection(tx).select(dialect(tx, text), {sql::value(params)...});
}

template <class... P>
std::int64_t run(Tx& tx, const std::string& text, const P&... params) {
    return sql::connection(tx).execute(dialect(tx, text), {sql::value(params)...});
}

inline void bulk(Tx& tx, const std::string& text, const std::vector<sql::Values>& rows) {
    sql::connection(tx).bulk(dialect(tx, text), rows);
}

inline void each(Tx& tx, const std::string& text, const sql::RowUse& use) {
    sql::connection(tx).each(dialect(tx, text), {}, use);
}

template <class Work>
void write(Database& db, Work&& work) {
    const Done done = db.write([&](Tx& tx) -> Done {
        work(tx);
        return {};
    });
    REQUIRE(done);
}

inline void script(Database& db, const std::string& text) {
    write(db, [&](Tx& tx) { sql::connection(tx).script(sql::in_dialect(tx.engine(), text)); });
}

// The column n of the one row `text` answers with.
inline std::int64_t number(Database& db, const std::string& text) {
    return db.read([&](Tx& tx) { return query(tx, text)->front().integer("n"); });
}

inline std::int64_t count(Database& db, const std::string& table) {
    return number(db, "select count(*) as n from " + table);
}

// The name of the constraint `work` runs into, "" when it runs into none.
template <class Work>
std::string violated(Database& db, Work&& work) {
    try {
        write(db, work);
    } catch (const sql::ConstraintViolation& violation) {
        return violation.constraint();
    }
    return "";
}

}    // namespace cs::test
