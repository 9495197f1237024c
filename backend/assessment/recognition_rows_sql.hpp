#pragma once
// A word of an enum in a column. What stands there was written by this program: an unknown word is a bug.
#include "platform/sql/sql.hpp"

namespace cs::assessment {

template <class E>
E word_in(const sql::Row& row, std::string_view column) {
    const auto value = parse_word<E>(row.text(column));
    CS_CHECK(value.has_value());
    return *value;
}

}    // namespace cs::assessment
