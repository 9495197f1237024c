#include "access/attempts.hpp"
#include "access/commands.hpp"
#include "access/password.hpp"
#include "access/second_factor.hpp"
#include "access/store.hpp"

namespace cs::access {
namespace {

audit::By himself(const LiveSession& live) { return {live.session.person, "", std::nullopt}; }

audit::Entry about(audit::Event event, const LiveSession& live, std::vector<audit::Change> changes = {}) {
    return {event, "person", live.session.person.text(), std::move(changes), ""};
}

Credentials credentials(Tx& tx, const LiveSession& live) {
    const auto found = PersonStore(tx).with_credentials(live.session.person);
    CS_CHECK(found.has_value());
    return found->credentials;
}

Done set_password(Tx& tx, Instant now, const LiveSession& live, const std::string& hash) {
    PersonStore(tx).set_password(live.session.person, hash, false);
    AttemptStore(tx).forget(live.login);
    const auto ended = SessionStore(tx).end_all(live.session.person, live.session.id, now);
    audit::record(tx, now, himself(live),
                  about(audit::Event::password_changed, live,
                        {{"sessions_ended", std::nullopt, std::to_string(ended)}}));
    return {};
}

Done drop(Tx& tx, Instant now, const LiveSession& live, const std::string& attempts, std::int64_t counter) {
    PersonStore people(tx);
    if (!people.use_totp(live.session.person, counter)) return refuse(Problem::bad_input, "access.code_wrong");
    people.set_second_factor(live.session.person, std::nullopt, false, 0);
    AttemptStore(tx).forget(attempts);
    audit::record(tx, now, himself(live), about(audit::Event::second_factor_dropped, live));
    return {};
}

}    // namespace

Done change_my_password(Database& db, const Clock& clock, const SignInRules& rules, const LiveSession& live,
                        const std::string& old_password, const std::string& new_password) {
    CS_TRY_DONE(check_password(live.login, new_password));
    if (old_password == new_password) return refuse(Problem::bad_input, "access.password_same");
    const Credentials held = db.read([&](Tx& tx) { return credentials(tx, live); });
    CS_TRY(const bool fits, try_password(db, clock, rules, live.login, held.password_hash, old_password));
    if (!fits) return refuse(Problem::bad_input, "access.old_password_wrong");
    CS_TRY(const std::string hash, hash_password(new_password));
    return db.write([&](Tx& tx) { return set_password(tx, clock.now(), live, hash); });
}

Result<Enrolment> enrol_second_factor(Tx& tx, const LiveSession& live) {
    if (credentials(tx, live).totp_confirmed)
        return refuse(Problem::need_unmet, "access.second_factor_already", {}, "cs.second_factor");
    const std::string secret = new_totp_secret();
    PersonStore(tx).set_second_factor(live.session.person, secret, false, 0);
    return Enrolment{secret, totp_uri(secret, live.login)};
}

Done confirm_second_factor(Tx& tx, Instant now, const LiveSession& live, const std::string& code) {
    const Credentials held = credentials(tx, live);
    if (held.totp_confirmed) return refuse(Problem::need_unmet, "access.second_factor_already", {}, "cs.second_factor");
    if (!held.totp_secret) return refuse(Problem::need_unmet, "access.second_factor_not_begun", {}, "cs.second_factor");
    const auto counter = totp_counter(*held.totp_secret, code, now, held.totp_counter);
    if (!counter) return refuse(Problem::bad_input, "access.code_wrong");
    PersonStore(tx).set_second_factor(live.session.person, held.totp_secret, true, *counter);
    audit::record(tx, now, himself(live), about(audit::Event::second_factor_enrolled, live));
    return {};
}

Done drop_second_factor(Database& db, const Clock& clock, const SignInRules& rules, const LiveSession& live,
                        const Actor& actor, const std::string& code) {
    const Credentials held = db.read([&](Tx& tx) { return credentials(tx, live); });
    if (!held.totp_confirmed) return refuse(Problem::need_unmet, "access.second_factor_not_begun", {}, "cs.second_factor");
    for (const Grant& g : actor.grants)
        if (rules.administrators_need_second_factor && g.role == Role::administrator)
            return refuse(Problem::need_unmet, "access.second_factor_obligatory", {}, "cs.second_factor");
    const Instant now = clock.now();
    const std::string attempts = live.login + " second factor";
    const auto counter = totp_counter(*held.totp_secret, code, now, held.totp_counter);
    CS_TRY(const bool fits, try_counted(db, clock, rules, attempts, [&]() -> Result<bool> { return counter.has_value(); }));
    if (!fits) return refuse(Problem::bad_input, "access.code_wrong");
    return db.write([&](Tx& tx) { return drop(tx, now, live, attempts, *counter); });
}

}    // namespace cs::access
