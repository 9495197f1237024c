#pragma once
// What units report, until when and in which words, as a page people read: docs/domain/reports.md is exactly this text.
#include <string>

namespace cs::report {

std::string print_reports();

}    // namespace cs::report
