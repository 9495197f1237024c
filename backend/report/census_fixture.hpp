#pragma once
// The shipped country with its reorganisations, and a register made by hand: for the tests of report.
#include <doctest/doctest.h>

#include "org/country.hpp"
#include "org/plan.hpp"
#include "report/board.hpp"

namespace cs::report::test {

using namespace std::chrono_literals;
using assessment::Holdings;
using movement::PlanTarget;

inline const org::Forest& country() {
    static const org::Forest forest = [] {
        org::Forest made = org::country_of_2022();
        for (const org::Draft& draft : org::shipped_reorganisations().drafts) {
            const auto plan = org::plan_reorganisation(made, draft, org::derived_from(draft.key));
            REQUIRE(plan);
            org::apply(*plan, made);
        }
        return made;
    }();
    return forest;
}

inline UnitId unit(std::string_view code, Day day) {
    const org::UnitVersion* found = country().with_code(code, day);
    REQUIRE(found);
    return found->unit;
}

// The nine communes recognised advanced for 2021, by their codes of 2022.
inline constexpr std::array nine = {"09352", "09349", "09280", "09481", "09499", "09415", "09412", "09433", "09421"};

inline void recognise(Holdings& holdings, const UnitId& id, Standing standing, Day from, std::optional<Day> until = {}, std::string area = {}) {
    holdings.put(id, {assessment::RecognitionId(new_uuid({})), std::move(area), standing, static_cast<int>(from.year()), from, until});
}
inline void recognise(Holdings& holdings, std::string_view code, Standing standing, Day from, std::optional<Day> until = {}) {
    recognise(holdings, unit(code, from), standing, from, until);
}

inline Holdings nine_advanced() {
    Holdings holdings;
    for (const char* code : nine) recognise(holdings, code, Standing::advanced, 2021y / 12 / 31);
    return holdings;
}

inline org::Boundary plan_area() { return *org::read_boundary(country(), "plan_547", std::nullopt, 2026y / 1 / 1); }
inline org::Boundary under(std::string_view code, Day day) { return {unit(code, day), std::nullopt}; }

inline BoardRow row_of(const std::vector<BoardRow>& rows, PlanTarget target) { return rows.at(static_cast<std::size_t>(target)); }

}    // namespace cs::report::test
