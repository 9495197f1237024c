#pragma once
// A file by its descriptor, written durably. Internal to platform/blobs. A full disk is a refusal (blobs.full), any other
// failure of the machine throws std::system_error.
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace cs::blobs {

class File {
public:
    File(const std::string& path, int flags);
    ~File();
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    std::int64_t size() const;
    void cut(std::int64_t length);
    Done write(std::int64_t offset, std::string_view bytes);
    std::size_t read(std::int64_t offset, char* into, std::size_t room) const;
    Done sync();

private:
    std::string path_;
    int fd_;
};

Done sync_folder(const std::string& path);    // the names in it are durable

}    // namespace cs::blobs
