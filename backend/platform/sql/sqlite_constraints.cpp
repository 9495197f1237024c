#include "platform/sql/sqlite_constraints.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <vector>

#include "base/text.hpp"

namespace cs::sql {

namespace {

using Texts = std::vector<std::string>;

std::vector<Texts> rows_of(sqlite3* db, const char* sql, const std::string& param) {
    sqlite3_stmt* statement = nullptr;
    std::vector<Texts> rows;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, nullptr) != SQLITE_OK) return rows;
    sqlite3_bind_text(statement, 1, param.data(), static_cast<int>(param.size()), SQLITE_STATIC);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        Texts& row = rows.emplace_back();
        for (int i = 0; i < sqlite3_column_count(statement); ++i) {
            const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
            row.emplace_back(text ? text : "");
        }
    }
    sqlite3_finalize(statement);
    return rows;
}

Texts split(std::string_view list) {
    Texts words;
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        words.emplace_back(trim(list.substr(0, comma)));
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return words;
}

// Words and single marks: "unique (code, day)" -> unique, (, code, ",", day, ).
Texts words_of(std::string_view sql) {
    Texts words;
    bool inside = false;
    for (const char c : sql) {
        const bool is_word = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
        if (is_word && inside)
            words.back() += c;
        else if (is_word || std::ispunct(static_cast<unsigned char>(c)) != 0)
            words.emplace_back(1, c);
        inside = is_word;
    }
    return words;
}

// "constraint unit_code_once unique (code, day)" in the text of the table.
std::string named_in_table(sqlite3* db, const std::string& table, const Texts& columns) {
    const auto found = rows_of(db, "select lower(sql) from sqlite_master where type = 'table' and name = ?", table);
    if (found.empty()) return "";
    const Texts words = words_of(found.front().front());
    for (auto at = words.begin(); (at = std::find(at, words.end(), "constraint")) != words.end(); ++at) {
        if (words.end() - at < 6) break;
        const bool unique = at[2] == "unique", key = at[2] == "primary" && at[3] == "key";
        auto of = at + (key ? 4 : 3);
        if ((!unique && !key) || *of != "(") continue;
        Texts listed;
        for (++of; of != words.end() && *of != ")"; ++of)
            if (*of != ",") listed.push_back(*of);
        if (listed == columns) return at[1];
    }
    return "";
}

}    // namespace

std::string unique_constraint_name(sqlite3* db, std::string_view message) {
    const std::string_view what = message.substr(std::min(message.find(": "), message.size() - 2) + 2);
    if (what.starts_with("index '")) return std::string(what.substr(7, what.size() - 8));
    Texts columns = split(what);
    const std::string table = columns.front().substr(0, columns.front().find('.'));
    for (std::string& column : columns) column.erase(0, table.size() + 1);

    const std::string named = named_in_table(db, table, columns);
    if (!named.empty()) return named;
    for (const Texts& index :
         rows_of(db, "select name, origin from pragma_index_list(?) where \"unique\" order by seq desc", table)) {
        Texts of_index;
        for (const Texts& row : rows_of(db, "select name from pragma_index_info(?) order by seqno", index[0]))
            of_index.push_back(row[0]);
        if (of_index == columns && index[1] == "c") return index[0];
        if (of_index == columns && index[1] == "u") return fmt::format("{}_{}_key", table, fmt::join(columns, "_"));
    }
    return table + "_pkey";
}

}    // namespace cs::sql
