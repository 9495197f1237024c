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

}    // namespace

// What a sheet leans on is the province's to take away: somebody may have checked against it.
Result<access::Role> may_purge(Tx& tx, Day today, const access::Actor& actor, const access::Tree& tree, const Evidence& evidence) {
    CS_TRY(const access::Role role, may_over(tx, today, actor, tree, access::Operation::purge_evidence, evidence.unit));
    CS_TRY_DONE(still_there(evidence));
    if (role == access::Role::unit_head && !EvidenceStore(tx).sheets_with(evidence.id).empty())
        return refuse(Problem::need_unmet, "evidence.purge_cited", {}, "cs.evidence_purge");
    return role;
}

Result<Purged> purge(Database& db, BlobStore& kept, Instant now, const access::Actor& actor,
                     const std::function<std::unique_ptr<access::Tree>(Tx&)>& tree, const EvidenceId& id, PurgeGround ground,
                     const std::string& reason) {
    if (trim(reason).empty()) return refuse(Problem::bad_input, "access.reason_missing");
    auto purged = db.write([&](Tx& tx) -> Result<Purged> {
        EvidenceStore store(tx);
        store.lock(id);
        const auto units = tree(tx);
        CS_TRY(const Evidence evidence, visible(tx, legal_day(now), actor, *units, id));
        CS_TRY(const access::Role role, may_purge(tx, legal_day(now), actor, *units, evidence));
        store.purge(id, now, actor.person, ground, reason);
        const std::string ground_word(word_of(ground));
        audit::record(tx, now, actor.by(role),
                      {audit::Event::evidence_purged, "evidence", id.text(),
                       {{"ground", std::nullopt, ground_word}, {"digest", evidence.digest, std::nullopt},
                        {"uses", std::nullopt, std::to_string(evidence.uses)}},
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
