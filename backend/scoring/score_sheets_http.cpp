// One score sheet: what every stage said, cells, sending, and what stands beside the points.
#include "assessment/moment_http.hpp"
#include "scoring/score_evidence.hpp"
#include "scoring/score_http.hpp"
#include "scoring/score_view_http.hpp"

namespace cs::scoring {
namespace {

using access::Api;
using access::Call;
using access::Operation;

// Work on one sheet over one transaction that writes.
template <class Answer, class Work>
Result<Answer> on_sheet(Api& api, Call& call, const Work& work) {
    CS_TRY(const ScoreSheetId id, score_sheet_id(call));
    return assessment::with_moment<Answer>(api, call, [&](const Moment& m) { return work(m, id); });
}

Result<wire::ScoreSheetView> show(Api& api, Call& call) {
    CS_TRY(const ScoreSheetId id, score_sheet_id(call));
    return assessment::read_moment<wire::ScoreSheetView>(api, call, [&](const Moment& m) -> Result<wire::ScoreSheetView> {
        CS_TRY(const ScoreSheet sheet, ScoreStore(m.tx).find(id));
        CS_TRY(const auto desk, ScoreDesk::of(m, sheet.round));
        CS_TRY(const OpenedScore opened, desk->find(id));
        return ScoreSight(*desk).sheet(opened);
    });
}

wire::MovedSheet shown(const ScoreSheet& sheet) { return {sheet.state, sheet.sums.total.decimal(), sheet.late_days, {}}; }

Result<wire::MovedSheet> moved(const Result<ScoreSheet>& done) {
    if (!done) return tl::unexpected<Refusal>(done.error());
    return shown(*done);
}

Result<wire::MovedSheet> sent(const Result<SentScore>& done) {
    if (!done) return tl::unexpected<Refusal>(done.error());
    wire::MovedSheet view = shown(done->sheet);
    view.receipt = done->receipt.code();
    return view;
}

Result<wire::ScoreMade> object(Api& api, Call& call, const wire::NewObjection& b) {
    return on_sheet<wire::ScoreMade>(api, call, [&](const Moment& m, const ScoreSheetId& id) -> Result<wire::ScoreMade> {
        CS_TRY(const Objection made, object_to_score(m, id, b.leaf, b.words, {b.paper_number.value_or(""), b.paper_day, ""}));
        return wire::ScoreMade{made.id.text()};
    });
}

Result<wire::ScoreMade> answer(Api& api, Call& call, const wire::AnswerInput& b) {
    const auto id = ObjectionId::parse(call.param("id"));
    if (!id) return refuse(Problem::not_found, "score.objection_unknown");
    return assessment::with_moment<wire::ScoreMade>(api, call, [&](const Moment& m) -> Result<wire::ScoreMade> {
        CS_TRY(const Objection done, answer_objection(m, *id,
                                                      {b.accepted, b.words, {b.paper_number, b.paper_day, ""}, given_of(b.score, b.plan, b.actual)}));
        return wire::ScoreMade{done.id.text()};
    });
}

Result<wire::ScoreMade> record(Api& api, Call& call, const wire::NewFact& b) {
    const auto state = parse_word<UnitFact::Is>(b.state);
    if (!state) return refuse("score.fact_faulty", {{"score.found_faulty", {{"found", b.state}}, "state"}});
    return on_sheet<wire::ScoreMade>(api, call, [&](const Moment& m, const ScoreSheetId& id) -> Result<wire::ScoreMade> {
        CS_TRY_DONE(record_score_fact(m, id, {0, b.kind, b.rule.value_or(""), *state, b.found.value_or(""), b.reason, {b.paper_number, b.paper_day, ""}}));
        return wire::ScoreMade{id.text()};
    });
}

Result<wire::MovedSheets> send_back(Api& api, Call& call, const wire::ItemsBackInput& b) {
    std::vector<ItemBack> items;
    for (const wire::ItemBackInput& item : b.items) items.push_back({item.leaf, item.reason, item.due_on});
    return on_sheet<wire::MovedSheets>(api, call, [&](const Moment& m, const ScoreSheetId& id) -> Result<wire::MovedSheets> {
        CS_TRY(const int n, return_score_items(m, id, items));
        return wire::MovedSheets{n};
    });
}

Result<access::Nothing> cite(Api& api, Call& call, const wire::NewScoreCitation& b) {
    return on_sheet<access::Nothing>(api, call, [&](const Moment& m, const ScoreSheetId& id) -> Result<access::Nothing> {
        CS_TRY_DONE(cite_for_score(m, id, b.leaf, b.evidence_id));
        return access::Nothing{};
    });
}

Result<access::Nothing> uncite(Api& api, Call& call) {
    const auto evidence = assessment::EvidenceId::parse(call.query("evidence").value_or(""));
    if (!evidence) return refuse(Problem::not_found, "evidence.unknown");
    return on_sheet<access::Nothing>(api, call, [&](const Moment& m, const ScoreSheetId& id) -> Result<access::Nothing> {
        CS_TRY_DONE(uncite_for_score(m, id, call.query("leaf").value_or(""), *evidence));
        return access::Nothing{};
    });
}

void add_citation_routes(Api& api) {
    using http::Method;
    api.write<wire::NewScoreCitation, access::Nothing>({Method::post, "/api/score-sheets/{id}/citations", Operation::cite_for_score,
                                                        "A score leans on a file of the unit's store from now on."},
                                                       [&api](Call& call, const wire::NewScoreCitation& b) { return cite(api, call, b); });
    api.write<access::Nothing, access::Nothing>({Method::del, "/api/score-sheets/{id}/citations", Operation::uncite_for_score, "A score no longer leans on it.",
                                                 {{"leaf", "the item", true}, {"evidence", "id of the evidence", true}}},
                                                [&api](Call& call, const access::Nothing&) { return uncite(api, call); });
}

void add_unit_routes(Api& api) {
    using http::Method;
    api.write<wire::StagePaperInput, wire::MovedSheet>(
        {Method::post, "/api/score-sheets/{id}/submission", Operation::send_score, "The unit sends its own scores with a paper; gives a receipt.", {}, 201},
        [&api](Call& call, const wire::StagePaperInput& b) {
            return on_sheet<wire::MovedSheet>(api, call, [&](const Moment& m, const ScoreSheetId& id) { return sent(send_score(m, id, paper_of(b))); });
        });
    api.write<wire::WhyInput, wire::MovedSheet>(
        {Method::post, "/api/score-sheets/{id}/withdrawal", Operation::withdraw_score, "Takes a sheet back until somebody begins to check."},
        [&api](Call& call, const wire::WhyInput& b) {
            return on_sheet<wire::MovedSheet>(api, call, [&](const Moment& m, const ScoreSheetId& id) { return moved(withdraw_score(m, id, b.reason)); });
        });
    api.write<wire::NewObjection, wire::ScoreMade>({Method::post, "/api/score-sheets/{id}/objections", Operation::object_to_score,
                                               "Kiến nghị về kết quả chấm điểm: of one item, or (no leaf) of the whole.", {}, 201},
                                              [&api](Call& call, const wire::NewObjection& b) { return object(api, call, b); });
}

}    // namespace

void add_score_sheet_routes(Api& api) {
    using http::Method;
    api.read<wire::ScoreSheetView>({Method::get, "/api/score-sheets/{id}", Operation::show_score_sheet,
                                    "A score sheet: every stage side by side, facts, objections, what the caller may do."},
                                   [&api](Call& call) { return show(api, call); });
    add_unit_routes(api);
    add_citation_routes(api);
    api.write<wire::WhyInput, wire::MovedSheet>(
        {Method::post, "/api/score-sheets/{id}/reopening", Operation::take_back_score, "Opens the last stage again; its paper stays in the history."},
        [&api](Call& call, const wire::WhyInput& b) {
            return on_sheet<wire::MovedSheet>(api, call, [&](const Moment& m, const ScoreSheetId& id) { return moved(take_back_score(m, id, b.reason)); });
        });
    api.write<wire::ItemsBackInput, wire::MovedSheets>({Method::post, "/api/score-sheets/{id}/returns", Operation::return_score_items,
                                                        "Sends items back to the unit, each with its reason and day."},
                                                       [&api](Call& call, const wire::ItemsBackInput& b) { return send_back(api, call, b); });
    api.write<wire::NewFact, wire::ScoreMade>({Method::post, "/api/score-sheets/{id}/facts", Operation::record_score_fact,
                                          "A knock-out, a hold, last year's total or a place, by its paper.", {}, 201},
                                         [&api](Call& call, const wire::NewFact& b) { return record(api, call, b); });
    api.write<wire::AnswerInput, wire::ScoreMade>({Method::post, "/api/score-objections/{id}/answer", Operation::answer_score_objection,
                                              "Answers an objection by a paper; an accepted one says what stands in the item from now on."},
                                             [&api](Call& call, const wire::AnswerInput& b) { return answer(api, call, b); });
}

}    // namespace cs::scoring
