#include "org/rows_sql.hpp"
#include "org/store.hpp"

namespace cs::org {
namespace {

Reorganisation reorganisation_of(const sql::Row& row) {
    const auto confidence = law::parse_confidence(row.text("confidence"));
    return {row.id<ChangeId>("id"),
            row.text("key"),
            *parse_word<ChangeKind>(row.text("kind")),
            row.day("day"),
            row.text("title"),
            row.text("instrument"),
            row.text("source"),
            row.text("note"),
            row.maybe_day("signed_on"),
            confidence.value_or(law::Confidence::unknown),
            row.instant("recorded_at"),
            row.maybe_id<PersonId>("recorded_by"),
            row.maybe_id<ChangeId>("counters"),
            row.maybe_id<ChangeId>("countered_by")};
}

ClusterYear cluster_of(const sql::Row& row) {
    return {row.id<ClusterId>("id"),
            *parse_word<ClusterKind>(row.text("kind")),
            static_cast<int>(row.integer("year")),
            row.text("name"),
            row.maybe_id<UnitId>("head_unit"),
            {},
            {},
            row.integer("version")};
}

// The last day of a year, on which members are called by their names.
Day last_day(int year) { return std::chrono::year(year) / 12 / 31; }

}  // namespace

std::vector<Reorganisation> ReorganisationStore::all() const {
    std::vector<Reorganisation> found;
    const auto changes = tx_.query("org.changes");
    for (const sql::Row& row : *changes) found.push_back(reorganisation_of(row));
    return found;
}

Result<Reorganisation> ReorganisationStore::find(const ChangeId& id) const {
    const auto rows = tx_.query("org.change", id);
    if (rows->empty()) return refuse(Problem::not_found, "org.reorganisation_unknown");
    return reorganisation_of(rows->front());
}

std::optional<ChangeId> ReorganisationStore::applied(const std::string& key) const {
    if (key.empty()) return std::nullopt;
    const auto rows = tx_.query("org.change_with_key", key);
    return rows->empty() ? std::nullopt : std::optional(rows->front().id<ChangeId>("id"));
}

ReorganisationStore::Rows ReorganisationStore::rows(const ChangeId& id) const {
    Rows found;
    const auto versions_of_change = tx_.query("org.versions_of_change", id);
    for (const sql::Row& row : *versions_of_change) {
        UnitVersion v = version_of(row);
        const bool opened = v.opened_by == id;
        (opened ? found.opened : found.closed).push_back(std::move(v));
    }
    const auto links_of_change = tx_.query("org.links_of_change", id);
    for (const sql::Row& row : *links_of_change) found.links.push_back(link_of(row));
    return found;
}

std::vector<ClusterYear> ClusterStore::of_year(int year) const {
    std::vector<ClusterYear> found;
    const auto clusters_of_year = tx_.query("org.clusters_of_year", year);
    for (const sql::Row& row : *clusters_of_year) found.push_back(cluster_of(row));
    const auto members_of_year = tx_.query("org.members_of_year", year, last_day(year));
    for (const sql::Row& row : *members_of_year) {
        const auto id = row.id<ClusterId>("cluster_id");
        const auto at = std::find_if(found.begin(), found.end(), [&](const ClusterYear& c) { return c.id == id; });
        at->members.push_back(row.id<UnitId>("unit_id"));
        at->member_names.push_back(row.maybe_text("name").value_or(""));
    }
    return found;
}

std::optional<ClusterKind> ClusterStore::kind(const ClusterId& id) const {
    const auto rows = tx_.query("org.cluster", id);
    return rows->empty() ? std::nullopt : parse_word<ClusterKind>(rows->front().text("kind"));
}

std::optional<ClusterYear> ClusterStore::find(const ClusterId& id, int year) const {
    for (ClusterYear& c : of_year(year))
        if (c.id == id) return c;
    return std::nullopt;
}

std::optional<std::string> ClusterStore::elsewhere(const UnitId& unit, int year, const ClusterId& but) const {
    const auto rows = tx_.query("org.member_elsewhere", year, unit, but);
    return rows->empty() ? std::nullopt : std::optional(rows->front().text("name"));
}

void ClusterStore::add(const ClusterId& id, ClusterKind kind, Instant at) {
    tx_.run("org.add_cluster", id, word_of(kind), at);
}

void ClusterStore::save(const ClusterYear& c) {
    tx_.run("org.save_cluster_year", c.id, c.year, c.name, c.head);
    tx_.run("org.remove_members", c.id, c.year);
    std::vector<std::vector<sql::Value>> rows;
    for (const UnitId& unit : c.members) rows.push_back({sql::value(c.year), sql::value(unit), sql::value(c.id)});
    tx_.bulk("org.add_member", rows);
}

}  // namespace cs::org
