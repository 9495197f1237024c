#include "platform/sheet/splice.hpp"

#include <fmt/core.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "platform/sheet/xml.hpp"

namespace cs::sheet {
namespace {

struct Span {
    std::size_t begin = std::string_view::npos, end = 0;    // with the blank before it
};

// Where ` name="value"` stands in a tag that an XML parser has accepted.
Span attribute_in(std::string_view tag, std::string_view name) {
    std::size_t at = std::min(tag.find_first_of(" \t\r\n/>"), tag.size());
    while (at < tag.size()) {
        const std::size_t begin = at;
        at = std::min(tag.find_first_not_of(" \t\r\n", at), tag.size());
        const std::size_t word = at;
        at = std::min(tag.find_first_of(" \t\r\n=/>", at), tag.size());
        const std::string_view found = tag.substr(word, at - word);
        const std::size_t open = tag.find_first_of("\"'", at);
        if (found.empty() || open == std::string_view::npos) break;
        at = std::min(tag.find(tag[open], open + 1), tag.size() - 1) + 1;
        if (found == name) return {begin, at};
    }
    return {};
}

class RootReader final : public XmlReader {
public:
    std::size_t open_begin = 0, open_end = 0, close_begin = 0;

private:
    void opens(std::string_view, const Attributes&) override {
        if (depth() == 0) open_begin = event_begin(), open_end = event_end();
    }
    void closes(std::string_view) override {
        if (depth() == 0) close_begin = event_begin();
    }
};

}    // namespace

std::string Splice::applied(std::string_view bytes) const {
    std::vector<Cut> cuts = cuts_;
    std::stable_sort(cuts.begin(), cuts.end(), [](const Cut& a, const Cut& b) { return a.begin < b.begin; });
    std::string whole;
    std::size_t at = 0;
    for (const Cut& cut : cuts) {
        CS_CHECK(at <= cut.begin && cut.begin <= cut.end && cut.end <= bytes.size());
        whole += bytes.substr(at, cut.begin - at);
        whole += cut.by;
        at = cut.end;
    }
    return whole += bytes.substr(at);
}

std::string escaped(std::string_view text) {
    std::string out;
    const auto length = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < length;) {
        UChar32 c = 0;
        U8_NEXT(text.data(), at, length, c);
        const bool plain =
            c >= 0x20 && c < 0x7F && std::string_view("<>&\"'").find(static_cast<char>(c)) == std::string_view::npos;
        if (plain)
            out += static_cast<char>(c);
        else if (c >= 0x20 || c == '\n' || c == '\t')
            out += fmt::format("&#{};", static_cast<int>(c));
    }
    return out;
}

std::string with_attribute(std::string_view tag, std::string_view name, std::string_view value) {
    std::string changed = without_attribute(tag, name);
    changed.insert(std::min(changed.find_first_of(" \t\r\n/>"), changed.size()),
                   fmt::format(" {}=\"{}\"", name, value));
    return changed;
}

std::string without_attribute(std::string_view tag, std::string_view name) {
    std::string changed(tag);
    if (const Span found = attribute_in(tag, name); found.begin != std::string_view::npos)
        changed.erase(found.begin, found.end - found.begin);
    return changed;
}

std::string prefix_of(std::string_view tag) {
    const std::size_t end = std::min(tag.find_first_of(" \t\r\n/>"), tag.size());
    const std::size_t colon = tag.substr(0, end).find(':');
    return colon == std::string_view::npos ? "" : std::string(tag.substr(1, colon));
}

bool closes_itself(std::string_view tag) { return tag.ends_with("/>"); }

Result<std::string> with_last_child(std::string_view bytes, std::string_view part, std::string_view inner) {
    RootReader root;
    CS_TRY_DONE(root.read(bytes, part));
    const std::string_view tag = bytes.substr(root.open_begin, root.open_end - root.open_begin);
    Splice splice;
    if (closes_itself(tag)) {
        const std::string_view name = tag.substr(1, tag.find_first_of(" \t\r\n/>") - 1);
        splice.replace(root.open_end - 2, root.open_end, fmt::format(">{}</{}>", inner, name));
    } else {
        splice.insert(root.close_begin, std::string(inner));
    }
    return splice.applied(bytes);
}

}    // namespace cs::sheet
