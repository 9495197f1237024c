#include "assessment/sheet.hpp"

#include <fmt/core.h>

namespace cs::assessment {

std::string one_text(const Line& line) {
    if (line.applicable == false) return "không áp dụng";
    if (!line.male.empty() || !line.female.empty()) return fmt::format("nam {}, nữ {}", line.male, line.female);
    return line.value;
}

std::string Receipt::code() const { return fmt::format("CS-{}-{:06}", year, number); }

std::optional<Stage> checking_stage(SheetState state) {
    switch (state) {
        case SheetState::district_check:
        case SheetState::returned_by_district: return Stage::district;
        case SheetState::department_check:
        case SheetState::returned_by_department: return Stage::department;
        case SheetState::draft:
        case SheetState::submitted:
        case SheetState::checked:
        case SheetState::appraised: return std::nullopt;
    }
    CS_CHECK(false);
}

bool is_returned(SheetState state) {
    return state == SheetState::returned_by_district || state == SheetState::returned_by_department;
}

}    // namespace cs::assessment
