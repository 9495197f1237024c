#pragma once
// A unit is an identity; everything else about it (name, kind, code, parent, rural, region) is a state with a period.
// A code is no identity: 24 was Bắc Giang until 30/06/2025 and is Bắc Ninh since.
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/day.hpp"
#include "base/id.hpp"
#include "base/words.hpp"

namespace cs::org {

// The seed of 01/10/2022 is valid back to this day: NQ 1191/NQ-UBTVQH14, in force 01/02/2021, was Bắc Ninh's last
// change before it. Nothing is known of an earlier day, and saying so beats guessing.
inline constexpr Day first_recorded_day{std::chrono::year(2021), std::chrono::month(2), std::chrono::day(1)};

enum class UnitKind : unsigned char {
    province,
    district,
    commune,
    ward,
    township,
    village,
    provincial_department,
    district_room,
    front_province,
    front_district,
    front_commune,
    organisation_province,
    organisation_district,
    organisation_commune,  // socio-political organisations
    press_agency,
    enterprise,
    cooperative,
    other,
};

// The seven regions of the criteria sets 2021-2025. A region belongs to the commune, not to its province.
enum class Region : unsigned char { TDMNPB, DBSH, BTB, DHNTB, TN, DNB, DBSCL };

}  // namespace cs::org

namespace cs {
template <>
inline constexpr auto words<org::UnitKind> = std::to_array<std::string_view>(
    {"province", "district", "commune", "ward", "township", "village", "provincial_department", "district_room",
     "front_province", "front_district", "front_commune", "organisation_province", "organisation_district",
     "organisation_commune", "press_agency", "enterprise", "cooperative", "other"});
template <>
inline constexpr auto words<org::Region> = std::to_array<std::string_view>({"TDMNPB", "DBSH", "BTB", "DHNTB", "TN",
                                                                            "DNB", "DBSCL"});
}  // namespace cs

namespace cs::org {

using ChangeId = Id<struct ChangeTag>;
using VersionId = Id<struct VersionTag>;

constexpr bool is_commune_level(UnitKind k) {  // xã, phường, thị trấn: the leaves that totals add up
    return k == UnitKind::commune || k == UnitKind::ward || k == UnitKind::township;
}
constexpr bool is_territory(UnitKind k) { return k <= UnitKind::village; }
// Rural population is that of xã and thôn; phường and thị trấn are urban (Bộ tiêu chí speaks of xã only).
constexpr bool is_rural(UnitKind k) { return k == UnitKind::commune || k == UnitKind::village; }

// A commune may stand under a province itself: there is no district level since 01/07/2025. What is no territory may
// stand under any territory or under its like (a department's subsidiary), or alone.
constexpr bool may_stand_under(UnitKind child, UnitKind parent) {
    switch (child) {
        case UnitKind::province: return false;
        case UnitKind::district: return parent == UnitKind::province;
        case UnitKind::commune:
        case UnitKind::ward:
        case UnitKind::township: return parent == UnitKind::district || parent == UnitKind::province;
        case UnitKind::village: return is_commune_level(parent);
        default: return parent != UnitKind::village;
    }
}
constexpr bool may_stand_alone(UnitKind k) { return k == UnitKind::province || !is_territory(k); }

struct UnitState {
    std::string name;  // whole: "Thị xã Quế Võ"
    UnitKind kind;
    std::string code;  // as issued on those days; empty: none was issued
    std::optional<UnitId> parent;
    bool rural;
    std::optional<Region> region;
    bool operator==(const UnitState&) const = default;
};

// One row for each state of a unit.
struct UnitVersion {
    VersionId id;
    UnitId unit;
    Period period;
    UnitState state;
    std::optional<ChangeId> opened_by;  // none: it came with the seed or an import
    std::optional<ChangeId> closed_by;
};

// The same name gives the same id on every machine and engine: for data that ships with the program.
std::string id_from(std::string_view name);

}  // namespace cs::org
