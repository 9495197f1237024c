#pragma once
// What a form keeps of each of its rows in the hidden sheet, to tell later who has changed what. Used by form*.cpp.
#include "platform/sheet/form.hpp"

namespace cs::sheet {

struct RememberedCell {
    std::string value;
    bool open = false;
};
using RememberedRow = std::map<std::string, RememberedCell>;    // by column, those with an entry

std::vector<std::string> memory_of(const FormRow& row);
std::map<std::string, RememberedRow> remembered_rows(const Workbook& book);    // by key

}    // namespace cs::sheet
