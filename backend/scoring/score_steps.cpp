// The steps of a sheet from its sending to the final result: one paper each, one sheet or many.
#include <algorithm>

#include "audit/journal.hpp"
#include "base/text.hpp"
#include "scoring/effective.hpp"
#include "scoring/score_commands.hpp"
#include "scoring/score_keep.hpp"

namespace cs::scoring {
namespace {

using enum ScoreNeed;
using StepOf = decltype(score_procedure)::StepOf;

bool is_named(const StagePaper& paper, Day today) {
    return !trim(paper.number).empty() && !trim(paper.signer).empty() && paper.day && *paper.day <= today;
}

// Open from `opens_on` to the last day, and later where the table counts late days.
bool in_window(const OpenedScore& o) {
    const Day today = o.desk->moment().today();
    const Day last = last_day(o.desk->round(), o.desk->extensions(), o.sheet.unit);
    return today >= o.desk->round().opens_on && (today <= last || o.desk->table().late.has_value());
}

struct Asked {
    StagePaper paper = {};
    std::string reason = {};
};

// Only what the step needs is looked up: in the last minutes of March every question to the database is asked ten thousand times.
Set<ScoreNeed> met(Set<ScoreNeed> needs, const OpenedScore& o, const Cells& cells, int position, const Asked& asked) {
    const Moment& m = o.desk->moment();
    const ScoreStore store(m.tx);
    const auto& stages = o.desk->round().stages;
    const bool is_stage = position >= 0 && position < static_cast<int>(stages.size());
    const auto all_answered = [](const auto& asked_back) { return std::all_of(asked_back.begin(), asked_back.end(), [](const auto& each) { return each.answered_at.has_value(); }); };
    const auto holds = [&](ScoreNeed need) {
        switch (need) {
            case not_own_unit: return !o.is_own;
            case window_open: return in_window(o);
            case no_stage_confirmed: return o.sheet.confirmed == 0;
            case last_stage_confirmed: return o.sheet.confirmed + 1 == static_cast<int>(stages.size());
            case every_leaf_scored: return is_stage && unscored(o.desk->table(), stages, cells, position).empty();
            case reasons_given: return is_stage && without_reason(o.desk->table(), cells, position).empty();
            case returns_answered: return all_answered(store.returns(o.sheet.id));
            case minutes_named: return is_named(asked.paper, m.today());
            case reason_given: return !trim(asked.reason).empty();
            case objections_answered: return all_answered(store.objections(o.sheet.id));
        }
        return false;
    };
    Set<ScoreNeed> held;
    for (const ScoreNeed need : all_of<ScoreNeed>())
        if (needs.has(need) && holds(need)) held.bits |= Set<ScoreNeed>::bit(need);
    return held;
}

// What keeps it back is told leaf by leaf.
tl::unexpected<Refusal> with_leaves(Refusal refusal, const OpenedScore& o, const Cells& cells, int position) {
    const auto list = [&](const char* code, const std::vector<std::string>& leaves) {
        for (const std::string& leaf : leaves) refusal.faults.push_back({code, {{"leaf", leaf}, {"unit", o.sheet.label}}, leaf});
    };
    if (refusal.code == "score.need.every_leaf_scored") list("score.not_scored", unscored(o.desk->table(), o.desk->round().stages, cells, position));
    if (refusal.code == "score.need.reasons_given") list("score.reason_missing", without_reason(o.desk->table(), cells, position));
    return tl::unexpected<Refusal>(std::move(refusal));
}

struct Taken {
    OpenedScore opened;
    Cells cells;
    int position;    // of the stage the step is about
    const StepOf* step;
    Seat by;
};

Seat seat_of(const OpenedScore& o, ScoreAction action, int position) {
    if (action == ScoreAction::send || action == ScoreAction::withdraw) return o.acting(StageKind::self);
    if (action == ScoreAction::confirm) return o.acting(o.desk->round().stages[static_cast<std::size_t>(position)].kind);
    return o.seat;
}

Result<Taken> take(const ScoreDesk& desk, const ScoreSheetId& id, ScoreAction action, const Asked& asked) {
    CS_TRY(OpenedScore opened, desk.find(id));
    Cells cells = ScoreStore(desk.moment().tx).cells(id);
    const int last = static_cast<int>(desk.round().stages.size()) - 1;
    const int position = action == ScoreAction::confirm || action == ScoreAction::send ? std::min(opened.sheet.confirmed + 1, last) : opened.sheet.confirmed;
    Seat by = seat_of(opened, action, position);
    const StepOf* wanted = score_procedure.find(opened.sheet.state, action);
    const Set<ScoreNeed> held = wanted ? met(wanted->needs, opened, cells, position, asked) : Set<ScoreNeed>();
    auto step = score_procedure.allow(opened.sheet.state, action, by.roles(), held);
    if (!step) return with_leaves(std::move(step).error(), opened, cells, position);
    opened.sheet.state = (*step)->to;
    return Taken{std::move(opened), std::move(cells), position, *step, std::move(by)};
}

// All or none; each sheet that cannot go says why.
Result<std::vector<Taken>> take_all(const ScoreDesk& desk, const std::vector<ScoreSheetId>& ids, ScoreAction action, const Asked& asked) {
    if (ids.empty()) return refuse(Problem::bad_input, "score.no_sheets");
    std::vector<Taken> all;
    std::vector<Fault> faults;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        auto taken = take(desk, ids[i], action, asked);
        if (!taken && ids.size() == 1) return tl::unexpected<Refusal>(std::move(taken).error());
        if (!taken) {
            const auto sheet = ScoreStore(desk.moment().tx).find(ids[i]);
            faults.push_back({taken.error().code, {{"unit", sheet ? sheet->label : ""}}, "sheets[" + std::to_string(i) + "]"});
            continue;
        }
        all.push_back(*std::move(taken));
    }
    if (!faults.empty()) return refuse("score.sheets_refused", std::move(faults));
    return all;
}

void record(const ScoreDesk& desk, audit::Event event, const std::vector<Taken>& all, const Asked& asked, std::vector<audit::Change> changes = {}) {
    const Moment& m = desk.moment();
    const Taken& first = all.front();
    changes.push_back({"state", {}, state_text(first.opened.sheet.state)});
    if (!asked.paper.number.empty()) {
        changes.push_back({"number", {}, asked.paper.number});
        if (asked.paper.day) changes.push_back({"day", {}, to_text(*asked.paper.day)});
        changes.push_back({"signer", {}, asked.paper.signer});
    }
    std::vector<std::pair<std::string, std::string>> also;
    for (const Taken& t : all) {
        changes.push_back({"total", {}, t.opened.sheet.label + ": " + t.opened.sheet.sums.total.decimal().text()});
        also.emplace_back("score_sheet", t.opened.sheet.id.text());
    }
    audit::record(m.tx, m.now, first.by.by(first.by.role_for(*first.step)),
                  {event, "score_round", desk.round().id.text(), std::move(changes), asked.reason, std::move(also)});
}

// Counts the sheets anew, stores them, and gives each its sums back.
void settle_sums(const ScoreDesk& desk, std::vector<Taken>& all) {
    std::vector<ScoreSheet> sheets;
    for (Taken& t : all) {
        count(desk, t.opened.sheet, t.cells);
        sheets.push_back(t.opened.sheet);
    }
    for (const ScoreSheet& kept : keep(desk, sheets))
        for (Taken& t : all)
            if (t.opened.sheet.id == kept.id) t.opened.sheet = kept;
}

// What was received, for the receipt's digest: the CSV rows of the unit's own column.
std::string content_of(const OpenedScore& o, const StageCells& cells, const StagePaper& paper) {
    std::string content = o.sheet.id.text() + "\n" + paper.number + "\n" + to_text(*paper.day) + "\n" + paper.signer + "\n";
    for (const auto& [leaf, cell] : cells) content += leaf + "\t" + packed({cell.given}) + "\n";
    return content;
}

Result<std::unique_ptr<ScoreDesk>> taken_desk(const Moment& m, const ScoreRoundId& id) {
    ScoreStore(m.tx).lock(id);
    return ScoreDesk::of(m, id);
}

Result<std::unique_ptr<ScoreDesk>> desk_of(const Moment& m, const ScoreSheetId& id) {
    CS_TRY(const ScoreSheet sheet, ScoreStore(m.tx).find(id));
    return taken_desk(m, sheet.round);
}

}    // namespace

Result<SentScore> send_score(const Moment& m, const ScoreSheetId& id, const StagePaper& paper) {
    CS_TRY(const auto desk, desk_of(m, id));
    const Asked asked{paper};
    CS_TRY(std::vector<Taken> all, take_all(*desk, {id}, ScoreAction::send, asked));
    ScoreSheet& sheet = all.front().opened.sheet;
    sheet.confirmed = 0;
    sheet.sent_on = m.today();
    sheet.late_days = days_late(last_day(desk->round(), desk->extensions(), sheet.unit), *sheet.sent_on);
    settle_sums(*desk, all);
    const auto receipt = assessment::ReceiptStore(m.tx).give("score_sheet", id.text(), content_of(all.front().opened, all.front().cells[0], paper), m.now, m.actor.person);
    ScoreStore(m.tx).add(id, ScoreConfirmation{0, 0, paper, std::pair(receipt.year, receipt.number), sheet.sums.total, {}, m.now, m.actor.person});
    record(*desk, audit::Event::score_sent, all, asked, {{"receipt", {}, receipt.code()}, {"late", {}, std::to_string(sheet.late_days)}});
    return SentScore{sheet, receipt};
}

Result<ScoreSheet> withdraw_score(const Moment& m, const ScoreSheetId& id, const std::string& reason) {
    CS_TRY(const auto desk, desk_of(m, id));
    const Asked asked{{}, reason};
    CS_TRY(std::vector<Taken> all, take_all(*desk, {id}, ScoreAction::withdraw, asked));
    ScoreSheet& sheet = all.front().opened.sheet;
    sheet.confirmed = -1;
    sheet.sent_on = std::nullopt;
    sheet.late_days = 0;
    settle_sums(*desk, all);
    ScoreStore(m.tx).withdraw_last(id, 0, m.now);
    record(*desk, audit::Event::score_withdrawn, all, asked);
    return sheet;
}

Result<int> confirm_scores(const Moment& m, const ScoreRoundId& round, const std::vector<ScoreSheetId>& sheets, const StagePaper& minutes) {
    CS_TRY(const auto desk, taken_desk(m, round));
    const Asked asked{minutes};
    CS_TRY(std::vector<Taken> all, take_all(*desk, sheets, ScoreAction::confirm, asked));
    for (Taken& t : all) t.opened.sheet.confirmed = t.position;
    settle_sums(*desk, all);
    for (const Taken& t : all)
        ScoreStore(m.tx).add(t.opened.sheet.id, ScoreConfirmation{0, t.position, minutes, {}, t.opened.sheet.sums.total, {}, m.now, m.actor.person});
    record(*desk, audit::Event::scores_confirmed, all, asked, {{"stage", {}, desk->round().stages[static_cast<std::size_t>(all.front().position)].id}});
    return static_cast<int>(all.size());
}

Result<int> announce_scores(const Moment& m, const ScoreRoundId& round, const std::vector<ScoreSheetId>& sheets, const StagePaper& notice) {
    CS_TRY(const auto desk, taken_desk(m, round));
    const Asked asked{notice};
    CS_TRY(std::vector<Taken> all, take_all(*desk, sheets, ScoreAction::announce, asked));
    settle_sums(*desk, all);
    record(*desk, audit::Event::scores_announced, all, asked);
    return static_cast<int>(all.size());
}

Result<int> settle_scores(const Moment& m, const ScoreRoundId& round, const std::vector<ScoreSheetId>& sheets) {
    CS_TRY(const auto desk, taken_desk(m, round));
    CS_TRY(std::vector<Taken> all, take_all(*desk, sheets, ScoreAction::settle, {}));
    settle_sums(*desk, all);
    record(*desk, audit::Event::scores_settled, all, {});
    return static_cast<int>(all.size());
}

Result<ScoreSheet> take_back_score(const Moment& m, const ScoreSheetId& id, const std::string& reason) {
    CS_TRY(const auto desk, desk_of(m, id));
    const Asked asked{{}, reason};
    CS_TRY(std::vector<Taken> all, take_all(*desk, {id}, ScoreAction::take_back, asked));
    ScoreSheet& sheet = all.front().opened.sheet;
    ScoreStore(m.tx).withdraw_last(id, sheet.confirmed, m.now);
    if (sheet.confirmed > 0) --sheet.confirmed;
    settle_sums(*desk, all);
    record(*desk, audit::Event::score_taken_back, all, asked);
    return sheet;
}

}    // namespace cs::scoring
