#include <algorithm>

#include "assessment/evidence_store.hpp"
#include "base/text.hpp"
#include "platform/sql/sql.hpp"

namespace cs::assessment {
namespace {

std::optional<Purge> purge_of(const sql::Row& row) {
    if (row.is_null("purged_at")) return std::nullopt;
    return Purge{row.instant("purged_at"), row.maybe_text("purged_by_name").value_or(""),
                 *parse_word<PurgeGround>(row.text("purge_ground")), row.text("purge_reason")};
}

Evidence evidence_of_row(const sql::Row& row) {
    const auto pages = row.maybe_integer("pages");
    return {row.id<EvidenceId>("id"),
            row.id<UnitId>("unit_id"),
            row.text("title"),
            row.text("file_name"),
            row.text("media_type"),
            row.integer("size"),
            row.text("digest"),
            pages ? std::optional(static_cast<int>(*pages)) : std::nullopt,
            row.maybe_day("expires_on"),
            row.instant("declared_at"),
            row.instant("uploaded_at"),
            row.maybe_id<PersonId>("uploaded_by"),
            row.maybe_text("uploaded_by_name").value_or(""),
            row.maybe_id<EvidenceId>("replaced_by"),
            purge_of(row),
            row.integer("uses")};
}

// Ids hold nothing a JSON text would have to escape.
std::string json_list(const std::vector<UnitId>& units) {
    std::string list;
    for (const UnitId& unit : units) list += (list.empty() ? "\"" : ",\"") + unit.text() + '"';
    return "[" + list + "]";
}

}    // namespace

void EvidenceStore::lock_bytes(const std::string& digest) { tx_.lock("evidence/bytes/" + digest); }
void EvidenceStore::lock(const EvidenceId& id) { tx_.lock("evidence/" + id.text()); }

std::optional<Evidence> EvidenceStore::find(const EvidenceId& id) const {
    const auto rows = tx_.query("assessment.find_evidence", id);
    return rows->empty() ? std::nullopt : std::optional(evidence_of_row(rows->front()));
}

EvidencePage EvidenceStore::list(const std::vector<UnitId>& units, const EvidenceFilter& filter,
                                 const std::optional<EvidenceId>& after, int limit) const {
    const std::string within = json_list(units), pattern = folded_pattern(filter.words);
    EvidencePage page;
    page.total = tx_.query("assessment.count_evidence", within, pattern, filter.usable_only)->front().integer("n");
    const auto rows = tx_.query("assessment.list_evidence", within, pattern, filter.usable_only, after, limit + 1);
    for (const sql::Row& row : *rows) {
        if (static_cast<int>(page.items.size()) == limit) {
            page.next = page.items.back().id;
            break;
        }
        page.items.push_back(evidence_of_row(row));
    }
    return page;
}

void EvidenceStore::add(const Evidence& e) {
    tx_.run("assessment.add_evidence", e.id, e.unit, e.title, e.file_name, fold(e.title + " " + e.file_name), e.media_type, e.size,
            e.digest, e.pages, e.expires_on, e.declared_at, e.uploaded_at, e.uploaded_by);
}

void EvidenceStore::replace(const EvidenceId& old, const EvidenceId& newer) { tx_.run("assessment.replace_evidence", old, newer); }

void EvidenceStore::purge(const EvidenceId& id, Instant at, const std::optional<PersonId>& by, PurgeGround ground,
                          const std::string& reason) {
    tx_.run("assessment.purge_evidence", id, at, by, word_of(ground), reason);
}

std::int64_t EvidenceStore::kept_with(const std::string& digest) const {
    return tx_.query("assessment.evidence_kept_with", digest)->front().integer("n");
}

std::vector<std::string> EvidenceStore::purged_digests() const {
    std::vector<std::string> all;
    const auto rows = tx_.query("assessment.purged_digests");
    for (const sql::Row& row : *rows) all.push_back(row.text("digest"));
    return all;
}

std::optional<EvidenceId> EvidenceStore::first_that(const std::function<bool(const std::string&, std::int64_t)>& fails) const {
    std::optional<EvidenceId> found;
    tx_.each("assessment.kept_files", {}, [&](const sql::Row& row) {
        if (fails(row.text("digest"), row.integer("size"))) found = row.id<EvidenceId>("id");
        return !found;
    });
    return found;
}

std::vector<SheetId> EvidenceStore::sheets_with(const EvidenceId& id) const {
    std::vector<SheetId> all;
    const auto rows = tx_.query("assessment.sheets_with_evidence", id);
    for (const sql::Row& row : *rows) all.push_back(row.id<SheetId>("sheet_id"));
    return all;
}

bool EvidenceStore::cited(const Citation& what) const {
    return tx_.query("assessment.is_cited", what.evidence, what.sheet, what.indicator)->front().integer("n") > 0;
}

void EvidenceStore::cite(const Citation& what, Instant at, const std::optional<PersonId>& by) {
    tx_.run("assessment.cite_evidence", new_uuid(at), what.evidence, what.sheet, what.indicator, at, by);
}

void EvidenceStore::uncite(const Citation& what, Instant at, const std::optional<PersonId>& by) {
    tx_.run("assessment.uncite_evidence", what.evidence, what.sheet, what.indicator, at, by);
}

std::vector<CitedEvidence> EvidenceStore::cited_in(const SheetId& sheet) const {
    std::vector<CitedEvidence> all;
    const auto rows = tx_.query("assessment.cited_in_sheet", sheet);
    for (const sql::Row& row : *rows)
        all.push_back({row.text("indicator"), evidence_of_row(row), row.instant("cited_at"), row.maybe_text("cited_by_name").value_or("")});
    return all;
}

std::vector<Use> EvidenceStore::uses(const EvidenceId& id) const {
    std::vector<Use> all;
    const auto rows = tx_.query("assessment.uses_of_evidence", id);
    for (const sql::Row& row : *rows)
        all.push_back({row.id<SheetId>("sheet_id"), row.text("indicator"), row.id<UnitId>("unit_id"), static_cast<int>(row.integer("year"))});
    return all;
}

}    // namespace cs::assessment
