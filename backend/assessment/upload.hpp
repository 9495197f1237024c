#pragma once
// Files on their way in: announced with their size and a declaration, sent in pieces that survive a restart, then looked at
// and made evidence, or bound as pages of one.
#include <memory>

#include "assessment/evidence.hpp"

namespace cs::assessment {

using UploadId = Id<struct UploadTag>;

struct Upload {
    UploadId id;
    UnitId unit;
    std::string title, file_name;
    std::optional<Day> evidence_expires_on;
    std::int64_t size, received;
    Instant declared_at;
    PersonId started_by;
    Instant expires_at;    // pushed on by each piece
    bool complete() const { return received == size; }
};

// Where files are, and how large one may be (a setting).
struct EvidenceFiles {
    BlobStore& kept;
    Drafts& drafts;
    std::int64_t limit;    // bytes
};

using TreeOf = std::function<std::unique_ptr<access::Tree>(Tx&)>;

struct NewUpload {
    UnitId unit;
    std::string file_name;    // a path is cut to its last part
    std::string title;        // empty: the file's name without its ending
    std::optional<Day> evidence_expires_on;
    std::int64_t size;
    bool declared = false;    // "không chứa bí mật nhà nước"
};
// Refuses evidence.not_declared, evidence.empty_file, evidence.too_large, evidence.too_many_uploads, org.unit_not_on_day,
// access.not_your_unit, and by its name what check_name refuses. Sweeps what nobody went on with in time.
Result<Upload> start_upload(Database& db, EvidenceFiles& files, Instant now, const access::Actor& actor, const TreeOf& tree,
                            const NewUpload& upload);
// Only whoever started it goes on with it. Refuses evidence.upload_unknown, evidence.upload_expired, and
// evidence.upload_lost when its draft is gone.
Result<Upload> upload_of(Database& db, EvidenceFiles& files, Instant now, const access::Actor& actor, const UploadId& id);
// The piece is durable when this answers. Refuses besides: evidence.offset_differs {offset}, evidence.too_many_bytes,
// blobs.full.
Result<Upload> continue_upload(Database& db, EvidenceFiles& files, Instant now, const access::Actor& actor, const UploadId& id,
                               std::int64_t offset, std::string_view bytes);
Done drop_upload(Database& db, EvidenceFiles& files, Instant now, const access::Actor& actor, const UploadId& id);

// The file is looked at and becomes evidence of its unit. What is refused for its content leaves nothing behind. Refuses
// besides: evidence.upload_unfinished, what check_content refuses, blobs.full.
Result<Evidence> finish_upload(Database& db, EvidenceFiles& files, Instant now, const access::Actor& actor, const TreeOf& tree,
                               const UploadId& id);

struct PageSource {
    std::optional<UploadId> upload;    // complete; it is used up
    std::optional<EvidenceId> evidence;
};
struct NewBinding {
    UnitId unit;
    std::string title;
    std::optional<Day> evidence_expires_on;
    std::vector<PageSource> pages;
};
// Photographed pages, in their order, become one PDF. Refuses evidence.title_missing, evidence.page_source,
// evidence.too_many_pages, what upload_of and visible refuse, and what document::bind_pages refuses.
Result<Evidence> bind_pages(Database& db, EvidenceFiles& files, Instant now, const access::Actor& actor, const TreeOf& tree,
                            const NewBinding& binding);

// Uploads nobody went on with in time are dropped. Answers how many.
std::int64_t sweep_uploads(Database& db, EvidenceFiles& files, Instant now);
// Drafts no upload knows of, which only a crash leaves. For the start of the server, while nobody sends.
std::int64_t sweep_drafts(Database& db, EvidenceFiles& files);

}    // namespace cs::assessment
