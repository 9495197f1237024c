#include "access/attempts.hpp"
#include "access/commands.hpp"
#include "access/second_factor.hpp"
#include "access/store.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"

namespace cs::access {
namespace {

tl::unexpected<Refusal> refused() { return refuse(Problem::not_signed_in, "access.sign_in_refused"); }

constexpr std::size_t longest_agent = 200;

Session new_session(const PersonId& person, const SignInRequest& request, Instant now, const SignInRules& rules) {
    return {SessionId::born(now), person, random_hex(16), now, now, now + std::chrono::minutes(rules.absolute_minutes),
            request.peer, request.agent.substr(0, longest_agent), std::nullopt};
}

Result<SignedIn> begin_session(Tx& tx, const PersonId& id, Instant now, const SignInRules& rules,
                               const SignInRequest& request, std::optional<std::int64_t> totp) {
    PersonStore people(tx);
    if (totp && !people.use_totp(id, *totp)) return refused();
    AttemptStore(tx).forget(request.login);
    const std::string token = random_hex(32);
    const Session session = new_session(id, request, now, rules);
    SessionStore(tx).add(session, token);
    audit::record(tx, now, {id, "", std::nullopt},
                  {audit::Event::signed_in, "session", session.id.text(),
                   {{"peer", std::nullopt, session.peer},
                    {"agent", std::nullopt, session.agent},
                    {"second_factor", std::nullopt, totp ? "true" : "false"}},
                   "", {{"person", id.text()}}});
    auto now_in = visitor(tx, token, now, rules);
    if (!now_in) return refused();    // closed in the same moment
    return SignedIn{token, std::move(now_in->live), std::move(now_in->actor)};
}

// What the second factor says: nothing to ask, the counter of a right code, or a refusal.
Result<std::optional<std::int64_t>> check_code(Database& db, const PersonAndCredentials& found,
                                               const SignInRequest& request, Instant now) {
    if (!found.credentials.totp_confirmed) return std::nullopt;
    if (!request.code) {
        attempt_was_no_failure(db, request.login);
        return refuse(Problem::not_signed_in, "access.code_needed");
    }
    const auto counter =
        totp_counter(*found.credentials.totp_secret, *request.code, now, found.credentials.totp_counter);
    if (!counter) return refused();
    return counter;
}

}    // namespace

Result<SignedIn> sign_in(Database& db, const Clock& clock, const SignInRules& rules, const SignInRequest& typed) {
    SignInRequest request = typed;
    request.login = fold_case(trim(typed.login));
    const auto found = db.read([&](Tx& tx) { return PersonStore(tx).by_login(request.login); });
    const bool open = found && !found->person.closed;
    CS_TRY(const bool fits, try_password(db, clock, rules, request.login, open ? found->credentials.password_hash : "",
                                         request.password));
    if (!fits) return refused();
    CS_TRY(const auto totp, check_code(db, *found, request, clock.now()));
    return db.write([&](Tx& tx) { return begin_session(tx, found->person.id, clock.now(), rules, request, totp); });
}

}    // namespace cs::access
