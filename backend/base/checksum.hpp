#pragma once
// Checksums for the outside: those a client may send with its bytes, and those of what people take away. They prove that
// nothing changed on the way and are no content addresses (base/digest.hpp).
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace cs {

inline constexpr std::string_view checksum_algorithms = "sha256,sha1";

// The raw bytes of the sum; nullopt: no such algorithm.
std::optional<std::string> checksum(std::string_view algorithm, std::string_view bytes);

// SHA-256 of what comes piece by piece: what anybody can compute again with sha256sum.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    void add(std::string_view bytes);
    std::string hex();    // ends it; lower case

private:
    struct State;
    std::unique_ptr<State> state_;
};

}    // namespace cs
