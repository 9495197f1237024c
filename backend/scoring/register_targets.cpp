#include <algorithm>
#include <set>

#include "audit/catalogue.hpp"
#include "base/text.hpp"
#include "scoring/agreement_facts.hpp"

namespace cs::scoring {
namespace {

using Faults = std::vector<Fault>;

Done check(const Agreement& a, const TargetsEntry& entry, Day today) {
    Faults faults;
    check_paper(entry.paper, today, faults);
    std::set<int> given;
    for (std::size_t i = 0; i < entry.targets.size(); ++i) {
        const AgreementTarget& t = entry.targets[i];
        const std::string where = "targets[" + std::to_string(i) + "].";
        const bool known = t.line >= 1 && t.line <= static_cast<int>(a.indicators.size());
        if (!known) faults.push_back({"agreement.line_unknown", {}, where + "line"});
        if (!given.insert(t.line).second) faults.push_back({"agreement.line_twice", {}, where + "line"});
        if (t.baseline && trim(t.baseline_source).empty()) faults.push_back({"agreement.source_missing", {}, where + "baseline_source"});
    }
    for (const AgreementIndicator& i : a.indicators)
        if (!given.contains(i.line)) faults.push_back({"agreement.target_missing", {{"title", i.title}}, "targets"});
    if (!faults.empty()) return refuse("agreement.faulty", std::move(faults));
    return {};
}

Done check_signer(const SignatureEntry& entry, bool on_paper, Day today) {
    Faults faults;
    if (trim(entry.name).empty()) faults.push_back({"agreement.name_missing", {}, "name"});
    if (trim(entry.position).empty()) faults.push_back({"agreement.position_missing", {}, "position"});
    if (on_paper) check_paper(entry.paper, today, faults);
    if (!faults.empty()) return refuse("agreement.faulty", std::move(faults));
    return {};
}

Result<Agreement> signed_by(const Moment& m, const AgreementId& id, const SignatureEntry& entry, AgreementAction action,
                            std::optional<std::int64_t> seen) {
    CS_TRY(Agreement a, opened(m.tx, id, seen));
    CS_TRY(const access::Role role, allowed(m, a, action, entry.unit));
    const bool on_paper = action == AgreementAction::record_signature;
    CS_TRY_DONE(check_signer(entry, on_paper, m.today()));
    const PaperRef paper = on_paper ? trimmed(entry.paper) : PaperRef{};
    if (!AgreementStore(m.tx).save(a, m.now)) return refuse(Problem::stale, "agreement.stale");
    AgreementStore(m.tx).sign(id, entry.unit, {std::string(trim(entry.name)), std::string(trim(entry.position)), on_paper, paper, m.now, m.actor.person});
    audit::Entry said = entry_of(audit::Event::agreement_signed, a,
                                 {{"unit", std::nullopt, entry.unit.text()},
                                  {"by_paper", std::nullopt, on_paper ? "true" : "false"},
                                  {"number", std::nullopt, paper.number},
                                  {"day", std::nullopt, text_of(paper.day)}});
    said.also.emplace_back("unit", entry.unit.text());
    audit::record(m.tx, m.now, m.actor.by(role), said);
    return AgreementStore(m.tx).find(id);
}

}    // namespace

Result<Agreement> register_targets(const Moment& m, const AgreementId& id, const TargetsEntry& entry, std::optional<std::int64_t> seen) {
    CS_TRY(Agreement a, opened(m.tx, id, seen));
    CS_TRY(const access::Role role, allowed(m, a, AgreementAction::register_targets, entry.unit));
    CS_TRY_DONE(check(a, entry, m.today()));
    if (!AgreementStore(m.tx).save(a, m.now)) return refuse(Problem::stale, "agreement.stale");
    const PaperRef paper = trimmed(entry.paper);
    AgreementStore(m.tx).enter(id, entry.unit, {paper, m.now, m.actor.person}, entry.targets);
    audit::Entry said = entry_of(audit::Event::targets_registered, a,
                                 {{"unit", std::nullopt, entry.unit.text()},
                                  {"targets", std::nullopt, std::to_string(entry.targets.size())},
                                  {"number", std::nullopt, paper.number},
                                  {"day", std::nullopt, text_of(paper.day)}});
    said.also.emplace_back("unit", entry.unit.text());
    audit::record(m.tx, m.now, m.actor.by(role), said);
    return AgreementStore(m.tx).find(id);
}

Result<Agreement> sign_agreement(const Moment& m, const AgreementId& id, const SignatureEntry& entry, std::optional<std::int64_t> seen) {
    return signed_by(m, id, entry, AgreementAction::sign, seen);
}

Result<Agreement> record_signature(const Moment& m, const AgreementId& id, const SignatureEntry& entry, std::optional<std::int64_t> seen) {
    return signed_by(m, id, entry, AgreementAction::record_signature, seen);
}

}    // namespace cs::scoring
