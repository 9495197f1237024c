#include "platform/sql/connection.hpp"

#include <unicode/utf8.h>

#include <algorithm>

#include "base/result.hpp"
#include "platform/sql/queries.hpp"

namespace cs::sql {

namespace {

// PostgreSQL stores neither a NUL nor broken UTF-8; SQLite would store both and cut the first one short when read.
void check_text(const std::string& text) {
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < size;) {
        UChar32 c = 0;
        U8_NEXT(text.data(), at, size, c);
        if (c <= 0) throw std::invalid_argument("text for the database is not UTF-8, or holds a NUL character");
    }
}

void check_texts(const Values& params) {
    for (const Value& param : params)
        if (const auto* text = std::get_if<std::string>(&param)) check_text(*text);
}

void check_texts(const std::vector<Values>& rows) {
    for (const Values& row : rows) check_texts(row);
}

bool is_identifier(std::string_view word) {
    return !word.empty() && word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == word.npos;
}

}    // namespace

template <class Step>
auto Connection::guarded(Step&& step) {
    if (failed_) throw std::logic_error("the transaction is dead: a statement in it failed before");
    try {
        return step();
    } catch (...) {
        failed_ = true;
        throw;
    }
}

std::unique_ptr<Rows> Connection::select(const NamedQuery& query, const Values& params) {
    return guarded([&] { return check_texts(params), do_select(query, params); });
}

std::int64_t Connection::execute(const NamedQuery& query, const Values& params) {
    return guarded([&] { return check_texts(params), do_execute(query, params); });
}

void Connection::each(const NamedQuery& query, const Values& params, const RowUse& use) {
    guarded([&] { check_texts(params), do_each(query, params, use); });
}

void Connection::bulk(const NamedQuery& query, const std::vector<Values>& rows) {
    guarded([&] { check_texts(rows), do_bulk(query, rows); });
}

std::unique_ptr<Rows> Connection::select(std::string_view query, const Values& params) {
    return select(find_query(engine(), query), params);
}

std::unique_ptr<Rows> Connection::select_under_lock(std::string_view key, std::string_view query,
                                                    const Values& params) {
    CS_CHECK(writing_);
    return guarded([&] { return check_texts(params), do_select_under_lock(key, find_query(engine(), query), params); });
}

std::int64_t Connection::execute(std::string_view query, const Values& params) {
    return execute(find_query(engine(), query), params);
}

void Connection::each(std::string_view query, const Values& params, const RowUse& use) {
    each(find_query(engine(), query), params, use);
}

void Connection::bulk(std::string_view query, const std::vector<Values>& rows) {
    bulk(find_query(engine(), query), rows);
}

void Connection::batch(const std::vector<Sent>& statements) {
    guarded([&] {
        for (const Sent& statement : statements) check_texts(*statement.params);
        do_batch(statements);
    });
}

void Connection::batch(const std::vector<Statement>& statements) {
    std::vector<Sent> found;
    for (const Statement& statement : statements)
        found.push_back({&find_query(engine(), statement.query), &statement.params});
    batch(found);
}

void Connection::copy(std::string_view table, const std::vector<std::string>& columns,
                      const std::vector<Values>& rows) {
    CS_CHECK(is_identifier(table) && !columns.empty() && std::all_of(columns.begin(), columns.end(), is_identifier));
    for (const Values& row : rows) CS_CHECK(row.size() == columns.size());
    guarded([&] { check_texts(rows), do_copy(table, columns, rows); });
}

void Connection::lock(std::string_view key) {
    CS_CHECK(writing_);
    guarded([&] { do_lock(key); });
}

void Connection::prepare(const NamedQuery& query) {
    guarded([&] { do_prepare(query); });
}

void Connection::script(const std::string& sql, std::string_view name) {
    guarded([&] { do_script(sql, name); });
}

void Connection::begin(bool for_writing) {
    failed_ = false;
    writing_ = for_writing;
    do_begin(for_writing);
}

void Connection::commit() {
    guarded([&] { do_script("commit"); });
}

bool Connection::rollback() noexcept { return end("rollback"); }

void Connection::save() {
    failed_ = false;
    do_script("savepoint part");
}

void Connection::release() {
    guarded([&] { do_release(); });
}

bool Connection::undo() noexcept { return end("rollback to part; release part"); }

bool Connection::end(const char* how) noexcept {
    try {
        failed_ = false;
        do_script(how);
        return true;
    } catch (...) {    // nothing can be told from here; whoever broke the connection has thrown already
        return false;
    }
}

}    // namespace cs::sql
