#include <algorithm>

#include "assessment/file_kinds.hpp"
#include "base/text.hpp"
#include "law/law.hpp"
#include "platform/document/content.hpp"

namespace cs::assessment {
namespace {

std::string ending_of(const std::string& file_name) {
    const std::size_t dot = file_name.rfind('.');
    return dot == std::string::npos ? "" : fold_case(file_name.substr(dot + 1));
}

bool any(std::initializer_list<std::string_view> these, std::string_view wanted) {
    return std::find(these.begin(), these.end(), wanted) != these.end();
}

tl::unexpected<Refusal> no(const char* code, Args args = {}) { return refuse(Problem::bad_input, code, std::move(args)); }

// As people call it: ".docx"; what we do not take keeps its media type.
std::string called(const std::string& media_type) {
    for (const FileKind& kind : file_kinds)
        if (kind.content == media_type) return "." + std::string(kind.ending);
    return media_type;
}

Result<document::ArchiveLimits> archive_limits(Day today) {
    const law::Parameters& parameters = law::law().parameters;
    CS_TRY(const std::int64_t entries, parameters.whole_on("evidence.archive_entries", today));
    CS_TRY(const std::int64_t megabytes, parameters.whole_on("evidence.archive_megabytes", today));
    CS_TRY(const std::int64_t ratio, parameters.whole_on("evidence.archive_ratio", today));
    return document::ArchiveLimits{entries, megabytes * 1024 * 1024, ratio};
}

}    // namespace

const FileKind* kind_of_ending(std::string_view file_name) {
    const std::string ending = ending_of(std::string(file_name));
    const auto found = std::find_if(file_kinds.begin(), file_kinds.end(), [&](const FileKind& k) { return k.ending == ending; });
    return found == file_kinds.end() ? nullptr : &*found;
}

bool shown_in_browser(std::string_view media_type) {
    return std::any_of(file_kinds.begin(), file_kinds.end(), [&](const FileKind& k) { return k.media_type == media_type && k.shown; });
}

Result<const FileKind*> check_name(const std::string& file_name) {
    if (file_name.empty() || file_name.size() > 200) return no("evidence.file_name_bad");
    const std::string ending = ending_of(file_name);
    if (any({"heic", "heif"}, ending)) return no("evidence.heic");
    if (any({"zip", "rar", "7z", "gz", "tar"}, ending)) return no("evidence.archive_not_taken");
    if (const FileKind* kind = kind_of_ending(file_name)) return kind;
    return no("evidence.type_not_taken", {{"found", ending.empty() ? "?" : "." + ending}});
}

Result<const FileKind*> check_content(const std::string& path, const std::string& file_name, Day today) {
    CS_TRY(const FileKind* const kind, check_name(file_name));
    CS_TRY(const document::ArchiveLimits limits, archive_limits(today));
    CS_TRY(const document::Content content, document::read_content(path, limits));
    if (content.encrypted) return no("evidence.encrypted", {{"name", file_name}});
    if (any({"image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence"}, content.media_type)) return no("evidence.heic");
    if (content.media_type != kind->content)
        return no("evidence.disguised", {{"name", file_name}, {"ending", "." + std::string(kind->ending)}, {"found", called(content.media_type)}});
    if (content.macros) return no("evidence.macros", {{"name", file_name}});
    return kind;
}

}    // namespace cs::assessment
