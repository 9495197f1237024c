#include "criteria/grammar.hpp"

#include "base/text.hpp"

namespace cs::criteria {
namespace {

// Words are runs of letters, digits, '_', '-', '.' and anything beyond ASCII; the rest are marks of one or two bytes.
class Tokens {
public:
    explicit Tokens(std::string_view text) : rest_(text) { step(); }

    bool at_end() const { return token_.empty(); }
    bool is_word() const { return !token_.empty() && word_byte(token_.front()); }
    std::string_view token() const { return token_; }
    std::string take() {
        std::string taken(token_);
        step();
        return taken;
    }
    bool take(std::string_view wanted) {
        if (token_ != wanted) return false;
        step();
        return true;
    }

private:
    static bool word_byte(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
               c == '.' || static_cast<unsigned char>(c) >= 0x80;
    }
    void step() {
        rest_ = trim(rest_);
        std::size_t n = 0;
        while (n < rest_.size() && word_byte(rest_[n])) ++n;
        if (n == 0 && !rest_.empty()) n = rest_.substr(0, 2) == ">=" || rest_.substr(0, 2) == "<=" ? 2 : 1;
        token_ = rest_.substr(0, n);
        rest_.remove_prefix(n);
    }
    std::string_view rest_, token_;
};

std::optional<RegionTest> region_test(Tokens& in) {
    RegionTest test{!in.take("not"), {}};
    if (!in.take("in") || !in.take("[")) return std::nullopt;
    do {
        if (!in.is_word()) return std::nullopt;
        test.codes.push_back(in.take());
    } while (in.take(","));
    return in.take("]") ? std::optional(test) : std::nullopt;
}

std::optional<FactTest> fact_test(Tokens& in) {
    in.take("@");
    if (!in.is_word()) return std::nullopt;
    std::string fact = "@" + in.take();
    const auto comparator = parse_comparator(in.take());
    if (!comparator || *comparator > Comparator::eq || !in.is_word()) return std::nullopt;
    const auto number = Decimal::parse(in.take());
    return number ? std::optional(FactTest{std::move(fact), *comparator, *number}) : std::nullopt;
}

}    // namespace

std::optional<AltRule> parse_alt_rule(std::string_view when) {
    Tokens in(when);
    AltRule rule{std::string(when), {}, {}, {}};
    do {
        if (in.take("region")) {
            auto test = region_test(in);
            if (!test) return std::nullopt;
            rule.regions.push_back(*std::move(test));
        } else {
            auto test = fact_test(in);
            if (!test) return std::nullopt;
            rule.facts.push_back(*std::move(test));
        }
    } while (in.take("and"));
    return in.at_end() ? std::optional(std::move(rule)) : std::nullopt;
}

std::optional<Formula> parse_formula(std::string_view text) {
    Tokens in(text);
    Formula formula;
    const auto name = [&](std::string& into) {
        if (in.is_word()) into = in.take();
        return !into.empty();
    };
    const bool read = name(formula.figure) && in.take("/") && in.take("nguong") && in.take("(") && name(formula.set) &&
                      in.take(":") && name(formula.indicator) && in.take(",") && in.take("vùng") && in.take(",") &&
                      in.take("năm") && in.take(")") && in.take("*") && in.take("100") && in.at_end();
    return read ? std::optional(std::move(formula)) : std::nullopt;
}

}    // namespace cs::criteria
