#include "assessment/dossier_path.hpp"

#include <algorithm>

namespace cs::assessment {
namespace {

using enum DossierAction;

std::optional<int> last_of(const std::vector<PastStep>& steps, DossierAction action) {
    std::optional<int> found;
    for (const PastStep& step : steps)
        if (step.action == word_of(action)) found = step.sequence;
    return found;
}

// The state in which the next stage is awaited, for the states beside the main line; an ended dossier stood where its last step found it.
DossierState on_the_line(DossierState state, const std::vector<PastStep>& steps) {
    using enum DossierState;
    if (state == completing_for_district) return submitted;
    if (state == completing_for_province) return with_province;
    if (state != turned_down && state != withdrawn) return state;
    if (steps.size() < 2) return drafting;
    return on_the_line(*parse_word<DossierState>(steps[steps.size() - 2].to), steps);
}

std::vector<DossierAction> line_of(const std::vector<PastStep>& steps, bool district_now) {
    const bool checked = last_of(steps, check).has_value(), received = last_of(steps, receive).has_value();
    std::vector<DossierAction> line = {self_assess, post, hold_meeting, submit};
    if (checked || (district_now && !received)) line.push_back(check);
    if (received || !district_now) line.push_back(receive);
    if (!received && (district_now || last_of(steps, forward))) line.push_back(forward);
    line.insert(line.end(), {appraise, take_to_council, approve, decide, announce});
    // Forwarded by a district that has gone since: the receipt never was, and never will be.
    if (last_of(steps, forward)) std::erase(line, receive);
    return line;
}

}    // namespace

std::optional<DossierAction> awaited(DossierState state, bool district_now) {
    switch (state) {
        case DossierState::absent:
        case DossierState::drafting: return self_assess;
        case DossierState::self_assessed: return post;
        case DossierState::posted: return hold_meeting;
        case DossierState::agreed: return submit;
        case DossierState::submitted: return district_now ? check : receive;
        case DossierState::checked: return district_now ? forward : receive;
        case DossierState::with_province: return appraise;
        case DossierState::appraised: return take_to_council;
        case DossierState::before_council: return approve;
        case DossierState::approved: return decide;
        case DossierState::decided: return announce;
        case DossierState::completing_for_district:
        case DossierState::completing_for_province: return complete;
        case DossierState::announced:
        case DossierState::turned_down:
        case DossierState::withdrawn: return std::nullopt;
    }
    CS_CHECK(false);
}

std::vector<PathStage> path_of(DossierState state, const std::vector<PastStep>& steps, bool district_now) {
    const auto line = line_of(steps, district_now);
    const bool ended = state == DossierState::turned_down || state == DossierState::withdrawn;
    const bool whole = state == DossierState::announced;
    const auto at = std::find(line.begin(), line.end(), awaited(on_the_line(state, steps), district_now).value_or(announce));
    std::vector<PathStage> path;
    for (auto stage = line.begin(); stage != line.end(); ++stage) {
        const bool done = whole || stage < at;
        const PathStatus rest = ended ? PathStatus::stopped : stage == at ? PathStatus::now : PathStatus::next;
        path.push_back({*stage, done ? PathStatus::done : rest, done ? last_of(steps, *stage) : std::nullopt});
    }
    return path;
}

}    // namespace cs::assessment
