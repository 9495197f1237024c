#pragma once
// `chungsuc evaluate`: values of any number of units against one criteria file, without a database.
#include <iosfwd>
#include <string>

#include "criteria/report.hpp"

namespace cs::criteria {

struct EvaluateOptions {
    std::string criteria = {};    // path of the set; sets its formulas name are looked up by id beside it
    std::string values = {};      // path of the CSV
    std::string region = {};
    int year = 0;
    bool assume_confirmed = false;
    bool table = false;      // otherwise JSON
};

// Exit code: 0 done; 1 faults of the set or of the rows, listed on `err` as file:line, nothing on `out`; 2 unknown region
// or impossible year; 3 a file cannot be read.
int evaluate_command(const EvaluateOptions& options, const Say& say, std::ostream& out, std::ostream& err);

}    // namespace cs::criteria
