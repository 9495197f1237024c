#pragma once
#include "scoring/agreement_wire_http.hpp"

namespace cs::scoring {

Result<AgreementId> agreement_id(const std::string& text);    // agreement.unknown
wire::AgreementRow row_of(const Moment& m, const Agreement& agreement);
Result<wire::Agreement> view_of(const Moment& m, const Agreement& agreement);

}    // namespace cs::scoring
