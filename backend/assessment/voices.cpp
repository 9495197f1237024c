#include <algorithm>

#include "assessment/dossier_facts.hpp"
#include "assessment/store.hpp"

namespace cs::assessment {
namespace {

template <class AnyCharge>
bool covers(const AnyCharge& charge, const Above& over, Day day) {
    return charge.period.has(day) && std::find(over.all.begin(), over.all.end(), charge.root) != over.all.end();
}

void add(std::vector<Voice>& all, ConfirmationKind kind, const UnitId& holder) {
    const auto same = [&](const Voice& v) { return v.kind == kind && v.holder == holder; };
    if (std::none_of(all.begin(), all.end(), same)) all.push_back({kind, holder, std::nullopt});
}

}    // namespace

std::vector<Voice> voices(Tx& tx, const CaseHead& dossier, Day day) {
    std::vector<Voice> all;
    const auto over = above(tx, dossier.unit, dossier.last_on);
    const ConfirmationStore store(tx);
    if (over) {
        for (const RecognitionCharge& charge : store.charges())
            if (covers(charge, *over, day)) add(all, charge.kind, charge.holder);
        for (const Charge& charge : RoundStore(tx).charges(dossier.set))
            if (charge.stage == Stage::department && covers(charge, *over, day)) add(all, ConfirmationKind::opinion, charge.holder);
    }
    for (const Confirmation& said : store.of_dossier(dossier.id)) {
        add(all, said.kind, said.holder);    // an office that spoke stays, also when its charge has ended since
        for (Voice& voice : all)
            if (voice.kind == said.kind && voice.holder == said.holder) voice.said = said;
    }
    return all;
}

bool all_given(const std::vector<Voice>& all, Set<ConfirmationKind> kinds) {
    for (ConfirmationKind kind : all_of<ConfirmationKind>()) {
        if (!kinds.has(kind)) continue;
        const auto given = [&](const Voice& v) { return v.kind == kind && v.state() == ConfirmationState::given; };
        const auto held = [&](const Voice& v) { return v.kind == kind && v.state() == ConfirmationState::held; };
        if (std::none_of(all.begin(), all.end(), given) || std::any_of(all.begin(), all.end(), held)) return false;
    }
    return true;
}

Result<UnitId> holder_of(Tx& tx, const Dossier& dossier, Day day) {
    using enum DossierState;
    const auto over = above(tx, dossier.unit, day);
    if (!over) return dossier.unit;
    switch (dossier.state) {
        case absent:
        case drafting:
        case self_assessed:
        case posted:
        case agreed:
        case completing_for_district:
        case completing_for_province:
        case announced:
        case withdrawn: return dossier.unit;
        case submitted:
        case checked: return over->district.value_or(over->province);
        case with_province:
        case appraised:
        case before_council:
        case approved:
        case decided:
        case turned_down: return over->province;
    }
    CS_CHECK(false);
}

}    // namespace cs::assessment
