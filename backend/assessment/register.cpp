#include "assessment/register.hpp"

#include "base/text.hpp"
#include "org/authority.hpp"
#include "org/store.hpp"

namespace cs::assessment {
namespace {

using Faults = std::vector<Fault>;

bool fits(Standing standing, org::UnitKind kind) {
    switch (standing) {
        case Standing::standard:
        case Standing::advanced:
        case Standing::model: return kind == org::UnitKind::commune || kind == org::UnitKind::district;
        case Standing::task_completed: return kind == org::UnitKind::district;
        case Standing::model_area: return org::is_commune_level(kind);
    }
    CS_CHECK(false);
}

Done check(Tx& tx, const Recognition& r, Day today) {
    Faults faults;
    const auto fault = [&](const char* code, const char* where) { faults.push_back({code, {}, where}); };
    if (trim(r.decision.number).empty()) fault("assessment.number_missing", "number");
    if (trim(r.decision.signer).empty()) fault("assessment.signer_missing", "signer");
    if (r.counts_from > today || (r.decision.day && *r.decision.day > today)) fault("assessment.decided_in_future", "counts_from");
    if (r.decision.day && r.counts_from < *r.decision.day) fault("assessment.counts_before_decision", "counts_from");
    const auto state = org::UnitStore(tx).state(r.unit, r.counts_from);
    if (!state) return tl::unexpected(state.error());
    if (!fits(r.standing, state->kind) || (r.standing == Standing::model_area) == trim(r.area).empty())
        fault("assessment.standing_not_of_kind", "standing");
    if (!faults.empty()) return refuse("assessment.recognition_faulty", std::move(faults));
    return {};
}

audit::Entry entry_of(const Recognition& r) {
    const auto day = r.decision.day ? to_text(*r.decision.day) : "unknown";
    std::vector<std::pair<std::string, std::string>> also = {{"unit", r.unit.text()}};
    if (r.dossier) also.emplace_back("dossier", r.dossier->text());
    return {audit::Event::recognition_entered, "recognition", r.id.text(),
            {{"unit", std::nullopt, r.unit.text()}, {"standing", std::nullopt, std::string(word_of(r.standing))},
             {"area", std::nullopt, r.area}, {"year", std::nullopt, std::to_string(r.year)},
             {"number", std::nullopt, r.decision.number}, {"day", std::nullopt, day},
             {"signer", std::nullopt, r.decision.signer}, {"counts_from", std::nullopt, to_text(r.counts_from)}},
            r.source, std::move(also)};
}

}    // namespace

std::map<UnitId, Recognition> standings_on(const std::vector<Recognition>& all, Day day) {
    std::map<UnitId, Recognition> highest;
    for (const Recognition& r : all) {
        if (!r.area.empty() || !r.counts_on(day)) continue;
        const auto [at, added] = highest.try_emplace(r.unit, r);
        if (!added && at->second.standing <= r.standing) at->second = r;
    }
    return highest;
}

Result<Recognition> add_recognition(Tx& tx, Instant now, const audit::By& by, Recognition r) {
    CS_TRY_DONE(check(tx, r, legal_day(now)));
    r.area = std::string(trim(r.area));
    if (!RegisterStore(tx).add(r, now, by.person))
        return refuse(Problem::need_unmet, "assessment.recognition_stands", {{"year", std::to_string(r.year)}}, r.clause);
    audit::record(tx, now, by, entry_of(r));
    return r;
}

Result<Recognition> enter_recognition(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree,
                                      Recognition r) {
    CS_TRY(const access::Role role,
           org::may_act_upon(tx, actor, access::Operation::enter_recognition, r.unit, legal_day(now), tree));
    return add_recognition(tx, now, actor.by(role), std::move(r));
}

}    // namespace cs::assessment
