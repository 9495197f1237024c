#include "base/digest.hpp"

#include <sodium.h>

#include <array>
#include <vector>

namespace cs {
namespace {

std::string hex(const unsigned char* bytes, std::size_t n) {
    std::string text(n * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes, n);
    text.pop_back();
    return text;
}

}    // namespace

std::string digest(std::string_view bytes) {
    std::array<unsigned char, 32> out{};
    crypto_generichash(out.data(), out.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                       nullptr, 0);
    return hex(out.data(), out.size());
}

struct Digest::State {
    crypto_generichash_state hash;
};

Digest::Digest() : state_(std::make_unique<State>()) { crypto_generichash_init(&state_->hash, nullptr, 0, 32); }
Digest::~Digest() = default;

void Digest::add(std::string_view bytes) {
    crypto_generichash_update(&state_->hash, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
}

std::string Digest::hex() {
    std::array<unsigned char, 32> out{};
    crypto_generichash_final(&state_->hash, out.data(), out.size());
    return cs::hex(out.data(), out.size());
}

std::string random_hex(std::size_t bytes) {
    std::vector<unsigned char> out(bytes);
    randombytes_buf(out.data(), out.size());
    return hex(out.data(), out.size());
}

}    // namespace cs
