#pragma once
// Base64 with padding (RFC 4648 section 4), as headers carry it.
#include <optional>
#include <string>
#include <string_view>

namespace cs {

std::string to_base64(std::string_view bytes);
std::optional<std::string> from_base64(std::string_view text);    // nullopt: a character or a length that cannot be

}    // namespace cs
