#include "platform/document/content.hpp"

#include <magic.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <memory>
#include <sstream>

namespace cs::document {
namespace {

struct Close {
    void operator()(magic_t magic) const { magic_close(magic); }
};

// One for each thread: libmagic keeps its findings in the handle.
std::string by_magic(const std::string& path) {
    thread_local const std::unique_ptr<magic_set, Close> magic = [] {
        std::unique_ptr<magic_set, Close> opened(magic_open(MAGIC_MIME_TYPE | MAGIC_ERROR));
        CS_CHECK(opened && magic_load(opened.get(), nullptr) == 0);
        return opened;
    }();
    const char* found = magic_file(magic.get(), path.c_str());
    if (found == nullptr) throw std::runtime_error(std::string("libmagic: ") + magic_error(magic.get()));
    return found;
}

std::string head_of(const std::string& path) {
    std::string head(8, '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(file.gcount()));
    return head;
}

bool any_begins(const std::vector<std::string>& names, std::string_view with) {
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return name.starts_with(with); });
}
bool any_ends(const std::vector<std::string>& names, std::string_view with) {
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return name.ends_with(with); });
}

struct Office {
    std::string_view folder, media_type;
};
constexpr auto office_folders = std::to_array<Office>({
    {"word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
});

Content of_archive(const Archive& archive) {
    const auto& names = archive.names;
    if (archive.mimetype.starts_with("application/vnd.oasis.opendocument."))
        return {archive.mimetype, archive.encrypted || archive.manifest.find("encryption-data") != std::string::npos,
                any_begins(names, "Basic/") || any_begins(names, "Scripts/")};
    for (const Office& office : office_folders)
        if (any_begins(names, "[Content_Types].xml") && any_begins(names, office.folder))
            return {std::string(office.media_type), archive.encrypted, any_ends(names, "vbaProject.bin")};
    return {"application/zip", archive.encrypted, false};
}

// A new office file with a password is a compound file with a stream of this name, in UTF-16.
bool holds_encrypted_package(const std::string& path) {
    std::string name;
    for (const char c : std::string_view("EncryptedPackage")) name.append({c, '\0'});
    std::ostringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    return bytes.str().find(name) != std::string::npos;
}

// libmagic guesses the purpose of a text ("C source") from a few words; only markup matters here.
bool plain_text(std::string_view type) {
    constexpr auto markup = std::to_array<std::string_view>({"text/html", "text/xml", "text/rtf"});
    if (std::find(markup.begin(), markup.end(), type) != markup.end()) return false;
    return type.starts_with("text/") || type == "application/json" || type == "application/csv";
}

}    // namespace

Result<Content> read_content(const std::string& path, const ArchiveLimits& limits) {
    const std::string head = head_of(path);
    if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) {
        CS_TRY(const Archive archive, read_archive(path, limits));
        return of_archive(archive);
    }
    const std::string type = by_magic(path);
    if (head == "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") return Content{type, holds_encrypted_package(path), false};
    return Content{plain_text(type) ? "text/plain" : type, false, false};
}

}    // namespace cs::document
