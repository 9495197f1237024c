// Cells of many sheets at once, and the papers that close a stage of them.
#include "assessment/moment_http.hpp"
#include "scoring/score_http.hpp"
#include "scoring/score_view_http.hpp"

namespace cs::scoring {
namespace {

using access::Api;
using access::Call;
using access::Operation;

template <class Answer, class Work>
Result<Answer> on_round(Api& api, Call& call, const Work& work) {
    CS_TRY(const ScoreRoundId id, score_round_id(call));
    return assessment::with_moment<Answer>(api, call, [&](const Moment& m) { return work(m, id); });
}

Result<wire::SavedScoresView> save(Api& api, Call& call, const wire::ScoreEdits& b) {
    std::vector<ScoreInput> cells;
    for (const wire::ScoreEdit& e : b.cells) cells.push_back({e.sheet, e.leaf, given_of(e.score, e.plan, e.actual), e.reason.value_or(""), e.seen});
    return on_round<wire::SavedScoresView>(api, call, [&](const Moment& m, const ScoreRoundId& id) -> Result<wire::SavedScoresView> {
        CS_TRY(const SavedScores saved, save_scores(m, id, cells));
        return wire::SavedScoresView{saved.cells};
    });
}

Result<wire::MovedSheets> counted(const Result<int>& moved) {
    if (!moved) return tl::unexpected<Refusal>(moved.error());
    return wire::MovedSheets{*moved};
}

// Who may see the round's journal may see its history; of a sheet, who may see the sheet.
Done may_see(Api& api, Call& call, Tx& tx, const std::string& round, const std::string& sheet) {
    const auto tree = api.tree(tx);
    const Moment m{tx, call.clock.now(), call.actor, *tree};
    if (!sheet.empty()) {
        const auto id = ScoreSheetId::parse(sheet);
        if (!id) return refuse(Problem::not_found, "score.sheet_unknown");
        CS_TRY(const ScoreSheet found, ScoreStore(tx).find(*id));
        CS_TRY(const auto desk, ScoreDesk::of(m, found.round));
        CS_TRY(const OpenedScore opened, desk->find(*id));
        if (opened.is_blinded()) return refuse(Problem::not_found, "score.sheet_unknown");    // it names the unit
        return {};
    }
    const auto id = ScoreRoundId::parse(round);
    if (!id) return refuse(Problem::not_found, "score.round_unknown");
    CS_TRY(const ScoreRound found, ScoreRoundStore(tx).find(*id));
    CS_TRY_DONE(access::may(call.actor, Operation::export_score_sheets, found.root, m.today(), m.tree));
    return {};
}

}    // namespace

void add_score_step_routes(Api& api) {
    using http::Method;
    api.write<wire::ScoreEdits, wire::SavedScoresView>(
        {Method::put, "/api/score-rounds/{id}/cells", Operation::save_scores,
         "Saves cells of one sheet or of a whole cluster, all or none, each at the stage its sheet is in."},
        [&api](Call& call, const wire::ScoreEdits& b) { return save(api, call, b); });
    api.write<wire::ClosingInput, wire::MovedSheets>(
        {Method::post, "/api/score-rounds/{id}/confirmations", Operation::confirm_scores, "One biên bản closes the stage of one or many sheets, all or none."},
        [&api](Call& call, const wire::ClosingInput& b) {
            return on_round<wire::MovedSheets>(api, call, [&](const Moment& m, const ScoreRoundId& id) { return counted(confirm_scores(m, id, b.sheets, paper_of(b.paper))); });
        });
    api.write<wire::ClosingInput, wire::MovedSheets>(
        {Method::post, "/api/score-rounds/{id}/announcements", Operation::announce_scores, "Tells the units their result, by a notice; objections may come from now on."},
        [&api](Call& call, const wire::ClosingInput& b) {
            return on_round<wire::MovedSheets>(api, call, [&](const Moment& m, const ScoreRoundId& id) { return counted(announce_scores(m, id, b.sheets, paper_of(b.paper))); });
        });
    api.write<wire::SettlingInput, wire::MovedSheets>(
        {Method::post, "/api/score-rounds/{id}/settlements", Operation::settle_scores, "Makes results final once every objection is answered."},
        [&api](Call& call, const wire::SettlingInput& b) {
            return on_round<wire::MovedSheets>(api, call, [&](const Moment& m, const ScoreRoundId& id) { return counted(settle_scores(m, id, b.sheets)); });
        });
}

void guard_score_histories(Api& api) {
    api.guard_history("score_round", [&api](Call& call, Tx& tx, const std::string& id) { return may_see(api, call, tx, id, ""); });
    api.guard_history("score_sheet", [&api](Call& call, Tx& tx, const std::string& id) { return may_see(api, call, tx, "", id); });
}

void add_score_routes(Api& api) {
    add_score_round_routes(api);
    add_score_sheet_routes(api);
    add_score_step_routes(api);
    add_score_board_routes(api);
    add_score_workbook_routes(api);
    add_score_list_routes(api);
    guard_score_histories(api);
}

}    // namespace cs::scoring
