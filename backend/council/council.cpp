#include "council/council.hpp"

#include <algorithm>

namespace cs::council {

std::vector<Member> Council::on(Day day) const {
    std::vector<Member> sitting;
    std::copy_if(members.begin(), members.end(), std::back_inserter(sitting), [&](const Member& m) { return m.period.has(day); });
    return sitting;
}

std::int64_t Counting::recused() const {
    return std::count_if(conflicts.begin(), conflicts.end(), [](const Conflict& c) { return c.recused; });
}

}    // namespace cs::council
