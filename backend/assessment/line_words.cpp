#include "assessment/line_words.hpp"

#include <fmt/core.h>


#include "base/shown.hpp"

namespace cs::assessment {
namespace {

std::string one(const criteria::Indicator& indicator, const std::string& typed) {
    const auto amount = criteria::parse_amount(indicator, typed);
    if (indicator.kind == criteria::Kind::boolean && amount) return amount->text == "true" ? "Đạt" : "Không đạt";
    return indicator.kind == criteria::Kind::text ? typed : decimal_comma(typed);
}

std::string sign(criteria::Comparator comparator) {
    switch (comparator) {
        case criteria::Comparator::ge:
        case criteria::Comparator::at_least: return "≥ ";
        case criteria::Comparator::le: return "≤ ";
        case criteria::Comparator::gt: return "> ";
        case criteria::Comparator::lt: return "< ";
        case criteria::Comparator::eq:
        case criteria::Comparator::equals:
        case criteria::Comparator::is_true: return "";
    }
    CS_CHECK(false);
}

}    // namespace

std::string verdict_text(criteria::Verdict verdict) {
    switch (verdict) {
        case criteria::Verdict::met: return "Đạt";
        case criteria::Verdict::not_met: return "Không đạt";
        case criteria::Verdict::undetermined: return "Chưa đủ căn cứ đánh giá";
        case criteria::Verdict::not_applicable: return "Không áp dụng";
    }
    CS_CHECK(false);
}

std::string limit_text(const criteria::LeafVerdict& leaf) {
    if (!leaf.threshold) return "Chưa rõ";
    const criteria::Indicator& says = *leaf.leaf->says;
    if (says.kind == criteria::Kind::boolean) return "Đạt";
    return sign(says.comparator) + decimal_comma(leaf.threshold->text) + (says.unit.empty() ? "" : " " + says.unit);
}

std::string value_text(const criteria::Indicator& indicator, const Line& line) {
    if (line.applicable == false) return "Không có, không áp dụng";
    if (!line.male.empty() || !line.female.empty())
        return fmt::format("Nam {}, nữ {}", decimal_comma(line.male), decimal_comma(line.female));
    return line.value.empty() ? "" : one(indicator, line.value);
}

}    // namespace cs::assessment
