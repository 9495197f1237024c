#include "audit/catalogue.hpp"
#include "base/text.hpp"
#include "org/authority.hpp"
#include "org/store.hpp"
#include "scoring/agreement_facts.hpp"

namespace cs::scoring {

Result<ScoringHolder> name_holder(const Moment& m, const NewScoringHolder& r) {
    CS_TRY(const access::Role role, access::may(m.actor, access::Operation::name_scoring_holder, r.root, m.today(), m.tree));
    std::vector<Fault> faults;
    check_paper(r.paper, m.today(), faults);
    if (trim(r.issuer).empty()) faults.push_back({"agreement.issuer_missing", {}, "issuer"});
    if (r.until && *r.until <= r.from) faults.push_back({"agreement.period_turned", {}, "until"});
    if (!faults.empty()) return refuse("agreement.faulty", std::move(faults));
    CS_TRY_DONE(org::UnitStore(m.tx).state(r.root, r.from));
    CS_TRY_DONE(org::UnitStore(m.tx).state(r.holder, r.from));
    const ScoringHolder named{ScoringHolderId::born(m.now), r.root, r.holder, {r.from, r.until}, trimmed(r.paper), std::string(trim(r.issuer))};
    AgreementStore store(m.tx);
    for (const ScoringHolder& other : store.holders())
        if (other.root == named.root && other.period.overlaps(named.period)) return refuse(Problem::need_unmet, "agreement.holder_overlaps");
    store.add(named, m.now, m.actor.person);
    audit::record(m.tx, m.now, m.actor.by(role),
                  {audit::Event::scoring_holder_named, "unit", named.holder.text(),
                   {{"root", std::nullopt, named.root.text()},
                    {"from", std::nullopt, to_text(named.period.from)},
                    {"until", std::nullopt, text_of(named.period.until)},
                    {"number", std::nullopt, named.paper.number},
                    {"day", std::nullopt, text_of(named.paper.day)},
                    {"issuer", std::nullopt, named.issuer}},
                   ""});
    return named;
}

Result<TableLoading> load_table(const Moment& m, const std::string& yaml, const std::string& note, const std::optional<UnitId>& unit) {
    CS_TRY(const TableLoading planned, plan_table(m.tx, m.now, yaml, unit));
    CS_TRY(const access::Role role, org::may_act_upon(m.tx, m.actor, access::Operation::load_scoring_table, planned.loaded.version.table.unit, m.today(), m.tree));
    return load_table(m.tx, m.now, m.actor.by(role), yaml, note, unit);
}

}    // namespace cs::scoring
