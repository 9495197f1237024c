#include "access/password.hpp"

#include <sodium.h>

#include <array>

#include "access/turnstile.hpp"

namespace cs::access {
namespace {

constexpr unsigned long long passes = 3;
constexpr std::size_t memory = 64UL * 1024 * 1024;
Turnstile turnstile(2, std::chrono::seconds(10));

std::string compute(const std::string& password) {
    std::array<char, crypto_pwhash_STRBYTES> out{};
    CS_CHECK(crypto_pwhash_str_alg(out.data(), password.data(), password.size(), passes, memory,
                                   crypto_pwhash_ALG_ARGON2ID13) == 0);
    return out.data();
}

}    // namespace

Result<std::string> hash_password(const std::string& password) {
    CS_TRY(const auto seat, turnstile.enter());
    return compute(password);
}

Result<bool> password_matches(const std::string& hash, const std::string& password) {
    CS_TRY(const auto seat, turnstile.enter());
    static const std::string nobody = compute("nobody has this password");
    const std::string& against = hash.empty() ? nobody : hash;
    const bool same = crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
    return same && !hash.empty();
}

std::string generated_password() {
    constexpr std::string_view letters = "abcdefghijkmnpqrstuvwxyz23456789";    // none that look alike on paper
    std::string password;
    for (int i = 0; i < 20; ++i) password += letters[randombytes_uniform(static_cast<std::uint32_t>(letters.size()))];
    return password;
}

}    // namespace cs::access
