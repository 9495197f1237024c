#pragma once
// What travels about one score sheet, the board of a round, and a sample.
#include "scoring/score_wire_http.hpp"

namespace cs::scoring::wire {

// ---- A sheet

struct ScoreCellView {
    int position;
    std::optional<Decimal> score, plan, actual;
    Decimal points;
    std::string reason;
    bool from_system;
    std::int64_t version;
    Instant at;
    std::string by_name;
};
BOOST_DESCRIBE_STRUCT(ScoreCellView, (), (position, score, plan, actual, points, reason, from_system, version, at, by_name))

struct SystemValueView {
    Decimal actual;
    int year;
    bool is_of_year;
};
BOOST_DESCRIBE_STRUCT(SystemValueView, (), (actual, year, is_of_year))

struct ItemBackView {
    std::string reason, answer;
    Day due_on;
    bool answered;
};
BOOST_DESCRIBE_STRUCT(ItemBackView, (), (reason, answer, due_on, answered))

struct CitedFile {
    assessment::EvidenceId id;
    std::string title;    // empty: purged
};
BOOST_DESCRIBE_STRUCT(CitedFile, (), (id, title))

struct ScoreItemView {
    std::string id, title, part;
    int depth;
    bool is_leaf;
    std::optional<std::string> rule;    // of a leaf
    Decimal max;
    std::string scorer, evidence;
    bool needs_plan, is_editable;
    std::vector<ScoreCellView> cells;             // of a leaf, by stage
    std::vector<std::optional<Decimal>> points;    // by stage: also of parents
    std::optional<Decimal> last_year;              // points of the same item in the round before
    std::optional<SystemValueView> system;
    std::vector<ItemBackView> returned;
    std::vector<CitedFile> evidence_cited;
    bool may_cite;
};
BOOST_DESCRIBE_STRUCT(ScoreItemView, (),
                      (id, title, part, depth, is_leaf, rule, max, scorer, evidence, needs_plan, is_editable, cells, points, last_year, system, returned,
                       evidence_cited, may_cite))

struct ScoreStageColumn {
    std::string id, title;
    StageKind kind;
    Day closes_on;
    bool is_confirmed;
    std::string paper_number, signer, receipt;
    std::optional<Day> paper_day;
    std::optional<Decimal> base, bonus, penalty, total;    // of what the stage says; none: it says nothing yet
};
BOOST_DESCRIBE_STRUCT(ScoreStageColumn, (), (id, title, kind, closes_on, is_confirmed, paper_number, signer, receipt, paper_day, base, bonus, penalty, total))

struct ObjectionView {
    ObjectionId id;
    std::string leaf, words, paper_number;
    Instant at;
    std::string by_name, answer;
    std::optional<bool> accepted;
    std::string answer_number;
    std::optional<Day> answer_day;
};
BOOST_DESCRIBE_STRUCT(ObjectionView, (), (id, leaf, words, paper_number, at, by_name, answer, accepted, answer_number, answer_day))

struct ScoreFactView {
    FactKind kind;
    std::string rule, title, state, found, reason, paper_number;
    std::optional<Day> paper_day;
    std::string by_name;
    bool is_last;    // the last word on it
};
BOOST_DESCRIBE_STRUCT(ScoreFactView, (), (kind, rule, title, state, found, reason, paper_number, paper_day, by_name, is_last))

struct ScoreFactRule {
    FactKind kind;
    std::string rule, title;
    bool by_amount;
};
BOOST_DESCRIBE_STRUCT(ScoreFactRule, (), (kind, rule, title, by_amount))

struct ScoreGapView {
    int year;
    Decimal self, verified, percent;
};
BOOST_DESCRIBE_STRUCT(ScoreGapView, (), (year, self, verified, percent))

struct ScoreSheetView {
    ScoreSheetRow sheet;
    ScoreRoundId round_id;
    std::string round_title;
    int year;
    Decimal scale, step;
    int decimals;
    bool wants_reasons;
    std::optional<int> position;    // the stage the caller scores now
    std::vector<ScoreStageColumn> stages;
    std::vector<ScoreItemView> items;
    std::vector<ObjectionView> objections;
    std::vector<ScoreFactView> facts;
    std::vector<ScoreFactRule> fact_rules;
    std::optional<ScoreGapView> gap;
    std::vector<std::string> warnings;    // words: score.warning.<word>
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(ScoreSheetView, (),
                      (sheet, round_id, round_title, year, scale, step, decimals, wants_reasons, position, stages, items, objections, facts, fact_rules,
                       gap, warnings, actions))

// ---- The board: all units × items × stages

struct BoardItem {
    std::string id, title, part;
    int depth;
    bool is_leaf, needs_plan, takes_score;
    Decimal max;
};
BOOST_DESCRIBE_STRUCT(BoardItem, (), (id, title, part, depth, is_leaf, needs_plan, takes_score, max))
struct BoardCell {
    std::string item;
    std::optional<Decimal> score, plan, actual;    // as entered at the stage
    Decimal points;
    std::string reason;
    std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(BoardCell, (), (item, score, plan, actual, points, reason, version))
struct BoardColumn {
    int position;
    std::vector<BoardCell> cells;    // leaves with something in them
    Decimal total;
};
BOOST_DESCRIBE_STRUCT(BoardColumn, (), (position, cells, total))
struct BoardSheet {
    ScoreSheetRow sheet;
    std::optional<int> position;    // the stage the caller scores now
    std::vector<BoardColumn> stages;
};
BOOST_DESCRIBE_STRUCT(BoardSheet, (), (sheet, position, stages))
struct ScoreBoard {
    ScoreRoundRow round;
    int decimals;
    Decimal step;
    std::vector<BoardItem> items;
    std::vector<BoardSheet> sheets;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(ScoreBoard, (), (round, decimals, step, items, sheets, actions))

// ---- The sample

struct ScoreDrawnView {
    std::string name, title, digest;
    bool taken;
};
BOOST_DESCRIBE_STRUCT(ScoreDrawnView, (), (name, title, digest, taken))
struct ScoreSampleView {
    std::string seed, what, recipe;
    Decimal least, each, most;
    std::optional<ScoreGapView> gap;
    int size;
    std::vector<ScoreDrawnView> order;
};
BOOST_DESCRIBE_STRUCT(ScoreSampleView, (), (seed, what, recipe, least, each, most, gap, size, order))

}    // namespace cs::scoring::wire
