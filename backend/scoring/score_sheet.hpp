#pragma once
// The score sheet of one unit: what each stage says of each leaf, side by side for ever; the papers that closed the stages;
// what was sent back, what the unit says against the result, and the facts beside the points.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "assessment/evidence.hpp"
#include "assessment/sheet.hpp"
#include "scoring/round.hpp"
#include "scoring/score_procedure.hpp"
#include "scoring/sheets.hpp"

namespace cs::scoring {

using ScoreSheetId = Id<struct ScoreSheetTag>;
using ObjectionId = Id<struct ObjectionTag>;

struct Sums {
    Score base, bonus, penalty, total;
    bool operator==(const Sums&) const = default;
};
Sums sums_of(const Points& points);

struct ScoreSheet {
    ScoreSheetId id;
    ScoreRoundId round;
    UnitId unit;
    std::string label;                        // once in the round: "Xã An Bình", or with its district where two have that name
    std::optional<org::ClusterId> cluster;    // none: the district, or the whole round
    std::string cluster_label;
    std::optional<UnitId> checked_by;         // at the cross-check
    ScoreState state = ScoreState::self_scoring;
    int confirmed = -1;                       // position of the last confirmed stage
    std::optional<Day> sent_on = {};
    int late_days = 0;
    std::string effective = {};               // packed() of what counts
    Sums sums = {};                           // of it
    std::int64_t version = 1;
    Instant changed_at = {};
};

struct ScoreCell {
    Given given;
    std::string reason;
    bool from_system = false;    // the appraised value, taken over
    std::int64_t version = 0;
    Instant at = {};
    std::optional<PersonId> by = {};
};
using StageCells = std::map<std::string, ScoreCell>;    // by id of the leaf
using Cells = std::map<int, StageCells>;                // by position of the stage

struct StagePaper {
    std::string number;
    std::optional<Day> day;
    std::string signer;
};

struct ScoreConfirmation {
    int sequence, position;
    StagePaper paper;
    std::optional<std::pair<int, std::int64_t>> receipt;    // of the unit's sending
    Score total;                                            // at that moment
    std::optional<Instant> withdrawn_at = {};
    Instant at = {};
    std::optional<PersonId> by = {};
};

struct ReturnedItem {
    int sequence, position;
    std::string leaf, reason;
    Day due_on;
    Instant at = {};
    std::optional<PersonId> by = {};
    std::string answer = {};
    std::optional<Instant> answered_at = {};
};

struct Objection {
    ObjectionId id;
    ScoreSheetId sheet;
    std::string leaf;    // empty: the whole
    std::string words;
    StagePaper paper;    // of the unit; may be empty
    Instant at = {};
    std::optional<PersonId> by = {};
    std::string answer = {};
    std::optional<bool> accepted = {};    // none: not answered yet
    StagePaper answer_paper = {};
    std::optional<Instant> answered_at = {};
};

enum class FactKind : unsigned char { knock_out, hold, last_year, council_place, adjusted_place };
struct ScoreFact {
    int sequence = 0;
    FactKind kind;
    std::string rule;      // of the table; empty for the rest
    UnitFact::Is state = UnitFact::Is::yes;
    std::string found;     // amount, "true", total, place
    std::string reason;
    StagePaper paper;
    Instant at = {};
    std::optional<PersonId> by = {};
};
// Its words with the paper: what a ranking prints.
std::string told(const ScoreFact& fact);

// A file of the unit's store a score leans on.
struct ScoreCitation {
    std::string leaf;
    assessment::EvidenceId evidence;
    Instant at = {};
    std::optional<PersonId> by = {};
};

}    // namespace cs::scoring
