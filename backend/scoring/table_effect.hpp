#pragma once
// What a new version of a scoring table does to every sheet: which items appear, go or change, and what else of the rules. A pure
// function; shown before the version applies.
#include <optional>
#include <string>
#include <vector>

#include "scoring/table.hpp"

namespace cs::scoring {

enum class EffectOn : unsigned char { leaf, parent, group, knock_out, classification, tie, stage, table };
enum class EffectKind : unsigned char { added, removed, changed };

struct Effect {
    EffectOn on;
    EffectKind kind;
    std::string id, title;
    std::string field;    // of a change: "max", "title", "rule", …; empty otherwise
    std::optional<std::string> from, to;    // of an item added or removed: its maximum
};

// In the order of the newer table; what was removed comes last of its kind. Empty: the same rules.
std::vector<Effect> effects(const Table& older, const Table& newer);

// The rule of a leaf on one line, complete: "steps 90:5 80:3".
std::string rule_text(const LeafRule& rule);

}    // namespace cs::scoring
