#pragma once
// What an office has to check: its criteria in each round, and one criterion over all units, figure and paper side by side.
#include <string>
#include <vector>

#include "access/duty.hpp"
#include "assessment/basis.hpp"
#include "assessment/opened_sheet.hpp"

namespace cs::assessment {

// One criterion of a round that the actor's office is in charge of.
struct Pile {
    Round round;
    Stage stage;
    std::string criterion;
    int open = 0, returned = 0, settled = 0;    // units
};
std::vector<Pile> piles(Tx& tx, const access::Actor& actor, Day today);

struct PileIndicator {
    std::string no;
    ItemState state;
    int returns;
    std::map<std::string, Line> said;    // lines as the stage before left them
    criteria::Verdict verdict;           // on those lines
};
struct PileSheet {
    Sheet sheet;
    std::string unit_name;
    std::vector<PileIndicator> indicators;
};
struct PileView {
    Round round;
    Basis basis;
    Stage stage;
    std::vector<PileSheet> sheets;    // by name; what is still open first
};
// Refuses assessment.round_unknown, assessment.criterion_unknown, assessment.not_in_charge.
Result<PileView> pile(Tx& tx, const access::Actor& actor, const RoundId& round, const std::string& criterion, Day today);

// Sheets to fill in and to send again, piles to check, sheets that wait for their result.
std::vector<access::Duty> duties(Tx& tx, const access::Actor& actor, Instant now);

// Rounds the actor has anything to do with.
std::vector<Round> rounds_of(Tx& tx, const access::Actor& actor, const access::Tree& tree, Day today);
// The rows of a round that he may see.
struct SeenRow {
    SheetRow row;
    UnitId holder;
    Seat seat;
};
std::vector<SeenRow> rows_of(Tx& tx, const access::Actor& actor, const Round& round, const access::Tree& tree, Day today);

}    // namespace cs::assessment
