#pragma once
// The receipt of a dossier that was sent: the next number of the year, of what was received.
#include "assessment/dossier_store.hpp"

namespace cs::assessment {

ReceiptNumber give_receipt(Tx& tx, const Dossier& dossier, const PastStep& step);

}    // namespace cs::assessment
