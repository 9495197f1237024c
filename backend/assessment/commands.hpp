#pragma once
// What people do in the yearly review. Each writes one entry into the journal, or nothing when refused.
#include <optional>
#include <string>
#include <vector>

#include "assessment/opened_sheet.hpp"
#include "assessment/sheet_facts.hpp"

namespace cs::assessment {

// ---- Rounds

struct NewRound {
    std::string set;
    std::optional<std::int64_t> set_version;    // none: the one in force
    int year;
    std::string title;
    UnitId root;
    org::UnitKind kind = org::UnitKind::commune;
    Day units_on, opens_on, closes_on;
    std::string paper;
    std::vector<UnitId> only = {};    // none: every unit of that kind under the root
};
struct OpenedRound {
    Round round;
    int sheets = 0, prefilled = 0;    // sheets that begin with last year's values
};
// Makes a sheet for each unit of the population, with last year's values marked as such. Refuses assessment.round_faulty
// with assessment.not_a_set, assessment.window_turned, assessment.paper_missing, assessment.title_missing,
// assessment.no_units, assessment.region_missing {unit}, assessment.unit_not_in_population {unit}; assessment.round_exists.
Result<OpenedRound> open_round(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const NewRound& request);

// Also after the fact. Refuses assessment.extension_faulty with assessment.paper_missing, assessment.paper_in_future,
// assessment.extension_shortens, assessment.unit_not_in_round, assessment.reason_missing.
Result<Extension> extend_round(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const RoundId& id,
                               Extension extension);

struct NewCharge {
    std::string set;
    std::vector<std::string> criteria;
    Stage stage;
    UnitId root, holder;
    Day from;
    std::string paper;
};
// Ends what the criterion's former office held under the same root on that day. Refuses assessment.charge_faulty with
// assessment.criterion_unknown, assessment.holder_no_office, assessment.paper_missing, assessment.charge_before_last.
Result<std::vector<Charge>> assign_charge(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree,
                                          const NewCharge& request);

// ---- A unit fills in its sheet

struct CellInput {
    std::string line;
    Line says;
    std::optional<std::int64_t> seen = {};    // the version the writer saw; 0: nothing; none: he does not say
};
struct SavedCells {
    OpenedSheet opened;
    Basis basis;
    criteria::Plan plan;
    SheetFacts facts;
    std::vector<std::string> lines;
};
// All or none. Refuses assessment.cells_locked (the state, the window, a cell that was not returned), assessment.cells_refused
// with assessment.line_unknown, criteria.* faults of values at "cells[i].value"; assessment.cell_stale with {line, theirs,
// version, by, at}. `file_digest`: of the file they came in, for the journal.
Result<SavedCells> save_cells(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& id,
                              const std::vector<CellInput>& cells, const std::string& file_digest = "");
// The dry run: refuses the same, writes nothing.
Done try_cells(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& id,
               const std::vector<CellInput>& cells);
// Which lines the unit may change now: all of a draft, those of returned indicators after that, none otherwise.
bool may_change(const OpenedSheet& opened, const Items& items, const std::string& indicator);
// May this person change them now? The window counts for drafts; a return has its own day.
bool may_edit(const OpenedSheet& opened, const SheetFacts& facts, const std::string& indicator);

// Submits, or submits again after a return. The receipt holds exactly what was received.
Result<Submission> submit_sheet(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& id,
                                const SentPaper& paper);
Result<Submission> resubmit_sheet(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& id,
                                  const SentPaper& paper);
// Until somebody begins to check.
Result<Sheet> withdraw_sheet(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& id,
                             const std::string& reason);

// ---- The offices check

struct Check {
    std::string indicator;
    ItemAction action;                     // agree, correct, send_back
    std::map<std::string, Line> lines = {};    // of a correction: every line of the indicator that should count
    std::string reason = {};
    std::optional<Day> due_on = {};        // of a return
};
// On one sheet, all or none. Beginning and concluding the stage follow by themselves. Refuses assessment.not_in_check,
// assessment.checks_refused with item.need.* at "checks[i]", assessment.indicator_unknown, criteria.* faults of values.
Result<Sheet> check_items(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& id,
                          const std::vector<Check>& checks);

struct Exception {
    SheetId sheet;
    std::string indicator, reason;
    Day due_on;
};
struct ConfirmMany {
    std::string criterion;
    std::string number;
    Day day;
    std::string signer;
    std::vector<SheetId> sheets;
    std::vector<Exception> exceptions;    // of those sheets: sent back one by one
};
struct ConfirmedMany {
    CheckPaper paper;
    int sheets = 0, agreed = 0, returned = 0;
};
// One paper of the office confirms what is open of a criterion for many units, with exceptions. All or none. Refuses
// assessment.paper_missing, assessment.paper_in_future, assessment.no_sheets, assessment.nothing_open {unit}, and what check_items
// refuses.
Result<ConfirmedMany> confirm_many(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const RoundId& id,
                                   const ConfirmMany& request);

// ---- A field team

struct NewVisit {
    Day visited_on;
    std::string members, minutes_number;
    Day minutes_day;
    std::string unit_signer, office_signer;
    std::optional<std::string> evidence;
    std::vector<Finding> findings;
};
// By a checking office, from the submission until the result. Refuses assessment.not_in_check, assessment.visit_faulty with
// assessment.members_missing, .paper_missing, .signers_missing, .visit_in_future, .paper_in_future, .minutes_before_visit,
// .no_findings, .indicator_unknown, .indicator_twice, .finding_missing, .guarded_finding.
Result<FieldVisit> record_field_visit(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& id,
                                      const NewVisit& visit);
Done may_record_visit(const OpenedSheet& opened);

// ---- The province

// The appraised value of an indicator beside the others, with a reason, while the sheet is checked.
Result<Sheet> correct_value(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& id,
                            const std::string& indicator, const std::map<std::string, Line>& lines, const std::string& reason);
struct ResultNotice {
    std::string number;         // "" when there is no notice yet
    std::optional<Day> day;
    std::string note;
};
Result<AppraisedResult> appraise_sheet(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& id,
                                       const ResultNotice& notice);
Result<Sheet> reopen_sheet(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& id,
                           const std::string& reason);

}    // namespace cs::assessment
