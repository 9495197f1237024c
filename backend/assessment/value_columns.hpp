#pragma once
// Which column of a province's file says what: guessed from the heading, decided by a person.
#include <string>
#include <vector>

#include "assessment/value_file.hpp"
#include "base/words.hpp"

namespace cs::assessment {

enum class ColumnRole : unsigned char {
    skip,
    unit_code,
    unit_name,
    parent_name,
    line,    // long form: which indicator the row is about
    value,
    male,
    female,    // of the column's own line (wide form), or of the row's (long form)
    note,
};

struct ColumnUse {
    std::uint32_t column = 0;    // 0 is A
    ColumnRole role = ColumnRole::skip;
    std::string line = {};    // of value, male and female in the wide form
    bool operator==(const ColumnUse&) const = default;
};

// What a column may be about.
struct LineName {
    std::string no, name;
    bool both_sexes = false;
};

struct GuessedColumns {
    std::uint32_t heading = 0, first_row = 1;    // 0: no row looks like a heading
    std::vector<std::string> titles;             // by column, "14.1 · Nam" where two rows say it
    std::vector<ColumnUse> uses;                 // one for each column
};

std::string column_letter(std::uint32_t column);    // 0 -> "A", 27 -> "AB"

// The heading is the row with most columns understood, one of which names the unit. Of a line that several columns
// claim, none is guessed: a person decides.
GuessedColumns guess_columns(const ValueFile& file, const std::vector<LineName>& lines);

}    // namespace cs::assessment
