#include "base/text.hpp"
#include "movement/commands.hpp"
#include "org/authority.hpp"
#include "org/store.hpp"

namespace cs::movement {
namespace {

bool assigned(Tx& tx, const ReadingChoice& choice) {
    for (const AssignedDenominator& d : ReadingStore(tx).denominators(choice.root))
        if (d.id == *choice.denominator) return d.target == choice.target;
    return false;
}

Done check(Tx& tx, const ReadingChoice& c, Day today) {
    std::vector<Fault> faults;
    const Set<Reading> readings = row_of(c.target).readings;
    if (readings.empty()) faults.push_back({"movement.not_a_share", {}, "target"});
    else if (!readings.has(c.reading)) faults.push_back({"movement.reading_not_of_target", {}, "reading"});
    // An assigned denominator stands for "all communes"; out of the advanced ones is always counted.
    if (c.denominator && (c.reading != Reading::of_all || !assigned(tx, c)))
        faults.push_back({"movement.denominator_unknown", {}, "denominator_id"});
    if (trim(c.number).empty()) faults.push_back({"movement.number_missing", {}, "number"});
    if (c.day > today) faults.push_back({"movement.day_in_future", {}, "day"});
    if (!faults.empty()) return refuse("movement.choice_faulty", std::move(faults));
    return {};
}

audit::Entry entry_of(const ReadingChoice& c, const ReadingChoice* before) {
    const auto denominator = [](const ReadingChoice& x) { return x.denominator ? x.denominator->text() : std::string(); };
    return {audit::Event::reading_chosen, "reading_choice", c.id.text(),
            {{"target", std::nullopt, std::string(word_of(c.target))}, {"unit", std::nullopt, c.root.text()},
             {"reading", before ? std::optional(std::string(word_of(before->reading))) : std::nullopt, std::string(word_of(c.reading))},
             {"denominator", before ? std::optional(denominator(*before)) : std::nullopt, denominator(c)},
             {"number", std::nullopt, c.number}, {"day", std::nullopt, to_text(c.day)}},
            c.note, {{"unit", c.root.text()}}};
}

}    // namespace

Result<ReadingChoice> choose_reading(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, ReadingChoice c) {
    CS_TRY_DONE(org::UnitStore(tx).known(c.root));
    const Day today = legal_day(now);
    CS_TRY(const access::Role role, org::may_act_upon(tx, actor, access::Operation::choose_reading, c.root, today, tree));
    CS_TRY_DONE(check(tx, c, today));
    c.number = std::string(trim(c.number));
    c.note = std::string(trim(c.note));
    ReadingStore store(tx);
    const auto choices = store.choices(c.root);
    audit::record(tx, now, actor.by(role), entry_of(c, choice_on(choices, c.target, c.day)));
    store.add(c, now, actor.person);
    return c;
}

}    // namespace cs::movement
