#pragma once
// A zip archive looked into without unpacking it to disk. Seen by *_doc files only.
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace cs::document {

struct ArchiveLimits {
    std::int64_t entries;    // how many it may hold
    std::int64_t bytes;      // what all of them may weigh unpacked
    std::int64_t ratio;      // how many times its own size that may be, once it is more than 10 MB
};

struct Archive {
    std::vector<std::string> names;
    bool encrypted = false;    // some entry is
    std::string mimetype;      // the entry of that name, by which an OpenDocument says what it is
    std::string manifest;      // the entry META-INF/manifest.xml
};

// Every entry is unpacked and counted, because a header may lie. Refuses document.archive_bomb, document.archive_damaged.
Result<Archive> read_archive(const std::string& path, const ArchiveLimits& limits);

}    // namespace cs::document
