#pragma once
// A round with everything a use case asks of it, loaded once, and each of its sheets with what the person who opened it is to it.
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "assessment/opened_sheet.hpp"
#include "assessment/territory.hpp"
#include "scoring/score_store.hpp"

namespace cs::scoring {

using assessment::Moment;
using assessment::Seat;

class ScoreDesk;

struct OpenedScore {
    const ScoreDesk* desk;    // outlives it
    ScoreSheet sheet;
    UnitId holder;            // the unit, or since a merger its one successor
    Seat seat;                // grants that reach the unit
    bool is_own = false;      // the person belongs to that unit

    // In what he scores at a stage of this kind: a team or council over the unit, the unit drawn for the cross-check, the office
    // of a field, the head of the cluster (and for the head's own unit its deputy). Empty: not at all. That nobody scores his own
    // unit is a need of the procedure, not a matter of seats.
    Seat acting(StageKind kind) const;
    bool is_visible() const;
    // A checker of a blind round who knows the sheet by its neutral label only.
    bool is_blinded() const;
    std::string label() const;    // what the person may call it: its name, or the neutral one
    // The position the sheet is scored at now; none: with the unit, or after the last stage.
    std::optional<int> next_position() const;
    std::optional<StageKind> next_kind() const;
};

class ScoreDesk {
public:
    // Refuses score.round_unknown.
    static Result<std::unique_ptr<ScoreDesk>> of(const Moment& m, const ScoreRoundId& id);

    OpenedScore open(const ScoreSheet& sheet) const;
    // Refuses score.sheet_unknown, also to whom it is none of his business.
    Result<OpenedScore> find(const ScoreSheetId& id) const;
    std::vector<OpenedScore> visible() const;    // by cluster and label, those with a neutral label last
    const std::vector<ScoreSheet>& sheets() const;    // of the round, as they stood when first asked for: for views

    const Moment& moment() const { return m_; }
    const ScoreRound& round() const { return round_; }
    const Table& table() const { return *table_; }
    const std::vector<ScoreOffice>& offices() const;    // as they stood when first asked for
    const std::vector<ScoreExtension>& extensions() const { return extensions_; }
    std::optional<UnitId> head_of(const ScoreSheet& sheet, HeadSeat seat) const;    // today
    std::optional<UnitId> office_of(const std::string& scorer) const;
    // "Đơn vị 07": the place in the draw from the seed.
    std::string blind_label(const ScoreSheet& sheet) const;

private:
    ScoreDesk(const Moment& m, ScoreRound round) : m_(m), round_(std::move(round)) {}
    const Moment m_;
    ScoreRound round_;
    std::shared_ptr<const Table> table_;
    std::vector<ScoreExtension> extensions_;
    std::shared_ptr<const org::Forest> forest_;
    mutable std::map<org::ClusterId, std::vector<ClusterHead>> heads_;
    mutable std::map<ScoreSheetId, int> blind_;
    mutable std::optional<std::vector<ScoreOffice>> offices_;
    mutable std::optional<std::vector<ScoreSheet>> sheets_;
};

}    // namespace cs::scoring
