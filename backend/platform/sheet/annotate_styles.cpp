#include <fmt/core.h>

#include <vector>

#include "platform/sheet/annotate_parts.hpp"
#include "platform/sheet/splice.hpp"
#include "platform/sheet/xml.hpp"

namespace cs::sheet {
namespace {

constexpr const char* colour_of_faults = "FFFFC7CE";

struct Span {
    std::size_t begin = 0, end = 0;
};

class StylesWalker final : public XmlReader {
public:
    struct List {
        Span tag;
        std::size_t close = 0;
        std::uint32_t count = 0;
        bool has_room() const { return close > tag.end; }
    };
    List fills, formats;
    std::vector<Span> formats_at;            // the whole of each <xf>
    std::vector<std::size_t> format_tags;    // the end of its start tag

private:
    List* list_named(std::string_view name) {
        return name == "fills" ? &fills : name == "cellXfs" ? &formats : nullptr;
    }
    void opens(std::string_view name, const Attributes&) override {
        if (depth() == 1) {
            inside_ = list_named(name);
            if (inside_ != nullptr) inside_->tag = {event_begin(), event_end()};
        }
        if (depth() != 2 || inside_ == nullptr) return;
        ++inside_->count;
        if (inside_ != &formats) return;
        formats_at.push_back({event_begin(), 0});
        format_tags.push_back(event_end());
    }
    void closes(std::string_view) override {
        if (depth() == 2 && inside_ == &formats) formats_at.back().end = event_end();
        if (depth() != 1 || inside_ == nullptr) return;
        inside_->close = event_begin();
        inside_ = nullptr;
    }
    List* inside_ = nullptr;
};

}    // namespace

Result<Coloured> with_coloured_styles(std::string_view styles, std::string_view part,
                                      const std::set<std::uint32_t>& wanted) {
    StylesWalker walker;
    CS_TRY_DONE(walker.read(styles, part));
    Coloured coloured{std::string(styles), {}};
    if (!walker.fills.has_room() || !walker.formats.has_room()) return coloured;
    const auto raw = [&](std::size_t begin, std::size_t end) { return styles.substr(begin, end - begin); };
    const std::string prefix = prefix_of(raw(walker.fills.tag.begin, walker.fills.tag.end));
    std::string formats;
    std::uint32_t next = walker.formats.count;
    for (const std::uint32_t style : wanted) {
        if (style >= walker.formats_at.size()) continue;
        const auto [begin, end] = walker.formats_at[style];
        const std::size_t tag_end = walker.format_tags[style];
        const std::string tag = with_attribute(
            with_attribute(raw(begin, tag_end), "fillId", std::to_string(walker.fills.count)), "applyFill", "1");
        formats += tag + std::string(raw(tag_end, std::max(tag_end, end)));
        coloured.style_of[style] = next++;
    }
    Splice splice;
    const auto recount = [&](const StylesWalker::List& list, std::uint32_t count) {
        splice.replace(list.tag.begin, list.tag.end,
                       with_attribute(raw(list.tag.begin, list.tag.end), "count", std::to_string(count)));
    };
    recount(walker.fills, walker.fills.count + 1);
    recount(walker.formats, next);
    splice.insert(walker.fills.close,
                  fmt::format("<{0}fill><{0}patternFill patternType=\"solid\"><{0}fgColor rgb=\"{1}\"/><{0}bgColor "
                              "indexed=\"64\"/></{0}patternFill></{0}fill>",
                              prefix, colour_of_faults));
    splice.insert(walker.formats.close, formats);
    coloured.styles = splice.applied(styles);
    return coloured;
}

}    // namespace cs::sheet
