#include "criteria/store.hpp"
#include "platform/sql/sql.hpp"

namespace cs::criteria {
namespace {

Document document_of(const std::string& text) {
    for (Document d : {Document::set, Document::model, Document::procedure, Document::movement})
        if (word(d) == text) return d;
    CS_CHECK(false);
}

Version version_of(const sql::Row& row) {
    return {row.text("set_id"), row.integer("number"), document_of(row.text("kind")), row.text("title"), row.text("yaml"),
            row.text("digest"), row.flag("by_program"), row.text("note"), row.instant("loaded_at"), std::nullopt,
            row.maybe_text("loaded_by").value_or("")};
}

ConfirmationRecord record_of(const sql::Row& row) {
    const auto year = row.maybe_integer("year");
    return {{row.text("indicator"), row.maybe_text("region"), year ? std::optional(static_cast<int>(*year)) : std::nullopt,
             row.maybe_text("threshold")},
            {row.text("instrument"), row.text("number"), row.day("day"), row.text("signer")},
            row.maybe_text("article"),
            row.text("note"),
            row.maybe_id<PaperId>("paper_id"),
            row.flag("carried"),
            row.instant("recorded_at"),
            row.maybe_id<PersonId>("recorded_by"),
            row.maybe_text("recorded_by_name").value_or("")};
}

std::vector<Version> versions_of(const sql::Rows& rows) {
    std::vector<Version> all;
    for (const sql::Row& row : rows) all.push_back(version_of(row));
    return all;
}

}    // namespace

void CriteriaStore::lock(const std::string& set) { tx_.lock("criteria/" + set); }

std::vector<Version> CriteriaStore::latest() const { return versions_of(*tx_.query("criteria.latest_versions")); }

std::vector<Version> CriteriaStore::versions(const std::string& set) const {
    return versions_of(*tx_.query("criteria.versions", set));
}

std::optional<Version> CriteriaStore::version(const std::string& set, std::optional<std::int64_t> number) const {
    if (!number) number = tx_.query("criteria.latest_number", set)->front().maybe_integer("number");
    if (!number) return std::nullopt;
    const auto rows = tx_.query("criteria.version", set, *number);
    return rows->empty() ? std::nullopt : std::optional(version_of(rows->front()));
}

void CriteriaStore::add(const Version& v) {
    tx_.run("criteria.add_version", v.set, v.number, word(v.kind), v.title, v.yaml, v.digest, v.by_program, v.note,
            v.loaded_at, v.loaded_by);
}

std::vector<ConfirmationRecord> CriteriaStore::confirmations(const std::string& set, std::int64_t version) const {
    std::vector<ConfirmationRecord> all;
    const auto rows = tx_.query("criteria.confirmations", set, version);
    for (const sql::Row& row : *rows) all.push_back(record_of(row));
    return all;
}

void CriteriaStore::add(const std::string& set, std::int64_t version, const std::vector<ConfirmationRecord>& records) {
    std::int64_t sequence = tx_.query("criteria.next_sequence", set, version)->front().integer("next");
    std::vector<std::vector<sql::Value>> rows;
    using sql::value;
    for (const ConfirmationRecord& r : records)
        rows.push_back({value(set), value(version), value(sequence++), value(r.what.indicator), value(r.what.region),
                        value(r.what.year), value(r.what.value), value(r.paper.instrument), value(r.paper.number),
                        value(r.paper.day), value(r.paper.signer), value(r.article), value(r.note), value(r.by_paper),
                        value(r.carried), value(r.at), value(r.by)});
    tx_.bulk("criteria.add_confirmation", rows);
}

void CriteriaStore::add(const std::string& set, std::int64_t version, const PaperRecord& p) {
    tx_.run("criteria.add_paper", p.id, set, version, p.paper.number, p.paper.day, p.paper.signer, p.issuer,
            p.paper.instrument, p.note, p.at, p.by);
}

}    // namespace cs::criteria
