#pragma once
// Which files may be evidence. One row for each ending; what the bytes must be is not left to the name. A zip is not taken:
// nobody sees what is in it, and files can be chosen many at once. GIF, WebP, TIFF and video are no papers of an office.
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "base/day.hpp"
#include "base/result.hpp"

namespace cs::assessment {

struct FileKind {
    std::string_view ending;        // lower case, without the dot
    std::string_view media_type;    // as it is served
    std::string_view content;       // what its bytes are found to be
    bool shown;                     // in the browser; the rest is only downloaded
    bool page = false;              // may be a page of a bound PDF
};

// clang-format off
inline constexpr auto file_kinds = std::to_array<FileKind>({
    {"pdf",  "application/pdf", "application/pdf", true},
    {"jpg",  "image/jpeg", "image/jpeg", true, true},
    {"jpeg", "image/jpeg", "image/jpeg", true, true},
    {"png",  "image/png", "image/png", true, true},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", false},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false},
    {"odt",  "application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text", false},
    {"ods",  "application/vnd.oasis.opendocument.spreadsheet", "application/vnd.oasis.opendocument.spreadsheet", false},
    {"doc",  "application/msword", "application/msword", false},
    {"xls",  "application/vnd.ms-excel", "application/vnd.ms-excel", false},
    {"csv",  "text/csv", "text/plain", false},
    {"txt",  "text/plain", "text/plain", false},
});
// clang-format on

const FileKind* kind_of_ending(std::string_view file_name);    // null: none is taken under this name
bool shown_in_browser(std::string_view media_type);

// What the name alone tells, before a byte travels. Refuses evidence.file_name_bad, evidence.heic,
// evidence.archive_not_taken, evidence.type_not_taken.
Result<const FileKind*> check_name(const std::string& file_name);
// The bytes are what the name says, and a person can read them. Refuses besides: evidence.disguised, evidence.encrypted,
// evidence.macros, document.archive_bomb, document.archive_damaged.
Result<const FileKind*> check_content(const std::string& path, const std::string& file_name, Day today);

}    // namespace cs::assessment
