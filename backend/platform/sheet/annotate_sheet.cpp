#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <optional>

#include "platform/sheet/annotate_parts.hpp"
#include "platform/sheet/splice.hpp"
#include "platform/sheet/xml.hpp"

namespace cs::sheet {
namespace {

// What stands behind <legacyDrawing> in a worksheet (ECMA-376 part 1, 18.3.1.99).
constexpr std::array<std::string_view, 10> behind_drawing = {
    "legacyDrawingHF", "drawingHF",  "picture",          "oleObjects", "controls",
    "webPublishItems", "tableParts", "AlternateContent", "extLst",     "smartTags"};

// Walks a worksheet and tells of its rows and cells with their places in the bytes.
class CellWalker : public XmlReader {
public:
    explicit CellWalker(std::string_view bytes) : bytes_(bytes) {}

protected:
    struct Tag {
        std::size_t begin, end;
    };
    virtual void row_opens(std::uint32_t, Tag) {}
    virtual void cell_opens(Place, Tag, std::uint32_t) {}
    virtual void row_closes(std::uint32_t, std::size_t) {}
    virtual void data_opens(Tag) {}
    virtual void data_closes(std::size_t) {}
    virtual void other_opens(std::string_view, Tag, const Attributes&) {}
    virtual void sheet_closes(std::size_t) {}
    std::string_view of(Tag tag) const { return bytes_.substr(tag.begin, tag.end - tag.begin); }
    std::string prefix;

private:
    void opens(std::string_view name, const Attributes& attributes) override {
        const Tag tag{event_begin(), event_end()};
        if (depth() == 1) {
            in_data_ = name == "sheetData";
            if (in_data_) prefix = prefix_of(of(tag));
            return in_data_ ? data_opens(tag) : other_opens(name, tag, attributes);
        }
        if (!in_data_) return;
        if (depth() == 2 && name == "row") {
            row_ = attributes.number("r").value_or(row_ + 1), column_ = 0;
            row_opens(row_, tag);
        } else if (depth() == 3 && name == "c") {
            if (const auto place = parse_place(attributes.get("r"))) column_ = place->column;
            cell_opens({row_, column_++}, tag, attributes.number("s").value_or(0));
        }
    }
    void closes(std::string_view) override {
        if (depth() == 0) sheet_closes(event_begin());
        if (depth() == 1 && in_data_) data_closes(event_begin()), in_data_ = false;
        if (depth() == 2 && in_data_) row_closes(row_, event_begin());
    }

    std::string_view bytes_;
    std::uint32_t row_ = 0, column_ = 0;
    bool in_data_ = false;
};

class Finder final : public CellWalker {
public:
    Finder(std::string_view bytes, const NotesOfSheet& notes) : CellWalker(bytes), notes_(notes) {}
    std::map<Place, std::uint32_t> style_of;
    std::string drawing;

private:
    void cell_opens(Place place, Tag, std::uint32_t style) override {
        if (notes_.contains(place)) style_of[place] = style;
    }
    void other_opens(std::string_view name, Tag, const Attributes& attributes) override {
        if (name == "legacyDrawing") drawing = attributes.get("id");
    }
    const NotesOfSheet& notes_;
};

class Colouring final : public CellWalker {
public:
    Colouring(std::string_view bytes, const NotesOfSheet& notes, const SheetChange& change)
        : CellWalker(bytes), change_(change), next_(notes.begin()), end_(notes.end()) {}
    Splice splice;

private:
    std::string style(std::uint32_t of) const {
        const auto found = change_.style_of.find(of);
        return found == change_.style_of.end() ? std::to_string(of) : std::to_string(found->second);
    }
    // The noted cells up to `until` that do not exist, as XML.
    std::string cells_before(Place until) {
        std::string made;
        for (; next_ != end_ && next_->first < until; ++next_)
            made += fmt::format("<{}c r=\"{}\" s=\"{}\"/>", prefix, address(next_->first), style(0));
        return made;
    }
    std::string rows_before(std::uint32_t row) {
        std::string made;
        while (next_ != end_ && next_->first.row < row) {
            const std::uint32_t own = next_->first.row;
            const std::string cells = cells_before({own + 1, 0});
            made += fmt::format("<{0}row r=\"{1}\">{2}</{0}row>", prefix, own, cells);
        }
        return made;
    }

    void row_opens(std::uint32_t row, Tag tag) override {
        splice.insert(tag.begin, rows_before(row));
        if (next_ == end_ || next_->first.row != row) return;
        empty_row_ = closes_itself(of(tag));
        std::string changed = without_attribute(of(tag), "spans");    // a promise about columns that may no longer hold
        if (empty_row_)
            changed = changed.substr(0, changed.size() - 2) + ">" + cells_before({row + 1, 0}) + "</" + prefix + "row>";
        splice.replace(tag.begin, tag.end, std::move(changed));
    }
    void cell_opens(Place place, Tag tag, std::uint32_t old) override {
        splice.insert(tag.begin, cells_before(place));
        if (next_ == end_ || next_->first != place) return;
        splice.replace(tag.begin, tag.end, with_attribute(of(tag), "s", style(old)));
        ++next_;
    }
    void row_closes(std::uint32_t row, std::size_t at) override {
        if (!std::exchange(empty_row_, false)) splice.insert(at, cells_before({row + 1, 0}));
    }
    void data_opens(Tag tag) override {
        empty_data_ = closes_itself(of(tag));
        if (!empty_data_) return;
        const std::string rows = rows_before(most_rows + 1);
        splice.replace(tag.end - 2, tag.end, ">" + rows + "</" + prefix + "sheetData>");
    }
    void data_closes(std::size_t at) override {
        if (!empty_data_) splice.insert(at, rows_before(most_rows + 1));
    }
    void other_opens(std::string_view name, Tag tag, const Attributes&) override {
        has_drawing_ = has_drawing_ || name == "legacyDrawing";
        const bool behind = std::find(behind_drawing.begin(), behind_drawing.end(), name) != behind_drawing.end();
        if (behind) refer_to_drawing(tag.begin);
    }
    void sheet_closes(std::size_t at) override { refer_to_drawing(at); }
    void refer_to_drawing(std::size_t at) {
        if (std::exchange(has_drawing_, true) || change_.drawing.empty()) return;
        splice.insert(
            at, fmt::format(
                    "<{}legacyDrawing "
                    "xmlns:csr=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" csr:id=\"{}\"/>",
                    prefix, change_.drawing));
    }

    const SheetChange& change_;
    NotesOfSheet::const_iterator next_, end_;
    bool empty_row_ = false, empty_data_ = false, has_drawing_ = false;
};

}    // namespace

Result<SheetFacts> facts_of_sheet(std::string_view sheet, std::string_view part, const NotesOfSheet& notes) {
    Finder finder(sheet, notes);
    CS_TRY_DONE(finder.read(sheet, part));
    SheetFacts facts{{}, std::move(finder.drawing)};
    for (const auto& [place, text] : notes) {
        const auto found = finder.style_of.find(place);
        facts.styles.insert(found == finder.style_of.end() ? 0 : found->second);
    }
    return facts;
}

Result<std::string> with_coloured_cells(std::string_view sheet, std::string_view part, const NotesOfSheet& notes,
                                        const SheetChange& change) {
    Colouring colouring(sheet, notes, change);
    CS_TRY_DONE(colouring.read(sheet, part));
    return colouring.splice.applied(sheet);
}

}    // namespace cs::sheet
