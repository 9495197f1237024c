#pragma once
// The store in a folder: ab/cdef… by digest, the first two characters a folder. Written once: a finished file is made
// durable and then renamed to its place, so a crash leaves it where it was or whole where it belongs. The files that are
// put must lie on the same file system.
#include "platform/blobs.hpp"

namespace cs::blobs {

class Folder final : public BlobStore {
public:
    explicit Folder(std::string folder) : folder_(std::move(folder)) {}    // made by the first file
    Done put(const std::string& file, const std::string& digest) override;
    std::optional<std::int64_t> size(const std::string& digest) const override;
    std::string path(const std::string& digest) const override;
    void remove(const std::string& digest) override;

private:
    std::string folder_;
};

}    // namespace cs::blobs
