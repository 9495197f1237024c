#include "platform/sheet/form.hpp"

#include "platform/sheet/form_memory.hpp"

namespace cs::sheet {
namespace {

std::variant<std::monostate, std::string, Decimal, Day, bool> typed(const FormCell& cell) {
    if (cell.text.empty()) return {};
    if (cell.entry && !std::holds_alternative<Choices>(cell.entry->allowed) &&
        !std::holds_alternative<AnyText>(cell.entry->allowed)) {
        if (std::holds_alternative<DaysBetween>(cell.entry->allowed)) {
            if (const auto day = parse_day(cell.text)) return *day;
        } else if (const auto number = Decimal::parse(cell.text)) {
            return *number;
        }
    }
    return cell.text;    // what is stored and cannot be read in its kind is shown as it is
}

OutCell shown(const FormCell& cell) {
    const bool is_text = cell.entry && std::holds_alternative<AnyText>(cell.entry->allowed);
    const bool open = cell.entry && cell.open;
    return {typed(cell), open ? Look::plain : Look::shaded, open, cell.comment, is_text};
}

void write_row(SheetWriter& sheet, const Form& form, const FormRow& row) {
    const std::uint32_t number = sheet.next_row();
    std::vector<OutCell> cells;
    for (std::uint32_t column = 0; column < form.columns.size(); ++column) {
        const auto found = row.cells.find(form.columns[column].key);
        if (found == row.cells.end()) {
            cells.push_back(
                {column == 0 && !row.key.empty() ? decltype(OutCell::value)(row.key) : decltype(OutCell::value)(),
                 row.key.empty() ? Look::header : Look::shaded});
            continue;
        }
        cells.push_back(shown(found->second));
        if (row.key.empty()) cells.back().look = Look::header;
        if (found->second.entry && found->second.open)
            sheet.accept({{number, column}, {number, column}}, *found->second.entry);
    }
    sheet.row(cells);
}

}    // namespace

const std::string& FormStamp::fact(const std::string& name) const {
    static const std::string none;
    const auto found = facts.find(name);
    return found == facts.end() ? none : found->second;
}

std::string FormStamp::text() const {
    std::string all = "form=" + form;
    for (const auto& [name, value] : facts) {
        CS_CHECK(value.find_first_of(";=") == std::string::npos);
        all += ';' + name + '=' + value;
    }
    return all;
}

std::optional<FormStamp> FormStamp::parse(std::string_view text) {
    FormStamp stamp;
    while (!text.empty()) {
        const std::string_view pair = text.substr(0, text.find(';'));
        text.remove_prefix(std::min(text.size(), pair.size() + 1));
        const std::size_t equals = pair.find('=');
        if (equals == std::string_view::npos) return std::nullopt;
        const std::string name(pair.substr(0, equals)), value(pair.substr(equals + 1));
        if (name == "form")
            stamp.form = value;
        else
            stamp.facts[name] = value;
    }
    if (stamp.form.empty()) return std::nullopt;
    return stamp;
}

std::string make_form(const Form& form) {
    CS_CHECK(!form.columns.empty());
    BookWriter book({form.title, form.made, form.stamp.text()});
    std::vector<double> widths;
    std::vector<OutCell> titles;
    for (const FormColumn& column : form.columns) {
        widths.push_back(column.width);
        titles.push_back({column.title, Look::header});
    }
    const auto above = static_cast<std::uint32_t>(form.notes.size() + 2);
    SheetWriter& sheet = book.add({.name = form.title,
                                   .widths = widths,
                                   .frozen_rows = above,
                                   .frozen_columns = 1,
                                   .is_protected = true,
                                   .landscape = true});
    sheet.row({{form.title, Look::title}});
    for (const std::string& note : form.notes) sheet.row({{note, Look::line}});
    sheet.row(titles);
    for (const FormRow& row : form.rows) {
        write_row(sheet, form, row);
        if (!row.key.empty()) book.remember(memory_of(row));
    }
    return book.bytes();
}

}    // namespace cs::sheet
