#pragma once
// Rows of the tables of this module as its values. For *_sql files only.
#include "org/reorganisation.hpp"
#include "org/unit.hpp"
#include "platform/sql/sql.hpp"

namespace cs::org {

inline UnitState state_of(const sql::Row& row) {
    const auto region = row.maybe_text("region");
    return {row.text("name"),  *parse_word<UnitKind>(row.text("kind")),
            row.text("code"),  row.maybe_id<UnitId>("parent_id"),
            row.flag("rural"), region ? parse_word<Region>(*region) : std::nullopt};
}

inline UnitVersion version_of(const sql::Row& row) {
    return {
        row.id<VersionId>("id"), row.id<UnitId>("unit_id"),           {row.day("from_day"), row.maybe_day("until_day")},
        state_of(row),           row.maybe_id<ChangeId>("change_id"), row.maybe_id<ChangeId>("closed_by")};
}

inline std::string link_key(const sql::Row& row) {
    return row.text("change_id") + row.text("from_unit") + row.text("to_unit");
}

inline Link link_of(const sql::Row& row, std::vector<Share> shares = {}) {
    return {row.id<ChangeId>("change_id"),       row.day("day"),
            row.id<UnitId>("from_unit"),         row.id<UnitId>("to_unit"),
            *parse_word<Part>(row.text("part")), std::move(shares)};
}

}  // namespace cs::org
