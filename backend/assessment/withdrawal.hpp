#pragma once
// The risk of withdrawal, for the province alone, and the case that ends a standing. Nothing here is for the portal or for other units.
#include "assessment/take_step.hpp"
#include "assessment/withdrawal_risk.hpp"

namespace cs::assessment {

// The rules of the day. Where nobody has shown the rule of that day the last one before it, `settled` false.
struct DatedRules {
    RiskRules rules;
    bool settled;
};
std::optional<DatedRules> risk_rules(Level level, Day day);

struct RiskOfUnit {
    std::string set;
    int year;            // of the appraised result
    bool provisional;    // of the result, or a rule nobody has shown for that day
    Risk risk;
};
// By the latest appraised result under the set of the standing; none without one (but for a district's communes).
std::optional<RiskOfUnit> risk_of(Tx& tx, const Recognition& recognition, Day day, Instant now);

struct Warning {
    Recognition recognition;
    RiskOfUnit found;
    std::optional<WithdrawalCase> open;    // already under way
};
// Of the standings in force that this person's province roles reach. The certain ones first, then by name.
Result<std::vector<Warning>> withdrawal_warnings(const Moment& m);

access::Operation operation_of(WithdrawalAction action);

// The province's proposal: its paper, its reason, the day by which the unit explains. Refuses withdrawal.no_such_step,
// withdrawal.need.*, dossier.step_faulty, withdrawal.recognition_unknown.
Result<WithdrawalCase> propose_withdrawal(const Moment& m, const RecognitionId& recognition, const StepForm& form);
// explain, pass_over, drop.
Result<WithdrawalCase> take_withdrawal_step(const Moment& m, const DossierId& id, WithdrawalAction action, const StepForm& form,
                                            std::optional<std::int64_t> seen = std::nullopt);
// Thu hồi quyết định công nhận: `on` of the form is the first day on which the standing no longer counts.
Result<WithdrawalCase> decide_withdrawal(const Moment& m, const DossierId& id, const StepForm& form,
                                         std::optional<std::int64_t> seen = std::nullopt);
Done may_step(const Moment& m, const WithdrawalCase& asked, WithdrawalAction action);
Done may_propose(const Moment& m, const Recognition& recognition);
Done may_see(const Moment& m, const WithdrawalCase& asked);

// For the council's steps: what a step is decided on and how it is written.
struct WithdrawalFacts {
    bool in_force = true, alone = true, fires = true, in_order = true, day_passed = true, vote_reached = true;
};
Set<WithdrawalNeed> met(const WithdrawalFacts& facts);
WithdrawalFacts facts_of(const Moment& m, const WithdrawalCase& asked, const Days& days);
Result<access::Role> allowed(const Moment& m, const WithdrawalCase& asked, WithdrawalAction action, const WithdrawalFacts& facts);
Result<PastStep> write_step(const Moment& m, const WithdrawalCase& asked, WithdrawalAction action, access::Role role, const StepForm& form);
Result<WithdrawalCase> withdrawal_seen_as(Tx& tx, const DossierId& id, std::optional<std::int64_t> seen);

}    // namespace cs::assessment
