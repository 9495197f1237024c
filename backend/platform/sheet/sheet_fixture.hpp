#pragma once
// Workbooks made by hand, part by part: what no decent program writes must be read, or refused, all the same.
#include <zip.h>

#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace cs::sheet::fixture {

using Parts = std::vector<std::pair<std::string, std::string>>;

inline std::string zip_of(const Parts& parts) {
    zip_source_t* out = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(out);
    zip_t* zip = zip_open_from_source(out, ZIP_CREATE, nullptr);
    CS_CHECK(zip != nullptr);
    for (const auto& [name, bytes] : parts)
        CS_CHECK(zip_file_add(zip, name.c_str(), zip_source_buffer(zip, bytes.data(), bytes.size(), 0), 0) >= 0);
    CS_CHECK(zip_close(zip) == 0);
    zip_stat_t size;
    CS_CHECK(zip_source_stat(out, &size) == 0 && zip_source_open(out) == 0);
    std::string bytes(size.size, '\0');
    zip_source_read(out, bytes.data(), bytes.size());
    zip_source_close(out);
    zip_source_free(out);
    return bytes;
}

struct Book {
    std::string sheet;                        // what stands inside <worksheet>
    std::string strings = {}, styles = {};    // inside <sst>, <styleSheet>
    std::string workbook_extra = {};
    std::string workbook_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
};

inline const std::string head = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";

inline Parts parts_of(const Book& book) {
    const auto related = [&](const std::string& id, const std::string& type, const std::string& target) {
        return "<Relationship Id=\"" + id +
               "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type +
               "\" Target=\"" + target + "\"/>";
    };
    const std::string links =
        head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    return {
        {"[Content_Types].xml",
         head + R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)" +
             R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)" +
             R"(<Default Extension="xml" ContentType="application/xml"/>)" +
             "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + book.workbook_type + "\"/></Types>"},
        {"_rels/.rels", links + related("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>"},
        {"xl/workbook.xml",
         head + R"(<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">)" +
             book.workbook_extra + R"(<sheets><sheet name="Số liệu" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels",
         links + related("rId1", "worksheet", "worksheets/sheet1.xml") + related("rId2", "styles", "styles.xml") +
             related("rId3", "sharedStrings", "/xl/sharedStrings.xml") + "</Relationships>"},
        {"xl/worksheets/sheet1.xml", head + "<worksheet>" + book.sheet + "</worksheet>"},
        {"xl/styles.xml", head + "<styleSheet>" + book.styles + "</styleSheet>"},
        {"xl/sharedStrings.xml", head + "<sst>" + book.strings + "</sst>"},
    };
}

inline std::string file_of(const Book& book) { return zip_of(parts_of(book)); }

}    // namespace cs::sheet::fixture
