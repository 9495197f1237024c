#pragma once
// Who acts: a person with the roles he holds, each in a unit, for a time. access stands left of org, so it knows units only
// as ids and asks a one-function port whether one stands under another on a day.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/journal.hpp"
#include "base/day.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "base/words.hpp"

namespace cs::access {

// Spelled like the wire: the enumerator is the word in JSON, in the database and in i18n ("role.unit_clerk").
enum class Role : unsigned char {
    unit_clerk, unit_head, department_verifier, district_reviewer, province_coordinator, agriculture_officer,
    commendation_officer, council_secretary, council_member, decider, inspector, publisher, auditor, administrator,
};
enum class Scope : unsigned char { own, subtree, all };

std::string_view word(Role role);
std::string_view word(Scope scope);
std::optional<Role> parse_role(std::string_view word);
std::optional<Scope> parse_scope(std::string_view word);

using GrantId = Id<struct GrantTag>;

struct Grant {
    GrantId id;
    Role role;
    UnitId unit;
    Scope scope;
    Period period;
    std::optional<GrantId> delegated_from = {};     // the grant of the one it covers for
    std::optional<PersonId> delegated_by = {};
};
// Who acts in a role held by `grant`, for the journal.
audit::By by_grant(const std::optional<PersonId>& person, const Grant& grant);

struct Actor {
    std::optional<PersonId> person;    // none: nobody is signed in
    std::string name;
    std::vector<Grant> grants;         // in force today
    bool signed_in() const { return person.has_value(); }
    audit::By by(Role role) const;     // for the journal: the role used and the unit it is held in
    audit::By by_himself() const;      // for what everybody does to his own account, in no role
};

// What access asks of org. "Does `unit` stand under `above` (or is it the same) on `day`?" org implements it over one transaction.
class Tree {
public:
    virtual ~Tree() = default;
    virtual bool under(const UnitId& unit, const UnitId& above, Day day) const = 0;
    // Its name on that day, "" when it does not stand then: for the list of a person's roles.
    virtual std::string name(const UnitId&, Day) const { return {}; }
};

enum class Operation : unsigned char;    // access/permissions.hpp: one row for each operation of the program

// The gate's question, for operations of every audience: is this door open to him at all? Refuses as below.
Done pass(const Actor& actor, Operation operation);
// May this actor do this (an operation of roles) at all? Answers the role that allows it. Refuses access.not_signed_in,
// access.not_your_role.
Result<Role> may(const Actor& actor, Operation operation);
// May he do it to something of `unit` on `day`? Refuses access.not_your_unit besides.
Result<Role> may(const Actor& actor, Operation operation, const UnitId& unit, Day day, const Tree& tree);

}    // namespace cs::access
