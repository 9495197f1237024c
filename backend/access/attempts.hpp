#pragma once
// Secrets tried, counted by what was typed as login: lock-out after too many.
#include <functional>
#include <string>

#include "access/session.hpp"
#include "base/result.hpp"
#include "platform/tx.hpp"

namespace cs::access {

// Counts one attempt at `what` and answers whether it fits. Refuses access.sign_in_locked.
Result<bool> try_counted(Database& db, const Clock& clock, const SignInRules& rules, const std::string& what,
                         const std::function<Result<bool>()>& fits);
// The same for the password of a login; `hash` "" is nobody's.
Result<bool> try_password(Database& db, const Clock& clock, const SignInRules& rules, const std::string& login,
                          const std::string& hash, const std::string& password);
void attempt_was_no_failure(Database& db, const std::string& login);

}    // namespace cs::access
