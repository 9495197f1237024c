#include <fmt/core.h>
#include <libpq-fe.h>
#include <poll.h>

#include <array>
#include <charconv>
#include <map>

#include "base/digest.hpp"
#include "base/result.hpp"
#include "platform/sql/connection.hpp"
#include "platform/sql/postgres_values.hpp"

namespace cs::sql {

namespace {

const NamedQuery lock_query = {"platform lock", "select pg_advisory_xact_lock($1)"};

Values lock_params(std::string_view key) {
    return {static_cast<std::int64_t>(std::stoull(digest(key).substr(0, 16), nullptr, 16))};
}

class PostgresConnection final : public Connection {
public:
    explicit PostgresConnection(const std::string& url);
    ~PostgresConnection() override { PQfinish(server_); }
    PostgresConnection(const PostgresConnection&) = delete;
    PostgresConnection& operator=(const PostgresConnection&) = delete;

    Engine engine() const override { return Engine::postgres; }
    bool alive() override;

protected:
    std::unique_ptr<Rows> do_select(const NamedQuery& query, const Values& params) override;
    std::int64_t do_execute(const NamedQuery& query, const Values& params) override;
    void do_each(const NamedQuery& query, const Values& params, const RowUse& use) override;
    void do_bulk(const NamedQuery& query, const std::vector<Values>& rows) override;
    void do_batch(const std::vector<Sent>& statements) override { pipeline(statements); }
    void do_copy(std::string_view table, const std::vector<std::string>& columns,
                 const std::vector<Values>& rows) override;
    void do_lock(std::string_view key) override { run(lock_query, lock_params(key)); }
    std::unique_ptr<Rows> do_select_under_lock(std::string_view key, const NamedQuery& query,
                                               const Values& params) override;
    void do_prepare(const NamedQuery& query) override { prepared(query); }
    void do_script(const std::string& sql, std::string_view name) override {
        check(PQexec(server_, sql.c_str()), name);
    }
    void do_begin(bool for_writing) override {
        do_script(for_writing ? "begin" : "begin isolation level repeatable read read only", "begin");
    }
    void do_release() override { do_script("release part", "release"); }

private:
    Answer check(PGresult* raw, std::string_view doing) const;
    [[noreturn]] void fail(const PGresult* answer, std::string_view doing) const;
    Answer run(const NamedQuery& query, const Values& params);
    const std::string& prepared(const NamedQuery& query);
    Answer pipeline(const std::vector<Sent>& statements);

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
    return rows_of(run(query, params).get());
}

// Each statement of a pipeline sees what was committed when its own turn came, so the query sees what the lock waited
// for.
std::unique_ptr<Rows> PostgresConnection::do_select_under_lock(std::string_view key, const NamedQuery& query,
                                                               const Values& params) {
    const Values locked = lock_params(key);
    return rows_of(pipeline({{&lock_query, &locked}, {&query, &params}}).get());
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
    static constexpr std::size_t at_once = 1000;
    std::vector<Sent> statements;
    for (std::size_t at = 0; at < rows.size(); at += at_once, statements.clear()) {
        for (std::size_t i = at; i < std::min(rows.size(), at + at_once); ++i) statements.push_back({&query, &rows[i]});
        pipeline(statements);
    }
}

// All statements travel before the first answer is awaited; answers the last one's. Every answer is read even after a
// failure, or the connection would be left in the middle of a conversation.
Answer PostgresConnection::pipeline(const std::vector<Sent>& statements) {
    if (statements.empty()) return nullptr;
    for (const Sent& statement : statements) prepared(*statement.query);
    const std::string& first = statements.front().query->name;
    if (PQenterPipelineMode(server_) != 1) fail(nullptr, first);
    for (const Sent& statement : statements) {
        const Bound bound(*statement.params);
        const char* name = prepared(*statement.query).c_str();
        if (PQsendQueryPrepared(server_, name, bound.size(), bound.data(), nullptr, nullptr, 0) != 1)
            fail(nullptr, statement.query->name);
    }
    if (PQpipelineSync(server_) != 1) fail(nullptr, first);
    Answer last, failure;
    std::size_t answered = 0, failed_at = 0;
    for (bool synced = false; !synced;) {
        Answer answer(PQgetResult(server_));
        if (!answer && PQstatus(server_) != CONNECTION_OK) fail(nullptr, first);
        if (!answer) continue;    // stands between the answers to two statements
        const ExecStatusType status = PQresultStatus(answer.get());
        synced = status == PGRES_PIPELINE_SYNC;
        if (status == PGRES_FATAL_ERROR) failed_at = answered;
        if (!synced) (status == PGRES_FATAL_ERROR ? failure : last) = std::move(answer);
        ++answered;
    }
    if (PQexitPipelineMode(server_) != 1) fail(nullptr, first);
    if (failure) fail(failure.get(), statements[failed_at].query->name);
    return last;
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

// What the server said unasked is read without waiting: its last words, or that it hung up.
bool PostgresConnection::alive() {
    pollfd socket{PQsocket(server_), POLLIN, 0};
    while (PQstatus(server_) == CONNECTION_OK && poll(&socket, 1, 0) > 0)
        if (PQconsumeInput(server_) != 1) return false;
    return PQstatus(server_) == CONNECTION_OK;
}

}    // namespace

std::unique_ptr<Connection> connect_postgres(const std::string& url) {
    return std::make_unique<PostgresConnection>(url);
}

}    // namespace cs::sql
