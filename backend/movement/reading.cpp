#include "movement/reading.hpp"

namespace cs::movement {

const ReadingChoice* choice_on(const std::vector<ReadingChoice>& choices, PlanTarget target, Day day) {
    const ReadingChoice* chosen = nullptr;
    for (const ReadingChoice& c : choices)
        if (c.target == target && c.day <= day && (!chosen || chosen->day <= c.day)) chosen = &c;
    return chosen;
}

}    // namespace cs::movement
