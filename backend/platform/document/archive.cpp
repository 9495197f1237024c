#include "platform/document/archive.hpp"

#include <zip.h>

#include <memory>

namespace cs::document {
namespace {

constexpr std::int64_t harmless = 10 * 1024 * 1024;    // a ratio says nothing of a small file

struct Close {
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};

tl::unexpected<Refusal> damaged() { return refuse(Problem::bad_input, "document.archive_damaged"); }
tl::unexpected<Refusal> bomb() { return refuse(Problem::bad_input, "document.archive_bomb"); }

class Reader {
public:
    Reader(zip_t* archive, std::int64_t packed, const ArchiveLimits& limits)
        : archive_(archive), most_(std::min(limits.bytes, std::max(harmless, packed * limits.ratio))), limits_(limits) {}

    Result<Archive> read() {
        const zip_int64_t count = zip_get_num_entries(archive_, 0);
        if (count > limits_.entries) return bomb();
        for (zip_int64_t i = 0; i < count; ++i) CS_TRY_DONE(entry(static_cast<zip_uint64_t>(i)));
        return std::move(found_);
    }

private:
    Done entry(zip_uint64_t index) {
        zip_stat_t said;
        if (zip_stat_index(archive_, index, 0, &said) != 0 || (said.valid & ZIP_STAT_NAME) == 0) return damaged();
        const std::string name = said.name;
        found_.names.push_back(name);
        if ((said.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && said.encryption_method != ZIP_EM_NONE) {
            found_.encrypted = true;
            return {};
        }
        std::string* keep = name == "mimetype" ? &found_.mimetype : name == "META-INF/manifest.xml" ? &found_.manifest : nullptr;
        return unpack(index, keep);
    }

    Done unpack(zip_uint64_t index, std::string* keep) {
        const std::unique_ptr<zip_file_t, Close> entry(zip_fopen_index(archive_, index, 0));
        if (!entry) return damaged();
        for (;;) {
            const zip_int64_t n = zip_fread(entry.get(), piece_.data(), piece_.size());
            if (n < 0) return damaged();
            if (n == 0) return {};
            unpacked_ += n;
            if (unpacked_ > most_) return bomb();
            if (keep != nullptr && keep->size() < piece_.size()) keep->append(piece_, 0, static_cast<std::size_t>(n));
        }
    }

    zip_t* archive_;
    std::int64_t most_, unpacked_ = 0;
    const ArchiveLimits& limits_;
    std::string piece_ = std::string(256 * 1024, '\0');
    Archive found_;
};

}    // namespace

Result<Archive> read_archive(const std::string& path, const ArchiveLimits& limits) {
    int error = 0;
    const std::unique_ptr<zip_t, Close> archive(zip_open(path.c_str(), ZIP_RDONLY, &error));
    if (!archive) return damaged();
    zip_int64_t packed = 0;
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive.get(), 0); ++i) {
        zip_stat_t said;
        if (zip_stat_index(archive.get(), static_cast<zip_uint64_t>(i), 0, &said) == 0 && (said.valid & ZIP_STAT_COMP_SIZE) != 0)
            packed += static_cast<zip_int64_t>(said.comp_size);
    }
    return Reader(archive.get(), packed, limits).read();
}

}    // namespace cs::document
