#include "platform/sheet/archive.hpp"

#include <zip.h>

#include <algorithm>
#include <array>

#include "platform/sheet/file_kind.hpp"

namespace cs::sheet {
namespace {

tl::unexpected<Refusal> damaged(std::string_view part) {
    return refuse(Problem::bad_input, "sheet.damaged", {{"part", std::string(part)}});
}

struct FileClosing {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

// A zip ends with a record of at least 22 bytes that says where its directory is; a file cut short has none.
tl::unexpected<Refusal> unopened(std::string_view bytes) {
    const std::size_t end = bytes.rfind("PK\x05\x06");
    const bool whole = end != std::string_view::npos && bytes.size() - end >= 22;
    return whole ? damaged("zip") : refuse(Problem::bad_input, "sheet.truncated");
}

Done check_size(const zip_stat_t& entry, std::uint64_t total, const Limits& limits) {
    const bool inflated =
        entry.size > limits.ratio_from && entry.size / std::max<std::uint64_t>(entry.comp_size, 1) > limits.ratio;
    if (total > limits.total_bytes || entry.size > limits.total_bytes || inflated)
        return refuse(Problem::bad_input, "sheet.bomb", {{"limit", std::to_string(limits.total_bytes >> 20)}});
    return {};
}

}    // namespace

void Archive::Closing::operator()(zip* archive) const { zip_discard(archive); }

std::string Archive::key(std::string_view part) {
    std::string lower(part);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return lower;
}

Result<Archive> Archive::open(std::string_view bytes, const Limits& limits) {
    CS_TRY_DONE(check_is_zip(bytes));
    if (bytes.size() > limits.file_bytes)
        return refuse(Problem::bad_input, "sheet.too_large", {{"limit", std::to_string(limits.file_bytes >> 20)}});
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    CS_CHECK(source != nullptr);
    Archive archive;
    archive.zip_.reset(zip_open_from_source(source, ZIP_RDONLY, nullptr));
    if (!archive.zip_) {
        zip_source_free(source);
        return unopened(bytes);
    }
    CS_TRY_DONE(archive.list(limits));
    return archive;
}

Done Archive::list(const Limits& limits) {
    const zip_int64_t count = zip_get_num_entries(zip_.get(), 0);
    if (count < 0 || static_cast<std::size_t>(count) > limits.entries)
        return refuse(Problem::bad_input, "sheet.too_many_entries", {{"limit", std::to_string(limits.entries)}});
    std::uint64_t total = 0;
    for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(count); ++i) {
        zip_stat_t entry;
        constexpr zip_uint64_t needed =
            ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
        if (zip_stat_index(zip_.get(), i, 0, &entry) != 0 || (entry.valid & needed) != needed) return damaged("zip");
        if (entry.encryption_method != ZIP_EM_NONE) return refuse(Problem::bad_input, "sheet.encrypted");
        if (entry.comp_method != ZIP_CM_STORE && entry.comp_method != ZIP_CM_DEFLATE) return damaged(entry.name);
        total += std::min<std::uint64_t>(entry.size, limits.total_bytes + 1);
        CS_TRY_DONE(check_size(entry, total, limits));
        // Two entries of one name: programs would disagree on which one counts.
        if (!entries_.try_emplace(key(entry.name), Entry{i, entry.size}).second) return damaged(entry.name);
    }
    return {};
}

std::vector<std::string> Archive::parts() const {
    std::vector<std::string> names;
    for (const auto& [name, entry] : entries_) names.push_back(name);
    return names;
}

Done Archive::read(std::string_view part, const std::function<bool(std::string_view)>& take) const {
    const auto entry = entries_.find(key(part));
    if (entry == entries_.end()) return refuse(Problem::bad_input, "sheet.part_missing", {{"part", std::string(part)}});
    const std::unique_ptr<zip_file_t, FileClosing> file(zip_fopen_index(zip_.get(), entry->second.index, 0));
    if (!file) return damaged(part);
    std::array<char, 32 << 10> piece;
    std::uint64_t left = entry->second.bytes;
    for (;;) {
        const zip_int64_t n = zip_fread(file.get(), piece.data(), piece.size());
        // A directory that promised less than what comes out lied about its size.
        if (n < 0 || static_cast<std::uint64_t>(n) > left || (n == 0 && left > 0)) return damaged(part);
        if (n == 0) return {};
        left -= static_cast<std::uint64_t>(n);
        if (!take({piece.data(), static_cast<std::size_t>(n)})) return {};
    }
}

Result<std::string> Archive::whole(std::string_view part) const {
    std::string bytes;
    CS_TRY_DONE(read(part, [&](std::string_view piece) {
        bytes += piece;
        return true;
    }));
    return bytes;
}

}    // namespace cs::sheet
