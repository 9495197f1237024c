#include "council/counting.hpp"

namespace cs::council {

Quorum quorum(std::int64_t members, std::int64_t present, const law::Fraction& fraction) {
    return {members, assessment::needed(members, fraction), present};
}

Tally tally(const Votes& votes, std::int64_t present, std::int64_t recused, const Decimal& percent) {
    return {votes, present, recused, assessment::needed(present - recused, percent)};
}

}    // namespace cs::council
