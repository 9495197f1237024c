#pragma once
// What the use cases of agreements share: the needs of a step, who may take it, and forms.
#include "scoring/agreement_commands.hpp"

namespace cs::scoring {

Set<AgreementNeed> met(const Moment& m, const Agreement& agreement, const std::optional<UnitId>& unit);
// `unit`: the member of register_targets, sign and record_signature.
Result<access::Role> allowed(const Moment& m, const Agreement& agreement, AgreementAction action, const std::optional<UnitId>& unit = std::nullopt);
// Locked until the transaction ends. Refuses agreement.unknown, agreement.stale.
Result<Agreement> opened(Tx& tx, const AgreementId& id, std::optional<std::int64_t> seen);

void check_paper(const PaperRef& paper, Day today, std::vector<Fault>& faults, const std::string& where = {});
PaperRef trimmed(const PaperRef& paper);

audit::Entry entry_of(audit::Event event, const Agreement& agreement, std::vector<audit::Change> changes, const std::string& note = {});
std::string text_of(const std::optional<Day>& day);    // "" of none

// May the unit stand among the members of this agreement on the day: below what the holder holds, or in the cluster of the year.
bool fits(Tx& tx, const Agreement& agreement, const UnitId& unit, Day day);

}    // namespace cs::scoring
