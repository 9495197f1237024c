#include <fcntl.h>

#include <csignal>
#include <filesystem>
#include <functional>

#include "base/digest.hpp"
#include "platform/blobs.hpp"
#include "platform/blobs/file.hpp"

namespace cs {

namespace fs = std::filesystem;

Drafts::Drafts(std::string folder) : folder_(std::move(folder)) {
    std::signal(SIGXFSZ, SIG_IGN);    // a limit on the size of files is a full disk, not the end of the program
}

Done Drafts::write(const std::string& name, std::int64_t offset, std::string_view bytes) {
    const bool fresh = !fs::exists(path(name));
    if (fresh) fs::create_directories(folder_);
    blobs::File file(path(name), O_WRONLY | O_CREAT);
    if (file.size() < offset) return refuse(Problem::gone, "blobs.draft_lost");
    file.cut(offset);
    const Done written = file.write(offset, bytes);
    const Done durable = written ? file.sync() : written;
    if (!durable) file.cut(offset);
    if (durable && fresh) return blobs::sync_folder(folder_);
    return durable;
}

std::int64_t Drafts::size(const std::string& name) const {
    std::error_code missing;
    const std::uintmax_t size = fs::file_size(path(name), missing);
    return missing ? 0 : static_cast<std::int64_t>(size);
}

std::string Drafts::path(const std::string& name) const {
    CS_CHECK(!name.empty() && name.find_first_of("/.") == std::string::npos);    // never out of the folder
    return folder_ + '/' + name;
}

void Drafts::remove(const std::string& name) { fs::remove(path(name)); }

std::vector<std::string> Drafts::names() const {
    std::vector<std::string> all;
    if (!fs::exists(folder_)) return all;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder_)) all.push_back(entry.path().filename());
    return all;
}

std::unique_lock<std::mutex> Drafts::turn(const std::string& name) {
    return std::unique_lock(turns_[std::hash<std::string>()(name) % turns_.size()]);
}

std::string file_digest(const std::string& path) {
    const blobs::File file(path, O_RDONLY);
    Digest sum;
    std::string piece(256 * 1024, '\0');
    std::int64_t at = 0;
    while (const std::size_t n = file.read(at, piece.data(), piece.size())) {
        sum.add(std::string_view(piece).substr(0, n));
        at += static_cast<std::int64_t>(n);
    }
    return sum.hex();
}

}    // namespace cs
