#include "access/second_factor.hpp"

#include <liboath/oath.h>
#include <sodium.h>

#include <array>
#include <memory>
#include <vector>

#include "base/result.hpp"

namespace cs::access {
namespace {

constexpr unsigned step = 30, digits = 6;
constexpr std::size_t secret_bytes = 20;
constexpr std::int64_t drift = 1;

using Owned = std::unique_ptr<char, void (*)(void*)>;

std::string decode(const std::string& base32) {
    char* bytes = nullptr;
    std::size_t size = 0;
    CS_CHECK(oath_base32_decode(base32.data(), base32.size(), &bytes, &size) == OATH_OK);
    const Owned owned(bytes, &free);
    return {bytes, size};
}

std::int64_t counter_at(Instant now) {
    return std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count() / step;
}

std::string code_at(const std::string& key, std::int64_t counter) {
    std::array<char, digits + 1> code{};
    CS_CHECK(oath_hotp_generate(key.data(), key.size(), static_cast<std::uint64_t>(counter), digits, false,
                                OATH_HOTP_DYNAMIC_TRUNCATION, code.data()) == OATH_OK);
    return code.data();
}

}    // namespace

std::string new_totp_secret() {
    std::array<char, secret_bytes> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    char* text = nullptr;
    std::size_t size = 0;
    CS_CHECK(oath_base32_encode(bytes.data(), bytes.size(), &text, &size) == OATH_OK);
    const Owned owned(text, &free);
    return {text, size};
}

std::string totp_uri(const std::string& secret, const std::string& login) {
    return "otpauth://totp/Chung%20S%E1%BB%A9c:" + login + "?secret=" + secret +
           "&issuer=Chung%20S%E1%BB%A9c&algorithm=SHA1&digits=6&period=30";
}

std::optional<std::int64_t> totp_counter(const std::string& secret, const std::string& code, Instant now,
                                         std::int64_t last_used) {
    if (code.size() != digits) return std::nullopt;
    const std::string key = decode(secret);
    const std::int64_t today = counter_at(now);
    for (std::int64_t counter = today - drift; counter <= today + drift; ++counter)
        if (counter > last_used && sodium_memcmp(code_at(key, counter).data(), code.data(), digits) == 0) return counter;
    return std::nullopt;
}

std::string totp_code(const std::string& secret, Instant now) { return code_at(decode(secret), counter_at(now)); }

}    // namespace cs::access
