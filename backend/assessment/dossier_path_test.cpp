#include "assessment/dossier_path.hpp"

#include <doctest/doctest.h>

using namespace cs;
using namespace cs::assessment;

namespace {

using enum DossierAction;
using S = DossierState;

std::vector<PastStep> taken(std::initializer_list<std::pair<DossierAction, DossierState>> all) {
    std::vector<PastStep> steps;
    for (const auto& [action, to] : all) {
        PastStep step{static_cast<int>(steps.size()) + 1, std::string(word_of(action)), std::string(word_of(to)), {}, UnitId("u")};
        steps.push_back(step);
    }
    return steps;
}

// "self_assess* post> hold_meeting …": * done, > now, nothing next, ! stopped.
std::string drawn(const std::vector<PathStage>& path) {
    std::string text;
    for (const PathStage& stage : path) {
        const char* mark = stage.status == PathStatus::done ? "*" : stage.status == PathStatus::now ? ">" : stage.status == PathStatus::stopped ? "!" : "";
        text += (text.empty() ? "" : " ") + std::string(word_of(stage.action)) + mark;
    }
    return text;
}

const auto submitted_steps = taken({{self_assess, S::self_assessed}, {post, S::posted}, {hold_meeting, S::agreed}, {submit, S::submitted}});
auto with(std::vector<PastStep> steps, std::initializer_list<std::pair<DossierAction, DossierState>> more) {
    for (PastStep& step : taken(more)) {
        step.sequence = static_cast<int>(steps.size()) + 1;
        steps.push_back(step);
    }
    return steps;
}

}    // namespace

TEST_CASE("with a district the line has its check and its proposal, without one the province's receipt") {
    CHECK(drawn(path_of(S::drafting, {}, true)) ==
          "self_assess> post hold_meeting submit check forward appraise take_to_council approve decide announce");
    CHECK(drawn(path_of(S::submitted, submitted_steps, false)) ==
          "self_assess* post* hold_meeting* submit* receive> appraise take_to_council approve decide announce");
}

TEST_CASE("a district that went between its check and its proposal leaves the check done and the receipt to come") {
    const auto steps = with(submitted_steps, {{check, S::checked}});
    CHECK(drawn(path_of(S::checked, steps, true)).find("check* forward>") != std::string::npos);
    CHECK(drawn(path_of(S::checked, steps, false)).find("check* receive> appraise") != std::string::npos);
    const auto received = with(steps, {{receive, S::with_province}});
    CHECK(drawn(path_of(S::with_province, received, false)).find("check* receive* appraise>") != std::string::npos);
    const auto forwarded = with(steps, {{forward, S::with_province}});
    CHECK(drawn(path_of(S::with_province, forwarded, false)).find("check* forward* appraise>") != std::string::npos);
}

TEST_CASE("what was sent back waits again where it was, and a done stage names its last step") {
    const auto back = with(submitted_steps, {{send_back, S::completing_for_district}});
    CHECK(drawn(path_of(S::completing_for_district, back, true)).find("submit* check>") != std::string::npos);
    const auto again = with(taken({{self_assess, S::self_assessed}, {post, S::posted}, {fail_meeting, S::self_assessed}}), {{post, S::posted}});
    const auto path = path_of(S::posted, again, true);
    CHECK(path[1].step == 4);
    CHECK(path[2].status == PathStatus::now);
    CHECK_FALSE(path[2].step);
}

TEST_CASE("an ended dossier stops where it stood; an announced one is done to its end") {
    const auto withdrawn = with(submitted_steps, {{withdraw, S::withdrawn}});
    CHECK(drawn(path_of(S::withdrawn, withdrawn, true)).find("submit* check! forward!") != std::string::npos);
    CHECK(drawn(path_of(S::withdrawn, taken({{withdraw, S::withdrawn}}), true)).starts_with("self_assess! post!"));
    CHECK(drawn(path_of(S::announced, submitted_steps, false)).ends_with("announce*"));
}
