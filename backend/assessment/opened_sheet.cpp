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
    return {person_, std::string(access::word(role)), held->unit};
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
    const auto forest = org::UnitStore(tx).forest();
    if (forest->on(unit, today) || today < then) return unit;
    const org::Resolution now = org::resolve(*forest, unit, then, today);
    return now.complete && now.units.size() == 1 ? now.units.front() : unit;
}

Result<OpenedSheet> open_sheet(Tx& tx, const SheetId& id, const access::Actor& actor, const access::Tree& tree, Day today) {
    CS_TRY(Sheet sheet, SheetStore(tx).find(id));
    const RoundStore rounds(tx);
    CS_TRY(Round round, rounds.find(sheet.round));
    const UnitId holder = holder_of(tx, sheet.unit, round.units_on, today);
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
