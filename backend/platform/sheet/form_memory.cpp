#include "platform/sheet/form_memory.hpp"

namespace cs::sheet {

// The key, then "+column=value" of an open entry and "-column=value" of a locked one.
std::vector<std::string> memory_of(const FormRow& row) {
    std::vector<std::string> texts = {row.key};
    for (const auto& [column, cell] : row.cells)
        if (cell.entry) texts.push_back((cell.open ? '+' : '-') + column + '=' + cell.text);
    return texts;
}

std::map<std::string, RememberedRow> remembered_rows(const Workbook& book) {
    std::map<std::string, RememberedRow> rows;
    for (const std::vector<std::string>& texts : remembered_in(book)) {
        if (texts.empty()) continue;
        RememberedRow& row = rows[texts[0]];
        for (std::size_t i = 1; i < texts.size(); ++i) {
            const std::size_t equals = texts[i].find('=');
            if (equals == std::string::npos || equals == 0) continue;
            row[texts[i].substr(1, equals - 1)] = {texts[i].substr(equals + 1), texts[i].front() == '+'};
        }
    }
    return rows;
}

}    // namespace cs::sheet
