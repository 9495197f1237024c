#include "platform/blobs/folder.hpp"

#include <fcntl.h>

#include <filesystem>

#include "platform/blobs/file.hpp"

namespace cs::blobs {

namespace fs = std::filesystem;

Done Folder::put(const std::string& file, const std::string& digest) {
    File finished(file, O_RDWR);
    // One that is shorter than it should be was damaged by the machine and is mended.
    if (size(digest) == finished.size()) return fs::remove(file), Done();
    CS_TRY_DONE(finished.sync());
    const fs::path target = path(digest), shelf = target.parent_path();
    if (fs::create_directories(shelf)) CS_TRY_DONE(sync_folder(folder_));
    fs::rename(file, target);
    return sync_folder(shelf);
}

std::optional<std::int64_t> Folder::size(const std::string& digest) const {
    std::error_code missing;
    const std::uintmax_t size = fs::file_size(path(digest), missing);
    return missing ? std::nullopt : std::optional(static_cast<std::int64_t>(size));
}

std::string Folder::path(const std::string& digest) const {
    CS_CHECK(digest.size() == 64 && digest.find_first_not_of("0123456789abcdef") == std::string::npos);
    return folder_ + '/' + digest.substr(0, 2) + '/' + digest.substr(2);
}

void Folder::remove(const std::string& digest) {
    const fs::path target = path(digest);
    if (fs::remove(target)) static_cast<void>(sync_folder(target.parent_path()));    // no room is no reason to keep it
}

}    // namespace cs::blobs
