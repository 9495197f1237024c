#pragma once
// A round of scoring: the units of a territory, one version of a table, the stages it has, and a window in March of the year
// after the table's. What was chosen at its opening stays: units, clusters, stages, seed.
#include <optional>
#include <string>
#include <vector>

#include "base/day.hpp"
#include "base/id.hpp"
#include "org/cluster.hpp"
#include "org/unit.hpp"
#include "scoring/table_version.hpp"

namespace cs::scoring {

using ScoreRoundId = Id<struct ScoreRoundTag>;
using ClusterHeadId = Id<struct ClusterHeadTag>;

// Who scores at a stage: the unit, another unit of its cluster, the district's team, the office of a field, the head of the
// cluster, the council.
enum class StageKind : unsigned char { self, cross_check, recheck, field, cluster, council };

struct RoundStage {
    std::string id, title;    // in the table
    StageKind kind;
    Day closes_on;            // what the round asks; a later paper of the stage is no fault
};

struct ScoreRound {
    ScoreRoundId id;
    TableVersionId table;
    int year;                 // whose work is scored; the window stands in the year after
    std::string title;
    UnitId root;
    org::UnitKind kind;
    Day units_on;
    Day opens_on, closes_on;    // inclusive
    bool is_blind = false;
    std::string seed;         // told at the opening: pairs of the cross-check, blind labels and samples are drawn from it
    std::string paper;
    Instant opened_at = {};
    std::vector<RoundStage> stages = {};    // [0] is the unit's own
};

struct ScoreOffice {
    std::string scorer;    // of the table: "so_nong_nghiep"
    UnitId unit;
};

struct ScoreExtension {
    std::optional<UnitId> unit;    // none: all
    Day until;
    std::string paper_number;
    Day paper_day;
    std::string reason;
    Instant at = {};
    std::optional<PersonId> by = {};
};

enum class HeadSeat : unsigned char { head, deputy };
struct ClusterHead {
    ClusterHeadId id;
    org::ClusterId cluster;
    UnitId unit;
    HeadSeat seat;
    Period period;
    std::string paper;
};

// The last day on which `unit` may send without being late.
Day last_day(const ScoreRound& round, const std::vector<ScoreExtension>& extensions, const UnitId& unit);
// Days of `sent` beyond it; in time: 0.
int days_late(Day last, Day sent);

// What a stage of the table is by its id ("self", "recheck", "council", …) or because it scores by field; none: the round says.
std::optional<StageKind> kind_of(const Stage& stage, bool is_first);
// The stages of a round out of those of its table, in the table's order. Faults: score.stage_unknown, score.stages_turned,
// score.self_missing, score.kind_unclear, score.field_differs.
struct ChosenStage {
    std::string id;
    std::optional<StageKind> kind;
};
std::vector<RoundStage> chosen_stages(const Table& table, const std::vector<ChosenStage>& wanted, Day closes_on, std::vector<Fault>& faults);

}    // namespace cs::scoring
