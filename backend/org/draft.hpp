#pragma once
// Reads reorganisations written as YAML or JSON: law/reorganisations.yaml, a file for `org reorganise`, the body of
// POST /api/reorganisations. Nothing is guessed: an unknown field, verb or word is a fault with its line.
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "org/reorganisation.hpp"

namespace cs::org {

struct KnownGap {  // what the sources read do not say, and why
    Day day;
    std::string code, name, reason;
};

struct DraftFile {
    std::vector<Draft> drafts;
    std::vector<KnownGap> known_gaps;
};

// A document with `reorganisations` (and `known_gaps`), or one reorganisation by itself. `file` names it in faults.
// Refuses org.draft_faulty, listing: org.draft_syntax, org.draft_missing, org.draft_unknown_field, org.draft_bad_value,
// org.draft_empty.
Result<DraftFile> read_drafts(std::string_view text, const std::string& file);

}  // namespace cs::org
