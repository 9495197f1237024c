#pragma once
// One connection of either engine. Used inside platform/sql and by tests/contract; modules see it as a Tx.
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "platform/sql/database.hpp"

namespace cs::sql {

using Values = std::vector<Value>;
using RowUse = std::function<bool(const Row&)>;

struct Sent {
    const NamedQuery* query;
    const Values* params;
};

// Everything the two engines must do alike is decided here, once: queries found by name, text refused that one of them
// would not store, and a transaction that is dead after its first error (PostgreSQL's rule, held to on SQLite too).
class Connection : public Tx {
public:
    std::unique_ptr<Rows> select(std::string_view query, const Values& params) final;
    std::int64_t execute(std::string_view query, const Values& params) final;
    std::unique_ptr<Rows> select_under_lock(std::string_view key, std::string_view query, const Values& params) final;
    void each(std::string_view query, const Values& params, const RowUse& use) final;
    void bulk(std::string_view query, const std::vector<Values>& rows) final;
    void batch(const std::vector<Statement>& statements) final;
    void copy(std::string_view table, const std::vector<std::string>& columns, const std::vector<Values>& rows) final;
    void lock(std::string_view key) final;

    // The same for a query that is not in a *.sql file; its name is the key of the connection's statement cache.
    std::unique_ptr<Rows> select(const NamedQuery& query, const Values& params);
    std::int64_t execute(const NamedQuery& query, const Values& params);
    void each(const NamedQuery& query, const Values& params, const RowUse& use);
    void bulk(const NamedQuery& query, const std::vector<Values>& rows);
    void batch(const std::vector<Sent>& statements);

    void prepare(const NamedQuery& query);
    // Many statements without parameters: a migration. `name` is for the message when it fails.
    void script(const std::string& sql, std::string_view name = "script");

    // A read sees one state of the data from its first query to its end, and cannot write.
    void begin(bool for_writing);
    void commit();               // throws when a statement of the transaction failed
    bool rollback() noexcept;    // false: the connection is of no more use

    // A part of the transaction that can be taken back by itself, also after a statement in it failed.
    void save();
    void release();          // keeps the part; throws when a statement of it failed
    bool undo() noexcept;    // takes it back; false: the engine took the whole transaction back

    virtual bool alive() = 0;    // as far as can be told without asking the server

protected:
    virtual std::unique_ptr<Rows> do_select(const NamedQuery& query, const Values& params) = 0;
    virtual std::int64_t do_execute(const NamedQuery& query, const Values& params) = 0;
    virtual void do_each(const NamedQuery& query, const Values& params, const RowUse& use) = 0;
    virtual void do_bulk(const NamedQuery& query, const std::vector<Values>& rows) = 0;
    virtual void do_batch(const std::vector<Sent>& statements) = 0;
    virtual void do_copy(std::string_view table, const std::vector<std::string>& columns,
                         const std::vector<Values>& rows) = 0;
    virtual void do_lock(std::string_view key) = 0;
    virtual std::unique_ptr<Rows> do_select_under_lock(std::string_view key, const NamedQuery& query,
                                                       const Values& params) = 0;
    virtual void do_prepare(const NamedQuery& query) = 0;
    virtual void do_script(const std::string& sql, std::string_view name = "script") = 0;
    virtual void do_begin(bool for_writing) = 0;
    virtual void do_release() = 0;

private:
    template <class Step>
    auto guarded(Step&& step);
    bool end(const char* how) noexcept;

    bool writing_ = false;
    bool failed_ = false;
};

// A file path; the first connection of a database is the writer's and turns WAL on.
std::unique_ptr<Connection> connect_sqlite(const std::string& path, bool for_writing);
std::unique_ptr<Connection> connect_postgres(const std::string& url);

inline Connection& connection(Tx& tx) { return static_cast<Connection&>(tx); }

}    // namespace cs::sql
