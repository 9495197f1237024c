#pragma once
// Between libpq's texts and our values, both ways.
#include <libpq-fe.h>

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "platform/sql/connection.hpp"

namespace cs::sql {

struct ClearAnswer {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, ClearAnswer>;

// Parameters as libpq wants them: texts that live as long as this does.
class Bound {
public:
    explicit Bound(const Values& params);
    int size() const { return static_cast<int>(pointers_.size()); }
    const char* const* data() const { return pointers_.data(); }

private:
    std::vector<std::array<char, 24>> digits_;
    std::vector<const char*> pointers_;
};

std::vector<std::string> columns_of(const PGresult* answer);
std::unique_ptr<Rows> rows_of(const PGresult* answer);
Row row_of(const PGresult* answer, int row, const std::vector<std::string>& columns);

// The text format of COPY: a tab between values, \N for null, a backslash before what would be read otherwise.
void append_copy_value(std::string& out, const Value& value);

}    // namespace cs::sql
