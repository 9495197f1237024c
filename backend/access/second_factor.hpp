#pragma once
// Time-based one-time codes, RFC 6238: six digits, 30 seconds, HMAC-SHA-1, one step of drift either way.
#include <cstdint>
#include <optional>
#include <string>

#include "base/day.hpp"

namespace cs::access {

std::string new_totp_secret();    // 160 random bits, base32
// "otpauth://totp/…" for the picture an authenticator app reads.
std::string totp_uri(const std::string& secret, const std::string& login);
// The counter the code belongs to, if it is right now and later than `last_used`: none is accepted twice.
std::optional<std::int64_t> totp_counter(const std::string& secret, const std::string& code, Instant now,
                                         std::int64_t last_used);
std::string totp_code(const std::string& secret, Instant now);    // what the app would show; tests

}    // namespace cs::access
