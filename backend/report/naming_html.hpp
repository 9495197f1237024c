#pragma once
// How a figure's boundary and territory are called, the same on the API's replies and on public pages.
#include <string>

#include "report/asked.hpp"

namespace cs::report {

std::string boundary_name(const Asked& asked);    // "Phạm vi Kế hoạch 547", "địa giới ngày 10/04/2023"
std::string root_name(const Asked& asked, const org::Forest& forest);    // "Tỉnh Bắc Ninh", "Cả nước"

}    // namespace cs::report
