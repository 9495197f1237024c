#pragma once
// Checksums a client may send with its bytes: they prove that nothing changed on the way and are no content addresses
// (base/digest.hpp).
#include <optional>
#include <string>
#include <string_view>

namespace cs {

inline constexpr std::string_view checksum_algorithms = "sha256,sha1";

// The raw bytes of the sum; nullopt: no such algorithm.
std::optional<std::string> checksum(std::string_view algorithm, std::string_view bytes);

}    // namespace cs
