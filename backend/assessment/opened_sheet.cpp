#include "assessment/opened_sheet.hpp"

#include <algorithm>

#include "org/boundary.hpp"
#include "org/store.hpp"

namespace cs::assessment {
namespace {

using access::Role;

bool reaches(const access::Grant& grant, const UnitId& unit, const access::Tree& tree, Day today) {
    switch (grant.scope) {
        case access::Scope::own: return grant.unit == unit;
        case access::Scope::subtree: return tree.under(unit, grant.unit, today);
        case access::Scope::all: return true;
    }
    CS_CHECK(false);
}

// A unit that was dissolved leaves its ground to the wider one, which is no successor of its sheet.
bool same_level(const org::Forest& forest, const UnitId& unit, Day then, const UnitId& successor, Day today) {
    const org::UnitVersion *was = forest.on(unit, then), *is = forest.on(successor, today);
    return was && is && (was->state.kind == is->state.kind || (org::is_commune_level(was->state.kind) && org::is_commune_level(is->state.kind)));
}

bool is_office(Role role) { return role == Role::department_verifier || role == Role::district_reviewer; }

}    // namespace

Set<Role> Seat::roles() const {
    Set<Role> all;
    for (const access::Grant& g : grants_) all.bits |= Set<Role>::bit(g.role);
    return all;
}

bool Seat::holds(Role role, const UnitId& unit) const {
    return std::any_of(grants_.begin(), grants_.end(), [&](const access::Grant& g) { return g.role == role && g.unit == unit; });
}

audit::By Seat::by(Role role) const {
    const auto held = std::find_if(grants_.begin(), grants_.end(), [&](const access::Grant& g) { return g.role == role; });
    CS_CHECK(held != grants_.end());
    return access::by_grant(person_, *held);
}

std::optional<UnitId> OpenedSheet::office(const std::string& criterion, Stage stage) const {
    for (const Charge& c : charges)
        if (c.criterion == criterion && c.stage == stage) return c.holder;
    return std::nullopt;
}

bool OpenedSheet::in_charge(const std::string& criterion, Stage stage) const {
    const Role role = stage == Stage::district ? Role::district_reviewer : Role::department_verifier;
    if (const auto assigned = office(criterion, stage)) return seat.holds(role, *assigned);
    return seat.has(stage == Stage::district ? Role::district_reviewer : Role::province_coordinator);
}

std::vector<Charge> charges_at(const std::vector<Charge>& all, const UnitId& unit, const access::Tree& tree, Day today) {
    std::vector<Charge> here;
    for (const Charge& c : all)
        if (c.period.has(today) && tree.under(unit, c.root, today)) here.push_back(c);
    return here;
}

Seat seat_at(const access::Actor& actor, const UnitId& unit, const std::vector<Charge>& charges, const access::Tree& tree,
             Day today) {
    std::vector<access::Grant> here;
    for (const access::Grant& grant : actor.grants) {
        if (grant.role == Role::administrator) continue;    // cs.no_assessment_for_administrators
        const bool office = is_office(grant.role) && std::any_of(charges.begin(), charges.end(),
                                                                 [&](const Charge& c) { return c.holder == grant.unit; });
        if (office || reaches(grant, unit, tree, today)) here.push_back(grant);
    }
    return {actor.person, std::move(here)};
}

UnitId holder_of(Tx& tx, const UnitId& unit, Day then, Day today) {
    return holder_of(*org::UnitStore(tx).forest(), unit, then, today);
}

UnitId holder_of(const org::Forest& forest, const UnitId& unit, Day then, Day today) {
    if (forest.on(unit, today) || today < then) return unit;
    const org::Resolution now = org::resolve(forest, unit, then, today);
    return now.complete && now.units.size() == 1 && same_level(forest, unit, then, now.units.front(), today) ? now.units.front() : unit;
}

UnitId holder_of(const org::Forest& forest, const Round& round, const Sheet& sheet, Day today) {
    if (sheet.handed && sheet.handed->from <= today) return holder_of(forest, sheet.handed->to, sheet.handed->from, today);
    return holder_of(forest, sheet.unit, round.units_on, today);
}

Result<OpenedSheet> open_sheet(Tx& tx, const SheetId& id, const access::Actor& actor, const access::Tree& tree, Day today) {
    CS_TRY(Sheet sheet, SheetStore(tx).find(id));
    const RoundStore rounds(tx);
    CS_TRY(Round round, rounds.find(sheet.round));
    const UnitId holder = holder_of(*org::UnitStore(tx).forest(), round, sheet, today);
    auto charges = charges_at(rounds.charges(round.set), holder, tree, today);
    Seat seat = seat_at(actor, holder, charges, tree, today);
    if (seat.empty()) return refuse(Problem::not_found, "assessment.sheet_unknown");
    auto extensions = rounds.extensions(round.id);
    return OpenedSheet{std::move(round), std::move(sheet), holder, std::move(extensions), std::move(charges), std::move(seat)};
}

Result<OpenedSheet> take_sheet(Tx& tx, const SheetId& id, const access::Actor& actor, const access::Tree& tree, Day today) {
    SheetStore(tx).lock(id);
    return open_sheet(tx, id, actor, tree, today);
}

}    // namespace cs::assessment
