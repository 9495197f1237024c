#include "assessment/commands.hpp"
#include "base/text.hpp"
#include "org/store.hpp"

namespace cs::assessment {
namespace {

// Offices that check: departments at the province, rooms at the district, the police and other agencies as `other`.
bool is_office(org::UnitKind kind, Stage stage) {
    if (kind == org::UnitKind::other) return true;
    return stage == Stage::district ? kind == org::UnitKind::district_room : kind == org::UnitKind::provincial_department;
}

std::vector<Fault> faults_of(Tx& tx, const criteria::CriteriaSet& set, const NewCharge& r) {
    std::vector<Fault> faults;
    if (trim(r.paper).empty()) faults.push_back({"assessment.paper_missing", {}, "paper"});
    if (r.criteria.empty()) faults.push_back({"assessment.criterion_unknown", {{"criterion", ""}}, "criteria"});
    for (std::size_t i = 0; i < r.criteria.size(); ++i)
        if (std::none_of(set.criteria.begin(), set.criteria.end(), [&](const auto& c) { return c.no == r.criteria[i]; }))
            faults.push_back({"assessment.criterion_unknown", {{"criterion", r.criteria[i]}}, "criteria[" + std::to_string(i) + "]"});
    const auto holder = org::UnitStore(tx).state(r.holder, r.from);
    const bool stage_checks = r.stage == Stage::district || r.stage == Stage::department;
    if (!holder || !stage_checks || !is_office(holder->kind, r.stage)) faults.push_back({"assessment.holder_no_office", {}, "holder"});
    return faults;
}

}    // namespace

Result<std::vector<Charge>> assign_charge(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree,
                                          const NewCharge& r) {
    CS_TRY(const access::Role role, access::may(actor, access::Operation::assign_charge, r.root, legal_day(now), tree));
    CS_TRY(const criteria::Standing of, criteria::standing(tx, r.set));
    auto faults = faults_of(tx, *of.set, r);
    RoundStore rounds(tx);
    rounds.lock_charges(r.set);
    rounds.lock_charges(r.set);
    std::vector<Charge> former;
    for (const Charge& c : rounds.charges(r.set)) {
        const bool same = c.stage == r.stage && c.root == r.root && std::count(r.criteria.begin(), r.criteria.end(), c.criterion) > 0;
        if (!same || (c.period.until && *c.period.until <= r.from)) continue;
        if (c.period.from >= r.from)
            faults.push_back({"assessment.charge_before_last", {{"criterion", c.criterion}, {"from", to_vietnamese(c.period.from)}}, "from"});
        former.push_back(c);
    }
    if (!faults.empty()) return refuse("assessment.charge_faulty", std::move(faults));
    for (const Charge& c : former) rounds.end(c.id, r.from);
    std::vector<Charge> made;
    std::string listed;
    for (const std::string& criterion : r.criteria) {
        made.push_back({ChargeId::born(now), r.set, criterion, r.stage, r.root, r.holder, Period{r.from, std::nullopt},
                        std::string(trim(r.paper))});
        rounds.add(made.back(), now, actor.person);
        listed += (listed.empty() ? "" : ", ") + criterion;
    }
    const auto to = [](std::string text) { return std::optional(std::move(text)); };
    audit::record(tx, now, actor.by(role),
                  {audit::Event::charge_assigned, "charge", made.front().id.text(),
                   {{"set", {}, to(r.set)}, {"criteria", {}, to(listed)}, {"stage", {}, to(std::string(word_of(r.stage)))},
                    {"root", {}, to(r.root.text())}, {"holder", {}, to(r.holder.text())}, {"from", {}, to(to_text(r.from))},
                    {"paper", {}, to(r.paper)}},
                   "", {{"unit", r.holder.text()}, {"criteria_set", r.set}}});
    return made;
}

}    // namespace cs::assessment
