#pragma once
// The folder of evidence of this installation: `kept` by digest, `drafts` on their way in.
#include "assessment/upload.hpp"
#include "platform/blobs/folder.hpp"
#include "server/settings.hpp"

namespace cs::server {

class EvidenceHouse {
public:
    EvidenceHouse(const std::string& folder, std::int64_t limit)
        : kept_(folder + "/kept"), drafts_(folder + "/drafts"), files_{kept_, drafts_, limit} {}
    EvidenceHouse(const EvidenceHouse&) = delete;
    EvidenceHouse& operator=(const EvidenceHouse&) = delete;
    assessment::EvidenceFiles& files() { return files_; }

private:
    blobs::Folder kept_;
    Drafts drafts_;
    assessment::EvidenceFiles files_;
};

// evidence.folder, or its default for this database.
std::string evidence_folder(const Settings& settings);
// What a crash left: drafts nobody knows, uploads past their end, files of purged evidence. Before the server listens.
void tidy(Database& db, assessment::EvidenceFiles& files, Instant now);

}    // namespace cs::server
