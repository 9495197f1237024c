#include <fmt/core.h>

#include <charconv>

#include "platform/sheet/annotate_parts.hpp"
#include "platform/sheet/splice.hpp"
#include "platform/sheet/xml.hpp"

namespace cs::sheet {
namespace {

constexpr const char* new_comments =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<comments "
    "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors></authors><commentList></"
    "commentList></comments>";

constexpr const char* new_drawing =
    "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
    "xmlns:x=\"urn:schemas-microsoft-com:office:excel\"></xml>";

// Boxes are told apart by numbers that are unique in a workbook: a sheet has a thousand and twenty-four of its own.
constexpr std::size_t numbers_of_a_sheet = 1024;

class CommentsWalker final : public XmlReader {
public:
    explicit CommentsWalker(std::string_view bytes) : bytes_(bytes) {}
    std::size_t authors_close = 0, list_close = 0, authors = 0;
    std::map<Place, std::size_t> text_close;
    std::string prefix;

private:
    void opens(std::string_view name, const Attributes& attributes) override {
        if (depth() == 0) prefix = prefix_of(bytes_.substr(event_begin(), event_end() - event_begin()));
        if (depth() == 2 && name == "author") ++authors;
        if (depth() == 2 && name == "comment") at_ = parse_place(attributes.get("ref"));
    }
    void closes(std::string_view name) override {
        if (depth() == 1 && name == "authors") authors_close = event_begin();
        if (depth() == 1 && name == "commentList") list_close = event_begin();
        if (depth() == 3 && name == "text" && at_) text_close[*at_] = event_begin();
    }
    std::string_view bytes_;
    std::optional<Place> at_;
};

std::string run(const std::string& prefix, const std::string& text) {
    return fmt::format(
        "<{0}r><{0}rPr><{0}sz val=\"10\"/><{0}color indexed=\"81\"/><{0}rFont val=\"Tahoma\"/></{0}rPr><{0}t "
        "xml:space=\"preserve\">{1}</{0}t></{0}r>",
        prefix, escaped(text));
}

std::size_t greatest_number(std::string_view drawing) {
    constexpr std::string_view sign = "_x0000_s";
    std::size_t greatest = 0;
    for (std::size_t at = drawing.find(sign); at != std::string_view::npos; at = drawing.find(sign, at + 1)) {
        std::size_t n = 0;
        std::from_chars(drawing.data() + at + sign.size(), drawing.data() + drawing.size(), n);
        greatest = std::max(greatest, n);
    }
    return greatest;
}

// Every element declares its names itself: the drawing it stands in may call them otherwise.
constexpr const char* box_type =
    R"(<v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>)";

std::string box(std::size_t number, Place place) {
    const std::uint32_t row = place.row - 1, column = place.column, top = row == 0 ? 0 : row - 1;
    return fmt::format(
        R"(<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" )"
        R"(id="_x0000_s{}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:200pt;height:80pt;z-index:1;visibility:hidden" )"
        R"(fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>)"
        R"(<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>)"
        R"(<x:Anchor>{}, 15, {}, 10, {}, 15, {}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{}</x:Row><x:Column>{}</x:Column></x:ClientData></v:shape>)",
        number, column + 1, top, column + 4, top + 5, row, column);
}

}    // namespace

Result<std::string> with_comments(std::string_view comments, std::string_view part, const NotesOfSheet& notes,
                                  std::string_view author, std::set<Place>& had) {
    const std::string_view bytes = comments.empty() ? new_comments : comments;
    CommentsWalker walker(bytes);
    CS_TRY_DONE(walker.read(bytes, part));
    if (walker.authors_close == 0 || walker.list_close == 0)
        return refuse(Problem::bad_input, "sheet.damaged", {{"part", std::string(part)}});
    Splice splice;
    splice.insert(walker.authors_close, fmt::format("<{0}author>{1}</{0}author>", walker.prefix, escaped(author)));
    std::string added;
    for (const auto& [place, text] : notes) {
        if (const auto old = walker.text_close.find(place); old != walker.text_close.end()) {
            had.insert(place);
            splice.insert(old->second, run(walker.prefix, "\n" + text));
        } else {
            added += fmt::format("<{0}comment ref=\"{1}\" authorId=\"{2}\"><{0}text>{3}</{0}text></{0}comment>",
                                 walker.prefix, address(place), walker.authors, run(walker.prefix, text));
        }
    }
    splice.insert(walker.list_close, added);
    return splice.applied(bytes);
}

std::string with_comment_boxes(std::string_view drawing, const std::vector<Place>& places, std::size_t number) {
    const std::string_view bytes = drawing.empty() ? new_drawing : drawing;
    std::size_t next = std::max(greatest_number(drawing), number * numbers_of_a_sheet);
    std::string boxes;
    if (drawing.empty())
        boxes +=
            fmt::format("<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"{}\"/></o:shapelayout>", number);
    if (bytes.find("id=\"_x0000_t202\"") == std::string_view::npos) boxes += box_type;
    for (const Place place : places) boxes += box(++next, place);
    // Not every program writes these drawings as well-formed XML, so their end is found as text.
    const std::size_t end = bytes.rfind("</xml>");
    Splice splice;
    splice.insert(end == std::string_view::npos ? bytes.size() : end, std::move(boxes));
    return splice.applied(bytes);
}

}    // namespace cs::sheet
