#include "ranking/duties.hpp"

namespace cs::ranking {
namespace {

struct Waiting {
    ClosingAction action;
    const char* kind;
};
constexpr Waiting waiting[] = {{ClosingAction::close, "ranking_to_close"}, {ClosingAction::publish, "publication_to_decide"}};

}    // namespace

std::vector<access::Duty> ranking_duties(const Moment& m) {
    std::vector<access::Duty> all;
    const bool may_at_all = access::pass(m.actor, access::Operation::publish_ranking).has_value();    // spares everybody else the questions
    if (!may_at_all) return all;
    for (const scoring::ScoreRound& round : scoring::ScoreRoundStore(m.tx).all())
        for (const Waiting& one : waiting)
            if (may_step(m, round.id, one.action))
                all.push_back({one.kind, {{"round", round.title}}, std::nullopt, "ranking", round.id.text()});
    return all;
}

}    // namespace cs::ranking
