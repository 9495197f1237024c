#include "platform/sql/database.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "base/digest.hpp"
#include "platform/sql/pool.hpp"

namespace cs::sql {

namespace {

thread_local std::vector<const Database*> writing_here;    // databases this thread has an open write transaction on

class PooledTransaction final : public Transaction {
public:
    PooledTransaction(const Database& database, Pool& pool, bool for_writing)
        : database_(database), pool_(pool), for_writing_(for_writing) {
        CS_CHECK(!for_writing ||
                 std::count(writing_here.begin(), writing_here.end(), &database) == 0);    // no write in a write
        while (!open_) open_ = begin();
        if (for_writing) writing_here.push_back(&database_);
    }
    ~PooledTransaction() override {
        if (for_writing_) std::erase(writing_here, &database_);
        const bool usable = committed_ || open_->rollback();
        pool_.give_back(usable ? std::move(open_) : nullptr);
    }
    PooledTransaction(const PooledTransaction&) = delete;
    PooledTransaction& operator=(const PooledTransaction&) = delete;

    Tx& tx() override { return *open_; }
    void commit() override {
        open_->commit();
        committed_ = true;
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

    const Database& database_;
    Pool& pool_;
    const bool for_writing_;
    std::unique_ptr<Connection> open_;
    bool committed_ = false;
};

struct TemporaryFolder {
    std::string path = std::filesystem::temp_directory_path() / "chungsuc-XXXXXX";
    TemporaryFolder() {
        if (!mkdtemp(path.data())) throw std::runtime_error("cannot make a temporary folder " + path);
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
};

class SqliteDatabase final : public Database {
public:
    SqliteDatabase(const std::string& path, int readers, std::unique_ptr<TemporaryFolder> folder = nullptr)
        : folder_(std::move(folder)),
          writer_(1, [path] { return connect_sqlite(path, true); }),
          readers_(readers, [path] { return connect_sqlite(path, false); }) {
        writer_.give_back(writer_.take().connection);    // a file that cannot be opened is known at once
    }

protected:
    std::unique_ptr<Transaction> begin(bool for_writing) override {
        return std::make_unique<PooledTransaction>(*this, for_writing ? writer_ : readers_, for_writing);
    }

private:
    const std::unique_ptr<TemporaryFolder> folder_;    // outlives the connections to the file in it
    Pool writer_, readers_;
};

class PostgresDatabase final : public Database {
public:
    PostgresDatabase(const std::string& url, int connections)
        : pool_(connections, [url] { return connect_postgres(url); }) {}

protected:
    std::unique_ptr<Transaction> begin(bool for_writing) override {
        return std::make_unique<PooledTransaction>(*this, pool_, for_writing);
    }

private:
    Pool pool_;
};

std::unique_ptr<Database> open_sqlite(const std::string& path, const Options& options) {
    if (path == ":memory:") {
        auto made = std::make_unique<TemporaryFolder>();
        const std::string file = made->path + "/memory.db";
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
