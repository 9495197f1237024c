#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "base/digest.hpp"
#include "platform/embedded.hpp"
#include "platform/sql/connection.hpp"
#include "platform/sql/queries.hpp"

namespace cs::sql {

namespace {

std::string full_name(int version, std::string_view name) { return fmt::format("{:04}_{}", version, name); }

// "migrations/0003_access.sql", or "….postgres.sql" where the engines need different text. Nothing for the other
// engine's twin.
struct FileName {
    int version;
    std::string name;
    bool twin;
};
std::optional<FileName> file_name(std::string_view path, Engine engine) {
    const auto malformed = [&] { return std::logic_error(fmt::format("{}: name it NNNN_word.sql", path)); };
    std::string_view stem = path.substr(path.rfind('/') + 1);
    stem.remove_suffix(4);
    const bool for_sqlite = stem.ends_with(".sqlite"), for_postgres = stem.ends_with(".postgres");
    if (engine == Engine::sqlite ? for_postgres : for_sqlite) return std::nullopt;
    stem = stem.substr(0, stem.find('.'));
    int version = 0;
    const auto parsed = std::from_chars(stem.data(), stem.data() + std::min<std::size_t>(4, stem.size()), version);
    if (stem.size() < 6 || parsed.ptr != stem.data() + 4 || stem[4] != '_') throw malformed();
    return FileName{version, std::string(stem.substr(5)), for_sqlite || for_postgres};
}

struct Applied {
    std::string name;
    std::string checksum;
};

std::map<int, Applied> applied(Tx& tx) {
    std::map<int, Applied> found;
    if (tx.query("platform.has_migrations")->front().integer("n") == 0) return found;
    const auto rows = tx.query("platform.applied_migrations");
    for (const Row& row : *rows)
        found[static_cast<int>(row.integer("version"))] = {row.text("name"), row.text("checksum")};
    return found;
}

SchemaState compare(const std::vector<Migration>& known, const std::map<int, Applied>& applied) {
    SchemaState state;
    std::map<int, const Migration*> by_version;
    for (const Migration& migration : known) {
        by_version[migration.version] = &migration;
        if (!applied.contains(migration.version)) state.pending.push_back(migration);
    }
    for (const auto& [version, done] : applied) {
        const auto at = by_version.find(version);
        if (at == by_version.end())
            state.unknown.push_back(full_name(version, done.name));
        else if (at->second->checksum != done.checksum)
            state.altered.push_back(full_name(version, done.name));
    }
    return state;
}

Done refuse_unless_climbable(const SchemaState& state) {
    const auto list = [](const std::vector<std::string>& names) {
        std::string joined;
        for (const std::string& name : names) joined += (joined.empty() ? "" : ", ") + name;
        return Args{{"migrations", joined}};
    };
    if (!state.altered.empty()) return refuse(Problem::need_unmet, "schema.altered", list(state.altered));
    if (!state.unknown.empty()) return refuse(Problem::need_unmet, "schema.newer", list(state.unknown));
    return {};
}

// Applies the first pending migration, seen again under the lock: another migrator may have been faster.
Result<std::optional<Migration>> apply_next(Tx& tx, const std::vector<Migration>& known, const Clock& clock) {
    tx.lock("schema_migration");
    Connection& raw = connection(tx);
    raw.script(in_dialect(tx.engine(),
                          "create table if not exists schema_migration (version bigint not null primary key, "
                          "name text not null, checksum text not null, applied_at bigint not null) /*strict*/"));
    const SchemaState state = compare(known, applied(tx));
    CS_TRY_DONE(refuse_unless_climbable(state));
    if (state.pending.empty()) return std::optional<Migration>();
    const Migration& next = state.pending.front();
    raw.script(next.sql, full_name(next.version, next.name));
    tx.run("platform.record_migration", next.version, next.name, next.checksum, clock.now());
    return std::optional(next);
}

}    // namespace

std::vector<Migration> migrations(Engine engine) {
    std::map<int, Migration> found;
    std::map<int, bool> is_twin;
    for (const EmbeddedFile& file : embedded_under("migrations/")) {
        const auto name = file_name(file.path, engine);
        if (!name) continue;
        const auto before = found.find(name->version);
        if (before != found.end() && (before->second.name != name->name || is_twin[name->version] == name->twin))
            throw std::logic_error(fmt::format("{}: the number is taken by {}", file.path, before->second.name));
        if (before != found.end() && !name->twin) continue;
        is_twin[name->version] = name->twin;
        found[name->version] = {name->version, name->name, in_dialect(engine, file.bytes), digest(file.bytes)};
    }
    std::vector<Migration> in_order;
    for (auto& [version, migration] : found) in_order.push_back(std::move(migration));
    return in_order;
}

SchemaState schema_state(Database& db, const std::string& url) { return schema_state(db, migrations(engine_of(url))); }

SchemaState schema_state(Database& db, const std::vector<Migration>& known) {
    return db.read([&](Tx& tx) { return compare(known, applied(tx)); });
}

Result<std::vector<Migration>> migrate(Database& db, const std::string& url, const Clock& clock) {
    return migrate(db, migrations(engine_of(url)), clock);
}

Result<std::vector<Migration>> migrate(Database& db, const std::vector<Migration>& known, const Clock& clock) {
    std::vector<Migration> done;
    while (true) {
        CS_TRY(auto next, db.write([&](Tx& tx) { return apply_next(tx, known, clock); }));
        if (!next) return done;
        done.push_back(*std::move(next));
    }
}

void prepare(Database& db, const NamedQuery& query) {
    db.read([&](Tx& tx) {
        connection(tx).prepare(query);
        return true;
    });
}

}    // namespace cs::sql
