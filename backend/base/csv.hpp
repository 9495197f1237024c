#pragma once
// CSV as RFC 4180: quotes doubled inside quotes, LF or CRLF, with or without a UTF-8 byte order mark. Cells are NFC.
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace cs {

struct CsvRow {
    int line;    // physical line where the row begins; the header of a file is line 1
    std::vector<std::string> cells;
};

struct Csv {
    std::vector<std::string> header;
    std::vector<CsvRow> rows;    // blank lines are skipped
};

// Refuses, listing every line: not UTF-8, an unclosed quote, text after a closing quote, a row of another length than
// the header, a header that is not exactly `header` (when `header` is not empty).
Result<Csv> read_csv(std::string_view bytes, const std::vector<std::string>& header = {}, char separator = ',');

std::string csv_cell(std::string_view text);                    // quoted only where needed
std::string csv_line(const std::vector<std::string>& cells);    // ends with LF

}    // namespace cs
