// What stands beside the points: returned items, objections, facts, evidence.
#include "platform/sql/sql.hpp"
#include "scoring/score_store.hpp"

namespace cs::scoring {
namespace {

Objection objection_of(const sql::Row& row) {
    Objection o{row.id<ObjectionId>("id"), row.id<ScoreSheetId>("sheet_id"), row.text("leaf"), row.text("words"),
                {row.text("number"), row.maybe_day("day"), ""}, row.instant("raised_at"), row.maybe_id<PersonId>("raised_by")};
    o.answer = row.text("answer");
    if (const auto accepted = row.maybe_integer("accepted")) o.accepted = *accepted != 0;
    o.answer_paper = {row.text("answer_number"), row.maybe_day("answer_day"), ""};
    if (!row.is_null("answered_at")) o.answered_at = row.instant("answered_at");
    return o;
}

ScoreFact fact_of(const sql::Row& row) {
    return {static_cast<int>(row.integer("sequence")), row.word<FactKind>("kind"), row.text("rule"), row.word<UnitFact::Is>("state"),
            row.text("found"), row.text("reason"), {row.text("number"), row.day("day"), ""}, row.instant("recorded_at"),
            row.maybe_id<PersonId>("recorded_by")};
}

std::map<ScoreSheetId, int> counts_of(const sql::Rows& rows) {
    std::map<ScoreSheetId, int> all;
    for (const sql::Row& row : rows) all[row.id<ScoreSheetId>("sheet_id")] = static_cast<int>(row.integer("n"));
    return all;
}

}    // namespace

std::vector<ReturnedItem> ScoreStore::returns(const ScoreSheetId& id) const {
    std::vector<ReturnedItem> all;
    const auto rows = tx_.query("scoring.returns", id);
    for (const sql::Row& row : *rows) {
        ReturnedItem item{static_cast<int>(row.integer("sequence")), static_cast<int>(row.integer("position")), row.text("leaf"),
                          row.text("reason"), row.day("due_on"), row.instant("returned_at"), row.maybe_id<PersonId>("returned_by")};
        item.answer = row.text("answer");
        if (!row.is_null("answered_at")) item.answered_at = row.instant("answered_at");
        all.push_back(std::move(item));
    }
    return all;
}

std::map<ScoreSheetId, int> ScoreStore::open_returns(const ScoreRoundId& round) const { return counts_of(*tx_.query("scoring.open_returns", round)); }
std::map<ScoreSheetId, int> ScoreStore::open_objections(const ScoreRoundId& round) const { return counts_of(*tx_.query("scoring.open_objections", round)); }

void ScoreStore::add(const ScoreSheetId& id, const ReturnedItem& r) {
    tx_.run("scoring.add_return", id, r.position, r.leaf, r.reason, r.due_on, r.at, r.by);
}

void ScoreStore::answer(const ScoreSheetId& id, int sequence, const std::string& answer, Instant at, const std::optional<PersonId>& by) {
    tx_.run("scoring.answer_return", id, sequence, answer, at, by);
}

std::vector<Objection> ScoreStore::objections(const ScoreSheetId& id) const {
    std::vector<Objection> all;
    const auto rows = tx_.query("scoring.objections", id);
    for (const sql::Row& row : *rows) all.push_back(objection_of(row));
    return all;
}

Result<Objection> ScoreStore::objection(const ObjectionId& id) const {
    const auto rows = tx_.query("scoring.objection", id);
    if (rows->empty()) return refuse(Problem::not_found, "score.objection_unknown");
    return objection_of(rows->front());
}

void ScoreStore::add(const Objection& o) {
    tx_.run("scoring.add_objection", o.id, o.sheet, o.leaf, o.words, o.paper.number, o.paper.day, o.at, o.by);
}

void ScoreStore::answer(const Objection& o, Instant at, const std::optional<PersonId>& by) {
    tx_.run("scoring.answer_objection", o.id, o.answer, o.accepted, o.answer_paper.number, o.answer_paper.day, at, by);
}

std::vector<ScoreFact> ScoreStore::facts(const ScoreSheetId& id) const {
    std::vector<ScoreFact> all;
    const auto rows = tx_.query("scoring.facts", id);
    for (const sql::Row& row : *rows) all.push_back(fact_of(row));
    return all;
}

std::map<ScoreSheetId, std::vector<ScoreFact>> ScoreStore::facts_of_round(const ScoreRoundId& round) const {
    std::map<ScoreSheetId, std::vector<ScoreFact>> all;
    const auto rows = tx_.query("scoring.facts_of_round", round);
    for (const sql::Row& row : *rows) all[row.id<ScoreSheetId>("sheet_id")].push_back(fact_of(row));
    return all;
}

void ScoreStore::add(const ScoreSheetId& id, const ScoreFact& f) {
    tx_.run("scoring.add_fact", id, word_of(f.kind), f.rule, word_of(f.state), f.found, f.reason, f.paper.number, f.paper.day, f.at, f.by);
}

std::vector<ScoreCitation> ScoreStore::citations(const ScoreSheetId& id) const {
    std::vector<ScoreCitation> all;
    const auto rows = tx_.query("scoring.citations", id);
    for (const sql::Row& row : *rows)
        all.push_back({row.text("leaf"), row.id<assessment::EvidenceId>("evidence_id"), row.instant("cited_at"), row.maybe_id<PersonId>("cited_by")});
    return all;
}

void ScoreStore::cite(const ScoreSheetId& id, const ScoreCitation& c) { tx_.run("scoring.cite", id, c.leaf, c.evidence, c.at, c.by); }
void ScoreStore::uncite(const ScoreSheetId& id, const std::string& leaf, const assessment::EvidenceId& evidence) { tx_.run("scoring.uncite", id, leaf, evidence); }

}    // namespace cs::scoring
