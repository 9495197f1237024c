#pragma once
#include <optional>
#include <string>
#include <vector>

#include "platform/tx.hpp"
#include "ranking/closing.hpp"

namespace cs::ranking {

class ClosingStore {
public:
    explicit ClosingStore(Tx& tx) : tx_(tx) {}
    void lock(const scoring::ScoreRoundId& round);    // until the transaction ends: one closing at a time
    Result<Closing> find(const ClosingId& id) const;  // ranking.closing_unknown
    // The closing that stands: none, or the last one unless it was reopened.
    std::optional<Closing> standing(const scoring::ScoreRoundId& round) const;
    std::vector<Closing> of_round(const scoring::ScoreRoundId& round) const;    // newest first
    std::vector<Closing> published() const;                                     // newest first
    std::int64_t next_sequence(const scoring::ScoreRoundId& round) const;
    void add(const Closing& closing, const std::string& package, const std::vector<Place>& places);
    // State, publication and reason; false: somebody else was faster.
    bool save(const Closing& closing);
    std::string package(const ClosingId& id) const;
    std::vector<Place> places(const ClosingId& id) const;    // by cluster, rank, label; those not ranked last
    // Places of a unit in closings that stand, newest first.
    std::vector<std::pair<Closing, Place>> of_unit(const UnitId& unit) const;

private:
    Tx& tx_;
};

}    // namespace cs::ranking
