#pragma once
// A ranking as text: JSON whose very bytes are promised, and a table for people.
#include <functional>
#include <string>

#include "ranking/ranking.hpp"

namespace cs::ranking {

// {"table":…,"year":…,"warnings":[…],"rows":[…],"digest":"sha256:…"}, compact UTF-8 without a line end. Scores carry the
// decimals of the table's step. The digest is the SHA-256 of the same text without it.
std::string json(const scoring::Table& table, const Ranking& ranking);
// "sha256:…" of any bytes.
std::string sha256(std::string_view bytes);
// [{"unit":…,"cluster":…,"last_year":…,"total":…,"gained":…,"rank":1},…]
std::string progress_json(const scoring::Table& table, const Ranking& ranking);

// The key of i18n/*.json and its parameters that say a reason to people: {title} of the rule, {fact}, {points}, {reason} in the words of its paper.
std::pair<std::string, Args> said(const scoring::Table& table, const Because& because);
std::pair<std::string, Args> said_of_tie(const std::string& decided_by);

// The sentence under a key of i18n/*.json; ranking does not see the catalogue itself.
using Say = std::function<std::string(std::string_view key, const Args& args)>;
std::string text_table(const scoring::Table& table, const Ranking& ranking, const Say& say);

}    // namespace cs::ranking
