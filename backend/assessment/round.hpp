#pragma once
// A round of the yearly review: one version of a criteria set, one year, a population of units and a window that closes by
// itself. Who checks which criterion is a dated charge of an office under a territory.
#include <optional>
#include <string>
#include <vector>

#include "base/day.hpp"
#include "base/id.hpp"
#include "base/words.hpp"
#include "org/unit.hpp"

namespace cs::assessment {

using RoundId = Id<struct RoundTag>;
using ChargeId = Id<struct ChargeTag>;

// In the order the work goes: what the unit says, the rooms of the district, the departments, the province.
enum class Stage : unsigned char { self, district, department, province };

struct Round {
    RoundId id;
    std::string set;
    std::int64_t set_version;
    int year;
    std::string title;
    UnitId root;             // the province or district whose units take part
    org::UnitKind kind;
    Day units_on;            // the population is what stood on this day
    Day opens_on, closes_on;    // inclusive
    std::string paper;       // the letter that asks for it
    Instant opened_at = {};
};

// A later last day, for one unit or for all, by a paper.
struct Extension {
    std::optional<UnitId> unit;
    Day until;
    std::string paper_number;
    Day paper_day;
    std::string reason;
    Instant at = {};
    std::optional<PersonId> by = {};
};

// The last day on which `unit` may submit.
Day last_day(const Round& round, const std::vector<Extension>& extensions, const UnitId& unit);
// Open from the first moment of `opens_on` to the last of `last`, and the minutes of grace after it (UTC+7).
bool window_open(const Round& round, Day last, std::int64_t grace_minutes, Instant now);

struct Charge {
    ChargeId id;
    std::string set, criterion;
    Stage stage;     // district or department
    UnitId root;     // under which it holds
    UnitId holder;
    Period period;
    std::string paper;
};

}    // namespace cs::assessment
