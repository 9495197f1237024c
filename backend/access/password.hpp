#pragma once
// Passwords: argon2id, 64 MiB and 3 passes (libsodium). At most two are computed at once, so that a crowd at the door
// cannot take the machine's memory; who waits longer than ten seconds is refused access.too_many_sign_ins.
#include <string>

#include "base/result.hpp"

namespace cs::access {

Result<std::string> hash_password(const std::string& password);
// `hash` empty: nobody has this login; takes as long as for somebody, and is false.
Result<bool> password_matches(const std::string& hash, const std::string& password);
std::string generated_password();    // 20 letters and digits, for the first sign-in only

}    // namespace cs::access
