#include "scoring/score_evidence.hpp"

#include <algorithm>

#include "assessment/evidence_sight.hpp"
#include "audit/journal.hpp"
#include "scoring/score_keep.hpp"

namespace cs::scoring {
namespace {

using access::Role;

struct Place {
    std::unique_ptr<ScoreDesk> desk;
    audit::By by;
};

Result<Place> taken(const Moment& m, const ScoreSheetId& id, const std::string& leaf) {
    ScoreStore store(m.tx);
    CS_TRY(const ScoreSheet found, store.find(id));
    store.lock(found.round);
    CS_TRY(auto desk, ScoreDesk::of(m, found.round));
    CS_TRY(const OpenedScore opened, desk->find(id));
    CS_TRY_DONE(may_cite_for_score(opened, leaf, store.returns(id)));
    const Seat self = opened.acting(StageKind::self);
    return Place{std::move(desk), self.by(self.has(Role::unit_clerk) ? Role::unit_clerk : Role::unit_head)};
}

void record(const Moment& m, const Place& place, audit::Event event, const ScoreSheetId& sheet, const std::string& leaf, const assessment::EvidenceId& evidence, bool cited) {
    const auto change = [&](const char* field, const std::string& text) {
        return audit::Change{field, cited ? std::nullopt : std::optional(text), cited ? std::optional(text) : std::nullopt};
    };
    audit::record(m.tx, m.now, place.by, {event, "score_sheet", sheet.text(), {change("item", leaf), change("evidence", evidence.text())}, "", {{"evidence", evidence.text()}}});
}

bool is_cited(Tx& tx, const ScoreSheetId& sheet, const std::string& leaf, const assessment::EvidenceId& evidence) {
    const auto all = ScoreStore(tx).citations(sheet);
    return std::any_of(all.begin(), all.end(), [&](const ScoreCitation& c) { return c.leaf == leaf && c.evidence == evidence; });
}

}    // namespace

Done may_cite_for_score(const OpenedScore& o, const std::string& leaf, const std::vector<ReturnedItem>& returns) {
    CS_TRY_DONE(leaf_of(o.desk->table(), leaf));
    if (o.acting(StageKind::self).empty()) return refuse(Problem::not_your_role, "access.not_your_unit", {}, "cs.evidence_once");
    const bool is_back = std::any_of(returns.begin(), returns.end(), [&](const ReturnedItem& r) { return r.leaf == leaf && !r.answered_at; });
    if (o.sheet.state != ScoreState::self_scoring && !is_back)
        return refuse(Problem::no_such_step, "score.cells_locked", {{"state", state_text(o.sheet.state)}}, "kh547.vi_5_2c");
    return {};
}

Done cite_for_score(const Moment& m, const ScoreSheetId& sheet, const std::string& leaf, const assessment::EvidenceId& evidence) {
    CS_TRY(const Place place, taken(m, sheet, leaf));
    CS_TRY(const assessment::Evidence file, assessment::visible(m.tx, m.today(), m.actor, m.tree, evidence));
    CS_TRY_DONE(assessment::still_offered(file));
    if (is_cited(m.tx, sheet, leaf, evidence)) return refuse(Problem::need_unmet, "score.cited_already", {{"leaf", leaf}}, "cs.evidence_once");
    ScoreStore(m.tx).cite(sheet, {leaf, evidence, m.now, m.actor.person});
    record(m, place, audit::Event::score_evidence_cited, sheet, leaf, evidence, true);
    return {};
}

Done uncite_for_score(const Moment& m, const ScoreSheetId& sheet, const std::string& leaf, const assessment::EvidenceId& evidence) {
    CS_TRY(const Place place, taken(m, sheet, leaf));
    if (!is_cited(m.tx, sheet, leaf, evidence)) return refuse(Problem::need_unmet, "score.not_cited", {{"leaf", leaf}}, "cs.evidence_once");
    ScoreStore(m.tx).uncite(sheet, leaf, evidence);
    record(m, place, audit::Event::score_evidence_uncited, sheet, leaf, evidence, false);
    return {};
}

}    // namespace cs::scoring
