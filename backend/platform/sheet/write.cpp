#include "platform/sheet/write.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "base/result.hpp"
#include "base/shown.hpp"
#include "platform/sheet/number.hpp"
#include "platform/sheet/read.hpp"

namespace cs::sheet {
namespace {

constexpr const char* hidden_sheet = "_chungsuc";
constexpr const char* remembered = "row";
constexpr std::size_t longest_text = 32'767, longest_message = 255, longest_sheet_name = 31, sure_digits = 15;

constexpr double line_height = 16.5, highest_row = 409, letters_of_a_width = 1.05;    // Times New Roman, 12 points
constexpr double any_number = 1e15;                   // what has more digits is no exact number in a workbook
constexpr Day first_countable_day = 1900y / 3 / 1;    // before it the format counts a day that never was

void done(lxw_error error) {
    if (error != LXW_NO_ERROR) throw std::runtime_error(std::string("writing a workbook: ") + lxw_strerror(error));
}

// At most so many characters, without the control characters XML cannot carry.
std::string fitting(std::string_view text, std::size_t characters) {
    std::string kept;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool begins = (byte & 0xC0) != 0x80;
        if (begins && characters-- == 0) break;
        if (byte >= 0x20 || c == '\n' || c == '\t') kept += c;
    }
    return kept;
}

std::string sheet_name(std::string_view wanted) {
    std::string name;
    for (const char c : wanted) name += std::string_view("[]:*?/\\'").find(c) == std::string_view::npos ? c : ' ';
    return fitting(name, longest_sheet_name);
}

double nearest_binary(const Decimal& number) { return std::strtod(number.text().c_str(), nullptr); }

std::size_t digits_of(const Decimal& number) {
    const std::int64_t units = number.units();
    return std::to_string(units < 0 ? -units : units).size();
}

lxw_datetime date_of(Day day) {
    return {static_cast<int>(day.year()),
            static_cast<int>(static_cast<unsigned>(day.month())),
            static_cast<int>(static_cast<unsigned>(day.day())),
            0,
            0,
            0};
}

void write_value(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const OutCell& cell, lxw_format* format) {
    if (const auto* text = std::get_if<std::string>(&cell.value))
        return done(worksheet_write_string(sheet, row, column, fitting(*text, longest_text).c_str(), format));
    if (const auto* number = std::get_if<Decimal>(&cell.value)) {
        // A binary number holds 15 decimal digits; what has more stays exact as text.
        if (digits_of(*number) > sure_digits)
            return done(worksheet_write_string(sheet, row, column, number->text().c_str(), format));
        return done(worksheet_write_number(sheet, row, column, nearest_binary(*number), format));
    }
    if (const auto* day = std::get_if<Day>(&cell.value); day != nullptr && *day < first_countable_day)
        return done(worksheet_write_string(sheet, row, column, to_vietnamese(*day).c_str(), format));
    if (const auto* day = std::get_if<Day>(&cell.value))
        return done(worksheet_write_number(sheet, row, column, static_cast<double>(serial_of(*day)), format));
    if (const auto* yes = std::get_if<bool>(&cell.value))
        return done(worksheet_write_boolean(sheet, row, column, *yes ? 1 : 0, format));
    done(worksheet_write_blank(sheet, row, column, format));
}

void set_look(lxw_format* format, Look look) {
    format_set_font_name(format, "Times New Roman");
    format_set_font_size(format, look == Look::title ? 14 : 12);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (look == Look::title) return format_set_bold(format);
    if (look == Look::line) return format_set_italic(format);
    format_set_text_wrap(format);
    if (look == Look::note) return format_set_italic(format);
    format_set_border(format, LXW_BORDER_THIN);
    if (look == Look::shaded) return format_set_bg_color(format, 0xF2F2F2);
    if (look != Look::header) return;
    format_set_bold(format);
    format_set_align(format, LXW_ALIGN_CENTER);
    format_set_bg_color(format, 0xDDEBF7);
}

// No kind of rule knows steps, so a formula over the first cell does; rounded, because 0.3 is no multiple of 0.1 in binary.
std::string stepped(const Place& first, const Between& between) {
    const std::string cell = address(first), step = between.step->text();
    return "=AND(ISNUMBER(" + cell + ")," + cell + ">=" + between.least.text() + "," + cell + "<=" + between.most.text() + ",ABS(ROUND(" + cell + "/" + step +
           ",0)*" + step + "-" + cell + ")<0.0000001)";
}

// How many lines the fullest cell takes. LibreOffice does not measure the rows of a workbook it opens: without a height
// all but the first line of a long name would stay hidden.
int lines_of(const std::vector<OutCell>& cells, const std::vector<double>& widths) {
    int most = 1;
    for (std::size_t i = 0; i < cells.size() && i < widths.size(); ++i) {
        const auto* text = std::get_if<std::string>(&cells[i].value);
        if (text == nullptr || cells[i].look == Look::title || cells[i].look == Look::line) continue;
        int lines = 0;
        for (std::size_t from = 0; from <= text->size();) {
            const std::size_t end = std::min(text->find('\n', from), text->size());
            const auto line = std::string_view(*text).substr(from, end - from);
            lines += 1 + static_cast<int>(static_cast<double>(letters(line)) / (widths[i] * letters_of_a_width));
            from = end + 1;
        }
        most = std::max(most, lines);
    }
    return most;
}

}    // namespace

void SheetWriter::row(const std::vector<OutCell>& cells) {
    CS_CHECK(next_row_ <= most_rows && cells.size() <= most_columns);
    const lxw_row_t row = next_row_++ - 1;
    if (const int lines = lines_of(cells, widths_); lines > 1)
        done(worksheet_set_row(sheet_, row, std::min(lines * line_height, highest_row), nullptr));
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const OutCell& cell = cells[i];
        const auto column = static_cast<lxw_col_t>(i);
        write_value(sheet_, row, column, cell, book_.format(cell));
        if (!cell.comment.empty())
            done(worksheet_write_comment(sheet_, row, column, fitting(cell.comment, longest_text).c_str()));
    }
}

void SheetWriter::accept(const Range& cells, const Entry& entry) {
    const std::string hint = fitting(entry.hint, longest_message), mistake = fitting(entry.mistake, longest_message);
    std::string formula;
    lxw_data_validation says = {};
    says.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    says.ignore_blank = LXW_VALIDATION_ON;
    if (const auto* choices = std::get_if<Choices>(&entry.allowed)) {
        formula = book_.range_of_choices(*choices);
        says.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        says.value_formula = formula.data();
    } else if (const auto* between = std::get_if<Between>(&entry.allowed); between != nullptr && between->step) {
        formula = stepped(cells.first, *between);
        says.validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA;
        says.value_formula = formula.data();
    } else if (between != nullptr) {
        says.validate = LXW_VALIDATION_TYPE_DECIMAL;
        says.minimum_number = nearest_binary(between->least), says.maximum_number = nearest_binary(between->most);
    } else if (const auto* days = std::get_if<DaysBetween>(&entry.allowed)) {
        says.validate = LXW_VALIDATION_TYPE_DATE;
        says.minimum_datetime = date_of(days->first), says.maximum_datetime = date_of(days->last);
    } else if (std::holds_alternative<AnyNumber>(entry.allowed)) {
        says.validate = LXW_VALIDATION_TYPE_DECIMAL;
        says.minimum_number = -any_number, says.maximum_number = any_number;
    } else {
        says.validate = LXW_VALIDATION_TYPE_LENGTH;
        says.maximum_number = static_cast<double>(std::get<AnyText>(entry.allowed).most);
    }
    if (!hint.empty()) says.input_message = const_cast<char*>(hint.c_str());
    if (!mistake.empty()) says.error_message = const_cast<char*>(mistake.c_str());
    done(worksheet_data_validation_range(sheet_, cells.first.row - 1, static_cast<lxw_col_t>(cells.first.column),
                                         cells.last.row - 1, static_cast<lxw_col_t>(cells.last.column), &says));
}

BookWriter::BookWriter(const BookOptions& options) : stamp_(options.stamp) {
    const std::string folder = folder_.path().string();
    lxw_workbook_options how = {};
    how.constant_memory = LXW_TRUE;
    how.tmpdir = const_cast<char*>(folder.c_str());
    book_ = workbook_new_opt((folder_.path() / "book.xlsx").c_str(), &how);
    CS_CHECK(book_ != nullptr);
    lxw_doc_properties about = {};
    about.title = const_cast<char*>(options.title.c_str());
    about.created = std::chrono::system_clock::to_time_t(options.created);
    done(workbook_set_properties(book_, &about));
}

BookWriter::~BookWriter() {
    if (book_ != nullptr) workbook_close(book_);
}

SheetWriter& BookWriter::add(const SheetOptions& options) {
    lxw_worksheet* sheet = workbook_add_worksheet(book_, sheet_name(options.name).c_str());
    CS_CHECK(sheet != nullptr);    // two sheets of one name
    for (std::size_t i = 0; i < options.widths.size(); ++i)
        done(worksheet_set_column(sheet, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), options.widths[i],
                                  nullptr));
    if (options.frozen_rows + options.frozen_columns > 0)
        worksheet_freeze_panes(sheet, options.frozen_rows, static_cast<lxw_col_t>(options.frozen_columns));
    if (options.frozen_rows > 0) done(worksheet_repeat_rows(sheet, 0, options.frozen_rows - 1));
    if (options.landscape) worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9);    // A4
    worksheet_fit_to_pages(sheet, 1, 0);
    if (options.is_protected) {
        lxw_protection allowed = {};
        allowed.format_columns = allowed.format_rows = LXW_TRUE;
        worksheet_protect(sheet, nullptr, &allowed);
    }
    sheets_.push_back(SheetWriter(*this, sheet, options.widths));
    return sheets_.back();
}

lxw_format* BookWriter::format(const OutCell& cell) {
    const bool day = std::holds_alternative<Day>(cell.value);
    lxw_format*& format = formats_[{cell.look, day, cell.keeps_text, cell.open}];
    if (format != nullptr) return format;
    format = workbook_add_format(book_);
    set_look(format, cell.look);
    if (day) format_set_num_format(format, "dd/mm/yyyy");
    if (cell.keeps_text) format_set_num_format(format, "@");
    if (cell.open) format_set_unlocked(format);
    return format;
}

// Each list of choices is a row of the hidden sheet: a list inside the cell's own rule may have 255 characters in all.
std::string BookWriter::range_of_choices(const Choices& choices) {
    CS_CHECK(!choices.words.empty() && choices.words.size() < most_columns);
    const auto known = std::find(choices_.begin(), choices_.end(), choices.words);
    const std::string row = std::to_string(known - choices_.begin() + 2);
    if (known == choices_.end()) choices_.push_back(choices.words);
    return "='" + std::string(hidden_sheet) + "'!$B$" + row + ":$" +
           column_name(static_cast<std::uint32_t>(choices.words.size())) + "$" + row;
}

void BookWriter::add_hidden_sheet() {
    if (stamp_.empty() && choices_.empty() && hidden_.empty()) return;
    SheetWriter& hidden = add({.name = hidden_sheet, .is_protected = true});
    worksheet_hide(hidden.sheet_);
    hidden.row({{std::string("stamp")}, {stamp_}});
    const auto add_rows = [&](const char* kind, const std::vector<std::vector<std::string>>& rows) {
        for (const std::vector<std::string>& words : rows) {
            std::vector<OutCell> cells = {{std::string(kind)}};
            for (const std::string& word : words) cells.push_back({word});
            hidden.row(cells);
        }
    };
    add_rows("choices", choices_);
    add_rows(remembered, hidden_);
}

std::filesystem::path BookWriter::file() {
    CS_CHECK(book_ != nullptr && !sheets_.empty());
    add_hidden_sheet();
    done(workbook_close(std::exchange(book_, nullptr)));
    return folder_.path() / "book.xlsx";
}

std::string BookWriter::bytes() {
    std::ifstream file(this->file(), std::ios::binary);
    std::ostringstream all;
    all << file.rdbuf();
    if (!file) throw std::runtime_error("writing a workbook: cannot read it back");
    return std::move(all).str();
}

std::optional<std::string> stamp_of(const Workbook& book) {
    const auto sheet = book.find(hidden_sheet);
    if (!sheet) return std::nullopt;
    std::optional<std::string> stamp;
    const auto read = book.read(*sheet, [&](const Row& row) {
        const Cell* cell = row.number == 1 ? row.at(1) : nullptr;
        if (cell != nullptr) stamp = cell->text;
        return false;
    });
    return read ? stamp : std::nullopt;
}

std::vector<std::vector<std::string>> remembered_in(const Workbook& book) {
    std::vector<std::vector<std::string>> rows;
    const auto sheet = book.find(hidden_sheet);
    if (!sheet) return rows;
    const auto take = [&](const Row& row) {
        if (row.at(0) == nullptr || row.at(0)->text != remembered) return true;
        std::vector<std::string>& texts = rows.emplace_back();
        for (const Cell& cell : row.cells) {
            if (cell.column == 0) continue;
            texts.resize(cell.column);
            texts.back() = cell.text;
        }
        return true;
    };
    return book.read(*sheet, take) ? rows : std::vector<std::vector<std::string>>();
}

}    // namespace cs::sheet
