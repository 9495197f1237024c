#pragma once
// What ties the parts of a workbook together: content types, relationships, the list of sheets.
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace cs::sheet {

class Archive;

struct Relationship {
    std::string id;
    std::string type;      // the last word of its address: "worksheet", "comments"
    std::string target;    // a part of the package
};

// Those inside the package; links to other files and to the network are left out, they are never followed.
Result<std::vector<Relationship>> relationships_of(const Archive& archive, std::string_view part);

std::string relationships_part(std::string_view part);                   // "xl/_rels/workbook.xml.rels"
std::string resolved(std::string_view part, std::string_view target);    // "xl/worksheets/sheet1.xml"

enum class Visibility : unsigned char { visible, hidden };

struct SheetPart {
    std::string name;
    Visibility visibility;
    std::string part;
};

struct Package {
    std::string workbook, styles, strings;    // parts; the last two may be empty
    bool from_1904 = false;
    std::vector<SheetPart> sheets;    // charts left out
};

// Refuses sheet.is_opendocument, sheet.has_macros, sheet.is_binary, sheet.not_a_workbook, sheet.no_sheets and what
// reading a part refuses.
Result<Package> read_package(const Archive& archive);

}    // namespace cs::sheet
