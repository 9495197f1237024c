#pragma once
// Points: whole hundredths, never binary floating point. Rounding happens in one place, half away from zero.
#include <compare>
#include <cstdint>
#include <optional>
#include <string>

#include "base/decimal.hpp"

namespace cs {

class Score {
public:
    constexpr Score() = default;
    static constexpr Score hundredths(std::int64_t n) {
        Score s;
        s.hundredths_ = n;
        return s;
    }
    // nullopt: finer than a hundredth, or beyond ten million points.
    static std::optional<Score> from(const Decimal& value);
    // part / whole of this score, rounded to multiples of `step`; whole > 0, step > 0.
    Score share(const Decimal& part, const Decimal& whole, Score step) const;
    // This many points for each one of `count`, rounded to multiples of `step`.
    Score times(const Decimal& count, Score step) const;
    // `percent` % of it, rounded to multiples of `step`.
    Score weighted(int percent, Score step) const;

    constexpr std::int64_t hundredths() const { return hundredths_; }
    constexpr bool is_multiple_of(Score step) const { return hundredths_ % step.hundredths_ == 0; }
    Decimal decimal() const { return Decimal(hundredths_, 2); }
    std::string text(int decimals) const;    // exactly so many: "909.0"; cuts nothing that is not zero

    constexpr Score operator-() const { return hundredths(-hundredths_); }
    constexpr Score& operator+=(Score o) { return hundredths_ += o.hundredths_, *this; }
    constexpr Score& operator-=(Score o) { return hundredths_ -= o.hundredths_, *this; }
    friend constexpr Score operator+(Score a, Score b) { return a += b; }
    friend constexpr Score operator-(Score a, Score b) { return a -= b; }
    constexpr auto operator<=>(const Score&) const = default;

private:
    std::int64_t hundredths_ = 0;
};

}    // namespace cs
