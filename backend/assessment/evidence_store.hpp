#pragma once
// Evidence, its citations and uploads in storage.
#include "assessment/upload.hpp"

namespace cs::assessment {

class EvidenceStore {
public:
    explicit EvidenceStore(Tx& tx) : tx_(tx) {}

    // Until the transaction ends: whoever puts or removes these bytes waits.
    void lock_bytes(const std::string& digest);
    void lock(const EvidenceId& id);

    std::optional<Evidence> find(const EvidenceId& id) const;
    EvidencePage list(const std::vector<UnitId>& units, const EvidenceFilter& filter, const std::optional<EvidenceId>& after,
                      int limit) const;
    void add(const Evidence& evidence);
    void replace(const EvidenceId& old, const EvidenceId& newer);
    void purge(const EvidenceId& id, Instant at, const std::optional<PersonId>& by, PurgeGround ground, const std::string& reason);
    std::int64_t kept_with(const std::string& digest) const;    // evidence of these bytes that is not purged
    std::vector<std::string> purged_digests() const;            // of which no other evidence is left
    std::optional<EvidenceId> first_that(const std::function<bool(const std::string& digest, std::int64_t size)>& fails) const;

    std::vector<SheetId> sheets_with(const EvidenceId& id) const;    // that lean on it, or were sent with it as their paper
    bool cited(const Citation& what) const;
    void cite(const Citation& what, Instant at, const std::optional<PersonId>& by);
    void uncite(const Citation& what, Instant at, const std::optional<PersonId>& by);
    std::vector<CitedEvidence> cited_in(const SheetId& sheet) const;
    std::vector<Use> uses(const EvidenceId& id) const;

private:
    Tx& tx_;
};

class UploadStore {
public:
    explicit UploadStore(Tx& tx) : tx_(tx) {}
    std::optional<Upload> find(const UploadId& id) const;
    std::int64_t of_person(const PersonId& person, Instant now) const;    // that can still go on
    std::vector<UploadId> past(Instant now) const;    // nobody went on with them in time
    void add(const Upload& upload);
    bool advance(const UploadId& id, std::int64_t from, std::int64_t to, Instant expires_at);    // false: it stood elsewhere
    bool drop(const UploadId& id);

private:
    Tx& tx_;
};

}    // namespace cs::assessment
