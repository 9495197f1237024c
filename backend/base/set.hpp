#pragma once
#include <cstdint>
#include <initializer_list>

namespace cs {

// A small constexpr set of enumerators, so that a table cell can hold one value or several.
template <class E>
struct Set {
    std::uint32_t bits = 0;

    constexpr Set() = default;
    constexpr Set(std::initializer_list<E> all) {
        for (E e : all) bits |= bit(e);
    }

    constexpr bool has(E e) const { return (bits & bit(e)) != 0; }
    constexpr bool meets(Set other) const { return (bits & other.bits) != 0; }
    constexpr bool empty() const { return bits == 0; }

    static constexpr std::uint32_t bit(E e) { return std::uint32_t{1} << static_cast<unsigned>(e); }
};

}    // namespace cs
