#include "scoring/score_view_http.hpp"

#include "access/api_http.hpp"
#include "access/store.hpp"
#include "scoring/effective.hpp"
#include "scoring/score_keep.hpp"
#include "scoring/table_store.hpp"

namespace cs::scoring {
namespace {

using access::Operation;

std::string title_of_stage(const ScoreRound& round, int position) {
    return position < 0 ? "" : round.stages[static_cast<std::size_t>(position)].title;
}

// Whether the procedure knows such a step for him now; what only the person can say is taken as said.
access::Action step_action(const OpenedScore& o, Operation operation, ScoreAction action, const Seat& by) {
    Set<ScoreNeed> met;
    for (const ScoreNeed need : all_of<ScoreNeed>()) met.bits |= Set<ScoreNeed>::bit(need);
    if (o.is_own) met.bits &= ~Set<ScoreNeed>::bit(ScoreNeed::not_own_unit);
    if (o.sheet.confirmed + 1 != static_cast<int>(o.desk->round().stages.size())) met.bits &= ~Set<ScoreNeed>::bit(ScoreNeed::last_stage_confirmed);
    if (o.sheet.confirmed != 0) met.bits &= ~Set<ScoreNeed>::bit(ScoreNeed::no_stage_confirmed);
    return access::action(operation, score_procedure.allow(o.sheet.state, action, by.roles(), met));
}

Done may_object(const OpenedScore& o) {
    if (o.acting(StageKind::self).empty()) return refuse(Problem::not_your_role, "access.not_your_unit", {}, "kh547.vi_5_2c");
    if (o.sheet.state != ScoreState::announced) return refuse(Problem::need_unmet, "score.not_announced", {}, "kh547.vi_5_2c");
    return {};
}

Done may_keep(const OpenedScore& o, Operation operation) {
    if (o.is_own) return refuse(Problem::need_unmet, "score.need.not_own_unit", {}, "kh547.vi_5_2c");
    if (!access::permission(operation).roles.meets(o.seat.roles())) return refuse(Problem::not_your_role, "access.not_your_role", {}, "kh547.vi_5_2c");
    return {};
}

}    // namespace

Result<ScoreRoundId> score_round_id(access::Call& call) {
    const auto id = ScoreRoundId::parse(call.param("id"));
    if (!id) return refuse(Problem::not_found, "score.round_unknown");
    return *id;
}

Result<ScoreSheetId> score_sheet_id(access::Call& call) {
    const auto id = ScoreSheetId::parse(call.param("id"));
    if (!id) return refuse(Problem::not_found, "score.sheet_unknown");
    return *id;
}

StagePaper paper_of(const wire::StagePaperInput& b) { return {b.number, b.day, b.signer}; }

Given given_of(const std::optional<Decimal>& score, const std::optional<Decimal>& plan, const std::optional<Decimal>& actual) {
    Given given{{}, plan, actual};
    if (score) given.score = Score::from(*score).value_or(Score::hundredths(-1));    // finer than a hundredth: off every range
    return given;
}

std::optional<int> position_of(const OpenedScore& o) {
    const auto position = may_score(o, ScoreStore(o.desk->moment().tx).returns(o.sheet.id));
    return position ? std::optional(*position) : std::nullopt;
}

std::vector<access::Action> actions_of(const OpenedScore& o) {
    const Seat self = o.acting(StageKind::self);
    const auto next = o.next_kind();
    const Seat scorer = next ? o.acting(*next) : Seat();
    const auto position = may_score(o, ScoreStore(o.desk->moment().tx).returns(o.sheet.id));
    std::vector<access::Action> all = {access::action(Operation::save_scores, position),
                                       step_action(o, Operation::send_score, ScoreAction::send, self),
                                       step_action(o, Operation::withdraw_score, ScoreAction::withdraw, self),
                                       step_action(o, Operation::confirm_scores, ScoreAction::confirm, scorer)};
    if (position && *position > 0) all.push_back(access::action(Operation::return_score_items, Done{}));
    else all.push_back(access::action(Operation::return_score_items, Done(refuse(Problem::not_your_role, "access.not_your_role", {}, "kh547.vi_5_2c"))));
    all.push_back(step_action(o, Operation::announce_scores, ScoreAction::announce, o.seat));
    all.push_back(step_action(o, Operation::settle_scores, ScoreAction::settle, o.seat));
    all.push_back(step_action(o, Operation::take_back_score, ScoreAction::take_back, o.seat));
    all.push_back(access::action(Operation::object_to_score, may_object(o)));
    all.push_back(access::action(Operation::answer_score_objection, may_keep(o, Operation::answer_score_objection)));
    all.push_back(access::action(Operation::record_score_fact, may_keep(o, Operation::record_score_fact)));
    return all;
}

// ---- Rows

ScoreSight::ScoreSight(const ScoreDesk& desk) : desk_(desk) {
    const ScoreStore store(desk.moment().tx);
    returns_ = store.open_returns(desk.round().id);
    objections_ = store.open_objections(desk.round().id);
}

std::string ScoreSight::name(const std::optional<PersonId>& person) {
    if (!person) return "";
    const auto [at, added] = names_.try_emplace(*person);
    if (added) at->second = access::PersonStore(desk_.moment().tx).name(*person);
    return at->second;
}

wire::ScoreRoundRow ScoreSight::round(const std::vector<OpenedScore>& visible) {
    const ScoreRound& r = desk_.round();
    const Table& table = desk_.table();
    wire::ScoreRoundRow row{r.id, r.year, r.title, r.root, desk_.moment().tree.name(r.root, r.units_on), r.table, table.title, table.paper.number,
                            r.opens_on, r.closes_on, r.is_blind, r.paper, {}, 0, 0, 0, {}};
    for (const RoundStage& s : r.stages) row.stages.push_back({s.id, s.title, s.kind, s.closes_on});
    for (const OpenedScore& o : visible) {
        ++row.sheets;
        row.sent += o.sheet.confirmed >= 0 ? 1 : 0;
        row.settled += o.sheet.state == ScoreState::settled ? 1 : 0;
        if (!o.acting(StageKind::self).empty()) row.own_sheet = o.sheet.id;
    }
    return row;
}

wire::ScoreSheetRow ScoreSight::row(const OpenedScore& o) {
    const ScoreSheet& s = o.sheet;
    const auto open = [&](const std::map<ScoreSheetId, int>& counts) { return counts.contains(s.id) ? counts.at(s.id) : 0; };
    const bool blind = o.is_blinded();
    const auto position = s.state == ScoreState::announced || s.state == ScoreState::settled ? std::nullopt : position_of(o);
    return {s.id, blind ? std::nullopt : std::optional(s.unit), o.label(), blind ? "" : s.cluster_label, s.state, title_of_stage(desk_.round(), s.confirmed),
            last_day(desk_.round(), desk_.extensions(), s.unit), s.sent_on, s.late_days, s.sums.base.decimal(), s.sums.bonus.decimal(),
            s.sums.penalty.decimal(), s.sums.total.decimal(), open(returns_), open(objections_), o.is_own, position && *position > 0};
}

}    // namespace cs::scoring
