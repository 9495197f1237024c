#include "base/text.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>

#include <algorithm>

#include "base/result.hpp"

namespace cs {
namespace {

bool valid_utf8(std::string_view s) {
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t length = 0;
    u_strFromUTF8(nullptr, 0, &length, s.data(), static_cast<std::int32_t>(s.size()), &status);
    return status == U_BUFFER_OVERFLOW_ERROR || U_SUCCESS(status);
}

icu::UnicodeString normalised(const icu::Normalizer2* (*form)(UErrorCode&), std::string_view s) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* n = form(status);
    CS_CHECK(U_SUCCESS(status));
    icu::UnicodeString out = n->normalize(
        icu::UnicodeString::fromUTF8(icu::StringPiece(s.data(), static_cast<std::int32_t>(s.size()))), status);
    CS_CHECK(U_SUCCESS(status));
    return out;
}

bool ascii(std::string_view s) {
    return std::all_of(s.begin(), s.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}    // namespace

std::optional<std::string> nfc(std::string_view utf8) {
    if (ascii(utf8)) return std::string(utf8);
    if (!valid_utf8(utf8)) return std::nullopt;
    std::string out;
    normalised(&icu::Normalizer2::getNFCInstance, utf8).toUTF8String(out);
    return out;
}

std::string fold(std::string_view utf8) {
    icu::UnicodeString wide = normalised(&icu::Normalizer2::getNFKDInstance, utf8);
    wide.toLower(icu::Locale::getRoot());
    icu::UnicodeString kept;
    bool gap = false;
    for (std::int32_t i = 0; i < wide.length(); i = wide.moveIndex32(i, 1)) {
        const UChar32 c = wide.char32At(i);
        if (u_charType(c) == U_NON_SPACING_MARK) continue;
        if (u_isUWhiteSpace(c)) {
            gap = !kept.isEmpty();
            continue;
        }
        if (gap) kept.append(u' ');
        gap = false;
        kept.append(c == 0x0111 ? UChar32('d') : c);
    }
    std::string out;
    kept.toUTF8String(out);
    return out;
}

std::string folded_pattern(std::string_view words) {
    std::string pattern = "%";
    for (const char c : fold(words)) {
        if (c == '%' || c == '_' || c == '\\') pattern += '\\';
        pattern += c;
    }
    return pattern == "%" ? pattern : pattern + '%';
}

std::string fold_case(std::string_view utf8) {
    icu::UnicodeString wide = normalised(&icu::Normalizer2::getNFCInstance, trim(utf8));
    wide.foldCase();
    std::string out;
    wide.toUTF8String(out);
    return out;
}

std::string_view trim(std::string_view text) {
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    return text;
}

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates) {
    const auto distance = [&](const std::string& other) {
        std::vector<std::size_t> row(other.size() + 1);
        for (std::size_t j = 0; j <= other.size(); ++j) row[j] = j;
        for (std::size_t i = 1; i <= word.size(); ++i) {
            std::size_t diagonal = row[0]++;
            for (std::size_t j = 1; j <= other.size(); ++j) {
                const std::size_t above = row[j];
                row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (word[i - 1] == other[j - 1] ? 0 : 1)});
                diagonal = above;
            }
        }
        return row.back();
    };
    std::optional<std::string> best;
    std::size_t least = std::max<std::size_t>(2, word.size() / 3) + 1;
    for (const std::string& candidate : candidates)
        if (const std::size_t d = distance(candidate); d < least) least = d, best = candidate;
    return best;
}

}    // namespace cs
