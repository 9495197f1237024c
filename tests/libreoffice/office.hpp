#pragma once
// LibreOffice as an official's program: opens a file and saves it. Each test process has a profile of its own, because
// two that share one silently produce nothing.
#include <string>

namespace cs::testing {

// The bytes of the file LibreOffice makes of `bytes`, a file named so ("form.xlsx"), in a format: an extension ("xlsx")
// or an extension with a filter and its options ("csv:…").
std::string saved_by_office(const std::string& name, const std::string& bytes, const std::string& format);
std::string saved_by_office(const std::string& committed_file, const std::string& format);

}    // namespace cs::testing
