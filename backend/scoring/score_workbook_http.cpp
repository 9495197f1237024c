// A score sheet as a workbook: taken away, filled in without a network, checked, loaded back.
#include "assessment/recognition_view_http.hpp"
#include "assessment/workbook_routes_http.hpp"
#include "scoring/score_http.hpp"
#include "scoring/score_view_http.hpp"
#include "scoring/score_workbook.hpp"

namespace cs::scoring {

void add_score_workbook_routes(access::Api& api) {
    using access::Call;
    using access::Operation;
    using assessment::CheckedWorkbook;
    using assessment::MadeWorkbook;
    assessment::add_routes<wire::SavedScoresView>(
        api, {"/api/score-sheets/{id}/workbook", "The score sheet at the stage the caller may score", Operation::download_score_workbook,
              Operation::check_score_workbook, Operation::annotate_score_workbook, Operation::load_score_workbook,
              [&api](Call& call) -> Result<MadeWorkbook> {
                  CS_TRY(const ScoreSheetId id, score_sheet_id(call));
                  return assessment::read_moment<MadeWorkbook>(api, call, [&](const Moment& m) { return score_workbook(m, id); });
              },
              [&api](Call& call, const std::string& bytes) -> Result<CheckedWorkbook> {
                  CS_TRY(const ScoreSheetId id, score_sheet_id(call));
                  return assessment::read_moment<CheckedWorkbook>(api, call, [&](const Moment& m) { return check_score_workbook(m, id, bytes); });
              },
              [&api](Call& call, const std::string& bytes) -> Result<wire::SavedScoresView> {
                  CS_TRY(const ScoreSheetId id, score_sheet_id(call));
                  return assessment::with_moment<wire::SavedScoresView>(api, call, [&](const Moment& m) -> Result<wire::SavedScoresView> {
                      CS_TRY(const SavedScores saved, load_score_workbook(m, id, bytes));
                      return wire::SavedScoresView{saved.cells};
                  });
              }});
}

}    // namespace cs::scoring
