#include "assessment/take_step.hpp"
#include "audit/journal.hpp"
#include "base/text.hpp"
#include "law/law.hpp"
#include "org/store.hpp"

namespace cs::assessment {
namespace {

Done check(const NewDossier& wanted, Day today) {
    std::vector<Fault> faults;
    const bool area = wanted.standing == Standing::model_area;
    if (wanted.on > today) faults.push_back({"dossier.day_in_future", {}, "on"});
    if (area && trim(wanted.area).empty()) faults.push_back({"dossier.area_missing", {}, "area"});
    if (!area && !trim(wanted.area).empty()) faults.push_back({"dossier.area_not_asked", {}, "area"});
    if (!faults.empty()) return refuse("dossier.step_faulty", std::move(faults));
    return {};
}

std::string set_of(const org::UnitState& unit, const NewDossier& wanted) {
    const auto level = level_of(unit);
    if (wanted.standing == Standing::model_area || !level) return "";
    const auto sets = sets_for(*level, wanted.standing, wanted.on);
    return sets.empty() ? "" : sets.front().id;
}

audit::Entry entry_of(const Dossier& d) {
    return {audit::Event::dossier_opened, "dossier", d.id.text(),
            {{"unit", std::nullopt, d.unit.text()}, {"standing", std::nullopt, std::string(word_of(d.standing))},
             {"area", std::nullopt, d.area}, {"field", std::nullopt, d.field}, {"year", std::nullopt, std::to_string(d.year)},
             {"regime", std::nullopt, d.regime}, {"day", std::nullopt, to_text(d.opened_on)}},
            ""};    // not in the unit's own history, which everybody reads
}

}    // namespace

Result<Dossier> open_dossier(const Moment& m, const NewDossier& wanted) {
    CS_TRY_DONE(check(wanted, m.today()));
    DossierStore store(m.tx);
    store.lock(wanted.unit);
    CS_TRY(const org::UnitState unit, org::UnitStore(m.tx).state(wanted.unit, wanted.on));
    if (!fits(wanted.standing, unit)) return refuse(Problem::bad_input, "dossier.standing_not_of_unit", {{"unit", unit.name}});
    CS_TRY(const law::Regime regime, law::law().regimes.on("recognition", wanted.on));
    const CaseHead head{DossierId::born(m.now), wanted.unit, std::string(trim(wanted.area)), wanted.standing, std::string(trim(wanted.field)),
                        wanted.year, set_of(unit, wanted), std::nullopt, regime.key, wanted.on, wanted.on, std::nullopt, std::nullopt,
                        0, 1, m.now};
    const Dossier asked{head, DossierState::absent};
    CS_TRY(const DossierFacts facts, facts_of(m, asked, {wanted.on, wanted.on}));
    CS_TRY(const access::Role role, allowed(m, asked, DossierAction::open, facts));
    const Dossier opened{head, DossierState::drafting};
    store.add(opened, m.actor.person);
    audit::record(m.tx, m.now, m.actor.by(role), entry_of(opened));
    return store.find(opened.id);
}

Done may_open(const Moment& m, const UnitId& unit) {
    CS_TRY_DONE(access::may(m.actor, access::Operation::open_dossier, unit, m.today(), m.tree));
    return {};
}

Done may_see(const Moment& m, const Dossier& dossier) {
    const auto in_scope = access::may(m.actor, access::Operation::show_dossier, dossier.unit, dossier.last_on, m.tree);
    if (in_scope) return {};
    for (const Voice& voice : voices(m.tx, dossier, m.today()))
        for (const access::Grant& grant : m.actor.grants)
            if (grant.unit == voice.holder) return {};
    return tl::unexpected(in_scope.error());
}

}    // namespace cs::assessment
