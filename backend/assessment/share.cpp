#include "assessment/share.hpp"

#include <algorithm>

namespace cs::assessment {
namespace {

__extension__ using Wide = __int128;    // a count times 10^9 times 100 fits

Wide power(int n) {
    Wide p = 1;
    while (n-- > 0) p *= 10;
    return p;
}

}    // namespace

bool reaches(std::int64_t part, std::int64_t whole, const Decimal& percent) {
    return whole > 0 && Wide(part) * 100 * power(percent.scale()) >= Wide(percent.units()) * whole;
}

std::int64_t needed(std::int64_t whole, const Decimal& percent) {
    const Wide unit = 100 * power(percent.scale());
    return static_cast<std::int64_t>((Wide(percent.units()) * whole + unit - 1) / unit);
}

std::int64_t needed(std::int64_t whole, const law::Fraction& fraction) {
    return static_cast<std::int64_t>((Wide(fraction.part) * whole + fraction.whole - 1) / fraction.whole);
}

std::string share_text(std::int64_t part, std::int64_t whole) {
    if (whole <= 0) return "–";
    return shown(Decimal(static_cast<std::int64_t>(Wide(part) * 1000 / whole), 1));
}

std::string shown(const Decimal& percent) {
    std::string text = percent.text();
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

}    // namespace cs::assessment
