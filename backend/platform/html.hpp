#pragma once
// Writing HTML without a template engine: text is escaped unless it is already Html, so that nothing a person typed can
// become markup.
#include <string>
#include <string_view>
#include <utility>

namespace cs::html {

class Html {
public:
    Html() = default;
    static Html raw(std::string markup) {
        Html h;
        h.markup_ = std::move(markup);
        return h;
    }
    static Html text(std::string_view plain);    // escapes & < > " '

    Html& operator+=(const Html& other) {
        markup_ += other.markup_;
        return *this;
    }
    friend Html operator+(Html a, const Html& b) { return a += b; }
    const std::string& markup() const { return markup_; }
    bool empty() const { return markup_.empty(); }

private:
    std::string markup_;
};

using Attributes = std::initializer_list<std::pair<std::string_view, std::string>>;

// <name a="…">inner</name>; attribute values are escaped, an attribute whose value is "-" is left out.
Html tag(std::string_view name, const Attributes& attributes, const Html& inner);
Html tag(std::string_view name, const Attributes& attributes, std::string_view text);
Html tag(std::string_view name, const Html& inner);
Html tag(std::string_view name, std::string_view text);
Html link(const std::string& href, std::string_view text);
Html empty_tag(std::string_view name, const Attributes& attributes);    // <input …>

std::string url_part(std::string_view text);    // percent-encoded for a path segment or a query value

}    // namespace cs::html
