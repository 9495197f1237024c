#include "base/score.hpp"

#include <algorithm>

#include "base/result.hpp"

namespace cs {
namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t most_hundredths = 1'000'000'000;

Wide power(int n) {
    Wide p = 1;
    while (n-- > 0) p *= 10;
    return p;
}

// numerator / denominator hundredths, as the nearest multiple of `step`, half away from zero. What is beyond any table
// is held at the largest score: a count of 10^17 cases is no reason to overflow.
Score rounded(Wide numerator, Wide denominator, Score step) {
    const Wide unit = denominator * step.hundredths();
    const bool negative = numerator < 0;
    const Wide size = negative ? -numerator : numerator;
    const Wide steps = (2 * size + unit) / (2 * unit);
    const Wide most = most_hundredths / step.hundredths();
    const auto n = static_cast<std::int64_t>(std::min(steps, most)) * step.hundredths();
    return Score::hundredths(negative ? -n : n);
}

}    // namespace

std::optional<Score> Score::from(const Decimal& value) {
    if (value.scale() > 2) return std::nullopt;
    const Wide n = Wide(value.units()) * power(2 - value.scale());
    if (n > most_hundredths || n < -most_hundredths) return std::nullopt;
    return hundredths(static_cast<std::int64_t>(n));
}

Score Score::share(const Decimal& part, const Decimal& whole, Score step) const {
    CS_CHECK(whole > Decimal::whole(0) && step > Score());
    const int scale = std::max(part.scale(), whole.scale());
    const Wide up = Wide(part.units()) * power(scale - part.scale()), down = Wide(whole.units()) * power(scale - whole.scale());
    return rounded(hundredths_ * up, down, step);
}

Score Score::times(const Decimal& count, Score step) const {
    return rounded(Wide(hundredths_) * count.units(), power(count.scale()), step);
}

Score Score::weighted(int percent, Score step) const { return rounded(Wide(hundredths_) * percent, 100, step); }

std::string Score::text(int decimals) const {
    CS_CHECK(decimals >= 0 && decimals <= 2);
    const std::int64_t cut = decimals == 2 ? 1 : decimals == 1 ? 10 : 100;
    CS_CHECK(hundredths_ % cut == 0);
    std::string digits = std::to_string(hundredths_ < 0 ? -hundredths_ / cut : hundredths_ / cut);
    if (decimals > 0) {
        if (digits.size() <= static_cast<std::size_t>(decimals)) digits.insert(0, static_cast<std::size_t>(decimals) + 1 - digits.size(), '0');
        digits.insert(digits.size() - static_cast<std::size_t>(decimals), ".");
    }
    return hundredths_ < 0 ? "-" + digits : digits;
}

}    // namespace cs
