#include "platform/sql/database.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <mutex>

#include "platform/sql/flusher.hpp"
#include "platform/sql/pool.hpp"
#include "platform/sql/shared_writer.hpp"
#include "platform/temporary_folder.hpp"

namespace cs::sql {

namespace {

thread_local std::vector<const Database*> writing_here;    // databases this thread has an open write transaction on

// A write inside a write of the same database would wait for itself: told at once.
class WriteTransaction final : public Transaction {
public:
    template <class Begin>
    WriteTransaction(const Database& database, Begin begin) : mark_(database), open_(begin()) {}
    Tx& tx() override { return open_->tx(); }
    void commit() override { open_->commit(); }

private:
    struct Mark {
        explicit Mark(const Database& of) : database(of) {
            CS_CHECK(std::count(writing_here.begin(), writing_here.end(), &of) == 0);
            writing_here.push_back(&of);
        }
        ~Mark() { std::erase(writing_here, &database); }
        Mark(const Mark&) = delete;
        Mark& operator=(const Mark&) = delete;
        const Database& database;
    };
    const Mark mark_;
    const std::unique_ptr<Transaction> open_;
};

class PooledTransaction : public Transaction {
public:
    PooledTransaction(Pool& pool, bool for_writing) : pool_(pool), for_writing_(for_writing) {
        while (!open_) open_ = begin();
    }
    ~PooledTransaction() override {
        if (open_) pool_.give_back(open_->rollback() ? std::move(open_) : nullptr);
    }
    PooledTransaction(const PooledTransaction&) = delete;
    PooledTransaction& operator=(const PooledTransaction&) = delete;

    Tx& tx() override { return *open_; }
    void commit() override {
        open_->commit();
        pool_.give_back(std::move(open_));
    }

private:
    // Nothing when a connection that had been waiting turned out to be dead; a fresh one that fails is an outage.
    std::unique_ptr<Connection> begin() {
        Pool::Taken taken = pool_.take();
        try {
            taken.connection->begin(for_writing_);
            return std::move(taken.connection);
        } catch (const Interrupted&) {
            pool_.give_back(nullptr);
            if (taken.fresh) throw;
            return nullptr;
        } catch (...) {
            pool_.give_back(nullptr);
            throw;
        }
    }

    Pool& pool_;
    const bool for_writing_;
    std::unique_ptr<Connection> open_;
};

class SqliteDatabase final : public Database {
public:
    SqliteDatabase(const std::string& path, int readers, std::unique_ptr<TemporaryFolder> folder = nullptr)
        : folder_(std::move(folder)),
          writer_([path] { return connect_sqlite(path, true); }),
          readers_(readers, [path] { return connect_sqlite(path, false); }) {}

protected:
    std::unique_ptr<Transaction> begin(bool for_writing) override {
        if (!for_writing) return std::make_unique<PooledTransaction>(readers_, false);
        return std::make_unique<WriteTransaction>(*this, [&] { return writer_.begin(); });
    }

private:
    const std::unique_ptr<TemporaryFolder> folder_;    // outlives the connections to the file in it
    SharedWriter writer_;
    Pool readers_;
};

class PostgresDatabase final : public Database {
public:
    PostgresDatabase(const std::string& url, int connections)
        : url_(url), pool_(connections, [url] { return connect_quick(url); }) {}

protected:
    std::unique_ptr<Transaction> begin(bool for_writing) override {
        if (!for_writing) return std::make_unique<PooledTransaction>(pool_, false);
        return std::make_unique<WriteTransaction>(*this, [&] { return std::make_unique<Flushed>(*this); });
    }

private:
    // Its connection is free for others while it waits for the disk.
    class Flushed final : public PooledTransaction {
    public:
        explicit Flushed(PostgresDatabase& database) : PooledTransaction(database.pool_, true), database_(database) {}
        void commit() override {
            const std::shared_ptr<Flusher> flusher = database_.flusher();
            PooledTransaction::commit();
            flusher->wait();
        }

    private:
        PostgresDatabase& database_;
    };

    static std::unique_ptr<Connection> connect_quick(const std::string& url) {
        auto connection = connect_postgres(url);
        connection->script("set synchronous_commit = off", "connect");
        return connection;
    }

    std::shared_ptr<Flusher> flusher() {
        const std::lock_guard hold(mutex_);
        if (!flusher_ || !flusher_->usable()) flusher_ = std::make_shared<Flusher>(connect_postgres(url_));
        return flusher_;
    }

    const std::string url_;
    Pool pool_;
    std::mutex mutex_;
    std::shared_ptr<Flusher> flusher_;
};

std::unique_ptr<Database> open_sqlite(const std::string& path, const Options& options) {
    if (path == ":memory:") {
        auto made = std::make_unique<TemporaryFolder>();
        const std::string file = made->path().string() + "/memory.db";
        return std::make_unique<SqliteDatabase>(file, options.connections, std::move(made));
    }
    const std::filesystem::path folder = std::filesystem::path(path).parent_path();
    if (!folder.empty() && !std::filesystem::is_directory(folder))
        throw std::runtime_error(fmt::format("cannot open {}: there is no folder {}", path, folder.string()));
    return std::make_unique<SqliteDatabase>(path, options.connections);
}

// Both engines must compare plain text by bytes and store UTF-8, or lists would differ in order between them.
Done check_server(Database& database) {
    return database.read([](Tx& tx) -> Done {
        const auto found = tx.query("platform.server_text_rules");
        const std::string encoding = found->front().text("encoding"), collation = found->front().text("collation");
        if (encoding != "UTF8") return refuse(Problem::need_unmet, "db.encoding", {{"is", encoding}});
        if (collation != "C" && collation != "POSIX" && collation != "C.UTF-8" && collation != "C.utf8")
            return refuse(Problem::need_unmet, "db.collation", {{"is", collation}});
        return {};
    });
}

}    // namespace

Engine engine_of(std::string_view url) { return url.starts_with("sqlite:") ? Engine::sqlite : Engine::postgres; }

Result<std::unique_ptr<Database>> open(const std::string& url, const Options& options) {
    if (url.starts_with("sqlite:") && url.size() > 7) return open_sqlite(url.substr(7), options);
    if (!url.starts_with("postgresql://") && !url.starts_with("postgres://"))
        return refuse(Problem::bad_input, "db.url_unknown");
    auto database = std::make_unique<PostgresDatabase>(url, options.connections);
    CS_TRY_DONE(check_server(*database));
    return database;
}

}    // namespace cs::sql
