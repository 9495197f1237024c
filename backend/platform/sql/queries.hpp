#pragma once
// Named queries and the one dialect they are written in.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "platform/sql/database.hpp"

namespace cs::sql {

// The common dialect as `engine` takes it, outside quotes and comments: /*strict*/ is a word on SQLite and nothing on
// PostgreSQL; bigint is SQLite's integer; `collate vietnamese` is the collation of the engine.
std::string in_dialect(Engine engine, std::string_view sql);

// The blocks of one *.sql file for one engine, each name prefixed with "module.". A block "-- name: x (postgres)"
// replaces x on that engine only. Throws std::logic_error naming the file and line: text before the first name, a name
// twice, a malformed heading, a query one engine has and the other lacks, an empty query.
std::vector<NamedQuery> read_queries(std::string_view path, std::string_view bytes, Engine engine);

const NamedQuery& find_query(Engine engine, std::string_view name);    // an unknown name is a bug

}    // namespace cs::sql
