#include "assessment/evidence_store.hpp"
#include "platform/sql/sql.hpp"

namespace cs::assessment {

std::optional<Upload> UploadStore::find(const UploadId& id) const {
    const auto rows = tx_.query("assessment.find_upload", id);
    if (rows->empty()) return std::nullopt;
    const sql::Row& row = rows->front();
    return Upload{row.id<UploadId>("id"), row.id<UnitId>("unit_id"), row.text("title"), row.text("file_name"),
                  row.maybe_day("evidence_expires_on"), row.integer("size"), row.integer("received"), row.instant("declared_at"),
                  row.id<PersonId>("started_by"), row.instant("expires_at")};
}

std::int64_t UploadStore::of_person(const PersonId& person, Instant now) const {
    return tx_.query("assessment.uploads_of_person", person, now)->front().integer("n");
}

std::vector<UploadId> UploadStore::past(Instant now) const {
    std::vector<UploadId> all;
    const auto rows = tx_.query("assessment.past_uploads", now);
    for (const sql::Row& row : *rows) all.push_back(row.id<UploadId>("id"));
    return all;
}

void UploadStore::add(const Upload& u) {
    tx_.run("assessment.add_upload", u.id, u.unit, u.title, u.file_name, u.evidence_expires_on, u.size, u.received, u.declared_at,
            u.started_by, u.expires_at);
}

bool UploadStore::advance(const UploadId& id, std::int64_t from, std::int64_t to, Instant expires_at) {
    return tx_.run("assessment.advance_upload", id, from, to, expires_at) == 1;
}

bool UploadStore::drop(const UploadId& id) { return tx_.run("assessment.drop_upload", id) == 1; }

}    // namespace cs::assessment
