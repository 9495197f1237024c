#pragma once
// SQLite says which columns collided, not which constraint; people and commands want the name in the migration.
#include <sqlite3.h>

#include <string>
#include <string_view>

namespace cs::sql {

// `message` is "UNIQUE constraint failed: unit.code, unit.day". Answers what PostgreSQL would: the name of the index or
// of the constraint, or the name PostgreSQL gives an unnamed one (unit_pkey, unit_code_day_key). Two unique indexes
// over the same columns cannot be told apart: give the first in the schema.
std::string unique_constraint_name(sqlite3* db, std::string_view message);

}    // namespace cs::sql
