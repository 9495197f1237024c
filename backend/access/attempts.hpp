#pragma once
// Passwords tried, counted by what was typed as login: lock-out after too many.
#include <string>

#include "access/session.hpp"
#include "platform/tx.hpp"

namespace cs::access {

// Counts one attempt and answers whether the password fits `hash` ("": nobody's). Refuses access.sign_in_locked.
Result<bool> try_password(Database& db, const Clock& clock, const SignInRules& rules, const std::string& login,
                          const std::string& hash, const std::string& password);
void attempt_was_no_failure(Database& db, const std::string& login);

}    // namespace cs::access
