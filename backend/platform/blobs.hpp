#pragma once
// Files too big for a row: kept for ever under the digest of their bytes, or still on their way in. What a module may know
// of them; the folder that holds them is opened by server/ (platform/blobs/folder.hpp), another store would stand beside it.
#include <array>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace cs {

// Content-addressed: the same bytes are kept once however often they are put, and never change.
class BlobStore {
public:
    virtual ~BlobStore() = default;
    // Takes a finished file over; it is gone from where it was. `digest` is file_digest of it. Durable on return. Refuses
    // blobs.full, which leaves the file where it was.
    virtual Done put(const std::string& file, const std::string& digest) = 0;
    virtual std::optional<std::int64_t> size(const std::string& digest) const = 0;    // nullopt: not here
    virtual std::string path(const std::string& digest) const = 0;                    // of a file with these bytes, to read
    virtual void remove(const std::string& digest) = 0;                               // also when it is not here
};

// Files on their way in, in a folder of this machine: written piece by piece, each durable before it is acknowledged. How
// far one has come is known to whoever writes it; what stands behind that is of a write that was never acknowledged.
class Drafts {
public:
    explicit Drafts(std::string folder);    // made by the first write

    // The bytes stand at `offset`, and nothing behind them, durably. Refuses blobs.full, after which the draft ends at
    // `offset`, and blobs.draft_lost: it is shorter than that.
    Done write(const std::string& name, std::int64_t offset, std::string_view bytes);
    std::int64_t size(const std::string& name) const;    // 0 when there is none
    std::string path(const std::string& name) const;
    void remove(const std::string& name);    // also when there is none
    std::vector<std::string> names() const;
    // While it is held nobody else writes this draft.
    std::unique_lock<std::mutex> turn(const std::string& name);

private:
    std::string folder_;
    std::array<std::mutex, 64> turns_;
};

std::string file_digest(const std::string& path);    // as digest() of its bytes, without holding them all

}    // namespace cs
