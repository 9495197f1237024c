#include "contract/databases.hpp"

#include <fmt/core.h>

#include <cstdlib>
#include <filesystem>

#include "base/digest.hpp"
#include "platform/sql/connection.hpp"
#include "platform/temporary_folder.hpp"

namespace cs::test {

namespace {

constexpr Day signing_day = Day(std::chrono::year(2022), std::chrono::month(12), std::chrono::day(7));

std::string server_url() {
    const char* url = std::getenv("CHUNGSUC_TEST_PG");
    if (!url || !*url) FAIL("CHUNGSUC_TEST_PG names no PostgreSQL server: run the test under tools/with_postgres");
    return url;
}

// postgresql://user@host/postgres?host=… with another database.
std::string with_database(std::string url, const std::string& name) {
    const std::size_t host = url.find("://") + 3;
    const std::size_t query = std::min(url.find('?', host), url.size());
    const std::size_t path = std::min(url.find('/', host), query);
    return url.replace(path, query - path, "/" + name);
}

std::string fresh_name() { return fmt::format("chungsuc_{}_{}", getpid(), random_hex(4)); }

void on_server(const std::string& statement) { sql::connect_postgres(server_url())->script(statement); }

void migrate_at(const std::string& url) {
    const auto opened = sql::open(url);
    REQUIRE(opened);
    const auto done = sql::migrate(**opened, url, FrozenClock(signing_day));
    REQUIRE(done);
}

struct ServerDatabase {
    std::string name = fresh_name();
    ServerDatabase() { on_server("create database " + name + " template template0"); }
    ~ServerDatabase() { on_server("drop database " + name); }
};

// Migrated once in a process; every test gets a copy.
struct SqliteTemplate {
    TemporaryFolder folder;
    std::filesystem::path path = folder.path() / "template.db";
    SqliteTemplate() { migrate_at("sqlite:" + path.string()); }
};
const SqliteTemplate& sqlite_template() {
    static const SqliteTemplate made;
    return made;
}

struct PostgresTemplate {
    ServerDatabase database;
    PostgresTemplate() { migrate_at(with_database(server_url(), database.name)); }
};
const PostgresTemplate& postgres_template() {
    static const PostgresTemplate made;
    return made;
}

const TemporaryFolder& folder_of_tests() {
    static const TemporaryFolder made;
    return made;
}

std::string fresh_url(sql::Engine engine, bool migrated) {
    if (engine == sql::Engine::sqlite) {
        const auto path = folder_of_tests().path() / (fresh_name() + ".db");
        if (migrated) std::filesystem::copy_file(sqlite_template().path, path);
        return "sqlite:" + path.string();
    }
    const std::string name = fresh_name();
    const std::string from = migrated ? postgres_template().database.name : "template0";
    on_server(fmt::format("create database {} template {}", name, from));
    return with_database(server_url(), name);
}

}    // namespace

FreshDatabase::FreshDatabase(sql::Engine engine, bool migrated)
    : url_(fresh_url(engine, migrated)), clock_(Instant(std::chrono::sys_days(signing_day) + std::chrono::hours(5))) {
    auto opened = sql::open(url_);
    REQUIRE(opened);
    db_ = std::move(*opened);
}

FreshDatabase::~FreshDatabase() {
    db_.reset();
    if (sql::engine_of(url_) == sql::Engine::sqlite) {
        for (const char* tail : {"", "-wal", "-shm"}) std::filesystem::remove(url_.substr(7) + tail);
        return;
    }
    const std::size_t query = url_.find('?');
    const std::string path = url_.substr(0, query);
    on_server("drop database " + path.substr(path.rfind('/') + 1));
}

}    // namespace cs::test
