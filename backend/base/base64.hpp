#pragma once
// Base64 with padding (RFC 4648, section 4): how bytes travel inside JSON.
#include <optional>
#include <string>
#include <string_view>

namespace cs {

std::string base64(std::string_view bytes);
std::optional<std::string> parse_base64(std::string_view text);    // nullopt: anything else, also blanks

}    // namespace cs
