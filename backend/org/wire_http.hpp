#pragma once
// What travels about units; the names are the schemas of the API.
#include <optional>
#include <string>
#include <vector>

#include "access/action_http.hpp"
#include "org/store.hpp"
#include "platform/json/json.hpp"

namespace cs::org {

BOOST_DESCRIBE_ENUM(UnitKind, province, district, commune, ward, township, village, provincial_department,
                    district_room, front_province, front_district, front_commune, organisation_province,
                    organisation_district, organisation_commune, press_agency, enterprise, cooperative, other)
BOOST_DESCRIBE_ENUM(Region, TDMNPB, DBSH, BTB, DHNTB, TN, DNB, DBSCL)
BOOST_DESCRIBE_ENUM(ChangeKind, merge, split, rename, convert, move, create, dissolve, abolish_level, arrange, counter)
BOOST_DESCRIBE_ENUM(Part, full, part, unknown)
BOOST_DESCRIBE_ENUM(ClusterKind, cluster, block)

namespace wire {

using access::Action;

struct UnitRow {
    UnitId id;
    std::string code, name;
    UnitKind kind;
    std::optional<UnitId> parent_id;
    std::optional<std::string> parent_name;
    bool rural;
    std::optional<Region> region;
    Day from;
    std::optional<Day> until;  // exclusive
};
BOOST_DESCRIBE_STRUCT(UnitRow, (), (id, code, name, kind, parent_id, parent_name, rural, region, from, until))

inline UnitRow shown(const UnitId& id, const UnitState& s, const Period& period, const std::string& parent_name) {
    const auto parent = s.parent ? std::optional(parent_name) : std::nullopt;
    return {id, s.code, s.name, s.kind, s.parent, parent, s.rural, s.region, period.from, period.until};
}
inline UnitRow shown(const org::UnitRow& row) { return shown(row.id, row.state, row.period, row.parent_name); }

struct LineageLink {
    UnitId unit_id;
    std::string name;
    Day day;
    ChangeId change_id;
    ChangeKind change_kind;
    Part part;
};
BOOST_DESCRIBE_STRUCT(LineageLink, (), (unit_id, name, day, change_id, change_kind, part))

// "<id>~<name>": the last unit of a page.
inline std::string cursor_text(const UnitCursor& cursor) { return cursor.id.text() + '~' + cursor.name; }
inline Result<std::optional<UnitCursor>> read_cursor(const std::optional<std::string>& text) {
    if (!text) return std::nullopt;
    const std::size_t mark = text->find('~');
    const auto id = UnitId::parse(text->substr(0, mark));
    if (!id || mark == std::string::npos) return refuse(Problem::bad_input, "org.cursor_unknown");
    return UnitCursor{text->substr(mark + 1), *id};
}

}  // namespace wire
}  // namespace cs::org
