#pragma once
// A small form, and the same file as a person may send it back: cells edited in the bytes, columns and rows moved.
#include <map>

#include "platform/sheet/form.hpp"
#include "platform/sheet/sheet_fixture.hpp"

namespace cs::sheet::fixture {

// Row 1 the title, 2 a note, 3 the titles of the columns A to F, 4 a heading, 5 and 6 what is filled in.
inline Form survey() {
    const auto number = [](std::string stored) {
        return FormCell{std::move(stored),
                        Entry{Between{Decimal::whole(0), Decimal::whole(100)}, "Từ 0 đến 100", "Phải từ 0 đến 100."},
                        true, "Năm trước: 97,5"};
    };
    const FormCell choice{"", Entry{Choices{{"đạt", "không đạt"}}}, true}, note{"", Entry{AnyText{40}}, true},
        day{"", Entry{DaysBetween{2025y / 1 / 1, 2025y / 12 / 31}}, true};
    Form form{{"test.survey", {{"unit", "u-1"}, {"round", "r-1"}}},
              "Biểu thử",
              {"Chỉ điền các ô trắng."},
              {{"no", "Số"},
               {"name", "Chỉ tiêu", 30},
               {"value", "Giá trị"},
               {"met", "Đạt chưa"},
               {"day", "Ngày"},
               {"note", "Ghi chú"}},
              {{"", {{"name", {"1. Giao thông"}}}, ""},
               {"1.1",
                {{"name", {"Tỷ lệ đường cứng hóa"}},
                 {"value", number("97.5")},
                 {"met", choice},
                 {"day", day},
                 {"note", note}},
                ""},
               {"1.2", {{"name", {"Tỷ lệ đường ngõ"}}, {"value", number("")}, {"day", day}, {"note", note}}, ""}},
              Instant(std::chrono::sys_days(2025y / 3 / 1))};
    return form;
}

// What stands inside <c r="…"> for a number and for a text.
inline std::string n(const std::string& number) { return "<v>" + number + "</v>"; }
inline std::string s(const std::string& text) { return "<is><t>" + text + "</t></is>"; }

using Edits = std::map<std::string, std::string>;    // by address; "" empties the cell

inline std::string cell_xml(const std::string& at, const std::string& inside) {
    if (inside.empty()) return "";
    return "<c r=\"" + at + "\"" + (inside.starts_with("<is>") ? " t=\"inlineStr\"" : "") + ">" + inside + "</c>";
}

// Puts cells into the XML of a sheet, replacing those that are there.
inline std::string edited_sheet(std::string xml, const Edits& edits, const std::string& extra) {
    std::map<std::uint32_t, std::string> new_rows;
    for (const auto& [at, inside] : edits) {
        const std::size_t begin = xml.find("<c r=\"" + at + "\"");
        if (begin == std::string::npos) {
            new_rows[parse_place(at)->row] += cell_xml(at, inside);
            continue;
        }
        std::size_t end = xml.find('>', begin) + 1;
        if (xml[end - 2] != '/') end = xml.find("</c>", begin) + 4;
        xml.replace(begin, end - begin, cell_xml(at, inside));
    }
    std::string rows;
    for (const auto& [number, cells] : new_rows)
        rows += "<row r=\"" + std::to_string(number) + "\">" + cells + "</row>";
    const std::size_t end = xml.find("</sheetData>");
    xml.insert(end, rows);
    return xml.insert(xml.find("</sheetData>") + 12, extra);
}

// The file with its first sheet changed.
template <class Change>
std::string with_sheet(const std::string& file, const Change& change) {
    const auto archive = Archive::open(file, {});
    CS_CHECK(archive.has_value());
    Parts parts;
    for (const std::string& name : archive->parts()) {
        std::string bytes = *archive->whole(name);
        parts.emplace_back(name, name == "xl/worksheets/sheet1.xml" ? change(bytes) : bytes);
    }
    return zip_of(parts);
}

inline std::string returned(const Edits& edits, const std::string& extra = "", const Form& form = survey()) {
    return with_sheet(make_form(form), [&](const std::string& xml) { return edited_sheet(xml, edits, extra); });
}

inline std::string only(const Edits& cells) {
    return "<worksheet><sheetData>" + edited_sheet("</sheetData>", cells, "");
}

// Values first, the numbers of the rows last, everything two rows further down, 1.2 above 1.1.
inline std::string moved() {
    const Edits cells = {{"A5", s("GIÁ TRỊ")},  {"B5", s("Đạt chưa (*)")}, {"C5", s("Ngày")},
                         {"D5", s("Ghi chú:")}, {"E5", s("Số")},           {"A7", n("99")},
                         {"E7", s("1.1")},      {"A8", n("12")},           {"E8", s("1.2")}};
    return with_sheet(make_form(survey()), [&](const std::string&) { return only(cells) + "</worksheet>"; });
}

inline std::string without_column() {
    const Edits cells = {
        {"A3", s("Số")}, {"C3", s("Giá trị")}, {"E3", s("Ngày")}, {"F3", s("Ghi chú")}, {"A5", s("1.1")}};
    return with_sheet(make_form(survey()), [&](const std::string&) { return only(cells) + "</worksheet>"; });
}

}    // namespace cs::sheet::fixture
