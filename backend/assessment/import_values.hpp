#pragma once
// The first year: a province's existing file of values goes into the sheets of a round, all or nothing. The unit still
// has to look: what was imported counts as prefilled, as last year's values do in later years.
#include "access/actor.hpp"
#include "assessment/round.hpp"
#include "assessment/value_rows.hpp"
#include "platform/tx.hpp"

namespace cs::assessment {

// What the screen needs before a person decides about columns.
struct FileOutline {
    ValueFile file;
    GuessedColumns guess;
    std::vector<LineName> lines;
};
// Refuses what read_value_file refuses, assessment.round_unknown, access.*.
Result<FileOutline> outline_value_file(Tx& tx, const access::Actor& actor, const access::Tree& tree, Day today,
                                       const RoundId& id, ValueFile file);

struct SheetImport {
    Sheet sheet;
    std::map<std::string, SavedLine> lines;    // to be written
};
struct ImportPlan {
    Round round;
    access::Role role;
    std::vector<SheetImport> sheets;
    int cells = 0;    // lines to be written
    int kept = 0;     // lines the unit has filled in itself: they stay
    int rows_left_out = 0;
    std::vector<CellFault> faults, remarks;
    std::vector<UnitQuestion> questions;
    bool may_be_written() const { return faults.empty() && questions.empty() && cells > 0; }
};
// The dry run. Refuses what understand() refuses, access.*, assessment.round_unknown. Faults besides:
// assessment.import_not_draft, criteria.* of a value; remarks: assessment.import_kept.
Result<ImportPlan> plan_import(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree,
                               const RoundId& id, const ValueFile& file, const ImportChoice& choice);

// The same, written. Refuses assessment.import_refused with every fault, an open question as
// assessment.import_unit_unclear, and assessment.import_nothing.
Result<ImportPlan> import_values(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree,
                                 const RoundId& id, const ValueFile& file, const ImportChoice& choice);

}    // namespace cs::assessment
