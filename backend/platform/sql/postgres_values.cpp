#include "platform/sql/postgres_values.hpp"

#include <fmt/core.h>

#include <charconv>

namespace cs::sql {

namespace {

Value value_of(const PGresult* answer, int row, int column) {
    enum : Oid { boolean = 16, int8 = 20, int2 = 21, int4 = 23, real = 700, double_precision = 701, numeric = 1700 };
    if (PQgetisnull(answer, row, column)) return {};
    const std::string_view text(PQgetvalue(answer, row, column),
                                static_cast<std::size_t>(PQgetlength(answer, row, column)));
    switch (PQftype(answer, column)) {
        case boolean: return std::int64_t{text == "t"};
        case int2:
        case int4:
        case int8:
        case numeric: {    // sum(bigint) is numeric: taken when it is a whole number of 64 bits
            std::int64_t number = 0;
            const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
            if (parsed.ec == std::errc() && parsed.ptr == text.data() + text.size()) return number;
            break;
        }
        case real:
        case double_precision: break;
        default: return std::string(text);
    }
    throw std::runtime_error(fmt::format("column {} is neither text nor integer", PQfname(answer, column)));
}

}    // namespace

Bound::Bound(const Values& params) : digits_(params.size()), pointers_(params.size()) {
    for (std::size_t i = 0; i < params.size(); ++i) {
        if (const auto* text = std::get_if<std::string>(&params[i])) pointers_[i] = text->c_str();
        if (const auto* number = std::get_if<std::int64_t>(&params[i])) {
            *std::to_chars(digits_[i].data(), digits_[i].data() + digits_[i].size(), *number).ptr = '\0';
            pointers_[i] = digits_[i].data();
        }
    }
}

std::vector<std::string> columns_of(const PGresult* answer) {
    std::vector<std::string> names;
    for (int i = 0; i < PQnfields(answer); ++i) names.emplace_back(PQfname(answer, i));
    return names;
}

Row row_of(const PGresult* answer, int row, const std::vector<std::string>& columns) {
    Values values(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) values[i] = value_of(answer, row, static_cast<int>(i));
    return Row(columns, std::move(values));
}

std::unique_ptr<Rows> rows_of(const PGresult* answer) {
    auto rows = std::make_unique<Rows>();
    rows->columns = columns_of(answer);
    const int count = PQntuples(answer);
    rows->rows.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) rows->rows.push_back(row_of(answer, i, rows->columns));
    return rows;
}

void append_copy_value(std::string& out, const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        out += std::to_string(*number);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        for (const char c : *text) {
            const bool special = c == '\\' || c == '\t' || c == '\n' || c == '\r';
            if (special) out += '\\';
            out += !special || c == '\\' ? c : c == '\t' ? 't' : c == '\n' ? 'n' : 'r';
        }
    } else {
        out += "\\N";
    }
}

}    // namespace cs::sql
