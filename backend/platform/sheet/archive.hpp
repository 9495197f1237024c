#pragma once
// The zip around a workbook, opened for reading with every size bounded. Names of entries are only ever looked up,
// never used as paths of files, so "../" in them leads nowhere.
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"

struct zip;

namespace cs::sheet {

struct Limits {
    std::size_t file_bytes = 20u << 20;
    std::size_t entries = 4'000;
    std::size_t total_bytes = 256u << 20;    // of all entries, inflated
    std::size_t ratio = 200;                 // inflated to packed, of an entry above `ratio_from`
    std::size_t ratio_from = 8u << 20;
    std::size_t cells = 2'000'000;         // with content, in one reading
    std::size_t text_bytes = 64u << 20;    // of the table of shared texts
};

class Archive {
public:
    // `bytes` must outlive the archive. Refuses what is no workbook by its first bytes (file_kind.hpp) and
    // sheet.too_large, truncated, damaged, encrypted, bomb, too_many_entries.
    static Result<Archive> open(std::string_view bytes, const Limits& limits);

    // Parts are named as in the package, without the leading slash, in any case.
    bool has(std::string_view part) const { return entries_.contains(key(part)); }
    std::vector<std::string> parts() const;

    // Inflates piece by piece while `take` answers true. Refuses sheet.part_missing, sheet.damaged.
    Done read(std::string_view part, const std::function<bool(std::string_view)>& take) const;
    Result<std::string> whole(std::string_view part) const;

private:
    struct Entry {
        std::uint64_t index;
        std::uint64_t bytes;
    };
    struct Closing {
        void operator()(zip* archive) const;
    };
    static std::string key(std::string_view part);
    Done list(const Limits& limits);

    std::unique_ptr<zip, Closing> zip_;
    std::map<std::string, Entry, std::less<>> entries_;
};

}    // namespace cs::sheet
