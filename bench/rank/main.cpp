#include <fmt/format.h>

#include <cstdlib>

#include "../national/measure.hpp"
#include "country.hpp"
#include "ranking/report.hpp"
#include "workbook.hpp"

int main(int argc, char** argv) {
    const std::string task = argc > 1 ? argv[1] : "";
    const auto country = bench::make_country(argc > 3 ? std::atoi(argv[3]) : bench::communes);
    if (task == "workbook") bench::write_workbook(country, argv[2]);
    if (task == "places") {
        const auto ranking = cs::ranking::rank(country.table, country.by_stage.back());
        for (const auto& row : ranking.rows) fmt::print("{},{},{}\n", row.unit, row.points.total.text(1), *row.rank);
    }
}
