#include "server/evidence_house.hpp"

#include <spdlog/spdlog.h>

#include <filesystem>

namespace cs::server {

std::string evidence_folder(const Settings& settings) {
    if (const std::string& given = settings.text("evidence.folder"); !given.empty()) return given;
    const std::string& url = settings.text("db.url");
    const std::filesystem::path beside = url.starts_with("sqlite:") ? std::filesystem::path(url.substr(7)).parent_path() : "var";
    return beside / "evidence";
}

void tidy(Database& db, assessment::EvidenceFiles& files, Instant now) {
    const std::int64_t unknown = assessment::sweep_drafts(db, files), past = assessment::sweep_uploads(db, files, now),
                       purged = assessment::remove_purged(db, files.kept);
    if (unknown + past + purged > 0)
        spdlog::info("evidence: removed {} unknown drafts, {} uploads past their end, {} purged files", unknown, past, purged);
}

}    // namespace cs::server
