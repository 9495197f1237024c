#include "assessment/dossier.hpp"

#include "assessment/confirmation.hpp"

namespace cs::assessment {

bool is_open(DossierState state) { return !dossier_procedure.last.has(state); }
bool is_open(WithdrawalState state) { return !withdrawal_procedure.last.has(state); }

bool takes_confirmations(DossierState state) {
    using enum DossierState;
    return Set<DossierState>{submitted, checked, with_province, appraised, completing_for_district, completing_for_province}.has(state);
}

ConfirmationState Voice::state() const {
    if (!said) return ConfirmationState::awaited;
    return said->held ? ConfirmationState::held : ConfirmationState::given;
}

}    // namespace cs::assessment
