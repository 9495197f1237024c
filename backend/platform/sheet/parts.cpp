#include "platform/sheet/parts.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"

namespace cs::sheet {
namespace {

constexpr std::size_t most_styles = 65'536, most_formats = 1'024, longest_text = 4 * 32'767;

void append_utf8(std::string& out, unsigned code) {
    if (code < 0x20 && code != '\t' && code != '\n') return;
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += {static_cast<char>(0xC0 | code >> 6), static_cast<char>(0x80 | (code & 0x3F))};
    } else {
        out += {static_cast<char>(0xE0 | code >> 12), static_cast<char>(0x80 | (code >> 6 & 0x3F)),
                static_cast<char>(0x80 | (code & 0x3F))};
    }
}

// The number in "_xHHHH_"; halves of a pair are left as they are written.
std::optional<unsigned> escape_at(std::string_view raw, std::size_t at) {
    if (raw.size() < at + 7 || raw.substr(at, 2) != "_x" || raw[at + 6] != '_') return std::nullopt;
    unsigned code = 0;
    const char* end = raw.data() + at + 6;
    const auto [stopped, error] = std::from_chars(raw.data() + at + 2, end, code, 16);
    const bool half = code >= 0xD800 && code < 0xE000;
    return error == std::errc() && stopped == end && !half ? std::optional(code) : std::nullopt;
}

}    // namespace

std::string cell_text(std::string_view raw) {
    const bool plain = std::none_of(raw.begin(), raw.end(), [](char c) { return c == '_' || (c >= 0 && c < 0x20); });
    if (plain) return nfc(raw).value_or(std::string());
    std::string text;
    for (std::size_t at = 0; at < raw.size(); ++at) {
        if (const auto code = escape_at(raw, at)) {
            append_utf8(text, *code);
            at += 6;
        } else if (const auto c = static_cast<unsigned char>(raw[at]); c >= 0x20 || c == '\t' || c == '\n') {
            text += raw[at];
        }
    }
    return nfc(text).value_or(std::string());
}

void SharedStrings::opens(std::string_view name, const Attributes&) { taking_ = rich_.opens(name, depth()); }

void SharedStrings::says(std::string_view text) {
    if (!taking_) return;
    raw_ += text;
    if (raw_.size() > longest_text) damaged();
}

void SharedStrings::closes(std::string_view name) {
    taking_ = false;
    if (depth() != 1 || name != "si") return;
    bytes_ += cell_text(raw_);
    raw_.clear();
    ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
    if (bytes_.size() + 4 * ends_.size() > most_bytes_)
        give_up("sheet.too_much_text", {{"limit", std::to_string(most_bytes_ >> 20)}});
}

void Styles::opens(std::string_view name, const Attributes& attributes) {
    if (depth() == 1) in_cells_ = name == "cellXfs";
    if (depth() != 2) return;
    if (name == "numFmt" && formats_.size() < most_formats)
        formats_.emplace_back(attributes.number("numFmtId").value_or(0), shown_by(attributes.get("formatCode")));
    if (name != "xf" || !in_cells_ || shown_.size() >= most_styles) return;
    const std::uint32_t format = attributes.number("numFmtId").value_or(0);
    const auto own = std::find_if(formats_.begin(), formats_.end(), [&](const auto& f) { return f.first == format; });
    shown_.push_back(own != formats_.end() ? own->second : shown_by(static_cast<int>(format)));
}

}    // namespace cs::sheet
