#include "access/attempts.hpp"

#include "access/password.hpp"
#include "access/store.hpp"
#include "base/digest.hpp"

namespace cs::access {
namespace {

tl::unexpected<Refusal> locked(const SignInRules& rules) {
    return refuse(Problem::too_many, "access.sign_in_locked", {{"minutes", std::to_string(rules.lock_minutes)}});
}

// The last attempt allowed sets the lock before it is looked at; success lifts it again.
Done count(Tx& tx, Instant now, const SignInRules& rules, const std::string& login) {
    AttemptStore attempts(tx);
    if (const auto until = attempts.locked_until(login); until && *until > now) return locked(rules);
    const int made = attempts.count(login, now);
    if (made > rules.failures_before_lock) return locked(rules);
    if (made == rules.failures_before_lock) attempts.lock(login, now + std::chrono::minutes(rules.lock_minutes));
    return {};
}

// A failure that leaves the lock standing is told to the journal, by the digest of what was typed.
Result<bool> failed(Tx& tx, Instant now, const SignInRules& rules, const std::string& login) {
    const auto until = AttemptStore(tx).locked_until(login);
    if (until)
        audit::record(tx, now, {},
                      {audit::Event::sign_in_locked, "sign_in", digest(login),
                       {{"failures", std::nullopt, std::to_string(rules.failures_before_lock)},
                        {"until", std::nullopt, to_text(*until)}},
                       ""});
    return false;
}

}    // namespace

Result<bool> try_counted(Database& db, const Clock& clock, const SignInRules& rules, const std::string& what,
                         const std::function<Result<bool>()>& fits) {
    const Instant now = clock.now();
    CS_TRY_DONE(db.write([&](Tx& tx) { return count(tx, now, rules, what); }));
    const auto right = fits();
    if (!right) {    // the machine was too busy to look at it: that is nobody's wrong guess
        attempt_was_no_failure(db, what);
        return right;
    }
    if (*right) return true;
    return db.write([&](Tx& tx) { return failed(tx, now, rules, what); });
}

Result<bool> try_password(Database& db, const Clock& clock, const SignInRules& rules, const std::string& login,
                          const std::string& hash, const std::string& password) {
    return try_counted(db, clock, rules, login, [&] { return password_matches(hash, password); });
}

void attempt_was_no_failure(Database& db, const std::string& login) {
    CS_CHECK(db.write([&](Tx& tx) -> Done {
        AttemptStore(tx).uncount(login);
        return {};
    }));
}

}    // namespace cs::access
