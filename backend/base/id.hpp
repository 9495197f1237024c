#pragma once
// Typed identities: a unit's id is not a person's id. UUIDv7 text: unguessable in a URL, ordered by birth in an index.
#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "base/day.hpp"

namespace cs {

std::string new_uuid(Instant born);     // UUIDv7, RFC 9562 section 5.7
bool is_uuid(std::string_view text);    // lower-case canonical form, any version

template <class Of>
class Id {
public:
    explicit Id(std::string text) : text_(std::move(text)) {}
    static Id born(Instant at) { return Id(new_uuid(at)); }
    static std::optional<Id> parse(std::string_view text) {
        return is_uuid(text) ? std::optional(Id(std::string(text))) : std::nullopt;
    }
    const std::string& text() const { return text_; }
    auto operator<=>(const Id&) const = default;

private:
    std::string text_;
};

using UnitId = Id<struct UnitTag>;
using PersonId = Id<struct PersonTag>;

}    // namespace cs

template <class Of>
struct std::hash<cs::Id<Of>> {
    std::size_t operator()(const cs::Id<Of>& id) const { return std::hash<std::string>()(id.text()); }
};
