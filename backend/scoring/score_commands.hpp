#pragma once
// What people do in a round of scoring. Each writes one entry into the journal, or nothing when refused.
#include <optional>
#include <string>
#include <vector>

#include "scoring/score_desk.hpp"

namespace cs::scoring {

// ---- Rounds

struct NewScoreRound {
    TableVersionId table;
    std::string title;
    UnitId root;
    org::UnitKind kind = org::UnitKind::commune;
    std::vector<org::ClusterId> clusters = {};    // none: every unit of that kind under the root, each ranked in its district
    std::optional<Day> units_on = {};             // none: the last day of the table's year
    std::optional<Day> opens_on = {}, closes_on = {};    // none: plan547.scoring_opens and _closes, in the year after
    std::vector<ChosenStage> stages = {};         // none: those of the table
    std::vector<ScoreOffice> offices = {};
    bool is_blind = false;
    std::string seed = {};                        // none: made by the program
    std::string paper = {};
};
struct OpenedRoundOfScores {
    ScoreRound round;
    int sheets = 0;
};
// A sheet for each unit, with the cluster it competes in, its checker at a cross-check, and what the system knows. Refuses
// score.round_faulty with score.title_missing, .paper_missing, .window_turned, .no_units, .cluster_unknown, .cluster_outside,
// .office_missing {scorer}, .scorer_unknown, .no_clusters (a cluster stage needs some) and those of chosen_stages(); and what
// org::recorded and law::Parameters refuse.
Result<OpenedRoundOfScores> open_score_round(const Moment& m, const NewScoreRound& request);

// Also after the fact: the lateness of what was sent is counted anew. Refuses score.extension_faulty with score.paper_missing,
// .paper_in_future, .extension_shortens, .unit_not_in_round, .reason_missing.
Result<ScoreExtension> extend_score_round(const Moment& m, const ScoreRoundId& id, ScoreExtension extension);

// Another version of the table for a round that runs: what it does to each sheet that was sent, and what no longer fits.
struct TableEffect {
    ScoreSheetId sheet;
    std::string label;
    Score before, after;
    std::vector<Fault> faults;    // what stands in a leaf and cannot stand there any more, or a leaf nobody has scored
};
Result<std::vector<TableEffect>> effect_of_table(const Moment& m, const ScoreRoundId& id, const TableVersionId& table);
// The same and then it holds. Refuses score.table_unfit with score.table_other_year, .table_other_stages, and each sheet on which
// a confirmed score does not fit the new version.
Result<std::vector<TableEffect>> change_score_table(const Moment& m, const ScoreRoundId& id, const TableVersionId& table);

struct NewClusterHead {
    org::ClusterId cluster;
    UnitId unit;
    HeadSeat seat = HeadSeat::head;
    Day from;
    std::string paper;
};
// Hands the seat over: the one before ends on that day. By the province or by the present head. Refuses score.head_faulty with
// score.cluster_unknown, .head_no_member, .paper_missing, .head_before_last.
Result<ClusterHead> name_cluster_head(const Moment& m, const NewClusterHead& request);
// Whether the actor may name any member of that year. Refuses access.not_your_role, access.not_your_unit.
Done may_name_cluster_head(const Moment& m, const org::ClusterId& cluster, int year);

// ---- Scores

struct ScoreInput {
    ScoreSheetId sheet;
    std::string leaf;
    Given given;
    std::string reason = {};
    std::optional<std::int64_t> seen = {};    // the version the writer saw; 0: nothing; none: he does not say
};
struct SavedScores {
    int cells = 0;
    std::vector<ScoreSheetId> sheets;
};
// Many cells of one sheet or of a whole cluster, all or none: each at the stage its sheet is in. Beginning a stage follows by
// itself. What a stage of the round may say is `may_score`. Refuses score.cells_refused with scoring.* faults and
// score.reason_missing, .not_your_field, .system_value, .not_returned, .checked_already (once a stage was confirmed on the
// unit's score it may only be explained) at "cells[i]"; score.cell_stale; score.leaf_unknown, score.no_cells.
// `file`: the digest of the workbook they came from, for the journal.
Result<SavedScores> save_scores(const Moment& m, const ScoreRoundId& round, const std::vector<ScoreInput>& cells, const std::string& file = {});
// The dry run: refuses what save_scores refuses and writes nothing.
Done try_scores(const ScoreDesk& desk, const std::vector<ScoreInput>& cells);
// The position the actor may score now. Refuses score.cells_locked, score.need.*, access.not_your_role.
Result<int> may_score(const OpenedScore& opened, const std::vector<ReturnedItem>& returns);
// Of that leaf: of a sheet that was sent only what came back, at a stage of fields only his own.
bool may_score_leaf(const OpenedScore& opened, int position, const Item& leaf, const std::vector<ReturnedItem>& returns);

// By the unit, with a receipt. Late sending counts its days where the table has a penalty for them.
struct SentScore {
    ScoreSheet sheet;
    assessment::Receipt receipt;
};
Result<SentScore> send_score(const Moment& m, const ScoreSheetId& id, const StagePaper& paper);
Result<ScoreSheet> withdraw_score(const Moment& m, const ScoreSheetId& id, const std::string& reason);

// One paper closes the stage of one sheet, or of a whole cluster at once: all or none, score.sheets_refused names each sheet.
Result<int> confirm_scores(const Moment& m, const ScoreRoundId& round, const std::vector<ScoreSheetId>& sheets, const StagePaper& minutes);
Result<int> announce_scores(const Moment& m, const ScoreRoundId& round, const std::vector<ScoreSheetId>& sheets, const StagePaper& notice);
Result<int> settle_scores(const Moment& m, const ScoreRoundId& round, const std::vector<ScoreSheetId>& sheets);
// The last stage is open again; its paper stays in the history.
Result<ScoreSheet> take_back_score(const Moment& m, const ScoreSheetId& id, const std::string& reason);

// ---- Beside the points

struct ItemBack {
    std::string leaf, reason;
    Day due_on;
};
// By whoever scores the sheet now. Refuses score.returns_refused with score.leaf_unknown, .reason_missing, .due_not_ahead,
// .returned_already; what may_score refuses.
Result<int> return_score_items(const Moment& m, const ScoreSheetId& id, const std::vector<ItemBack>& items);

// Refuses score.not_announced, score.objection_faulty with score.words_missing, score.leaf_unknown.
Result<Objection> object_to_score(const Moment& m, const ScoreSheetId& id, const std::string& leaf, const std::string& words, const StagePaper& paper);
struct ObjectionAnswer {
    bool accepted = false;
    std::string words;
    StagePaper paper;
    Given given = {};    // of an accepted one about an item: what stands in it from now on, at the last stage
};
// Refuses score.objection_answered, score.answer_faulty with score.words_missing, .paper_missing, .given_missing,
// .given_not_asked and scoring.* faults.
Result<Objection> answer_objection(const Moment& m, const ObjectionId& id, const ObjectionAnswer& answer);

// A knock-out or a hold of the table, last year's total, the council's place among equals, the adjusted place. Each by its
// paper: an unconfirmed matter is a hold, not an exclusion. Refuses score.fact_faulty with score.fact_unknown, .paper_missing,
// .paper_in_future, .found_faulty, .reason_missing.
Result<ScoreFact> record_score_fact(const Moment& m, const ScoreSheetId& id, ScoreFact fact);

}    // namespace cs::scoring
