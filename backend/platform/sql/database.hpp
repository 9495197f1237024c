#pragma once
// Opening a database and bringing its schema up to date. Used by server/ and by tests; modules never see it.
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "base/result.hpp"
#include "platform/sql/sql.hpp"

namespace cs::sql {

struct Options {
    int connections = 4;    // at most; on SQLite these read and one more writes
};

// `url` is sqlite:PATH, sqlite::memory: (a temporary file, gone with the Database) or postgresql://…. Refuses
// db.url_unknown and a PostgreSQL database that is not UTF8 (db.encoding) or does not order plain text by bytes
// (db.collation); throws when the engine cannot be reached (an environment fault). SQLite: WAL, foreign keys on, busy
// time-out, collation `vi` registered; the file is made when missing, its folder is not.
Result<std::unique_ptr<Database>> open(const std::string& url, const Options& options = {});
Engine engine_of(std::string_view url);

struct Migration {
    int version;
    std::string name;        // "org"
    std::string sql;         // as this engine will run it
    std::string checksum;    // digest of the bytes
};

// Every migration compiled into the program, in order, in this engine's dialect.
std::vector<Migration> migrations(Engine engine);

struct SchemaState {
    std::vector<Migration> pending;
    std::vector<std::string> altered;    // "0002_access": applied with another checksum than the program knows
    std::vector<std::string> unknown;    // applied by a newer program
    bool ready() const { return pending.empty() && altered.empty() && unknown.empty(); }
};
SchemaState schema_state(Database& db, const std::string& url);
SchemaState schema_state(Database& db, const std::vector<Migration>& known);

// Applies what is pending, each migration in one transaction, one migrator at a time. Refuses schema.altered and
// schema.newer. Returns what was applied.
Result<std::vector<Migration>> migrate(Database& db, const std::string& url, const Clock& clock);
Result<std::vector<Migration>> migrate(Database& db, const std::vector<Migration>& known, const Clock& clock);

// A canonical dump of tables, columns, constraints, indexes and triggers, for migrations/snapshot/.
std::string schema_snapshot(Database& db);

// Every column of every table, by table and position, for the data map test. `type` is the engine's word.
struct Column {
    std::string table, name, type;
    bool not_null;
};
std::vector<Column> schema_columns(Database& db);

// Every named query of the program: module.name and its text in this engine's dialect, sorted by name. A test prepares
// them all.
struct NamedQuery {
    std::string name;
    std::string sql;
};
const std::vector<NamedQuery>& named_queries(Engine engine);
void prepare(Database& db, const NamedQuery& query);    // throws when the engine does not accept it

}    // namespace cs::sql
