#include "platform/html.hpp"

#include <fmt/core.h>

namespace cs::html {
namespace {

std::string escaped(std::string_view plain) {
    std::string out;
    out.reserve(plain.size());
    for (char c : plain) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += c;
        }
    }
    return out;
}

std::string opening(std::string_view name, const Attributes& attributes) {
    std::string out = "<" + std::string(name);
    for (const auto& [key, value] : attributes)
        if (value != "-") out += fmt::format(" {}=\"{}\"", key, escaped(value));
    return out + ">";
}

}    // namespace

Html Html::text(std::string_view plain) { return raw(escaped(plain)); }

Html tag(std::string_view name, const Attributes& attributes, const Html& inner) {
    return Html::raw(opening(name, attributes) + inner.markup() + "</" + std::string(name) + ">");
}
Html tag(std::string_view name, const Attributes& attributes, std::string_view text) {
    return tag(name, attributes, Html::text(text));
}
Html tag(std::string_view name, const Html& inner) { return tag(name, {}, inner); }
Html tag(std::string_view name, std::string_view text) { return tag(name, {}, Html::text(text)); }
Html link(const std::string& href, std::string_view text) { return tag("a", {{"href", href}}, text); }
Html empty_tag(std::string_view name, const Attributes& attributes) { return Html::raw(opening(name, attributes)); }

std::string url_part(std::string_view text) {
    std::string out;
    for (char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '.' || c == '_';
        out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

}    // namespace cs::html
