#pragma once
// Sheets and rounds as they travel; shared by the routes of scoring.
#include "access/api_http.hpp"
#include "scoring/score_desk.hpp"
#include "scoring/score_commands.hpp"
#include "scoring/score_sheet_wire_http.hpp"

namespace cs::scoring {

Result<ScoreRoundId> score_round_id(access::Call& call);    // of the path; score.round_unknown
Result<ScoreSheetId> score_sheet_id(access::Call& call);    // score.sheet_unknown

// One request over one transaction: loads what several sheets of a round share, once.
class ScoreSight {
public:
    explicit ScoreSight(const ScoreDesk& desk);
    wire::ScoreRoundRow round(const std::vector<OpenedScore>& visible);
    wire::ScoreSheetRow row(const OpenedScore& opened);
    Result<wire::ScoreSheetView> sheet(const OpenedScore& opened);
    wire::BoardSheet board_sheet(const OpenedScore& opened, const Cells& cells);
    std::string name(const std::optional<PersonId>& person);

private:
    const ScoreDesk& desk_;
    std::map<ScoreSheetId, int> returns_, objections_;
    std::map<PersonId, std::string> names_ = {};
};

// All units × items × stages the caller may see, of one cluster when it is named. Refuses score.round_unknown to whom nothing of
// it is any business.
Result<wire::ScoreBoard> score_board(const ScoreDesk& desk, const std::string& cluster);

// What one stage says of a sheet on the board, and of one of its items; null: nothing yet.
const wire::BoardColumn* said_at(const wire::BoardSheet& sheet, int position);
const wire::BoardCell* said_at(const wire::BoardSheet& sheet, int position, const std::string& item);

std::vector<access::Action> actions_of(const OpenedScore& opened);
StagePaper paper_of(const wire::StagePaperInput& b);
Given given_of(const std::optional<Decimal>& score, const std::optional<Decimal>& plan, const std::optional<Decimal>& actual);
std::optional<int> position_of(const OpenedScore& opened);

}    // namespace cs::scoring
