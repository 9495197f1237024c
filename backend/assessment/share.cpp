#include "assessment/share.hpp"


#include "base/shown.hpp"

namespace cs::assessment {

std::int64_t needed(std::int64_t whole, const law::Fraction& fraction) {
    return (fraction.part * whole + fraction.whole - 1) / fraction.whole;
}

std::string share_text(std::int64_t part, std::int64_t whole) {
    if (whole <= 0) return "–";
    return shown(Decimal(part * 1000 / whole, 1));
}

std::string shown(const Decimal& percent) { return decimal_comma(percent.text()); }

}    // namespace cs::assessment
