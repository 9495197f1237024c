#pragma once
// Recognition as it is shown: sentences said, names of units as of their day, what the caller may do.
#include "access/api_http.hpp"
#include "assessment/missing.hpp"
#include "assessment/moment_http.hpp"
#include "assessment/recognition_wire_http.hpp"

namespace cs::assessment {

wire::RecognitionRow shown(const access::Tree& tree, const Recognition& recognition);
wire::DossierRow shown(const Moment& m, const Dossier& dossier);
Result<wire::DossierView> dossier_view(const Moment& m, const Dossier& dossier);
wire::StandingView shown(const Moment& m, const StandingAnswer& answer);
std::vector<wire::ConditionView> shown(const Conditions& conditions);
std::vector<wire::DossierStep> shown(const access::Tree& tree, const std::vector<PastStep>& steps);

Result<DossierId> dossier_id(const access::Call& call);
// The version the caller saw, where he says so.
Result<std::optional<std::int64_t>> version_seen(const access::Call& call);

}    // namespace cs::assessment
