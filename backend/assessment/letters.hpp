#pragma once
// What a unit is told at once: its sheet or its dossier came back, its recognition was decided.
#include "assessment/checking.hpp"
#include "assessment/dossier.hpp"
#include "assessment/territory.hpp"

namespace cs::assessment {

void tell_returned(Tx& tx, Instant now, const CheckedSheet& on);
void tell_returned(const Moment& m, const Dossier& after);
void tell_decided(const Moment& m, const Dossier& decided);

}    // namespace cs::assessment
