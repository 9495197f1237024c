#pragma once
// A closed ranking of a round.
#include <optional>
#include <string>
#include <vector>

#include "ranking/closing_procedure.hpp"
#include "ranking/ranking.hpp"
#include "scoring/score_sheet.hpp"

namespace cs::ranking {

using ClosingId = Id<struct ClosingTag>;

// What the public reads: never the last places, never why somebody is not ranked.
struct Shown {
    bool total = false;     // of those whose place is shown: any other total would tell the last places
    bool klass = false;
    int ranks_to = 0;       // places of the first so many of each cluster; 0: none
    bool anything() const { return klass || ranks_to > 0; }
    bool operator==(const Shown&) const = default;
};

struct Closing {
    ClosingId id;
    scoring::ScoreRoundId round;
    std::int64_t sequence = 1;    // in the round
    ClosingState state = ClosingState::closed;
    scoring::StagePaper minutes;
    std::string digest;           // "sha256:…" of the result
    Shown shown = {};
    scoring::StagePaper publication = {};    // the paper by which it is made public; its signer is not kept
    Instant closed_at = {};
    std::optional<PersonId> closed_by = {}, proposed_by = {}, published_by = {};
    std::optional<Instant> published_at = {};
    std::string reason = {};      // of the last turning down or reopening
    std::int64_t version = 1;
};

// A place as it was closed.
struct Place {
    UnitId unit;
    std::string label, cluster;
    Score base, bonus, penalty, total;
    std::string klass, class_title;
    std::optional<int> rank;
    bool is_excluded = false, is_on_hold = false;
};

}    // namespace cs::ranking
