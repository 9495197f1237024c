#include "scoring/score_duties.hpp"

#include "scoring/score_commands.hpp"

namespace cs::scoring {
namespace {

using access::Duty;

std::optional<Duty> of_unit(const OpenedScore& o, const std::vector<ReturnedItem>& returns) {
    const ScoreRound& round = o.desk->round();
    if (o.acting(StageKind::self).empty()) return std::nullopt;
    std::optional<Day> due;
    int open = 0;
    for (const ReturnedItem& item : returns) {
        if (item.answered_at) continue;
        ++open;
        if (!due || item.due_on < *due) due = item.due_on;
    }
    const std::map<std::string, std::string> args = {{"round", round.title}, {"unit", o.sheet.label}, {"count", std::to_string(open)}};
    if (open > 0) return Duty{"score_returned", args, due, "score_sheet", o.sheet.id.text()};
    if (o.sheet.state != ScoreState::self_scoring || o.desk->moment().today() < round.opens_on) return std::nullopt;
    return Duty{"score_due", args, last_day(round, o.desk->extensions(), o.sheet.unit), "score_sheet", o.sheet.id.text()};
}

// The holder of the round: over the unit, not of it.
bool answers(const OpenedScore& o) {
    return !o.is_own && access::permission(access::Operation::answer_score_objection).roles.meets(o.seat.roles());
}

void add_of_round(const ScoreDesk& desk, std::vector<Duty>& all) {
    const ScoreStore store(desk.moment().tx);
    const auto objections = store.open_objections(desk.round().id);
    const auto returned = store.open_returns(desk.round().id);
    int to_score = 0, to_answer = 0;
    for (const OpenedScore& o : desk.visible()) {
        if (o.sheet.state == ScoreState::settled) continue;
        const auto returns = returned.contains(o.sheet.id) ? store.returns(o.sheet.id) : std::vector<ReturnedItem>{};
        if (auto duty = of_unit(o, returns)) all.push_back(*std::move(duty));
        if (const auto position = may_score(o, {}); position && *position > 0) ++to_score;
        if (answers(o) && objections.contains(o.sheet.id)) to_answer += objections.at(o.sheet.id);
    }
    const auto of_round = [&](const char* kind, int count, std::optional<Day> by) {
        if (count > 0) all.push_back({kind, {{"round", desk.round().title}, {"count", std::to_string(count)}}, by, "score_round", desk.round().id.text()});
    };
    of_round("scores_to_score", to_score, std::nullopt);
    of_round("score_objections", to_answer, std::nullopt);
}

}    // namespace

std::vector<Duty> score_duties(const Moment& m) {
    std::vector<Duty> all;
    for (const ScoreRound& round : ScoreRoundStore(m.tx).all())
        if (const auto desk = ScoreDesk::of(m, round.id)) add_of_round(**desk, all);
    return all;
}

}    // namespace cs::scoring
