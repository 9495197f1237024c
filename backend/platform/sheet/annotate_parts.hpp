#pragma once
// The changes annotated_copy() makes, one kind of part each. All take and give the bytes of a part.
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "platform/sheet/cell.hpp"

namespace cs::sheet {

using NotesOfSheet = std::map<Place, std::string>;

// The style a cell of each style gets: the same but coloured. Styles are added to the part as they are asked for.
struct Coloured {
    std::string styles;                                 // the changed part
    std::map<std::uint32_t, std::uint32_t> style_of;    // old -> new; empty: the part has no place for colours
};
Result<Coloured> with_coloured_styles(std::string_view styles, std::string_view part,
                                      const std::set<std::uint32_t>& wanted);

struct SheetFacts {
    std::set<std::uint32_t> styles;    // of the noted cells; 0 for those that do not exist yet
    std::string drawing;               // the relationship of its drawing of comments, if it has one
};
Result<SheetFacts> facts_of_sheet(std::string_view sheet, std::string_view part, const NotesOfSheet& notes);

// Colours the cells, making those that do not exist, and refers to the drawing of comments under `drawing` unless the
// sheet refers to one already.
struct SheetChange {
    std::map<std::uint32_t, std::uint32_t> style_of;
    std::string drawing;    // relationship id
};
Result<std::string> with_coloured_cells(std::string_view sheet, std::string_view part, const NotesOfSheet& notes,
                                        const SheetChange& change);

// Comments for the cells, added to those of `comments` (empty: a new part). `had` becomes the cells that had one.
Result<std::string> with_comments(std::string_view comments, std::string_view part, const NotesOfSheet& notes,
                                  std::string_view author, std::set<Place>& had);

// Yellow boxes for comments, added to those of `drawing` (empty: a new part). `number` of the sheet, from 1.
std::string with_comment_boxes(std::string_view drawing, const std::vector<Place>& places, std::size_t number);

}    // namespace cs::sheet
