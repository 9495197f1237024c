#include <fmt/core.h>

#include <algorithm>

#include "base/result.hpp"
#include "platform/sql/sql.hpp"

namespace cs::sql {

namespace {

[[noreturn]] void wrong_column(std::string_view column, const char* wanted) {
    broken(fmt::format("column {} {}", column, wanted).c_str(), __FILE__, __LINE__);
}

}    // namespace

const Value& Row::at(std::string_view column) const {
    const auto found = std::find(columns_->begin(), columns_->end(), column);
    if (found == columns_->end()) wrong_column(column, "is not in the result");
    return values_[static_cast<std::size_t>(found - columns_->begin())];
}

bool Row::is_null(std::string_view column) const { return std::holds_alternative<std::monostate>(at(column)); }

std::string Row::text(std::string_view column) const {
    const auto* held = std::get_if<std::string>(&at(column));
    if (!held) wrong_column(column, "holds no text");
    return *held;
}

std::int64_t Row::integer(std::string_view column) const {
    const auto* held = std::get_if<std::int64_t>(&at(column));
    if (!held) wrong_column(column, "holds no integer");
    return *held;
}

Day Row::day(std::string_view column) const {
    const auto parsed = parse_day(text(column));
    if (!parsed) wrong_column(column, "holds no day");
    return *parsed;
}

Instant Row::instant(std::string_view column) const { return Instant(std::chrono::microseconds(integer(column))); }

std::optional<std::string> Row::maybe_text(std::string_view column) const {
    return is_null(column) ? std::nullopt : std::optional(text(column));
}

std::optional<std::int64_t> Row::maybe_integer(std::string_view column) const {
    return is_null(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<Day> Row::maybe_day(std::string_view column) const {
    return is_null(column) ? std::nullopt : std::optional(day(column));
}

}    // namespace cs::sql
