#include "law/print.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

using namespace cs;
using namespace cs::law;

namespace {

void agrees(const std::string& name, const std::string& printed) {
    std::ifstream file("docs/domain/" + name + ".md", std::ios::binary);
    const std::string committed{std::istreambuf_iterator<char>(file), {}};
    const bool same = committed == printed;
    CHECK_MESSAGE(same, "docs/domain/", name, ".md is not what the program prints: run tools/print_docs --write");
}

}    // namespace

TEST_CASE("The committed pages of docs/domain are what the program prints") {
    const Law& l = law::law();
    agrees("clauses", print_clauses(l));
    agrees("parameters", print_parameters(l));
    agrees("calendar", print_calendar(l));
    agrees("glossary", print_glossary(l));
}

TEST_CASE("A printed page shows the last day in force, its source and its confidence") {
    const std::string page = print_parameters(law::law());
    CHECK(page.find("| `award.base_salary` | 2340000 | dong | 01/07/2024 | 30/06/2026 | verified |") != page.npos);
    CHECK(page.find("`recognition.commune_satisfaction` | not_known") != page.npos);
    CHECK(print_calendar(law::law()).find("| 04/05/2024 | T7 |") != std::string::npos);
}
