#include "org/unit.hpp"

#include "base/digest.hpp"

namespace cs::org {

std::string id_from(std::string_view name) {
    std::string hex = digest(name).substr(0, 32);
    hex[12] = '8';  // UUIDv8: "custom" of RFC 9562
    hex[16] = 'a';  // its variant bits
    return hex.substr(0, 8) + '-' + hex.substr(8, 4) + '-' + hex.substr(12, 4) + '-' + hex.substr(16, 4) + '-' +
           hex.substr(20);
}

}  // namespace cs::org
