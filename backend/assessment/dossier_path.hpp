#pragma once
// A dossier as people draw it: the main line of its steps, done, now or still to come. The line has the district's two stages while
// there is a district, and the province's receipt in their place when there is none.
#include "assessment/dossier.hpp"

namespace cs::assessment {

enum class PathStatus : unsigned char { done, now, next, stopped };    // stopped: the dossier ended before it

struct PathStage {
    DossierAction action;
    PathStatus status;
    std::optional<int> step;    // sequence of the last step that did it
};
// What is awaited in a state: the next step of the main line, or the completion that was asked for. None: the dossier has ended.
std::optional<DossierAction> awaited(DossierState state, bool district_now);
std::vector<PathStage> path_of(DossierState state, const std::vector<PastStep>& steps, bool district_now);

}    // namespace cs::assessment
