#include <set>

#include "access/commands.hpp"
#include "audit/catalogue.hpp"
#include "base/text.hpp"
#include "org/commands.hpp"

namespace cs::org {
namespace {

Reorganisation counter_of(const Reorganisation& wrong, Instant now, const std::string& reason,
                          const std::string& paper) {
    return {
        ChangeId::born(now),       "",  ChangeKind::counter, wrong.day, wrong.title, paper, "", reason, std::nullopt,
        law::Confidence::verified, now, std::nullopt,        wrong.id,  std::nullopt};
}

// Units the wrong reorganisation had made are gone; roles given in them meanwhile need somebody's decision.
std::vector<Undecided> homeless(Tx& tx, const CounterPlan& plan, Day day) {
    std::set<UnitId> restored;
    for (const UnitVersion& v : plan.restored) restored.insert(v.unit);
    std::vector<Undecided> found;
    for (const UnitVersion& v : plan.superseded) {
        if (restored.contains(v.unit)) continue;
        auto held = access::grants_without_home(tx, v.unit, day);
        if (!held.empty()) found.push_back({v.unit, v.state.name, std::move(held)});
    }
    return found;
}

}  // namespace

Result<Countered> counter_reorganisation(Tx& tx, Instant now, const audit::By& by, const ChangeId& wrong,
                                         const std::string& reason, const std::string& paper) {
    if (trim(reason).empty()) return refuse(Problem::bad_input, "org.reason_missing");
    UnitStore units(tx);
    units.be_alone();
    CS_TRY(const Reorganisation change, ReorganisationStore(tx).find(wrong));
    CS_TRY(CounterPlan plan, plan_counter(*units.forest(), change, born_at(now)));
    Countered done{counter_of(change, now, reason, paper), std::move(plan), {}};
    units.save(done.plan, change, done.counter, now, by.person);
    done.undecided = homeless(tx, done.plan, change.day);
    audit::Entry entry{audit::Event::reorganisation_countered,
                       "reorganisation",
                       wrong.text(),
                       {{"countered_by", std::nullopt, done.counter.id.text()}, {"paper", std::nullopt, paper}},
                       reason,
                       {{"reorganisation", done.counter.id.text()}}};
    std::set<UnitId> touched;
    for (const UnitVersion& v : done.plan.superseded) touched.insert(v.unit);
    for (const UnitId& id : touched) entry.also.emplace_back("unit", id.text());
    audit::record(tx, now, by, entry);
    return done;
}

}  // namespace cs::org
