#include "base/text.hpp"
#include "movement/commands.hpp"
#include "org/authority.hpp"
#include "org/store.hpp"

namespace cs::movement {
namespace {

Done check(const AssignedDenominator& d, Day today) {
    std::vector<Fault> faults;
    if (row_of(d.target).readings.empty()) faults.push_back({"movement.not_a_share", {}, "target"});
    if (d.value < 1) faults.push_back({"movement.value_not_positive", {}, "value"});
    if (trim(d.number).empty()) faults.push_back({"movement.number_missing", {}, "number"});
    if (trim(d.source).empty()) faults.push_back({"movement.source_missing", {}, "source"});
    if (d.day && *d.day > today) faults.push_back({"movement.day_in_future", {}, "day"});
    if (!faults.empty()) return refuse("movement.denominator_faulty", std::move(faults));
    return {};
}

audit::Entry entry_of(const AssignedDenominator& d) {
    return {audit::Event::denominator_assigned, "denominator", d.id.text(),
            {{"target", std::nullopt, std::string(word_of(d.target))}, {"unit", std::nullopt, d.root.text()},
             {"value", std::nullopt, std::to_string(d.value)}, {"number", std::nullopt, d.number},
             {"day", std::nullopt, d.day ? to_text(*d.day) : "unknown"}},
            d.source, {{"unit", d.root.text()}}};
}

}    // namespace

Result<AssignedDenominator> add_denominator(Tx& tx, Instant now, const audit::By& by, AssignedDenominator d) {
    CS_TRY_DONE(org::UnitStore(tx).known(d.root));
    CS_TRY_DONE(check(d, legal_day(now)));
    d.number = std::string(trim(d.number));
    d.source = std::string(trim(d.source));
    ReadingStore(tx).add(d, now, by.person);
    audit::record(tx, now, by, entry_of(d));
    return d;
}

Result<AssignedDenominator> assign_denominator(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree,
                                               AssignedDenominator d) {
    CS_TRY_DONE(org::UnitStore(tx).known(d.root));
    CS_TRY(const access::Role role,
           org::may_act_upon(tx, actor, access::Operation::assign_denominator, d.root, legal_day(now), tree));
    return add_denominator(tx, now, actor.by(role), std::move(d));
}

}    // namespace cs::movement
