#pragma once
// Reading workbooks of the Office Open XML kind (.xlsx), row by row in constant memory. Home-made over libzip and
// expat: the library Debian has (orcus) loses inline texts and bounds nothing. Formulas are never run, links never
// followed, macros refused, nothing is unpacked to a disk.
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "platform/sheet/archive.hpp"
#include "platform/sheet/cell.hpp"

namespace cs::sheet {

struct SheetName {
    std::string name;
    bool hidden;
};

struct Shape {    // known once a sheet has been read
    std::vector<Range> merged;
    std::size_t rows = 0, cells = 0;    // with content
};

class Workbook {
public:
    // Refuses, each with a sentence: sheet.empty_file, too_large, encrypted, old_format, is_web_page, is_text,
    // wrong_type, truncated, damaged, bomb, too_many_entries, is_opendocument, has_macros, is_binary, not_a_workbook,
    // no_sheets, too_many_sheets, dtd, too_much_text.
    static Result<Workbook> open(std::string bytes, const Limits& limits = {});
    Workbook(Workbook&&) noexcept;
    Workbook& operator=(Workbook&&) noexcept;
    ~Workbook();

    const std::vector<SheetName>& sheets() const;
    std::optional<std::size_t> find(std::string_view name) const;    // without regard to case and diacritics

    // Gives the rows that have cells, or are hidden, in order, until `see` answers false. A row lives until `see`
    // returns. Refuses sheet.damaged, sheet.dtd, sheet.too_many_cells, sheet.cell_too_long.
    Result<Shape> read(std::size_t sheet, const std::function<bool(const Row&)>& see) const;

private:
    struct Inside;
    explicit Workbook(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

// Refuses sheet.file_unreadable besides what Workbook::open refuses.
Result<Workbook> open_workbook_file(const std::string& path, const Limits& limits = {});

}    // namespace cs::sheet
