#include "ranking/closing_facts.hpp"

#include "assessment/opened_sheet.hpp"
#include "base/text.hpp"

namespace cs::ranking {

Set<ClosingNeed> met(const ClosingFacts& f) {
    using enum ClosingNeed;
    const std::pair<ClosingNeed, bool> all[] = {{sheets_settled, f.settled}, {something_shown, f.shows},
                                                {another_person, f.another_person}, {reason_given, f.reason}};
    Set<ClosingNeed> set;
    for (const auto& [need, holds] : all)
        if (holds) set.bits |= Set<ClosingNeed>::bit(need);
    return set;
}

Result<access::Role> allowed(const Moment& m, const scoring::ScoreRound& round, ClosingState at, ClosingAction action, const ClosingFacts& facts) {
    const UnitId holder = assessment::holder_of(m.tx, round.root, round.units_on, m.today());
    CS_TRY(const access::Role role, access::may(m.actor, operation_of(action), holder, m.today(), m.tree));
    CS_TRY_DONE(closing_procedure.allow(at, action, {role}, met(facts)));
    return role;
}

void check_paper(const scoring::StagePaper& paper, Day today, bool signer, std::vector<Fault>& faults) {
    if (trim(paper.number).empty()) faults.push_back({"ranking.number_missing", {}, "number"});
    if (signer && trim(paper.signer).empty()) faults.push_back({"ranking.signer_missing", {}, "signer"});
    if (!paper.day) faults.push_back({"ranking.day_missing", {}, "day"});
    if (paper.day && *paper.day > today) faults.push_back({"ranking.day_in_future", {}, "day"});
}

audit::Entry entry_of(audit::Event event, const Closing& closing, std::vector<audit::Change> changes, const std::string& note) {
    audit::Entry entry{event, "ranking_closing", closing.id.text(), std::move(changes), note};
    entry.also.emplace_back("score_round", closing.round.text());
    return entry;
}

access::Operation operation_of(ClosingAction action) {
    using Op = access::Operation;
    switch (action) {
        case ClosingAction::close: return Op::close_ranking;
        case ClosingAction::propose_publication: return Op::propose_publication;
        case ClosingAction::publish: return Op::publish_ranking;
        case ClosingAction::turn_down_publication: return Op::turn_down_publication;
        case ClosingAction::reopen: return Op::reopen_ranking;
    }
    CS_CHECK(false);
}

Result<TakenClosing> take(const Moment& m, const ClosingId& id, std::optional<std::int64_t> seen) {
    ClosingStore store(m.tx);
    CS_TRY(const Closing first, store.find(id));
    store.lock(first.round);
    CS_TRY(Closing closing, store.find(id));
    if (seen && *seen != closing.version) return refuse(Problem::stale, "ranking.stale");
    CS_TRY(scoring::ScoreRound round, scoring::ScoreRoundStore(m.tx).find(closing.round));
    return TakenClosing{std::move(closing), std::move(round)};
}

namespace {

bool may_for_holder(const Moment& m, const scoring::ScoreRound& round, access::Operation operation) {
    const UnitId holder = assessment::holder_of(m.tx, round.root, round.units_on, m.today());
    return access::may(m.actor, operation, holder, m.today(), m.tree).has_value();
}

}    // namespace

bool is_holder(const Moment& m, const scoring::ScoreRound& round) { return may_for_holder(m, round, access::Operation::close_ranking); }
bool may_preview(const Moment& m, const scoring::ScoreRound& round) { return may_for_holder(m, round, access::Operation::publish_ranking); }

Done may_step(const Moment& m, const scoring::ScoreRoundId& round_id, ClosingAction action) {
    CS_TRY(const scoring::ScoreRound round, scoring::ScoreRoundStore(m.tx).find(round_id));
    const auto standing = ClosingStore(m.tx).standing(round_id);
    ClosingFacts facts;
    const auto sheets = scoring::ScoreStore(m.tx).of_round(round_id);
    facts.settled = all_settled(sheets);
    facts.another_person = standing && standing->proposed_by && standing->proposed_by != m.actor.person;
    CS_TRY_DONE(allowed(m, round, standing ? standing->state : ClosingState::open, action, facts));
    return {};
}

}    // namespace cs::ranking
