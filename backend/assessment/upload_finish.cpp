#include "assessment/evidence_keep.hpp"
#include "assessment/evidence_sight.hpp"
#include "assessment/file_kinds.hpp"
#include "audit/journal.hpp"

namespace cs::assessment {
namespace {

using access::Operation;

// A file refused for what it is cannot become right by being sent on.
template <class T>
Result<T> or_drop(Database& db, EvidenceFiles& files, const UploadId& id, Result<T> looked_at) {
    if (looked_at) return looked_at;
    CS_TRY_DONE(db.write([&](Tx& tx) -> Done { return UploadStore(tx).drop(id), Done(); }));
    files.drafts.remove(id.text());
    return looked_at;
}

void record(Tx& tx, Instant now, const audit::By& by, const Evidence& e) {
    std::vector<audit::Change> changes = {{"unit", std::nullopt, e.unit.text()}, {"media_type", std::nullopt, e.media_type},
                                          {"size", std::nullopt, std::to_string(e.size)}, {"digest", std::nullopt, e.digest},
                                          {"declared_at", std::nullopt, to_text(e.declared_at)}};
    if (e.pages) changes.push_back({"pages", std::nullopt, std::to_string(*e.pages)});
    audit::record(tx, now, by, {audit::Event::evidence_uploaded, "evidence", e.id.text(), std::move(changes), ""});
}

}    // namespace

Done keep(Tx& tx, EvidenceFiles& files, Instant now, const audit::By& by, const std::string& draft, const Evidence& evidence) {
    EvidenceStore store(tx);
    store.lock_bytes(evidence.digest);
    store.add(evidence);
    record(tx, now, by, evidence);
    return files.kept.put(files.drafts.path(draft), evidence.digest);
}

Result<Evidence> finish_upload(Database& db, EvidenceFiles& files, Instant now, const access::Actor& actor, const TreeOf& tree,
                               const UploadId& id) {
    const Day today = legal_day(now);
    const auto turn = files.drafts.turn(id.text());
    CS_TRY(const Upload upload, upload_of(db, files, now, actor, id));
    if (!upload.complete())
        return refuse(Problem::need_unmet, "evidence.upload_unfinished",
                      {{"received", std::to_string(upload.received)}, {"size", std::to_string(upload.size)}});
    const std::string path = files.drafts.path(id.text());
    CS_TRY(const FileKind* const kind, or_drop(db, files, id, check_content(path, upload.file_name, today)));
    const std::string digest = file_digest(path);
    return db.write([&](Tx& tx) -> Result<Evidence> {
        CS_TRY(const access::Role role, may_over(tx, today, actor, *tree(tx), Operation::finish_upload, upload.unit));
        const Evidence made{EvidenceId::born(now), upload.unit, upload.title, upload.file_name, std::string(kind->media_type), upload.size,
                            digest, std::nullopt, upload.evidence_expires_on, upload.declared_at, now, actor.person};
        UploadStore(tx).drop(id);
        CS_TRY_DONE(keep(tx, files, now, actor.by(role), id.text(), made));
        return *EvidenceStore(tx).find(made.id);
    });
}

}    // namespace cs::assessment
