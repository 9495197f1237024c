#pragma once
#include "access/api_http.hpp"
#include "criteria/wire_http.hpp"

namespace cs::criteria {

// The last confirmation of an indicator as it travels.
std::optional<wire::Confirmation> shown(const ConfirmationRecord* record);
wire::Indicator shown(const Indicator& indicator, const Standing& of);
wire::CriteriaSetRow row_of(const Standing& of, const std::vector<Version>& versions);
std::vector<wire::SetDiffLine> shown(const std::vector<DiffLine>& lines);
wire::ThresholdText threshold_text(const Threshold& threshold);
std::vector<int> years_of(const Threshold& threshold);

// What the caller may do with sets and confirmations.
std::vector<access::Action> actions_for(const access::Call& call, std::initializer_list<access::Operation> operations);

}    // namespace cs::criteria
