#include "assessment/evidence_sight.hpp"
#include "audit/journal.hpp"
#include "base/text.hpp"

namespace cs::assessment {
namespace {

// The file goes once no evidence that still stands has its bytes. In a transaction of its own: the tombstone is durable first,
// so a crash between the two leaves a file that the next start removes, never a file nobody remembers to remove.
std::int64_t remove_bytes(Database& db, BlobStore& kept, const std::string& digest) {
    const auto left = db.write([&](Tx& tx) -> Result<std::int64_t> {
        EvidenceStore store(tx);
        store.lock_bytes(digest);
        const std::int64_t others = store.kept_with(digest);
        if (others == 0) kept.remove(digest);
        return others;
    });
    return *left;
}

// What a sheet leans on is the province's to take away: somebody may have checked against it.
Done may_purge(const EvidenceStore& store, const Permitted& permit) {
    const std::size_t sheets = store.sheets_with(permit.evidence.id).size();
    if (permit.role != access::Role::unit_head || sheets == 0) return {};
    return refuse(Problem::need_unmet, "evidence.purge_cited", {{"sheets", std::to_string(sheets)}}, "cs.evidence_purge");
}

}    // namespace

Result<Purged> purge(Database& db, BlobStore& kept, Instant now, const access::Actor& actor,
                     const std::function<std::unique_ptr<access::Tree>(Tx&)>& tree, const EvidenceId& id, PurgeGround ground,
                     const std::string& reason) {
    if (trim(reason).empty()) return refuse(Problem::bad_input, "access.reason_missing");
    auto purged = db.write([&](Tx& tx) -> Result<Purged> {
        EvidenceStore store(tx);
        store.lock(id);
        CS_TRY(const Permitted permit, permitted(tx, legal_day(now), actor, *tree(tx), access::Operation::purge_evidence, id));
        CS_TRY_DONE(still_there(permit.evidence));
        CS_TRY_DONE(may_purge(store, permit));
        store.purge(id, now, actor.person, ground, reason);
        const std::string ground_word(word_of(ground));
        audit::record(tx, now, actor.by(permit.role),
                      {audit::Event::evidence_purged, "evidence", id.text(),
                       {{"ground", std::nullopt, ground_word}, {"digest", permit.evidence.digest, std::nullopt},
                        {"uses", std::nullopt, std::to_string(permit.evidence.uses)}},
                       reason});
        return Purged{*store.find(id), store.uses(id)};
    });
    if (purged) purged->kept_for = remove_bytes(db, kept, purged->tombstone.digest);
    return purged;
}

std::optional<EvidenceId> first_lost(Tx& tx, const BlobStore& kept) {
    return EvidenceStore(tx).first_that([&](const std::string& digest, std::int64_t size) { return kept.size(digest) != size; });
}

std::int64_t remove_purged(Database& db, BlobStore& kept) {
    std::int64_t removed = 0;
    for (const std::string& digest : db.read([](Tx& tx) { return EvidenceStore(tx).purged_digests(); })) {
        if (!kept.size(digest)) continue;
        removed += remove_bytes(db, kept, digest) == 0;
    }
    return removed;
}

}    // namespace cs::assessment
