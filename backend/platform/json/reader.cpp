// Reading of single values: what does not depend on the type of a struct.
#include <fmt/core.h>
#include <fmt/ranges.h>
#include <unicode/regex.h>

#include <algorithm>
#include <charconv>

#include "base/shown.hpp"
#include "base/text.hpp"
#include "platform/json/json.hpp"

namespace cs::json::detail {
namespace {

bool has_control_character(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == 0x7F;
    });
}

bool matches(const std::string& text, const char* pattern) {
    UErrorCode error = U_ZERO_ERROR;
    icu::RegexMatcher matcher(icu::UnicodeString::fromUTF8(pattern), 0, error);
    CS_CHECK(U_SUCCESS(error));
    const icu::UnicodeString subject = icu::UnicodeString::fromUTF8(text);
    matcher.reset(subject);
    matcher.setTimeLimit(1000, error);    // steps, not a clock: a pattern that runs wild matches nothing
    const bool whole = matcher.matches(error);
    return U_SUCCESS(error) && whole;
}

std::string_view view(const boost::json::string& text) { return {text.data(), text.size()}; }

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t n = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(n) : std::nullopt;
}

// "2025-06-30T17:00:00Z", with up to six decimals of a second.
std::optional<Instant> parse_instant(std::string_view text) {
    if (text.size() < 20 || text.size() > 27 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || !text.ends_with('Z'))
        return std::nullopt;
    const auto two = [&](std::size_t at) -> int {
        const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
        return digit(at) && digit(at + 1) ? (text[at] - '0') * 10 + text[at + 1] - '0' : 99;
    };
    const std::optional<Day> day = parse_day(text.substr(0, 10));
    const int h = two(11), m = two(14), s = two(17);
    std::string_view rest = text.substr(19, text.size() - 20);
    if (!day || h > 23 || m > 59 || s > 59 || (!rest.empty() && (rest.front() != '.' || rest.size() == 1))) return std::nullopt;
    std::string micros(rest.empty() ? "" : rest.substr(1));
    micros.resize(6, '0');
    if (micros.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
    using namespace std::chrono;
    return Instant(sys_days(*day)) + hours(h) + minutes(m) + seconds(s) + microseconds(*whole_number(micros));
}

}    // namespace

Reader::Inside::Inside(Reader& reader, std::string_view field) : reader_(reader), length_(reader.path_.size()) {
    if (length_ > 0) reader.path_ += '.';
    reader.path_ += field;
}
Reader::Inside::Inside(Reader& reader, std::size_t index) : reader_(reader), length_(reader.path_.size()) {
    reader.path_ += fmt::format("[{}]", index);
}

void Reader::fault(const char* code, Args args) { faults.push_back({code, std::move(args), path_, 0}); }

const boost::json::string* Reader::plain_text(const Json& value) {
    const boost::json::string* text = value.if_string();
    if (!text) fault("json.type", {{"wanted", "string"}});
    return text;
}

std::optional<std::string> Reader::text(const Json& value, const Rule& rule) {
    const boost::json::string* raw = plain_text(value);
    if (!raw) return std::nullopt;
    std::optional<std::string> text = nfc(view(*raw));
    CS_CHECK(text.has_value());    // the parser refuses bytes that are not UTF-8
    const std::size_t before = faults.size();
    const int length = static_cast<int>(letters(*text));
    if (has_control_character(*text)) fault("json.control_character");
    if (length < rule.min_length) fault("json.too_short", {{"minimum", std::to_string(rule.min_length)}});
    else if (length > rule.max_length) fault("json.too_long", {{"maximum", std::to_string(rule.max_length)}});
    else if (rule.pattern && !matches(*text, rule.pattern)) fault("json.pattern", {{"pattern", rule.pattern}});
    return faults.size() == before ? text : std::nullopt;
}

std::optional<bool> Reader::flag(const Json& value) {
    const bool* flag = value.if_bool();
    if (!flag) fault("json.type", {{"wanted", "boolean"}});
    return flag ? std::optional(*flag) : std::nullopt;
}

std::optional<std::int64_t> Reader::within(std::int64_t n, std::int64_t least, std::int64_t most) {
    if (n < least) fault("json.minimum", {{"minimum", std::to_string(least)}});
    else if (n > most) fault("json.maximum", {{"maximum", std::to_string(most)}});
    else return n;
    return std::nullopt;
}

std::optional<std::int64_t> Reader::number(const Json& value, const Rule& rule, std::int64_t least, std::int64_t most) {
    const std::int64_t* n = value.if_int64();
    if (!n) {
        fault("json.type", {{"wanted", "integer"}});
        return std::nullopt;
    }
    return within(*n, std::max(least, rule.minimum.value_or(least)), std::min(most, rule.maximum.value_or(most)));
}

std::optional<std::int64_t> Reader::number_text(const Json& value, const Rule& rule) {
    const boost::json::string* text = plain_text(value);
    if (!text) return std::nullopt;
    const std::optional<std::int64_t> n = whole_number(view(*text));
    if (!n) {
        fault("json.not_a_number");
        return std::nullopt;
    }
    using Limits = std::numeric_limits<std::int64_t>;
    return within(*n, rule.minimum.value_or(Limits::min()), rule.maximum.value_or(Limits::max()));
}

std::optional<Decimal> Reader::decimal(const Json& value, const Rule& rule) {
    const boost::json::string* text = plain_text(value);
    if (!text) return std::nullopt;
    const std::optional<Decimal> n = Decimal::parse(view(*text));
    if (!n) fault("json.not_a_number");
    else if (rule.minimum && *n < Decimal::whole(*rule.minimum))
        fault("json.minimum", {{"minimum", std::to_string(*rule.minimum)}});
    else if (rule.maximum && *n > Decimal::whole(*rule.maximum))
        fault("json.maximum", {{"maximum", std::to_string(*rule.maximum)}});
    else return n;
    return std::nullopt;
}

std::optional<Day> Reader::day(const Json& value) {
    const boost::json::string* text = plain_text(value);
    if (!text) return std::nullopt;
    const std::optional<Day> day = parse_day(view(*text));
    if (!day) fault("json.not_a_day");
    return day;
}

std::optional<Instant> Reader::instant(const Json& value) {
    const boost::json::string* text = plain_text(value);
    if (!text) return std::nullopt;
    const std::optional<Instant> instant = parse_instant(view(*text));
    if (!instant) fault("json.not_an_instant");
    return instant;
}

std::optional<std::string> Reader::id(const Json& value) {
    const boost::json::string* text = plain_text(value);
    if (!text) return std::nullopt;
    if (is_uuid(view(*text))) return std::string(view(*text));
    fault("json.not_an_id");
    return std::nullopt;
}

std::optional<std::size_t> Reader::choice(const Json& value, std::span<const std::string_view> words) {
    const boost::json::string* text = plain_text(value);
    if (!text) return std::nullopt;
    const auto found = std::find(words.begin(), words.end(), view(*text));
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    fault("json.not_a_choice", {{"choices", fmt::format("{}", fmt::join(words, ", "))}});
    return std::nullopt;
}

const boost::json::array* Reader::list(const Json& value, const Rule& rule) {
    const boost::json::array* array = value.if_array();
    if (!array) {
        fault("json.type", {{"wanted", "array"}});
        return nullptr;
    }
    const int count = static_cast<int>(array->size());
    if (count < rule.min_length) fault("json.too_few", {{"minimum", std::to_string(rule.min_length)}});
    if (count > rule.max_length) fault("json.too_many", {{"maximum", std::to_string(rule.max_length)}});
    return array;
}

const boost::json::object* Reader::object(const Json& value) {
    const boost::json::object* object = value.if_object();
    if (!object) fault("json.type", {{"wanted", "object"}});
    return object;
}

void Reader::refuse_unknown(const boost::json::object& object, std::span<const std::string_view> known) {
    for (const auto& [key, value] : object) {
        const std::string_view name(key.data(), key.size());
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        const Inside inside(*this, name);
        fault("json.unknown_field", {{"field", std::string(name)}});
    }
}

}    // namespace cs::json::detail
