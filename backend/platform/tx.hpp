#pragma once
// What every module may know of storage: that a transaction exists and that a database opens one. Only *_sql files see
// the rest (platform/sql/sql.hpp). A store is built from a Tx: `UnitStore units(tx)`.
#include <memory>
#include <type_traits>

namespace cs {

class Tx;

// One checked-out connection with an open transaction; rolls back when destroyed without commit().
class Transaction {
public:
    virtual ~Transaction() = default;
    virtual Tx& tx() = 0;
    virtual void commit() = 0;
};

class Database {
public:
    virtual ~Database() = default;

    // `work` takes Tx& and answers a Result<T>. Commits on a value; rolls back on a refusal or an exception. Nobody
    // calls commit. A value is returned when the disk has the work; callers who come together share that wait
    // (docs/adr/2026-11-24-group-commit.md), and none of them loses or keeps anything by what another does.
    template <class Work>
    auto write(Work&& work) -> std::invoke_result_t<Work, Tx&> {
        const std::unique_ptr<Transaction> open = begin(true);
        auto result = work(open->tx());
        if (result) open->commit();
        return result;
    }
    // A consistent view of the data; `work` may answer anything.
    template <class Work>
    auto read(Work&& work) -> std::invoke_result_t<Work, Tx&> {
        const std::unique_ptr<Transaction> open = begin(false);
        return work(open->tx());
    }

protected:
    virtual std::unique_ptr<Transaction> begin(bool for_writing) = 0;
    // For a database that stands in front of another and adds a row of its own to each transaction.
    static std::unique_ptr<Transaction> begin_in(Database& other, bool for_writing) { return other.begin(for_writing); }
};

}    // namespace cs
