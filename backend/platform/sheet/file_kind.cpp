#include "platform/sheet/file_kind.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace cs::sheet {
namespace {

// Names of streams stand in the directory of a compound file as UTF-16.
bool has_stream(std::string_view bytes, std::string_view name) {
    std::string wide;
    for (char c : name) wide += {c, '\0'};
    return bytes.find(wide) != std::string_view::npos;
}

bool looks_like_text(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 4096);
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) return true;    // "Unicode text" of Excel
    return std::all_of(head.begin(), head.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\r' || c == '\n';
    });
}

}    // namespace

Done check_is_zip(std::string_view bytes) {
    if (bytes.empty()) return refuse(Problem::bad_input, "sheet.empty_file");
    if (bytes.starts_with("PK\x03\x04")) return {};
    if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) {
        if (has_stream(bytes, "EncryptedPackage")) return refuse(Problem::bad_input, "sheet.encrypted");
        if (has_stream(bytes, "Workbook") || has_stream(bytes, "Book"))
            return refuse(Problem::bad_input, "sheet.old_format");
        return refuse(Problem::bad_input, "sheet.wrong_type");
    }
    if (bytes.starts_with("%PDF-") || !looks_like_text(bytes)) return refuse(Problem::bad_input, "sheet.wrong_type");
    std::string_view text = bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
    // Many older systems save a page of HTML or XML under the name .xls.
    if (trim(text.substr(0, 4096)).starts_with('<')) return refuse(Problem::bad_input, "sheet.is_web_page");
    return refuse(Problem::bad_input, "sheet.is_text");
}

}    // namespace cs::sheet
