#include "platform/blobs/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace cs::blobs {
namespace {

[[noreturn]] void fail(const std::string& path) {
    throw std::system_error(errno, std::generic_category(), path);
}

// No room on the disk, in the quota, or above the size a file of this process may have.
Done full_or_fail(const std::string& path) {
    if (errno == ENOSPC || errno == EDQUOT || errno == EFBIG) return refuse(Problem::no_room, "blobs.full");
    fail(path);
}

}    // namespace

File::File(const std::string& path, int flags) : path_(path), fd_(open(path.c_str(), flags | O_CLOEXEC, 0600)) {
    if (fd_ < 0) fail(path);
}
File::~File() { close(fd_); }

std::int64_t File::size() const {
    struct stat found{};
    if (fstat(fd_, &found) != 0) fail(path_);
    return found.st_size;
}

void File::cut(std::int64_t length) {
    if (ftruncate(fd_, length) != 0) fail(path_);
}

Done File::write(std::int64_t offset, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t n = pwrite(fd_, bytes.data(), bytes.size(), offset);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return full_or_fail(path_);
        bytes.remove_prefix(static_cast<std::size_t>(n));
        offset += n;
    }
    return {};
}

std::size_t File::read(std::int64_t offset, char* into, std::size_t room) const {
    for (;;) {
        const ssize_t n = pread(fd_, into, room, offset);
        if (n >= 0) return static_cast<std::size_t>(n);
        if (errno != EINTR) fail(path_);
    }
}

Done File::sync() {
    if (fsync(fd_) != 0) return full_or_fail(path_);
    return {};
}

Done sync_folder(const std::string& path) { return File(path, O_RDONLY | O_DIRECTORY).sync(); }

}    // namespace cs::blobs
