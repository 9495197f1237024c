#include "base/checksum.hpp"

#include <openssl/evp.h>

#include "base/result.hpp"

namespace cs {

std::optional<std::string> checksum(std::string_view algorithm, std::string_view bytes) {
    const EVP_MD* method = algorithm == "sha256" ? EVP_sha256() : algorithm == "sha1" ? EVP_sha1() : nullptr;
    if (method == nullptr) return std::nullopt;
    std::string sum(static_cast<std::size_t>(EVP_MD_get_size(method)), '\0');
    CS_CHECK(EVP_Digest(bytes.data(), bytes.size(), reinterpret_cast<unsigned char*>(sum.data()), nullptr, method, nullptr) == 1);
    return sum;
}

struct Sha256::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    ~State() { EVP_MD_CTX_free(context); }
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
    CS_CHECK(EVP_DigestInit_ex(state_->context, EVP_sha256(), nullptr) == 1);
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;

void Sha256::add(std::string_view bytes) { CS_CHECK(EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()) == 1); }

std::string Sha256::hex() {
    unsigned char sum[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    CS_CHECK(EVP_DigestFinal_ex(state_->context, sum, &size) == 1);
    std::string text;
    for (unsigned i = 0; i < size; ++i)
        for (const int half : {sum[i] >> 4, sum[i] & 15}) text += "0123456789abcdef"[half];
    return text;
}

}    // namespace cs
