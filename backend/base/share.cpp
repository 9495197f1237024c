#include "base/share.hpp"

namespace cs {
namespace {

__extension__ using Wide = __int128;    // a count times 10^9 times 100 fits

// A hundred per cent in units of the percentage's last digit.
Wide hundred(const Decimal& percent) {
    Wide units = 100;
    for (int n = percent.scale(); n > 0; --n) units *= 10;
    return units;
}

}    // namespace

bool reaches(std::int64_t part, std::int64_t whole, const Decimal& percent) {
    return whole > 0 && Wide(part) * hundred(percent) >= Wide(percent.units()) * whole;
}

std::int64_t needed(std::int64_t whole, const Decimal& percent) {
    const Wide unit = hundred(percent);
    return static_cast<std::int64_t>((Wide(percent.units()) * whole + unit - 1) / unit);
}

}    // namespace cs
