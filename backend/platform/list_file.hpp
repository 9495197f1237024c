#pragma once
// A list as a file to take away: CSV for programs, a workbook for people. Rows go to the disk one by one, so memory stays
// small however long the list is, and the file is sent from there: nobody's slow line holds a transaction open.
//
// Every file ends with a row that counts the rows and gives their SHA-256, in a CSV "# rows=89 sha256=<64 digits>". It is
// taken over the rows between the heading and this last one, each as a line of CSV: cells as they stand in the file, joined
// by commas, quoted only where they hold a comma, a quote or a line end, quotes doubled, and ended by LF. Of a CSV these are
// the bytes themselves: `sed '1d;$d' FILE | sha256sum`. Of a workbook, what this program reads in its cells: numbers with a
// point, days as 2025-06-30, yes and no as true and false; saving it again in another program changes nothing of that.
//
// A text that begins with = + - @, a tab or a line end would be run as a formula by programs that open a CSV, and names
// come from people: in a CSV an apostrophe goes before it. Numbers are written as numbers and need none. In a workbook texts
// are texts, and stay as they are.
#include <memory>

#include "base/list.hpp"

namespace cs {

enum class ListFormat : unsigned char { csv, xlsx };

struct ListFile {
    std::string path, name, type;         // name with its ending, media type
    std::int64_t rows = 0;
    std::string sha256;
    std::shared_ptr<const void> keeps;    // the file is gone with it
};
// Refuses what the rows refuse. Throws when the disk is full.
Result<ListFile> list_file(const List& list, ListFormat format, Instant now);

}    // namespace cs
