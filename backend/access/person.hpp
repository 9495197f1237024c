#pragma once
// A person who may sign in, and what proves that it is he.
#include <cstdint>
#include <optional>
#include <string>

#include "access/actor.hpp"
#include "base/day.hpp"
#include "base/id.hpp"

namespace cs::access {

struct Person {
    PersonId id;
    std::string login;       // lower case, 3 to 64 letters, digits, '.', '_', '-'
    std::string name;
    std::string position;    // "Chuyên viên Văn phòng điều phối NTM tỉnh"
    bool must_change_password = false;
    bool second_factor_enrolled = false;
    bool closed = false;
    bool erased = false;
    std::int64_t version = 1;
};

struct Credentials {
    std::string password_hash;                // argon2id, libsodium's own text form
    std::optional<std::string> totp_secret;   // base32, RFC 4648 without padding
    bool totp_confirmed = false;
    std::int64_t totp_counter = 0;            // of the last code accepted: none is accepted twice
};

struct PersonAndCredentials {
    Person person;
    Credentials credentials;
};

// Shape only; refuse access.login_form, access.password_length, access.password_is_login.
Done check_login(const std::string& login);
Done check_password(const std::string& login, const std::string& password);

inline constexpr int shortest_password = 10;
inline constexpr int longest_password = 200;

}    // namespace cs::access
