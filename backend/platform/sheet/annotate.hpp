#pragma once
// The same workbook with a comment and a colour beside faulty cells, so that a person mends his own file.
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "platform/sheet/archive.hpp"
#include "platform/sheet/cell.hpp"

namespace cs::sheet {

struct Note {
    std::size_t sheet;    // as in Workbook::sheets()
    Place place;
    std::string text;
};

// Notes at one cell are joined; a cell that has a comment keeps it and gets the note below it. Beyond the first 1,000
// cells of a sheet only the colour is given: more comments help nobody. Parts that need no change keep their bytes; in
// the others only what is inserted is new. Refuses what Workbook::open refuses and sheet.cannot_annotate (parts in
// UTF-16, which no known program writes; an archive that contradicts itself).
Result<std::string> annotated_copy(std::string_view original, const std::vector<Note>& notes, std::string_view author,
                                   const Limits& limits = {});

}    // namespace cs::sheet
