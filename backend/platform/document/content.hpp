#pragma once
// What a file is, by its bytes and not by its name. Seen by *_doc files only.
#include <string>

#include "base/result.hpp"
#include "platform/document/archive.hpp"

namespace cs::document {

struct Content {
    std::string media_type;    // plain text of whatever charset and purpose is text/plain
    bool encrypted = false;    // nobody can read it without a password
    bool macros = false;       // it carries a program
};

// Office files are archives or compound files and are looked into; what they weigh unpacked is bounded. Refuses what
// read_archive refuses.
Result<Content> read_content(const std::string& path, const ArchiveLimits& limits);

}    // namespace cs::document
