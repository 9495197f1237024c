#include "assessment/letters.hpp"

#include "access/letter.hpp"
#include "org/store.hpp"

namespace cs::assessment {
namespace {

using access::Duty;
using access::LetterKind;

constexpr Set<access::Role> of_the_unit = {access::Role::unit_clerk, access::Role::unit_head};

Duty duty_of(const Moment& m, const Dossier& d, const std::string& kind) {
    return {kind, {{"unit", m.tree.name(d.unit, d.last_on)}, {"standing", std::string(word_of(d.standing))}, {"area", d.area}}, d.due_on, "dossier", d.id.text()};
}

}    // namespace

// By day, not by indicator: offices send back in several goes, and the unit is told once a day.
void tell_returned(Tx& tx, Instant now, const CheckedSheet& on) {
    const Sheet& sheet = on.opened.sheet;
    std::optional<Day> due;
    std::int64_t count = 0;
    for (const auto& [key, item] : on.facts.items)
        if (item.state == ItemState::returned) {
            ++count;
            if (!due || *item.due_on < *due) due = item.due_on;
        }
    const org::UnitVersion* unit = org::UnitStore(tx).forest()->near(on.opened.holder, legal_day(now));
    access::tell_unit(tx, now, on.opened.holder, of_the_unit, LetterKind::returned, "returned " + sheet.id.text() + " " + to_text(legal_day(now)),
                      {"sheet_returned", {{"round", on.opened.round.title}, {"unit", unit ? unit->state.name : ""}, {"count", std::to_string(count)}}, due, "sheet", sheet.id.text()});
}

void tell_returned(const Moment& m, const Dossier& d) {
    access::tell_unit(m.tx, m.now, d.unit, of_the_unit, LetterKind::returned, "returned " + d.id.text() + " " + std::to_string(d.steps), duty_of(m, d, "dossier_returned"));
}

void tell_decided(const Moment& m, const Dossier& d) {
    access::tell_unit(m.tx, m.now, d.unit, of_the_unit, LetterKind::decided, "decided " + d.id.text(), duty_of(m, d, "dossier_decided"));
}

}    // namespace cs::assessment
