#pragma once
// A reorganisation: what a resolution does to units on one day. Drafts name units by code, because the papers do;
// applying one resolves the codes on the days they belong to. Lineage says who came out of whom and how much is known
// of the share.
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/decimal.hpp"
#include "law/confidence.hpp"
#include "org/unit.hpp"

namespace cs::org {

enum class ChangeKind : unsigned char {
    merge,
    split,
    rename,
    convert,
    move,
    create,
    dissolve,
    abolish_level,
    arrange,  // several of these in one resolution
    counter,  // takes a wrong reorganisation back
};

// How much of the old unit went into the new one. `unknown` also stands where a unit was dissolved and only the wider
// unit is known in which its ground remains.
enum class Part : unsigned char { full, part, unknown };

struct Share {
    std::string measure;            // "population", "area_km2", "capital_dong": a count or money
    std::optional<Decimal> amount;  // none: unknown
};

struct Link {
    ChangeId change;
    Day day;
    UnitId from, to;
    Part part;
    std::vector<Share> shares;
};

// ---- The draft, as written in law/reorganisations.yaml or sent by the office. `Ref` is a code or an id.
using Ref = std::string;

struct NewState {  // what is given changes, the rest stays
    std::optional<std::string> name, code;
    std::optional<UnitKind> kind;
    std::optional<Ref> parent;  // on the day itself
    std::optional<bool> rural;
    std::optional<Region> region;
    bool empty() const { return !name && !code && !kind && !parent && !rural && !region; }
};
struct Origin {
    Ref unit;  // on the day before
    Part part = Part::full;
    std::vector<Share> shares;
};
struct Piece {  // of a split: a new unit
    NewState state;
    Part part = Part::part;
    std::vector<Share> shares;
};

struct Alter {  // rename, convert, move: one unit goes on with another state
    ChangeKind verb;
    Ref unit;
    NewState state;
};
struct Merge {
    Ref into;  // a code on the day itself when `is_new`, otherwise a unit of the day before that goes on
    bool is_new = false;
    NewState state;
    std::vector<Origin> from;
};
struct Split {
    Ref unit;
    bool keeps = false;  // the old unit goes on beside the new ones
    std::vector<Piece> into;
};
struct Create {
    NewState state;
};
struct Dissolve {  // the successor is not named
    Ref unit;
    Ref within;  // the wider unit, on the day itself, in which its ground remains: no unit ends without a trace
};
struct AbolishLevel {
    UnitKind kind;
    std::vector<Ref> under;
    Ref into;  // who takes over what was theirs, on the day itself
};

struct Line {
    int number = 0;  // where it stands in its file
    std::variant<Alter, Merge, Split, Create, Dissolve, AbolishLevel> what;
};

struct Draft {
    std::string key;  // names the reorganisation once: the same key is not applied twice
    Day day;
    std::string title, instrument, source, note;
    std::optional<Day> signed_on;  // none: unknown
    law::Confidence confidence = law::Confidence::unknown;
    std::vector<Line> lines;
};

ChangeKind kind_of(const Draft& draft);

// ---- The record.
struct Reorganisation {
    ChangeId id;
    std::string key;
    ChangeKind kind;
    Day day;
    std::string title, instrument, source, note;
    std::optional<Day> signed_on;
    law::Confidence confidence = law::Confidence::unknown;
    std::optional<Instant> recorded_at;
    std::optional<PersonId> recorded_by;
    std::optional<ChangeId> counters, countered_by;
};

}  // namespace cs::org

namespace cs {
template <>
inline constexpr auto words<org::ChangeKind> = std::to_array<std::string_view>({"merge", "split", "rename", "convert",
                                                                                "move", "create", "dissolve",
                                                                                "abolish_level", "arrange", "counter"});
template <>
inline constexpr auto words<org::Part> = std::to_array<std::string_view>({"full", "part", "unknown"});
}  // namespace cs
