#pragma once
// LibreOffice as an official's program: opens a file and saves it. Each test process has a profile of its own, because
// two that share one silently produce nothing.
#include <map>
#include <string>

namespace cs::testing {

// The bytes of the file LibreOffice makes of `bytes`, a file named so ("form.xlsx"), in a format: an extension ("xlsx")
// or an extension with a filter and its options ("csv:…").
std::string saved_by_office(const std::string& name, const std::string& bytes, const std::string& format);
std::string saved_by_office(const std::string& committed_file, const std::string& format);


// The workbook as LibreOffice saves it after a person in Viet Nam has typed into cells of its first sheet: "98,5" by the
// address "C5". Typing goes through the program's own reading of numbers, days and formulas.
std::string filled_by_office(const std::string& workbook, const std::map<std::string, std::string>& typed);

}    // namespace cs::testing
