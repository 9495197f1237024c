#include "base/decimal.hpp"

namespace cs {

std::optional<Decimal> Decimal::parse(std::string_view text) {
    bool negative = false;
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        negative = text.front() == '-';
        text.remove_prefix(1);
    }
    std::int64_t units = 0;
    int scale = 0, digits = 0;
    bool mark = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '.' || c == ',') {
            if (mark || i == 0 || i + 1 == text.size()) return std::nullopt;
            mark = true;
            continue;
        }
        if (c < '0' || c > '9' || ++digits > 18) return std::nullopt;
        if (mark && ++scale > max_scale) return std::nullopt;
        units = units * 10 + (c - '0');
    }
    if (digits == 0) return std::nullopt;
    return Decimal(negative ? -units : units, scale);
}

std::string Decimal::text() const {
    std::string digits = std::to_string(units_ < 0 ? -units_ : units_);
    if (scale_ > 0) {
        if (digits.size() <= scale_) digits.insert(0, scale_ + 1u - digits.size(), '0');
        digits.insert(digits.size() - scale_, ".");
    }
    return units_ < 0 ? "-" + digits : digits;
}

}    // namespace cs
