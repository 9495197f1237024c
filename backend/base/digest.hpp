#pragma once
// BLAKE2b-256 (RFC 7693), lower-case hex. Content addresses, journal chain, receipts.
#include <string>
#include <string_view>

namespace cs {

std::string digest(std::string_view bytes);
std::string random_hex(std::size_t bytes);    // from the operating system's generator: salts, tokens

}    // namespace cs
