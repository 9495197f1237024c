#pragma once
// BLAKE2b-256 (RFC 7693), lower-case hex. Content addresses, journal chain, receipts.
#include <memory>
#include <string>
#include <string_view>

namespace cs {

std::string digest(std::string_view bytes);

// The same of what comes piece by piece: a file need not stand in memory.
class Digest {
public:
    Digest();
    ~Digest();
    void add(std::string_view bytes);
    std::string hex();    // ends it

private:
    struct State;
    std::unique_ptr<State> state_;
};

std::string random_hex(std::size_t bytes);    // from the operating system's generator: salts, tokens

}    // namespace cs
