#pragma once
// Vietnamese text. Everything that enters is made NFC at the edge; searching compares folded text on both engines, so
// both find the same rows without an extension.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cs {

std::optional<std::string> nfc(std::string_view utf8);    // nullopt: not valid UTF-8
// No diacritics, đ -> d, lower case, runs of white space as one: "Xã Đại  Đồng" -> "xa dai dong". Old and new tone
// placement ("Hoà", "Hòa") fold alike because marks are dropped.
std::string fold(std::string_view utf8);
// "%words%" of the folded words for SQL's LIKE, whose wildcards mean themselves (escape '\').
std::string folded_pattern(std::string_view words);
// NFC and case-folded but with its diacritics: for words of a scale ("Mức độ 3" equals "mức độ 3").
std::string fold_case(std::string_view utf8);
std::string_view trim(std::string_view text);
// The candidate nearest to `word` by edit distance, if near enough to be a slip of the fingers.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates);

}    // namespace cs
