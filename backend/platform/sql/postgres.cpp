#include <fmt/core.h>
#include <libpq-fe.h>

#include <array>
#include <charconv>
#include <cstring>
#include <map>

#include "base/digest.hpp"
#include "base/result.hpp"
#include "platform/sql/connection.hpp"

namespace cs::sql {

namespace {

struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, Clear>;

// Parameters as libpq wants them: texts that live as long as this does.
class Bound {
public:
    explicit Bound(const Values& params) : digits_(params.size()), pointers_(params.size()) {
        for (std::size_t i = 0; i < params.size(); ++i) {
            if (const auto* text = std::get_if<std::string>(&params[i])) pointers_[i] = text->c_str();
            if (const auto* number = std::get_if<std::int64_t>(&params[i])) {
                *std::to_chars(digits_[i].data(), digits_[i].data() + digits_[i].size(), *number).ptr = '\0';
                pointers_[i] = digits_[i].data();
            }
        }
    }
    int size() const { return static_cast<int>(pointers_.size()); }
    const char* const* data() const { return pointers_.data(); }

private:
    std::vector<std::array<char, 24>> digits_;
    std::vector<const char*> pointers_;
};

Value value_of(const PGresult* answer, int row, int column) {
    enum : Oid { boolean = 16, int8 = 20, int2 = 21, int4 = 23, real = 700, double_precision = 701, numeric = 1700 };
    if (PQgetisnull(answer, row, column)) return {};
    const std::string_view text(PQgetvalue(answer, row, column),
                                static_cast<std::size_t>(PQgetlength(answer, row, column)));
    switch (PQftype(answer, column)) {
        case boolean: return std::int64_t{text == "t"};
        case int2:
        case int4:
        case int8:
        case numeric: {    // sum(bigint) is numeric: taken when it is a whole number of 64 bits
            std::int64_t number = 0;
            const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
            if (parsed.ec == std::errc() && parsed.ptr == text.data() + text.size()) return number;
            break;
        }
        case real:
        case double_precision: break;
        default: return std::string(text);
    }
    throw std::runtime_error(fmt::format("column {} is neither text nor integer", PQfname(answer, column)));
}

Row row_of(const PGresult* answer, int row, const std::vector<std::string>& columns) {
    Values values(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) values[i] = value_of(answer, row, static_cast<int>(i));
    return Row(columns, std::move(values));
}

std::vector<std::string> columns_of(const PGresult* answer) {
    std::vector<std::string> names;
    for (int i = 0; i < PQnfields(answer); ++i) names.emplace_back(PQfname(answer, i));
    return names;
}

class PostgresConnection final : public Connection {
public:
    explicit PostgresConnection(const std::string& url);
    ~PostgresConnection() override { PQfinish(server_); }
    PostgresConnection(const PostgresConnection&) = delete;
    PostgresConnection& operator=(const PostgresConnection&) = delete;

    Engine engine() const override { return Engine::postgres; }

protected:
    std::unique_ptr<Rows> do_select(const NamedQuery& query, const Values& params) override;
    std::int64_t do_execute(const NamedQuery& query, const Values& params) override;
    void do_each(const NamedQuery& query, const Values& params, const RowUse& use) override;
    void do_bulk(const NamedQuery& query, const std::vector<Values>& rows) override;
    void do_copy(std::string_view table, const std::vector<std::string>& columns,
                 const std::vector<Values>& rows) override;
    void do_lock(std::string_view key) override;
    void do_prepare(const NamedQuery& query) override { prepared(query); }
    void do_script(const std::string& sql, std::string_view name) override {
        check(PQexec(server_, sql.c_str()), name);
    }
    void do_begin(bool for_writing) override {
        do_script(for_writing ? "begin" : "begin isolation level repeatable read read only", "begin");
    }

private:
    Answer check(PGresult* raw, std::string_view doing) const;
    [[noreturn]] void fail(const PGresult* answer, std::string_view doing) const;
    Answer run(const NamedQuery& query, const Values& params);
    const std::string& prepared(const NamedQuery& query);
    void pipeline(const NamedQuery& query, const Values* from, const Values* until);

    PGconn* server_;
    std::map<std::string, std::string> prepared_;    // query name -> name of the statement on the server
    int cursors_ = 0;
};

PostgresConnection::PostgresConnection(const std::string& url) {
    const std::array<const char*, 5> words = {"dbname", "client_encoding", "fallback_application_name",
                                              "connect_timeout", nullptr};
    const std::array<const char*, 5> values = {url.c_str(), "UTF8", "chungsuc", "10", nullptr};
    server_ = PQconnectdbParams(words.data(), values.data(), 1);
    try {
        if (PQstatus(server_) != CONNECTION_OK)
            throw std::runtime_error(fmt::format("cannot reach PostgreSQL: {}", PQerrorMessage(server_)));
        PQsetNoticeProcessor(
            server_, [](void*, const char*) {}, nullptr);
        PQsetErrorVerbosity(server_, PQERRORS_TERSE);    // the detail of a message quotes rows: personal data in a log
        // A list read row by row is read to its end; a lock waited for as long as SQLite waits for its writer.
        do_script("set cursor_tuple_fraction = 1; set lock_timeout = '30s'", "connect");
    } catch (...) {
        PQfinish(server_);
        throw;
    }
}

void PostgresConnection::fail(const PGresult* answer, std::string_view doing) const {
    const auto field = [&](int which) {
        const char* text = answer ? PQresultErrorField(answer, which) : nullptr;
        return std::string(text ? text : "");
    };
    const std::string state = field(PG_DIAG_SQLSTATE);
    const std::string message = fmt::format("PostgreSQL, {}: {} {}", doing, state,
                                            answer ? PQresultErrorMessage(answer) : PQerrorMessage(server_));
    if (state == "23505" || state == "23514" || state == "23P01")
        throw ConstraintViolation(field(PG_DIAG_CONSTRAINT_NAME), message);
    if (state == "23503") throw ConstraintViolation("foreign_key", message);
    if (state == "23502") throw ConstraintViolation("not_null", message);
    if (state == "P0001") throw ConstraintViolation(field(PG_DIAG_MESSAGE_PRIMARY), message);
    const bool gave_up =
        state == "40001" || state == "40P01" || state == "55P03" || state.starts_with("57P") || state.starts_with("08");
    if (gave_up || PQstatus(server_) != CONNECTION_OK) throw Interrupted(message);
    throw std::runtime_error(message);
}

Answer PostgresConnection::check(PGresult* raw, std::string_view doing) const {
    Answer answer(raw);
    switch (PQresultStatus(raw)) {
        case PGRES_COMMAND_OK:
        case PGRES_TUPLES_OK:
        case PGRES_COPY_IN:
        case PGRES_PIPELINE_SYNC: return answer;
        default: fail(raw, doing);
    }
}

const std::string& PostgresConnection::prepared(const NamedQuery& query) {
    const auto known = prepared_.find(query.name);
    if (known != prepared_.end()) return known->second;
    const std::string name = fmt::format("q{}", prepared_.size());
    check(PQprepare(server_, name.c_str(), query.sql.c_str(), 0, nullptr), query.name);
    return prepared_.emplace(query.name, name).first->second;
}

Answer PostgresConnection::run(const NamedQuery& query, const Values& params) {
    const std::string& name = prepared(query);
    const Bound bound(params);
    return check(PQexecPrepared(server_, name.c_str(), bound.size(), bound.data(), nullptr, nullptr, 0), query.name);
}

std::unique_ptr<Rows> PostgresConnection::do_select(const NamedQuery& query, const Values& params) {
    const Answer answer = run(query, params);
    auto rows = std::make_unique<Rows>();
    rows->columns = columns_of(answer.get());
    const int count = PQntuples(answer.get());
    rows->rows.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) rows->rows.push_back(row_of(answer.get(), i, rows->columns));
    return rows;
}

std::int64_t PostgresConnection::do_execute(const NamedQuery& query, const Values& params) {
    const Answer answer = run(query, params);
    const std::string_view touched = PQcmdTuples(answer.get());
    std::int64_t count = 0;
    std::from_chars(touched.data(), touched.data() + touched.size(), count);
    return count;
}

// A cursor, because the callback may ask other questions on the same connection meanwhile.
void PostgresConnection::do_each(const NamedQuery& query, const Values& params, const RowUse& use) {
    const std::string cursor = fmt::format("each_{}", ++cursors_);
    const Bound bound(params);
    const std::string declare = fmt::format("declare {} no scroll cursor for {}", cursor, query.sql);
    check(PQexecParams(server_, declare.c_str(), bound.size(), nullptr, bound.data(), nullptr, nullptr, 0), query.name);
    const std::string fetch = "fetch 1000 from " + cursor;
    for (bool more = true; more;) {
        const Answer answer = check(PQexec(server_, fetch.c_str()), query.name);
        const std::vector<std::string> columns = columns_of(answer.get());
        const int count = PQntuples(answer.get());
        more = count > 0;
        for (int i = 0; more && i < count; ++i) more = use(row_of(answer.get(), i, columns));
    }
    do_script("close " + cursor, query.name);
}

void PostgresConnection::do_bulk(const NamedQuery& query, const std::vector<Values>& rows) {
    static constexpr std::size_t batch = 1000;
    prepared(query);
    for (std::size_t at = 0; at < rows.size(); at += batch)
        pipeline(query, rows.data() + at, rows.data() + std::min(rows.size(), at + batch));
}

// All statements of a batch travel before the first answer is awaited. Every answer is read even after a failure, or
// the connection would be left in the middle of a conversation.
void PostgresConnection::pipeline(const NamedQuery& query, const Values* from, const Values* until) {
    const std::string& name = prepared(query);
    if (PQenterPipelineMode(server_) != 1) fail(nullptr, query.name);
    bool sent = true;
    for (const Values* params = from; sent && params != until; ++params) {
        const Bound bound(*params);
        sent = PQsendQueryPrepared(server_, name.c_str(), bound.size(), bound.data(), nullptr, nullptr, 0) == 1;
    }
    if (!sent || PQpipelineSync(server_) != 1) fail(nullptr, query.name);
    Answer first_failure;
    for (bool synced = false; !synced;) {
        Answer answer(PQgetResult(server_));
        if (!answer && PQstatus(server_) != CONNECTION_OK) fail(nullptr, query.name);
        const ExecStatusType status = answer ? PQresultStatus(answer.get()) : PGRES_TUPLES_OK;
        synced = status == PGRES_PIPELINE_SYNC;
        if (status == PGRES_FATAL_ERROR && !first_failure) first_failure = std::move(answer);
    }
    if (PQexitPipelineMode(server_) != 1) fail(nullptr, query.name);
    if (first_failure) fail(first_failure.get(), query.name);
}

// The text format of COPY: a tab between values, \N for null, a backslash before what would be read otherwise.
void append_copy_value(std::string& out, const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        out += std::to_string(*number);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        for (const char c : *text) {
            const bool special = c == '\\' || c == '\t' || c == '\n' || c == '\r';
            if (special) out += '\\';
            out += !special || c == '\\' ? c : c == '\t' ? 't' : c == '\n' ? 'n' : 'r';
        }
    } else {
        out += "\\N";
    }
}

void PostgresConnection::do_copy(std::string_view table, const std::vector<std::string>& columns,
                                 const std::vector<Values>& rows) {
    static constexpr std::size_t piece = 1 << 16;
    std::string names;
    for (const std::string& column : columns) names += (names.empty() ? "" : ", ") + column;
    check(PQexec(server_, fmt::format("copy {} ({}) from stdin", table, names).c_str()), table);
    std::string out;
    const auto send = [&] {
        if (PQputCopyData(server_, out.data(), static_cast<int>(out.size())) != 1) fail(nullptr, table);
        out.clear();
    };
    for (const Values& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) out += '\t';
            append_copy_value(out, row[i]);
        }
        out += '\n';
        if (out.size() >= piece) send();
    }
    send();
    if (PQputCopyEnd(server_, nullptr) != 1) fail(nullptr, table);
    const Answer answer(PQgetResult(server_));
    while (PGresult* rest = PQgetResult(server_)) PQclear(rest);
    if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) fail(answer.get(), table);
}

void PostgresConnection::do_lock(std::string_view key) {
    const std::uint64_t number = std::stoull(digest(key).substr(0, 16), nullptr, 16);
    run({"platform lock", "select pg_advisory_xact_lock($1)"}, {static_cast<std::int64_t>(number)});
}

}    // namespace

std::unique_ptr<Connection> connect_postgres(const std::string& url) {
    return std::make_unique<PostgresConnection>(url);
}

}    // namespace cs::sql
