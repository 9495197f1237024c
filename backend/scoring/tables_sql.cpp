#include <map>
#include <mutex>

#include "platform/sql/sql.hpp"
#include "scoring/table_store.hpp"
#include "scoring/table_yaml.hpp"

namespace cs::scoring {
namespace {

constexpr std::size_t kept_at_most = 64;

// Keyed by what a version is made of, so that two databases of one process cannot give each other's.
std::shared_ptr<const Table> parsed(const TableVersion& version) {
    static std::mutex mutex;
    static std::map<std::string, std::shared_ptr<const Table>> kept;
    {
        const std::lock_guard lock(mutex);
        if (const auto found = kept.find(version.digest); found != kept.end()) return found->second;
    }
    auto table = read_table(version.yaml);
    CS_CHECK(table.has_value());    // it was accepted when it was loaded
    auto shared = std::make_shared<const Table>(*std::move(table));
    const std::lock_guard lock(mutex);
    if (kept.size() >= kept_at_most) kept.clear();
    return kept.emplace(version.digest, std::move(shared)).first->second;
}

TableRow table_of(const sql::Row& row, std::string_view id) {
    return {row.id<TableId>(id), row.text("slug"), row.id<UnitId>("unit_id")};
}

TableVersion version_of(const sql::Row& row) {
    return {row.id<TableVersionId>("id"), table_of(row, "table_id"), row.integer("number"), row.text("title"),
            static_cast<int>(row.integer("year")), row.text("yaml"), row.text("digest"), row.text("paper_number"),
            row.text("paper_issuer"), row.maybe_day("paper_issued"), row.day("applies_from"), row.text("note"),
            row.instant("loaded_at"), row.maybe_id<PersonId>("loaded_by"), row.maybe_text("loaded_by_name").value_or("")};
}

std::vector<TableRow> tables_of(Tx& tx, const std::optional<std::string>& slug) {
    std::vector<TableRow> all;
    const auto rows = tx.query("scoring.tables", slug);
    for (const sql::Row& row : *rows) all.push_back(table_of(row, "id"));
    return all;
}

}    // namespace

void TableStore::lock(const std::string& slug) { tx_.lock("scoring_table/" + slug); }

std::vector<TableRow> TableStore::tables() const { return tables_of(tx_, std::nullopt); }

std::optional<TableRow> TableStore::table(const std::string& slug) const {
    const auto all = tables_of(tx_, slug);
    return all.empty() ? std::nullopt : std::optional(all.front());
}

std::vector<TableVersion> TableStore::versions(const std::optional<std::string>& slug) const {
    std::vector<TableVersion> all;
    const auto rows = tx_.query("scoring.table_versions", slug);
    for (const sql::Row& row : *rows) all.push_back(version_of(row));
    return all;
}

Result<StandingTable> TableStore::version(const TableVersionId& id) const {
    const auto rows = tx_.query("scoring.table_version", id);
    if (rows->empty()) return refuse(Problem::not_found, "scoring.version_unknown");
    TableVersion version = version_of(rows->front());
    auto table = parsed(version);
    return StandingTable{std::move(version), std::move(table)};
}

std::optional<StandingTable> TableStore::in_force(const std::string& slug, int year, Day day) const {
    const auto rows = tx_.query("scoring.table_version_in_force", slug, year, day);
    if (rows->empty()) return std::nullopt;
    return version(rows->front().id<TableVersionId>("id")).value();
}

void TableStore::add(const TableRow& table) { tx_.run("scoring.add_table", table.id, table.slug, table.unit); }

void TableStore::add(const TableVersion& v) {
    tx_.run("scoring.add_table_version", v.id, v.table.id, v.number, v.title, v.year, v.yaml, v.digest, v.paper_number, v.paper_issuer,
            v.paper_issued, v.applies_from, v.note, v.loaded_at, v.loaded_by);
}

}    // namespace cs::scoring
