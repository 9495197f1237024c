#include <fmt/core.h>
#include <sqlite3.h>
#include <unicode/ucol.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <map>

#include "base/result.hpp"
#include "platform/sql/connection.hpp"
#include "platform/sql/sqlite_constraints.hpp"

namespace cs::sql {

namespace {

// Vietnamese order as PostgreSQL's "vi-x-icu": ICU decides; what ICU calls equal is ordered by bytes, so that only
// equal text is equal.
int in_vietnamese_order(void* collator, int a_size, const void* a, int b_size, const void* b) {
    UErrorCode status = U_ZERO_ERROR;
    const int order = ucol_strcollUTF8(static_cast<const UCollator*>(collator), static_cast<const char*>(a), a_size,
                                       static_cast<const char*>(b), b_size, &status);
    if (order != 0 && U_SUCCESS(status)) return order;
    const int bytes = std::memcmp(a, b, static_cast<std::size_t>(std::min(a_size, b_size)));
    return bytes != 0 ? bytes : a_size - b_size;
}

struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

struct Prepared {
    std::unique_ptr<sqlite3_stmt, Finalize> handle;
    std::vector<int> slots;    // slots[n - 1]: where $n is bound, 0 when the text does not use it
};

class SqliteConnection final : public Connection {
public:
    SqliteConnection(const std::string& path, bool for_writing);
    ~SqliteConnection() override;
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;

    Engine engine() const override { return Engine::sqlite; }
    bool alive() override { return true; }

protected:
    std::unique_ptr<Rows> do_select(const NamedQuery& query, const Values& params) override;
    std::int64_t do_execute(const NamedQuery& query, const Values& params) override;
    void do_each(const NamedQuery& query, const Values& params, const RowUse& use) override;
    void do_bulk(const NamedQuery& query, const std::vector<Values>& rows) override;
    void do_batch(const std::vector<Sent>& statements) override;
    void do_copy(std::string_view table, const std::vector<std::string>& columns,
                 const std::vector<Values>& rows) override;
    void do_lock(std::string_view) override {}    // the writer is alone already
    std::unique_ptr<Rows> do_select_under_lock(std::string_view, const NamedQuery& query,
                                               const Values& params) override {
        return do_select(query, params);
    }
    void do_prepare(const NamedQuery& query) override { const Use use(*this, query); }
    void do_script(const std::string& sql, std::string_view name) override;
    void do_begin(bool for_writing) override { do_script(for_writing ? "begin immediate" : "begin", "begin"); }
    void do_release() override;

private:
    // A statement out of the cache for one use. The same query nested inside its own rows gets a second statement.
    class Use {
    public:
        Use(SqliteConnection& connection, const NamedQuery& query);
        ~Use();
        Use(const Use&) = delete;
        Use& operator=(const Use&) = delete;
        sqlite3_stmt* operator*() const { return prepared_.handle.get(); }
        void bind(const Values& params);
        bool step();
        std::vector<std::string> columns() const;
        Values row() const;

    private:
        SqliteConnection& connection_;
        const NamedQuery& query_;
        Prepared prepared_;
    };

    Prepared prepare_statement(const NamedQuery& query);
    [[noreturn]] void fail(std::string_view doing);

    sqlite3* db_ = nullptr;
    std::map<std::string, Prepared> cache_;
};

SqliteConnection::SqliteConnection(const std::string& path, bool for_writing) {
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    if (sqlite3_open_v2(path.c_str(), &db_, flags, nullptr) != SQLITE_OK) {
        const std::string why = db_ ? sqlite3_errmsg(db_) : "out of memory";
        sqlite3_close(db_);
        throw std::runtime_error(fmt::format("cannot open the SQLite database {}: {}", path, why));
    }
    sqlite3_extended_result_codes(db_, 1);
    sqlite3_busy_timeout(db_, 30'000);
    sqlite3_db_config(db_, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);    // "x" is a column, never a text, as on PostgreSQL
    UErrorCode status = U_ZERO_ERROR;
    UCollator* collator = ucol_open("vi", &status);
    CS_CHECK(U_SUCCESS(status));
    sqlite3_create_collation_v2(db_, "vi", SQLITE_UTF8, collator, in_vietnamese_order,
                                [](void* old) { ucol_close(static_cast<UCollator*>(old)); });
    try {
        if (for_writing) do_script("pragma journal_mode = wal; pragma synchronous = full", path);
        do_script("pragma foreign_keys = on; pragma case_sensitive_like = on", path);
        if (!for_writing) do_script("pragma query_only = on", path);
    } catch (...) {
        sqlite3_close(db_);
        throw;
    }
}

SqliteConnection::~SqliteConnection() {
    cache_.clear();
    sqlite3_close(db_);
}

void SqliteConnection::fail(std::string_view doing) {
    const int code = sqlite3_extended_errcode(db_);
    const std::string why = sqlite3_errmsg(db_), message = fmt::format("SQLite, {}: {}", doing, why);
    const std::string detail = why.substr(std::min(why.size(), why.find(": ") == why.npos ? 0 : why.find(": ") + 2));
    switch (code) {
        case SQLITE_CONSTRAINT_CHECK: throw ConstraintViolation(detail, message);
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
        case SQLITE_CONSTRAINT_ROWID: throw ConstraintViolation(unique_constraint_name(db_, why), message);
        case SQLITE_CONSTRAINT_FOREIGNKEY: throw ConstraintViolation("foreign_key", message);
        case SQLITE_CONSTRAINT_NOTNULL: throw ConstraintViolation("not_null", message);
        case SQLITE_CONSTRAINT_TRIGGER: throw ConstraintViolation(why, message);
        default: break;
    }
    if ((code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_LOCKED) throw Interrupted(message);
    throw std::runtime_error(message);
}

Prepared SqliteConnection::prepare_statement(const NamedQuery& query) {
    sqlite3_stmt* raw = nullptr;
    const char* tail = nullptr;
    const int size = static_cast<int>(query.sql.size());
    if (sqlite3_prepare_v3(db_, query.sql.data(), size, SQLITE_PREPARE_PERSISTENT, &raw, &tail) != SQLITE_OK)
        fail(query.name);
    Prepared made{std::unique_ptr<sqlite3_stmt, Finalize>(raw), {}};
    if (!raw || std::any_of(tail, query.sql.data() + size, [](char c) { return !std::isspace(c); }))
        throw std::runtime_error(query.name + " must be exactly one statement");
    for (int slot = 1; slot <= sqlite3_bind_parameter_count(raw); ++slot) {
        const char* name = sqlite3_bind_parameter_name(raw, slot);
        std::size_t number = 0;
        if (name && *name == '$') std::from_chars(name + 1, name + std::strlen(name), number);
        if (number == 0 || number > 1000) throw std::runtime_error(query.name + ": parameters are written $1, $2, …");
        made.slots.resize(std::max(made.slots.size(), number));
        made.slots[number - 1] = slot;
    }
    return made;
}

SqliteConnection::Use::Use(SqliteConnection& connection, const NamedQuery& query)
    : connection_(connection), query_(query) {
    const auto kept = connection_.cache_.extract(query.name);
    prepared_ = kept.empty() ? connection_.prepare_statement(query) : std::move(kept.mapped());
}

SqliteConnection::Use::~Use() {
    sqlite3_reset(*(*this));
    sqlite3_clear_bindings(*(*this));
    connection_.cache_.emplace(query_.name, std::move(prepared_));
}

void SqliteConnection::Use::bind(const Values& params) {
    if (params.size() != prepared_.slots.size())
        throw std::runtime_error(
            fmt::format("{} takes {} parameters, not {}", query_.name, prepared_.slots.size(), params.size()));
    for (std::size_t i = 0; i < params.size(); ++i) {
        const int slot = prepared_.slots[i];
        int code = SQLITE_OK;
        if (const auto* number = std::get_if<std::int64_t>(&params[i]))
            code = sqlite3_bind_int64(*(*this), slot, *number);
        else if (const auto* text = std::get_if<std::string>(&params[i]))
            code = sqlite3_bind_text64(*(*this), slot, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
        else
            code = sqlite3_bind_null(*(*this), slot);
        if (code != SQLITE_OK) connection_.fail(query_.name);
    }
}

bool SqliteConnection::Use::step() {
    const int code = sqlite3_step(*(*this));
    if (code != SQLITE_ROW && code != SQLITE_DONE) connection_.fail(query_.name);
    return code == SQLITE_ROW;
}

std::vector<std::string> SqliteConnection::Use::columns() const {
    std::vector<std::string> names;
    for (int i = 0; i < sqlite3_column_count(*(*this)); ++i) names.emplace_back(sqlite3_column_name(*(*this), i));
    return names;
}

Values SqliteConnection::Use::row() const {
    sqlite3_stmt* statement = *(*this);
    const int width = sqlite3_column_count(statement);
    Values values(static_cast<std::size_t>(width));
    for (int i = 0; i < width; ++i) {
        Value& value = values[static_cast<std::size_t>(i)];
        switch (sqlite3_column_type(statement, i)) {
            case SQLITE_NULL: break;
            case SQLITE_INTEGER: value = static_cast<std::int64_t>(sqlite3_column_int64(statement, i)); break;
            case SQLITE_TEXT:
                value = std::string(reinterpret_cast<const char*>(sqlite3_column_text(statement, i)),
                                    static_cast<std::size_t>(sqlite3_column_bytes(statement, i)));
                break;
            default:
                throw std::runtime_error(fmt::format("{}: column {} is neither text nor integer", query_.name,
                                                     sqlite3_column_name(statement, i)));
        }
    }
    return values;
}

std::unique_ptr<Rows> SqliteConnection::do_select(const NamedQuery& query, const Values& params) {
    Use use(*this, query);
    use.bind(params);
    auto rows = std::make_unique<Rows>();
    rows->columns = use.columns();
    while (use.step()) rows->rows.emplace_back(rows->columns, use.row());
    return rows;
}

std::int64_t SqliteConnection::do_execute(const NamedQuery& query, const Values& params) {
    Use use(*this, query);
    use.bind(params);
    while (use.step()) {
    }
    return sqlite3_stmt_readonly(*use) ? 0 : sqlite3_changes64(db_);
}

void SqliteConnection::do_each(const NamedQuery& query, const Values& params, const RowUse& use_row) {
    Use use(*this, query);
    use.bind(params);
    const std::vector<std::string> columns = use.columns();
    while (use.step() && use_row(Row(columns, use.row()))) {
    }
}

void SqliteConnection::do_bulk(const NamedQuery& query, const std::vector<Values>& rows) {
    Use use(*this, query);
    for (const Values& params : rows) {
        use.bind(params);
        while (use.step()) {
        }
        sqlite3_reset(*use);
    }
}

void SqliteConnection::do_batch(const std::vector<Sent>& statements) {
    for (const Sent& statement : statements) do_execute(*statement.query, *statement.params);
}

void SqliteConnection::do_copy(std::string_view table, const std::vector<std::string>& columns,
                               const std::vector<Values>& rows) {
    std::string names, places;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const char* comma = i == 0 ? "" : ", ";
        names += comma + columns[i];
        places += fmt::format("{}${}", comma, i + 1);
    }
    const std::string sql = fmt::format("insert into {} ({}) values ({})", table, names, places);
    do_bulk({sql, sql}, rows);
}

// What a part still owes (a reference to a row that was to come) SQLite asks for at the commit only, where it would be
// laid at the door of everybody in it.
void SqliteConnection::do_release() {
    int owed = 0, highest = 0;
    sqlite3_db_status(db_, SQLITE_DBSTATUS_DEFERRED_FKS, &owed, &highest, 0);
    if (owed != 0) throw ConstraintViolation("foreign_key", "SQLite, commit: FOREIGN KEY constraint failed");
    do_script("release part", "release");
}

void SqliteConnection::do_script(const std::string& sql, std::string_view name) {
    if (sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(name);
}

}    // namespace

std::unique_ptr<Connection> connect_sqlite(const std::string& path, bool for_writing) {
    return std::make_unique<SqliteConnection>(path, for_writing);
}

}    // namespace cs::sql
