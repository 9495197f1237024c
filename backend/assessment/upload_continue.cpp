#include "assessment/evidence_store.hpp"
#include "law/law.hpp"

namespace cs::assessment {
namespace {

// The same words for what is not there and what somebody else sends.
Result<Upload> mine(Tx& tx, Instant now, const access::Actor& actor, const UploadId& id) {
    auto upload = UploadStore(tx).find(id);
    if (!upload || upload->started_by != actor.person) return refuse(Problem::not_found, "evidence.upload_unknown");
    if (upload->expires_at < now) return refuse(Problem::gone, "evidence.upload_expired");
    return *std::move(upload);
}

}    // namespace

Result<Upload> upload_of(Database& db, EvidenceFiles& files, Instant now, const access::Actor& actor, const UploadId& id) {
    CS_TRY(Upload upload, db.read([&](Tx& tx) { return mine(tx, now, actor, id); }));
    if (files.drafts.size(id.text()) < upload.received) return refuse(Problem::gone, "evidence.upload_lost");
    return upload;
}

Result<Upload> continue_upload(Database& db, EvidenceFiles& files, Instant now, const access::Actor& actor, const UploadId& id,
                               std::int64_t offset, std::string_view bytes) {
    CS_TRY(const std::int64_t days, law::law().parameters.whole_on("evidence.upload_days", legal_day(now)));
    const auto turn = files.drafts.turn(id.text());
    CS_TRY(Upload upload, upload_of(db, files, now, actor, id));
    if (offset != upload.received)
        return refuse(Problem::stale, "evidence.offset_differs", {{"offset", std::to_string(upload.received)}});
    if (static_cast<std::int64_t>(bytes.size()) > upload.size - offset) return refuse(Problem::bad_input, "evidence.too_many_bytes");
    CS_TRY_DONE(files.drafts.write(id.text(), offset, bytes));
    return db.write([&](Tx& tx) -> Result<Upload> {
        upload.received += static_cast<std::int64_t>(bytes.size());
        upload.expires_at = now + std::chrono::days(days);
        if (!UploadStore(tx).advance(id, offset, upload.received, upload.expires_at))
            return refuse(Problem::stale, "evidence.offset_differs", {{"offset", std::to_string(offset)}});
        return upload;
    });
}

Done drop_upload(Database& db, EvidenceFiles& files, Instant now, const access::Actor& actor, const UploadId& id) {
    const auto turn = files.drafts.turn(id.text());
    const Done dropped = db.write([&](Tx& tx) -> Done {
        CS_TRY_DONE(mine(tx, now, actor, id));
        UploadStore(tx).drop(id);
        return {};
    });
    if (dropped) files.drafts.remove(id.text());
    return dropped;
}

std::int64_t sweep_uploads(Database& db, EvidenceFiles& files, Instant now) {
    const auto past = db.read([&](Tx& tx) { return UploadStore(tx).past(now); });
    for (const UploadId& id : past) {
        const auto turn = files.drafts.turn(id.text());
        const Done dropped = db.write([&](Tx& tx) -> Done { return UploadStore(tx).drop(id), Done(); });
        CS_CHECK(dropped.has_value());
        files.drafts.remove(id.text());
    }
    return static_cast<std::int64_t>(past.size());
}

std::int64_t sweep_drafts(Database& db, EvidenceFiles& files) {
    std::int64_t removed = 0;
    for (const std::string& name : files.drafts.names()) {
        const auto id = UploadId::parse(name);
        if (id && db.read([&](Tx& tx) { return UploadStore(tx).find(*id).has_value(); })) continue;
        files.drafts.remove(name);
        ++removed;
    }
    return removed;
}

}    // namespace cs::assessment
