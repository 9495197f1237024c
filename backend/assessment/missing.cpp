#include "assessment/missing.hpp"

#include "access/permissions.hpp"
#include "org/store.hpp"

namespace cs::assessment {

Result<StandingAnswer> what_is_missing(const Moment& m, const UnitId& unit, Day on) {
    CS_TRY(const org::UnitState state, org::UnitStore(m.tx).state(unit, on));
    CS_TRY_DONE(access::may(m.actor, access::Operation::show_missing, unit, on, m.tree));
    StandingAnswer answer{unit, on, std::nullopt, std::nullopt};
    const auto standings = standings_on(RegisterStore(m.tx).of_unit(unit), on);
    if (const auto at = standings.find(unit); at != standings.end()) answer.current = at->second;
    const auto level = level_of(state);
    if (!level) {
        answer.why = "standing_answer.no_standings";
        return answer;
    }
    answer.next = next_of(*level, answer.current ? std::optional(answer.current->standing) : std::nullopt);
    if (!answer.next) {
        answer.why = "standing_answer.highest";
        return answer;
    }
    CS_TRY(const Above over, above(m.tx, unit, on));
    const auto dossier = DossierStore(m.tx).open_of(unit, *answer.next, "");
    if (dossier) answer.dossier = dossier->id;
    const Subject subject{unit, *answer.next, *level, over.province, dossier ? dossier->law_day() : on, m.now};
    answer.conditions = judge(condition_facts(m.tx, m.tree, subject, dossier));
    return answer;
}

}    // namespace cs::assessment
