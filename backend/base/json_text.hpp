#pragma once
// JSON written field by field, for documents whose very bytes are promised (offline commands, packages with a digest).
// Replies of the API are written by platform/json.
#include <optional>
#include <string>
#include <string_view>

namespace cs::json_text {

void quoted(std::string_view text, std::string& out);                                    // "text"
void field(std::string_view key, std::string_view text, std::string& out);               // "key":"text"
void maybe_field(std::string_view key, const std::optional<std::string>& text, std::string& out);    // or "key":null

template <class All, class Print>
void listed(std::string_view key, const All& all, std::string& out, Print print) {       // "key":[…,…]
    quoted(key, out);
    out += ":[";
    bool first = true;
    for (const auto& one : all) {
        if (!first) out += ',';
        first = false;
        print(one);
    }
    out += ']';
}

}    // namespace cs::json_text
