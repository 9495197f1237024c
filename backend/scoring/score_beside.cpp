// Items sent back, kiến nghị and their answers, and the facts beside the points.
#include <algorithm>

#include "audit/journal.hpp"
#include "base/text.hpp"
#include "scoring/effective.hpp"
#include "scoring/score_commands.hpp"
#include "scoring/score_keep.hpp"

namespace cs::scoring {
namespace {

using Faults = std::vector<Fault>;

// The sheet, taken until the transaction ends.
struct Held {
    std::unique_ptr<ScoreDesk> desk;
    OpenedScore opened;
};
Result<Held> held(const Moment& m, const ScoreSheetId& id) {
    CS_TRY(const ScoreSheet found, ScoreStore(m.tx).find(id));
    ScoreStore(m.tx).lock(found.round);
    CS_TRY(auto desk, ScoreDesk::of(m, found.round));
    CS_TRY(OpenedScore opened, desk->find(id));
    return Held{std::move(desk), std::move(opened)};
}

// Who keeps the round for its holder: over the unit, and not of it.
Result<access::Role> holder_role(const OpenedScore& o, access::Operation operation) {
    for (const access::Role role : all_of<access::Role>())
        if (access::permission(operation).roles.has(role) && o.seat.has(role)) {
            if (o.is_own) return refuse(Problem::need_unmet, "score.need.not_own_unit", {}, "kh547.vi_5_2c");
            return role;
        }
    return refuse(Problem::not_your_role, "access.not_your_role", {}, "kh547.vi_5_2c");
}

// The paper of a fact, for people: its day too.
void check_paper(const StagePaper& paper, Day today, Faults& faults) {
    if (trim(paper.number).empty() || !paper.day) faults.push_back({"score.paper_missing", {}, "paper_number"});
    if (paper.day && *paper.day > today) faults.push_back({"score.paper_in_future", {}, "paper_day"});
}

std::optional<int> whole_from(const std::string& text, int least) {
    const auto number = Decimal::parse(text);
    if (!number || !number->is_whole() || *number < Decimal::whole(least) || *number > Decimal::whole(1'000'000)) return std::nullopt;
    return static_cast<int>(number->units());
}

const KnockOut* rule_of(const Table& table, const ScoreFact& fact) {
    for (const KnockOut& rule : table.knock_outs)
        if (rule.id == fact.rule && rule.is_hold == (fact.kind == FactKind::hold)) return &rule;
    return nullptr;
}

// What was found, in the form a ranking reads; faults when it says nothing of that kind.
void settle_rule(const Table& table, ScoreFact& fact, Faults& faults) {
    const KnockOut* rule = rule_of(table, fact);
    if (!rule) return faults.push_back({"score.fact_unknown", {{"rule", fact.rule}}, "rule"});
    if (fact.state == UnitFact::Is::unconfirmed || fact.state == UnitFact::Is::unsaid) return fact.found.clear();
    if (!rule->above) {
        fact.found = fact.state == UnitFact::Is::yes ? "true" : "false";
        return;
    }
    const auto amount = Decimal::parse(trim(fact.found));
    if (!amount) return faults.push_back({"score.found_faulty", {{"found", fact.found}}, "found"});
    fact.state = *amount > *rule->above ? UnitFact::Is::yes : UnitFact::Is::no;
    fact.found = amount->text();
}

void settle_number(ScoreFact& fact, Faults& faults) {
    fact.rule.clear();
    fact.state = UnitFact::Is::yes;
    const auto total = fact.kind == FactKind::last_year ? Decimal::parse(trim(fact.found)) : std::nullopt;
    const bool is_right = fact.kind == FactKind::last_year ? total && Score::from(*total) && *total >= Decimal() : whole_from(fact.found, 1).has_value();
    if (!is_right) return faults.push_back({"score.found_faulty", {{"found", fact.found}}, "found"});
    fact.found = fact.kind == FactKind::last_year ? total->text() : std::to_string(*whole_from(fact.found, 1));
    if (fact.kind == FactKind::adjusted_place && trim(fact.reason).empty()) faults.push_back({"score.reason_missing", {}, "reason"});
}

void record(const Held& h, audit::Event event, const audit::By& by, std::vector<audit::Change> changes, const std::string& note) {
    const Moment& m = h.desk->moment();
    audit::record(m.tx, m.now, by, {event, "score_sheet", h.opened.sheet.id.text(), std::move(changes), note, {{"unit", h.opened.sheet.unit.text()}}});
}

// What an accepted objection puts into the last stage, beside what stood there.
Done mend(const Held& h, const Objection& o, const ObjectionAnswer& answer) {
    const Moment& m = h.desk->moment();
    ScoreStore store(m.tx);
    ScoreSheet sheet = h.opened.sheet;
    Cells cells = store.cells(sheet.id);
    ScoreCell& cell = cells[sheet.confirmed][o.leaf];
    cell = {answer.given, answer.words, false, cell.version + 1, m.now, m.actor.person};
    store.put(sheet.id, sheet.confirmed, {{o.leaf, cell}});
    count(*h.desk, sheet, cells);
    keep(*h.desk, {sheet});
    return {};
}

Faults faults_of(const Held& h, const Objection& o, const ObjectionAnswer& answer) {
    Faults faults;
    if (trim(answer.words).empty()) faults.push_back({"score.words_missing", {}, "words"});
    check_paper(answer.paper, h.desk->moment().today(), faults);
    const bool changes = answer.accepted && !o.leaf.empty();
    if (changes && answer.given.is_empty()) faults.push_back({"score.given_missing", {}, "score"});
    if (!changes && !answer.given.is_empty()) faults.push_back({"score.given_not_asked", {}, "score"});
    if (changes)
        if (const auto leaf = leaf_of(h.desk->table(), o.leaf))
            if (auto fault = fault_of(h.desk->table(), **leaf, answer.given)) faults.push_back(*std::move(fault));
    return faults;
}

}    // namespace

Result<int> return_score_items(const Moment& m, const ScoreSheetId& id, const std::vector<ItemBack>& items) {
    CS_TRY(const Held h, held(m, id));
    ScoreStore store(m.tx);
    CS_TRY(const int position, may_score(h.opened, {}));
    if (position == 0) return refuse(Problem::no_such_step, "score.cells_locked", {{"state", state_text(h.opened.sheet.state)}});
    const auto earlier = store.returns(id);
    Faults faults;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::string where = "items[" + std::to_string(i) + "]";
        if (!h.desk->table().leaf_named(items[i].leaf)) faults.push_back({"score.leaf_unknown", {{"leaf", items[i].leaf}}, where});
        if (trim(items[i].reason).empty()) faults.push_back({"score.reason_missing", {{"leaf", items[i].leaf}}, where});
        if (items[i].due_on < m.today()) faults.push_back({"score.due_not_ahead", {{"leaf", items[i].leaf}}, where});
        if (std::any_of(earlier.begin(), earlier.end(), [&](const ReturnedItem& r) { return r.leaf == items[i].leaf && !r.answered_at; }))
            faults.push_back({"score.returned_already", {{"leaf", items[i].leaf}}, where});
    }
    if (items.empty()) faults.push_back({"score.no_cells", {}, "items"});
    if (!faults.empty()) return refuse("score.returns_refused", std::move(faults));
    std::vector<audit::Change> changes;
    for (const ItemBack& item : items) {
        store.add(id, ReturnedItem{0, position, item.leaf, std::string(trim(item.reason)), item.due_on, m.now, m.actor.person});
        changes.push_back({"item", {}, item.leaf + ": " + item.reason + " (" + to_vietnamese(item.due_on) + ")"});
    }
    const Seat by = h.opened.acting(*h.opened.next_kind());
    CS_CHECK(!by.empty());
    const auto role = *std::find_if(all_of<access::Role>().begin(), all_of<access::Role>().end(), [&](access::Role r) { return by.has(r); });
    record(h, audit::Event::score_items_returned, by.by(role), std::move(changes), "");
    return static_cast<int>(items.size());
}

Result<Objection> object_to_score(const Moment& m, const ScoreSheetId& id, const std::string& leaf, const std::string& words, const StagePaper& paper) {
    CS_TRY(const Held h, held(m, id));
    const Seat by = h.opened.acting(StageKind::self);
    if (by.empty()) return refuse(Problem::not_your_role, "access.not_your_unit", {}, "kh547.vi_5_2c");
    if (h.opened.sheet.state != ScoreState::announced)
        return refuse(Problem::need_unmet, "score.not_announced", {}, "kh547.vi_5_2c");
    Faults faults;
    if (trim(words).empty()) faults.push_back({"score.words_missing", {}, "words"});
    if (!leaf.empty() && !h.desk->table().leaf_named(leaf)) faults.push_back({"score.leaf_unknown", {{"leaf", leaf}}, "leaf"});
    if (!faults.empty()) return refuse("score.objection_faulty", std::move(faults));
    const Objection made{ObjectionId::born(m.now), id, leaf, std::string(trim(words)), paper, m.now, m.actor.person};
    ScoreStore(m.tx).add(made);
    const access::Role role = by.has(access::Role::unit_clerk) ? access::Role::unit_clerk : access::Role::unit_head;
    record(h, audit::Event::score_objected, by.by(role), {{"item", {}, leaf}, {"number", {}, paper.number}}, made.words);
    return made;
}

Result<Objection> answer_objection(const Moment& m, const ObjectionId& id, const ObjectionAnswer& answer) {
    const ScoreStore store(m.tx);
    CS_TRY(const Objection found, store.objection(id));
    CS_TRY(const Held h, held(m, found.sheet));
    CS_TRY(const access::Role role, holder_role(h.opened, access::Operation::answer_score_objection));
    CS_TRY(Objection o, store.objection(id));    // as the last holder of the lock left it
    if (o.answered_at) return refuse(Problem::need_unmet, "score.objection_answered", {}, "kh547.vi_5_2c");
    if (auto faults = faults_of(h, o, answer); !faults.empty()) return refuse("score.answer_faulty", std::move(faults));
    o.answer = std::string(trim(answer.words));
    o.accepted = answer.accepted;
    o.answer_paper = answer.paper;
    o.answered_at = m.now;
    ScoreStore(m.tx).answer(o, m.now, m.actor.person);
    if (answer.accepted && !o.leaf.empty()) CS_TRY_DONE(mend(h, o, answer));
    record(h, audit::Event::score_objection_answered, h.opened.seat.by(role),
           {{"item", {}, o.leaf}, {"accepted", {}, answer.accepted ? "true" : "false"}, {"number", {}, answer.paper.number},
            {"cell", {}, packed({answer.given})}},
           o.answer);
    return o;
}

Result<ScoreFact> record_score_fact(const Moment& m, const ScoreSheetId& id, ScoreFact fact) {
    CS_TRY(const Held h, held(m, id));
    CS_TRY(const access::Role role, holder_role(h.opened, access::Operation::record_score_fact));
    Faults faults;
    check_paper(fact.paper, m.today(), faults);
    const bool by_rule = fact.kind == FactKind::knock_out || fact.kind == FactKind::hold;
    by_rule ? settle_rule(h.desk->table(), fact, faults) : settle_number(fact, faults);
    if (!faults.empty()) return refuse("score.fact_faulty", std::move(faults));
    fact.reason = std::string(trim(fact.reason));
    fact.at = m.now;
    fact.by = m.actor.person;
    ScoreStore(m.tx).add(id, fact);
    record(h, audit::Event::score_fact_recorded, h.opened.seat.by(role),
           {{"fact", {}, std::string(word_of(fact.kind)) + (fact.rule.empty() ? "" : ":" + fact.rule)}, {"found", {}, fact.found},
            {"fact_state", {}, std::string(word_of(fact.state))}, {"number", {}, fact.paper.number}, {"day", {}, to_text(*fact.paper.day)}},
           fact.reason);
    return fact;
}

}    // namespace cs::scoring
