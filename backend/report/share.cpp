#include "report/share.hpp"

#include <algorithm>

namespace cs::report {

std::optional<std::string> percent_text(const Share& share, const std::optional<Decimal>& goal) {
    if (share.whole <= 0) return std::nullopt;
    std::int64_t tenths = (share.part * 2000 + share.whole) / (share.whole * 2);    // half up
    if (goal) {
        const auto shown_reaches = [&] { return Decimal(tenths, 1) >= *goal; };
        const bool reached = reaches(share.part, share.whole, *goal);
        if (shown_reaches() && !reached) --tenths;
        if (!shown_reaches() && reached) ++tenths;
    }
    const auto text = std::to_string(tenths / 10);
    return text + '.' + static_cast<char>('0' + tenths % 10);
}

std::int64_t still_needed(const Share& share, const Decimal& percent) {
    return std::max<std::int64_t>(0, needed(share.whole, percent) - share.part);
}

}    // namespace cs::report
