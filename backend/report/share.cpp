#include "report/share.hpp"

#include <algorithm>

namespace cs::report {
namespace {

__extension__ using Wide = __int128;

Wide power_of_ten(int n) {
    Wide p = 1;
    while (n-- > 0) p *= 10;
    return p;
}

}    // namespace

bool reaches(const Share& share, const Decimal& percent) {
    if (share.whole <= 0) return false;
    return Wide(share.part) * 100 * power_of_ten(percent.scale()) >= Wide(percent.units()) * share.whole;
}

std::optional<std::string> percent_text(const Share& share, const std::optional<Decimal>& goal) {
    if (share.whole <= 0) return std::nullopt;
    Wide tenths = (Wide(share.part) * 2000 + share.whole) / (Wide(share.whole) * 2);    // half up
    if (goal) {
        const auto shown_reaches = [&] { return Decimal(static_cast<std::int64_t>(tenths), 1) >= *goal; };
        const bool reached = reaches(share, *goal);
        if (shown_reaches() && !reached) --tenths;
        if (!shown_reaches() && reached) ++tenths;
    }
    const auto text = std::to_string(static_cast<std::int64_t>(tenths / 10));
    return text + '.' + static_cast<char>('0' + static_cast<int>(tenths % 10));
}

std::int64_t still_needed(const Share& share, const Decimal& percent) {
    const Wide unit = 100 * power_of_ten(percent.scale());
    const Wide wanted = (Wide(percent.units()) * share.whole + unit - 1) / unit;
    return std::max<std::int64_t>(0, static_cast<std::int64_t>(wanted) - share.part);
}

}    // namespace cs::report
