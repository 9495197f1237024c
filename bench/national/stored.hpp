#pragma once
// The same values in databases: one row a sheet (unit, set, year, the values as text in the order of the slots), which the
// engine reads; and one row a value, which the SQL way reads.
#include <memory>
#include <string>
#include <vector>

#include "nation.hpp"

namespace bench {

using Verdicts = std::vector<cs::criteria::FlatVerdict>;    // in the order of Nation::sheets

std::string sheet_text(const Nation& nation, const Sheet& sheet);    // "98.5;1;;-;…": empty is missing, - does not apply
void read_sheet_text(const char* text, std::size_t slots, std::vector<cs::criteria::Fixed>& row);

class Stored {
public:
    virtual ~Stored() = default;
    virtual void load(const Nation& nation) = 0;
    virtual Verdicts judge(const Nation& nation) = 0;    // reads every sheet, parses, judges
};

std::unique_ptr<Stored> stored_in_sqlite(const std::string& path);
std::unique_ptr<Stored> stored_in_postgres(const std::string& url);

// The SQL way: the values one a row, the thresholds in a table, one statement gives every verdict.
void load_for_sql(const std::string& url, const Nation& nation);
Verdicts judge_by_sql(const std::string& url, const Nation& nation);

}    // namespace bench
