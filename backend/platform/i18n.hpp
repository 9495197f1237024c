#pragma once
// One catalogue of whole sentences for server and client: i18n/vi/*.json (complete), i18n/en/*.json (may lag).
// "Dòng {row}: không có đơn vị mã {code}" with named parameters; never a sentence assembled from fragments.
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace cs {

enum class Language : unsigned char { vi, en };

// The sentence under `key` with its parameters filled in. An unknown key answers itself in ⟨…⟩, so that it is seen.
std::string say(std::string_view key, const Args& args = {}, Language language = Language::vi);
bool has_sentence(std::string_view key, Language language = Language::vi);
std::vector<std::string> sentence_keys(Language language = Language::vi);

std::string sentence(const Refusal& refusal, Language language = Language::vi);    // "refusal.<code>"
std::string sentence(const Fault& fault, Language language = Language::vi);        // "fault.<code>", no line prefix

}    // namespace cs
