#include "access/second_factor.hpp"

#include <doctest/doctest.h>

#include "access/password.hpp"
#include "access/person.hpp"
#include "access/turnstile.hpp"

using namespace cs;
using namespace cs::access;

namespace {

// RFC 6238, appendix B: the secret "12345678901234567890", the last six of its eight digits.
const std::string rfc = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
Instant second(std::int64_t s) { return Instant(std::chrono::seconds(s)); }

}    // namespace

TEST_CASE("codes are those of RFC 6238") {
    CHECK(totp_code(rfc, second(59)) == "287082");
    CHECK(totp_code(rfc, second(1111111109)) == "081804");
    CHECK(totp_code(rfc, second(1234567890)) == "005924");
    CHECK(totp_code(rfc, second(2000000000)) == "279037");
}

TEST_CASE("a code is right in its half minute and the ones beside it, and never twice") {
    const Instant now = second(1111111109);
    const std::int64_t counter = 1111111109 / 30;
    CHECK(totp_counter(rfc, "081804", now, 0) == counter);
    CHECK(totp_counter(rfc, "081804", now + std::chrono::seconds(30), 0) == counter);
    CHECK(totp_counter(rfc, "081804", now - std::chrono::seconds(30), 0) == counter);
    CHECK(!totp_counter(rfc, "081804", now + std::chrono::seconds(90), 0));
    CHECK(!totp_counter(rfc, "081804", now - std::chrono::seconds(90), 0));
    CHECK(!totp_counter(rfc, "081804", now, counter));
    CHECK(!totp_counter(rfc, "081805", now, 0));
    CHECK(!totp_counter(rfc, "81804", now, 0));
    CHECK(!totp_counter(rfc, "", now, 0));
}

TEST_CASE("each enrolment has a secret of its own, fit for an authenticator") {
    const std::string secret = new_totp_secret();
    CHECK(secret.size() == 32);
    CHECK(secret.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") == std::string::npos);
    CHECK(secret != new_totp_secret());
    CHECK(totp_uri(secret, "lan").find("secret=" + secret) != std::string::npos);
    CHECK(totp_counter(secret, totp_code(secret, second(1'700'000'000)), second(1'700'000'000), 0).has_value());
}

TEST_CASE("a password fits its own hash only, and nobody's password fits no hash") {
    const auto hash = hash_password("minh họa 547");
    REQUIRE(hash);
    CHECK(hash->starts_with("$argon2id$v=19$m=65536,t=3,p=1$"));
    CHECK(*password_matches(*hash, "minh họa 547"));
    CHECK(!*password_matches(*hash, "minh hoạ 547"));
    CHECK(!*password_matches("", "minh họa 547"));
    CHECK(!*password_matches("", "nobody has this password"));
    CHECK(*hash != *hash_password("minh họa 547"));
}

TEST_CASE("logins and passwords of a wrong form are refused") {
    for (const char* login : {"lan", "nguyen.thi_lan-2"}) CHECK(check_login(login));
    for (const char* login : {"", "la", "Lan", "lân", "lan anh", "lan@x"}) CHECK(check_login(login).error().code == "access.login_form");
    CHECK(check_login(std::string(65, 'a')).error().code == "access.login_form");
    CHECK(check_password("lan", "đủ dài rồi"));
    CHECK(check_password("lan", "ngan").error().code == "access.password_length");
    CHECK(check_password("lan", std::string(201, 'a')).error().code == "access.password_length");
    CHECK(check_password("nguyenthilan", "NguyenThiLan").error().code == "access.password_is_login");
    CHECK(check_password("lan", generated_password()));
    CHECK(generated_password() != generated_password());
}

TEST_CASE("who does not get a seat in time is refused, and a seat given back is free") {
    Turnstile turnstile(2, std::chrono::milliseconds(0));
    auto first = turnstile.enter();
    const auto second = turnstile.enter();
    REQUIRE(first);
    REQUIRE(second);
    const auto third = turnstile.enter();
    REQUIRE(!third);
    CHECK(third.error().code == "access.too_many_sign_ins");
    CHECK(third.error().problem == Problem::too_many);
    first->reset();
    CHECK(turnstile.enter());
}
