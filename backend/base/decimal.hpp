#pragma once
// Exact decimals for measured values: an integer with a scale, never binary floating point. 98, 98.0 and 98,0 are
// equal.
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cs {

class Decimal {
public:
    static constexpr int max_scale = 9;

    constexpr Decimal() = default;
    // units / 10^scale, brought to canonical form (no trailing zeros after the mark).
    constexpr Decimal(std::int64_t units, int scale) : units_(units), scale_(static_cast<std::uint8_t>(scale)) {
        while (scale_ > 0 && units_ % 10 == 0) units_ /= 10, --scale_;
    }
    static constexpr Decimal whole(std::int64_t n) { return Decimal(n, 0); }

    // Optional sign, digits, at most one mark '.' or ',', at most 9 decimals, at most 18 digits in all; nothing else
    // (no thousands separators, no exponent, no blanks).
    static std::optional<Decimal> parse(std::string_view text);

    std::string text() const;    // canonical: "98", "2.5", "-0.5"
    constexpr std::int64_t units() const { return units_; }
    constexpr int scale() const { return scale_; }
    constexpr bool is_whole() const { return scale_ == 0; }

    constexpr std::strong_ordering operator<=>(const Decimal& o) const {
        const Wide a = Wide(units_) * power(o.scale_ > scale_ ? o.scale_ - scale_ : 0);
        const Wide b = Wide(o.units_) * power(scale_ > o.scale_ ? scale_ - o.scale_ : 0);
        return a < b ? std::strong_ordering::less : a > b ? std::strong_ordering::greater : std::strong_ordering::equal;
    }
    constexpr bool operator==(const Decimal& o) const { return units_ == o.units_ && scale_ == o.scale_; }

private:
    __extension__ using Wide = __int128;    // 18 digits times 10^9 fit
    static constexpr std::int64_t power(int n) {
        std::int64_t p = 1;
        while (n-- > 0) p *= 10;
        return p;
    }
    std::int64_t units_ = 0;
    std::uint8_t scale_ = 0;
};

static_assert(Decimal(980, 1) == Decimal::whole(98) && Decimal(25, 1) > Decimal::whole(2));
static_assert(Decimal(-5, 1) < Decimal::whole(0));

}    // namespace cs
