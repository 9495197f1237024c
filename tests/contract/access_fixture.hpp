#pragma once
// People for the tests of access: two administrators, a coordinator and a clerk, in a country of two units.
#include "access/commands.hpp"
#include "access/password.hpp"
#include "access/store.hpp"
#include "contract/probe.hpp"

namespace cs::test {

inline const UnitId province("019a0000-0000-7000-8000-00000000000a"), commune("019a0000-0000-7000-8000-00000000000c");

class TwoUnits final : public access::Tree {
public:
    bool under(const UnitId& unit, const UnitId& above, Day) const override {
        return (unit == above && (unit == province || unit == commune)) || (unit == commune && above == province);
    }
    std::string name(const UnitId& unit, Day) const override { return unit == province ? "Tỉnh Minh Họa" : "Xã Minh Họa A"; }
};
inline const TwoUnits units;

// Argon2 takes its time by design; people of a test share one password and its hash.
inline const std::string password = "minhhoa-547";
inline const std::string& password_hash() {
    static const std::string hash = access::hash_password(password).value();
    return hash;
}

struct People {
    Database& db;
    FrozenClock& clock;

    Day today() const { return legal_day(clock.now()); }
    PersonId add(const std::string& login, std::optional<access::Role> role = std::nullopt,
                 const UnitId& unit = province, access::Scope scope = access::Scope::all) {
        access::InstalledPerson person{login, "Người " + login, "Chuyên viên", password_hash(), false, {}};
        if (role) person.grants.push_back({*role, unit, scope, Period{today(), std::nullopt}});
        const auto added = db.write([&](Tx& tx) { return access::install_person(tx, clock.now(), person, "kiểm thử"); });
        REQUIRE(added);
        return added->id;
    }
    access::Actor actor(const PersonId& id) const {
        return db.read([&](Tx& tx) {
            return access::Actor{id, "", access::GrantStore(tx).in_force(id, today())};
        });
    }
    // Everything access and audit store, so that "nothing written" can be said.
    std::string fingerprint() const {
        std::string text;
        for (const char* table : {"person", "session", "role_grant", "journal", "journal_day", "journal_personal",
                                  "journal_object", "request_key"})
            text += std::string(table) + "=" + std::to_string(count(db, table)) + " ";
        return text + std::to_string(number(db, "select coalesce(sum(version), 0) as n from person")) + " " +
               std::to_string(number(db, "select coalesce(sum(version), 0) as n from role_grant"));
    }
};

// The command is refused with this code and leaves no trace.
template <class Command>
void refused(const People& people, const char* code, Command&& command) {
    const std::string before = people.fingerprint();
    const auto result = people.db.write(command);
    CAPTURE(code);
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().code == code);
    CHECK(people.fingerprint() == before);
}

}    // namespace cs::test
