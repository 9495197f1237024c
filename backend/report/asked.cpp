#include "report/asked.hpp"

#include "movement/store.hpp"

namespace cs::report {

Result<Asked> ask(const org::Forest& forest, Day on, const std::string& boundary, const std::optional<UnitId>& under, Day today) {
    CS_TRY_DONE(org::recorded(on));
    CS_TRY(org::Boundary frame, org::read_boundary(forest, boundary, under, today));
    const bool dated = parse_day(boundary).has_value();
    return Asked{on, dated ? "day" : boundary.empty() ? "as_reported" : boundary, std::move(frame)};
}

Counted count(Tx& tx, const Asked& asked) {
    Counted counted{org::UnitStore(tx).forest(), assessment::holdings(tx), {}, {}};
    if (asked.frame.root) {
        const movement::ReadingStore readings(tx);
        counted.readings = {readings.denominators(*asked.frame.root), readings.choices(*asked.frame.root)};
    }
    counted.census = take_census(*counted.forest, *counted.holdings, asked.frame, asked.on);
    return counted;
}

std::vector<YearOnBoard> board_by_year(const Counted& counted, const Asked& asked, Day today) {
    const movement::Years years = movement::plan_years();
    std::vector<YearOnBoard> all;
    for (int year = years.first; year <= std::min(years.last, static_cast<int>(today.year())); ++year) {
        const Day day = std::min(Day(std::chrono::year(year) / 12 / 31), today);
        all.push_back({year, day, make_board(take_census(*counted.forest, *counted.holdings, asked.frame, day), counted.readings)});
    }
    return all;
}

}    // namespace cs::report
