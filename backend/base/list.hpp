#pragma once
// A list that can be taken away: its columns described once, its rows given one by one, so that no list has to stand in
// memory to become a file (platform/list_file.hpp).
#include <cstdint>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "base/day.hpp"
#include "base/decimal.hpp"
#include "base/result.hpp"

namespace cs {

// A word of a list of the catalogue: "commune" of "unit_kind" is "Xã" where people read it.
struct ListWord {
    std::string group, word;
};
using ListValue = std::variant<std::monostate, std::string, std::int64_t, Decimal, Day, bool, ListWord>;
using ListRow = std::vector<ListValue>;

using ListGive = std::function<void(const ListRow&)>;    // takes the rows one by one

struct ListColumn {
    std::string key;    // the heading of a CSV; its sentence "list.column.<key>" heads a workbook
    double width = 14;
    std::string title = {};    // the heading itself, of a column the list makes for a unit
};

struct List {
    std::string name;     // of the file, without ending: "don-vi-2024-12-31"
    std::string title;    // "list.title.<title>"
    std::vector<ListColumn> columns;
    std::function<Done(const ListGive& give)> rows;
};

template <class T>
ListValue list_value(const std::optional<T>& value) {
    return value ? ListValue(*value) : ListValue();
}

}    // namespace cs
