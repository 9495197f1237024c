#include <iostream>

#include "access/commands.hpp"
#include "access/password.hpp"
#include "org/store.hpp"
#include "server/commands.hpp"
#include "server/opening.hpp"

namespace cs::server {

int user_add(const Settings& settings, const UserChoice& choice, Streams io) {
    const auto role = access::parse_role(choice.role);
    const auto scope = access::parse_scope(choice.scope);
    if (!role || !scope) {
        io.err << "chungsuc: no such role: " << choice.role << "; see `chungsuc describe permissions`\n";
        return wrong_usage;
    }
    const Opened opened = open_ready(settings, io);
    if (!opened.db) return opened.code;
    std::string password;
    std::getline(std::cin, password);
    const bool generated = password.empty();
    if (generated) password = access::generated_password();
    const auto hash = access::hash_password(password);
    if (!hash) return report(hash.error(), io);

    const Instant now = SystemClock().now();
    const auto person = opened.db->write([&](Tx& tx) -> Result<access::Person> {
        CS_TRY(const UnitId unit, org::UnitStore(tx).with_code(choice.unit, legal_day(now)));
        return access::install_person(tx, now,
                                      {choice.login,
                                       choice.name,
                                       choice.position,
                                       *hash,
                                       true,
                                       {{*role, unit, *scope, Period{legal_day(now), std::nullopt}}}},
                                      choice.reason);
    });
    if (!person) return report(person.error(), io);
    io.out << "added " << choice.login << (generated ? ", password " + password : "")
           << "; it must be changed at the first sign-in\n";
    return done;
}

}    // namespace cs::server
