#include "base/json_text.hpp"

#include <fmt/format.h>

namespace cs::json_text {

void quoted(std::string_view text, std::string& out) {
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\', out += c;
        else if (static_cast<unsigned char>(c) < 0x20)
            fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
        else
            out += c;
    }
    out += '"';
}

void field(std::string_view key, std::string_view text, std::string& out) {
    quoted(key, out);
    out += ':';
    quoted(text, out);
}

void maybe_field(std::string_view key, const std::optional<std::string>& text, std::string& out) {
    if (text) return field(key, *text, out);
    quoted(key, out);
    out += ":null";
}

}    // namespace cs::json_text
