#pragma once
// The SQL layer as *_sql files see it: named queries from *.sql files, typed parameters, rows read by column name.
// One dialect serves both engines ($1…$n, cast(x as t), returning, on conflict); where they truly differ a query has a
// twin "-- name: x (postgres)". Instants are UTC microseconds in an integer, days are text, booleans are 0/1 integers.
#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/day.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "base/words.hpp"
#include "platform/tx.hpp"

namespace cs {

namespace sql {

using Value = std::variant<std::monostate, std::int64_t, std::string>;

inline Value value(std::nullopt_t) { return {}; }
inline Value value(std::int64_t n) { return n; }
inline Value value(int n) { return std::int64_t{n}; }
inline Value value(bool b) { return std::int64_t{b}; }
inline Value value(std::string s) { return s; }
inline Value value(std::string_view s) { return std::string(s); }
inline Value value(const char* s) { return std::string(s); }
inline Value value(Day d) { return to_text(d); }
inline Value value(Instant t) { return std::int64_t{t.time_since_epoch().count()}; }
template <class Of>
Value value(const Id<Of>& id) {
    return id.text();
}
template <class T>
Value value(const std::optional<T>& maybe) {
    return maybe ? value(*maybe) : Value{};
}

// A row by column name. Asking for a column that is not there, or for a type it does not hold, is a bug (CS_CHECK).
class Row {
public:
    Row(const std::vector<std::string>& columns, std::vector<Value> values)
        : columns_(&columns), values_(std::move(values)) {}

    bool is_null(std::string_view column) const;
    std::string text(std::string_view column) const;
    std::int64_t integer(std::string_view column) const;
    bool flag(std::string_view column) const { return integer(column) != 0; }
    Day day(std::string_view column) const;
    Instant instant(std::string_view column) const;
    template <class IdType>
    IdType id(std::string_view column) const {
        return IdType(text(column));
    }
    template <class E>
    E word(std::string_view column) const {    // an enumerator by its word; the schema lets no other in
        const auto found = parse_word<E>(text(column));
        CS_CHECK(found.has_value());
        return *found;
    }
    std::optional<std::string> maybe_text(std::string_view column) const;
    std::optional<std::int64_t> maybe_integer(std::string_view column) const;
    std::optional<Day> maybe_day(std::string_view column) const;
    template <class IdType>
    std::optional<IdType> maybe_id(std::string_view column) const {
        return is_null(column) ? std::nullopt : std::optional(id<IdType>(column));
    }

private:
    const Value& at(std::string_view column) const;
    const std::vector<std::string>* columns_;
    std::vector<Value> values_;
};

struct Rows {
    std::vector<std::string> columns;
    std::vector<Row> rows;    // each row points at `columns`: keep the Rows alive while reading
    Rows() = default;
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;
    Rows(Rows&&) = delete;
    auto begin() const { return rows.begin(); }
    auto end() const { return rows.end(); }
    bool empty() const { return rows.empty(); }
    std::size_t size() const { return rows.size(); }
    const Row& front() const { return rows.front(); }
};

struct Statement {
    std::string_view query;
    std::vector<Value> params;
};

enum class Engine : unsigned char { sqlite, postgres };

// The engine refused a row because of a constraint: name as written in the migration ("unit_code_once"), the same on
// both engines. A foreign key is "foreign_key" and a missing value "not_null" (SQLite names neither); an unnamed unique
// or primary key has PostgreSQL's name (unit_pkey, unit_code_key); what a trigger raises is its own message.
class ConstraintViolation : public std::runtime_error {
public:
    ConstraintViolation(std::string constraint, const std::string& message)
        : std::runtime_error(message), constraint_(std::move(constraint)) {}
    const std::string& constraint() const { return constraint_; }

private:
    std::string constraint_;
};

// The engine gave the transaction up: a deadlock, a lock waited for too long, a commit that failed for everybody who
// shared it, a server that went away. Nothing was written and the same request may succeed when made again; only when
// the server went away during the commit itself nobody can say, and the request's key (access/keyed_database) tells.
class Interrupted : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}    // namespace sql

class Tx {
public:
    virtual ~Tx() = default;

    // `query` is a name from a *.sql file of any module: "org.unit_by_id". An unknown name is a bug.
    template <class... P>
    std::unique_ptr<sql::Rows> query(std::string_view query, const P&... params) {
        return select(query, {sql::value(params)...});
    }
    // For a statement that writes; returns how many rows it touched.
    template <class... P>
    std::int64_t run(std::string_view query, const P&... params) {
        return execute(query, {sql::value(params)...});
    }
    // lock(key), then a query that sees what the last holder of the lock committed.
    template <class... P>
    std::unique_ptr<sql::Rows> query_under_lock(std::string_view key, std::string_view query, const P&... params) {
        return select_under_lock(key, query, {sql::value(params)...});
    }
    // One row at a time in constant memory; the callback returns false to stop.
    virtual void each(std::string_view query, const std::vector<sql::Value>& params,
                      const std::function<bool(const sql::Row&)>& use) = 0;
    // The same statement for many parameter rows: one prepared statement on SQLite, a pipeline on PostgreSQL.
    virtual void bulk(std::string_view query, const std::vector<std::vector<sql::Value>>& rows) = 0;
    // Different statements that write, in this order, without waiting for the answer to one before sending the next.
    virtual void batch(const std::vector<sql::Statement>& statements) = 0;
    // Inserts many rows as fast as the engine can: COPY on PostgreSQL, one prepared insert on SQLite.
    virtual void copy(std::string_view table, const std::vector<std::string>& columns,
                      const std::vector<std::vector<sql::Value>>& rows) = 0;
    virtual sql::Engine engine() const = 0;
    // Held until the transaction ends; the same key waits (advisory lock on PostgreSQL; SQLite has one writer anyway).
    virtual void lock(std::string_view key) = 0;

    virtual std::unique_ptr<sql::Rows> select(std::string_view query, const std::vector<sql::Value>& params) = 0;
    virtual std::int64_t execute(std::string_view query, const std::vector<sql::Value>& params) = 0;
    virtual std::unique_ptr<sql::Rows> select_under_lock(std::string_view key, std::string_view query,
                                                         const std::vector<sql::Value>& params) = 0;
};

}    // namespace cs
