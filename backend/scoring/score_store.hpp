#pragma once
// What the use cases of scoring ask of storage.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "platform/tx.hpp"
#include "scoring/score_sheet.hpp"

namespace cs::scoring {

// A round in which units of a cluster are not settled yet.
struct RunningRound {
    ScoreRoundId id;
    std::string title;
    int year;
    std::vector<std::pair<UnitId, std::string>> units;    // with their labels
};

class ScoreRoundStore {
public:
    explicit ScoreRoundStore(Tx& tx) : tx_(tx) {}
    std::vector<ScoreRound> all() const;                        // newest year first, with their stages
    Result<ScoreRound> find(const ScoreRoundId& id) const;      // score.round_unknown
    void add(const ScoreRound& round, const std::vector<ScoreOffice>& offices, const std::optional<PersonId>& by);
    void set_table(const ScoreRoundId& id, const TableVersionId& table);
    std::vector<ScoreOffice> offices(const ScoreRoundId& id) const;
    std::vector<ScoreExtension> extensions(const ScoreRoundId& id) const;    // as recorded
    void add(const ScoreRoundId& id, const ScoreExtension& extension);

    void lock_heads(const org::ClusterId& cluster);    // until the transaction ends
    std::vector<ClusterHead> heads(const org::ClusterId& cluster) const;    // by seat and day
    std::vector<RunningRound> running_with(const org::ClusterId& cluster) const;    // newest year first
    void add(const ClusterHead& head, Instant at, const std::optional<PersonId>& by);
    void end(const ClusterHeadId& id, Day until);

private:
    Tx& tx_;
};

class ScoreStore {
public:
    explicit ScoreStore(Tx& tx) : tx_(tx) {}
    void lock(const ScoreRoundId& round);    // until the transaction ends: places may depend on every sheet of a cluster
    Result<ScoreSheet> find(const ScoreSheetId& id) const;             // score.sheet_unknown
    std::vector<ScoreSheet> of_round(const ScoreRoundId& round) const;    // by cluster and label
    std::vector<ScoreSheet> of_unit(const UnitId& unit) const;            // newest round first
    void add(const std::vector<ScoreSheet>& sheets);
    // State, what counts, sums and lateness; the version goes up by one.
    void set(const ScoreSheet& sheet, Instant at);

    Cells cells(const ScoreSheetId& id) const;
    std::map<ScoreSheetId, Cells> cells_of_round(const ScoreRoundId& round) const;
    void put(const ScoreSheetId& id, int position, const StageCells& cells);

    std::vector<ScoreConfirmation> confirmations(const ScoreSheetId& id) const;    // oldest first
    void add(const ScoreSheetId& id, const ScoreConfirmation& confirmation);
    void withdraw_last(const ScoreSheetId& id, int position, Instant at);

    std::vector<ReturnedItem> returns(const ScoreSheetId& id) const;
    std::map<ScoreSheetId, int> open_returns(const ScoreRoundId& round) const;    // how many of each sheet
    void add(const ScoreSheetId& id, const ReturnedItem& item);
    void answer(const ScoreSheetId& id, int sequence, const std::string& answer, Instant at, const std::optional<PersonId>& by);

    std::vector<Objection> objections(const ScoreSheetId& id) const;
    std::map<ScoreSheetId, int> open_objections(const ScoreRoundId& round) const;
    Result<Objection> objection(const ObjectionId& id) const;    // score.objection_unknown
    void add(const Objection& objection);
    void answer(const Objection& objection, Instant at, const std::optional<PersonId>& by);

    std::vector<ScoreFact> facts(const ScoreSheetId& id) const;    // as recorded
    std::map<ScoreSheetId, std::vector<ScoreFact>> facts_of_round(const ScoreRoundId& round) const;
    void add(const ScoreSheetId& id, const ScoreFact& fact);

    std::vector<ScoreCitation> citations(const ScoreSheetId& id) const;    // by leaf, in the order cited
    void cite(const ScoreSheetId& id, const ScoreCitation& citation);
    void uncite(const ScoreSheetId& id, const std::string& leaf, const assessment::EvidenceId& evidence);

private:
    Tx& tx_;
};

}    // namespace cs::scoring
