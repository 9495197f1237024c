#pragma once
// The pages the program prints of itself. Committed under docs/ and api/; tools/print_docs compares them.
#include <string>
#include <string_view>
#include <vector>

namespace cs::server {

struct PrintedPage {
    std::string_view name;    // `chungsuc describe NAME`
    std::string_view file;    // where it is committed
    std::string (*print)();
};

const std::vector<PrintedPage>& printed_pages();

}    // namespace cs::server
