#pragma once
// Writing workbooks over libxlsxwriter, row by row in constant memory: forms to be filled in without a network, and
// lists.
#include <deque>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include "base/day.hpp"
#include "base/decimal.hpp"
#include "platform/sheet/cell.hpp"
#include "platform/temporary_folder.hpp"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace cs::sheet {

class Workbook;

// line: a remark above a table, in one line however narrow its column is.
enum class Look : unsigned char { plain, title, header, note, line, shaded };

struct OutCell {
    std::variant<std::monostate, std::string, Decimal, Day, bool> value = {};
    Look look = Look::plain;
    bool open = false;           // may be changed in a protected sheet
    std::string comment = {};    // beside the cell
    bool keeps_text = false;     // what is typed stays text: "1/2" becomes no day
};

struct SheetOptions {
    std::string name;                   // cut to what the format allows: 31 characters, none of []:*?/\ in them
    std::vector<double> widths = {};    // of columns, in characters
    std::uint32_t frozen_rows = 0, frozen_columns = 0;
    bool is_protected = false;    // against slips: there is no password
    bool landscape = false;
};

struct Choices {
    std::vector<std::string> words;
};
struct Between {
    Decimal least, most;
    std::optional<Decimal> step = {};    // whole multiples of it only
};
struct DaysBetween {
    Day first, last;
};
struct AnyNumber {};
struct AnyText {
    std::size_t most = 2'000;    // characters
};

// What a cell takes when a person types; pasting goes around it, so whoever reads the file back checks again.
struct Entry {
    std::variant<Choices, Between, DaysBetween, AnyNumber, AnyText> allowed;
    std::string hint = {};       // shown when the cell is entered; 255 characters
    std::string mistake = {};    // shown when the entry is refused; 255 characters
};

struct BookOptions {
    std::string title;
    Instant created;
    std::string stamp = {};    // which form, of which version, for whom: read back by stamp_of()
};

class BookWriter;

class SheetWriter {
public:
    void row(const std::vector<OutCell>& cells);
    void skip(std::uint32_t rows) { next_row_ += rows; }
    void accept(const Range& cells, const Entry& entry);
    std::uint32_t next_row() const { return next_row_; }    // from 1

private:
    friend class BookWriter;
    SheetWriter(BookWriter& book, lxw_worksheet* sheet, std::vector<double> widths)
        : book_(book), sheet_(sheet), widths_(std::move(widths)) {}

    BookWriter& book_;
    lxw_worksheet* sheet_;
    std::vector<double> widths_;
    std::uint32_t next_row_ = 1;
};

class BookWriter {
public:
    explicit BookWriter(const BookOptions& options);
    ~BookWriter();
    BookWriter(const BookWriter&) = delete;
    BookWriter& operator=(const BookWriter&) = delete;

    SheetWriter& add(const SheetOptions& options);
    // A row of texts in the hidden sheet, beside the stamp: read back by remembered_in().
    void remember(std::vector<std::string> row) { hidden_.push_back(std::move(row)); }
    // Ends the book; the file lives as long as the writer. Throws when the disk is full.
    std::filesystem::path file();
    std::string bytes();    // the same, as bytes

private:
    friend class SheetWriter;
    lxw_format* format(const OutCell& cell);
    std::string range_of_choices(const Choices& choices);
    void add_hidden_sheet();

    TemporaryFolder folder_;
    lxw_workbook* book_ = nullptr;
    std::string stamp_;
    std::deque<SheetWriter> sheets_;
    std::vector<std::vector<std::string>> choices_, hidden_;
    std::map<std::tuple<Look, bool, bool, bool>, lxw_format*> formats_;    // look, day, text, open
};

// The stamp written into a hidden sheet, which every program keeps that keeps sheets; custom properties of a document
// are lost by some.
std::optional<std::string> stamp_of(const Workbook& book);
std::vector<std::vector<std::string>> remembered_in(const Workbook& book);

}    // namespace cs::sheet
