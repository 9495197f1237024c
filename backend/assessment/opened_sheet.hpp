#pragma once
// A sheet with what every use case asks of it: its round, who holds it today, which offices check it, and what the person
// who opened it is to it.
#include <optional>
#include <string>
#include <vector>

#include "access/actor.hpp"
#include "access/permissions.hpp"
#include "assessment/store.hpp"

namespace cs::assessment {

// What one person is to one unit today.
class Seat {
public:
    Seat() = default;
    Seat(std::optional<PersonId> person, std::vector<access::Grant> grants) : person_(std::move(person)), grants_(std::move(grants)) {}
    Set<access::Role> roles() const;
    bool has(access::Role role) const { return roles().has(role); }
    bool empty() const { return grants_.empty(); }
    bool holds(access::Role role, const UnitId& unit) const;
    audit::By by(access::Role role) const;    // the role used and the unit it is held in
    std::optional<PersonId> person() const { return person_; }
    // The first role of `step` that he has: the one the journal names.
    template <class Step>
    access::Role role_for(const Step& step) const {
        for (const access::Grant& g : grants_)
            if (step.who.has(g.role)) return g.role;
        CS_CHECK(false);
    }

private:
    std::optional<PersonId> person_;
    std::vector<access::Grant> grants_;
};

struct OpenedSheet {
    Round round;
    Sheet sheet;
    UnitId holder;    // the unit itself, or since a merger its one successor
    std::vector<Extension> extensions;
    std::vector<Charge> charges;    // in force today where the unit stands
    Seat seat;

    // The office in charge of a criterion; none: nobody was assigned.
    std::optional<UnitId> office(const std::string& criterion, Stage stage) const;
    // May he check this criterion? His office is in charge; without any, the district's reviewer or the coordinator is.
    bool in_charge(const std::string& criterion, Stage stage) const;
};

// Refuses assessment.sheet_unknown, also to whom the sheet is none of his business: he learns nothing.
Result<OpenedSheet> open_sheet(Tx& tx, const SheetId& id, const access::Actor& actor, const access::Tree& tree, Day today);
// The same for one who means to write: the sheet is his until the transaction ends.
Result<OpenedSheet> take_sheet(Tx& tx, const SheetId& id, const access::Actor& actor, const access::Tree& tree, Day today);

// The seat of an actor at a unit: grants that reach it, and those of offices in charge there.
Seat seat_at(const access::Actor& actor, const UnitId& unit, const std::vector<Charge>& charges, const access::Tree& tree, Day today);
// Charges of a set that hold where `unit` stands today.
std::vector<Charge> charges_at(const std::vector<Charge>& all, const UnitId& unit, const access::Tree& tree, Day today);
// Who holds what `unit` held on `then`: itself while it stands, else its one successor, else still itself.
UnitId holder_of(Tx& tx, const UnitId& unit, Day then, Day today);

}    // namespace cs::assessment
