#pragma once
// A province's existing file of values, whatever program saved it, as cells with their addresses. The rest of the
// import knows no spreadsheet.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace cs::assessment {

// One way to read a cell. Neither text nor fault: nothing stands there.
struct CellReading {
    std::string text;
    std::optional<Fault> fault;    // sheet.* of platform/sheet
    std::vector<Fault> remarks;    // taken as meant, and told
};

struct FileCell {
    std::uint32_t row, column;    // row from 1, column from 0
    std::string address;          // "C7"
    bool is_merged = false;       // part of a merged range: whose value is it?
    CellReading word, number;
};

struct FileTitle {
    std::string shown, plain;    // as it stands; folded, without * and what stands in brackets
};
// A row that may be the heading, with what a person sees above its columns: its own title and, where it differs, the
// one of the row above.
struct HeadingRow {
    std::uint32_t row, first_row;                  // first_row: where the rows below it begin
    std::vector<std::vector<FileTitle>> titles;    // by column, the lower one first
};

struct ValueFile {
    std::string name, digest;
    std::vector<std::string> sheets;    // the visible ones
    std::size_t sheet;                  // the one read, of those
    std::vector<HeadingRow> headings;
    std::vector<std::vector<FileCell>>
        rows;    // cells with content; a name merged downwards stands in each of its rows

    const std::string& sheet_name() const { return sheets[sheet]; }
};

// An .xlsx, or a CSV by its content. Refuses what platform/sheet refuses, csv.refused, assessment.file_sheet_unknown,
// assessment.file_too_wide.
Result<ValueFile> read_value_file(const std::string& name, const std::string& bytes, std::size_t sheet);

struct CellNote {
    std::uint32_t row, column;
    std::string text;
};
// The same file with a comment and a colour beside those cells. Refuses assessment.file_has_no_comments (a CSV)
// besides.
Result<std::string> annotated_value_file(const std::string& bytes, std::size_t sheet,
                                         const std::vector<CellNote>& notes);

}    // namespace cs::assessment
