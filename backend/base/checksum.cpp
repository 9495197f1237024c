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

}    // namespace cs
