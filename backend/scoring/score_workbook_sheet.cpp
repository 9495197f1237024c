#include "scoring/score_workbook.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>

#include "access/store.hpp"
#include "assessment/checked_workbook_sheet.hpp"
#include "base/digest.hpp"
#include "scoring/effective.hpp"
#include "scoring/score_form_sheet.hpp"
#include "scoring/table_store.hpp"

namespace cs::scoring {
namespace {

using assessment::add_fault;
using assessment::MadeWorkbook;

namespace column = score_column;
const std::vector<std::string> of_values = {column::score, column::yes, column::plan, column::actual};

// A sheet at the stage its reader may score, with the form as it would go out now.
struct Now {
    const OpenedScore& opened;
    int position;
    Cells cells;
    sheet::Form form;

    const ScoreCell* own(const std::string& leaf) const {
        const auto stage = cells.find(position);
        if (stage == cells.end()) return nullptr;
        const auto found = stage->second.find(leaf);
        return found == stage->second.end() ? nullptr : &found->second;
    }
};

Now form_now(const OpenedScore& opened, int position, const std::vector<ReturnedItem>& returns) {
    Tx& tx = opened.desk->moment().tx;
    Now now{opened, position, ScoreStore(tx).cells(opened.sheet.id), {}};
    std::map<PersonId, std::string> names;
    if (const auto stage = now.cells.find(position); stage != now.cells.end() && !opened.is_blinded())
        for (const auto& [leaf, cell] : stage->second)
            if (cell.by && !names.contains(*cell.by)) names[*cell.by] = access::PersonStore(tx).name(*cell.by);
    now.form = form_of({opened, position, now.cells, returns, std::move(names)});
    return now;
}

std::string title_of(const ScoreRound& round, int position) {
    return position >= 0 && position < static_cast<int>(round.stages.size()) ? round.stages[static_cast<std::size_t>(position)].title : "";
}

int stage_of(const sheet::FormStamp& stamp) {
    int position = -1;
    const std::string& text = stamp.fact("stage");
    std::from_chars(text.data(), text.data() + text.size(), position);
    return position;
}

// What the caller may call the sheet a file was made of; "" of what he may not see.
std::string label_of(const ScoreDesk& desk, const std::string& sheet) {
    const auto id = ScoreSheetId::parse(sheet);
    const auto found = id ? desk.find(*id) : Result<OpenedScore>(refuse(Problem::not_found, "score.sheet_unknown"));
    return found ? found->label() : "";
}

// Is it this sheet's file?
Done check_stamp(const sheet::FormStamp& stamp, const OpenedScore& o) {
    const ScoreRound& round = o.desk->round();
    Tx& tx = o.desk->moment().tx;
    if (stamp.fact("round") != round.id.text()) {
        const auto id = ScoreRoundId::parse(stamp.fact("round"));
        const auto other = id ? ScoreRoundStore(tx).find(*id) : Result<ScoreRound>(refuse(Problem::not_found, "score.round_unknown"));
        return refuse(Problem::bad_input, "score.workbook_of_other_round", {{"round", other ? other->title : ""}});
    }
    if (stamp.fact("sheet") != o.sheet.id.text())
        return refuse(Problem::bad_input, "score.workbook_of_other_unit", {{"unit", label_of(*o.desk, stamp.fact("sheet"))}});
    if (stamp.fact("table") != round.table.text()) {
        const auto id = TableVersionId::parse(stamp.fact("table"));
        const auto theirs = id ? TableStore(tx).version(*id) : Result<StandingTable>(refuse(Problem::not_found, "scoring.version_unknown"));
        return refuse(Problem::stale, "score.workbook_other_table",
                      {{"theirs", theirs ? theirs->version.paper_number : ""}, {"ours", o.desk->table().paper.number}});
    }
    return {};
}

// The stage the file was made for, if it is the one the caller may score now.
Result<int> stage_now(const sheet::FormStamp& stamp, const OpenedScore& o, const std::vector<ReturnedItem>& returns) {
    const int theirs = stage_of(stamp);
    const auto position = may_score(o, returns);
    if (position && *position == theirs) return *position;
    const ScoreRound& round = o.desk->round();
    if (theirs >= 0 && theirs <= o.sheet.confirmed) return refuse(Problem::stale, "score.workbook_stage_passed", {{"stage", title_of(round, theirs)}});
    if (!position) return tl::unexpected<Refusal>(position.error());
    return refuse(Problem::stale, "score.workbook_other_stage", {{"theirs", title_of(round, theirs)}, {"ours", title_of(round, *position)}});
}

class Loading {
public:
    Loading(const Now& now, sheet::FilledForm filled, ScoreWorkbookPlan& plan) : now_(now), filled_(std::move(filled)), plan_(plan) {
        assessment::take(plan_, filled_);
    }

    void take_rows() {
        for (const sheet::FormRow& row : now_.form.rows)
            if (const auto filled = row.key.empty() ? filled_.changed.end() : filled_.changed.find(row.key); filled != filled_.changed.end())
                take(row, filled->second);
    }

    // What save_scores says of them, beside the cells they came from.
    void add(const std::vector<Fault>& faults) {
        for (const Fault& each : faults) {
            std::size_t index = 0;
            const std::string_view where = each.where;
            if (where.starts_with("cells[")) std::from_chars(where.data() + 6, where.data() + where.size(), index);
            add_fault(plan_, place_of(filled_.changed.at(plan_.cells.at(index).leaf), each.code), each);
        }
    }

private:
    static sheet::Place place_of(const sheet::FilledRow& row, std::string_view code) {
        if (code == "score.reason_missing" || code == "score.system_value") return row.cells.at(column::reason).place;
        if (code == "scoring.plan_missing" || code == "scoring.plan_not_positive") return row.cells.at(column::plan).place;
        for (const std::string& each : {column::score, column::yes, column::actual})
            if (const auto found = row.cells.find(each); found != row.cells.end()) return found->second.place;
        return {row.row, 0};
    }

    // What differs from the stage before although he agrees with it.
    const sheet::FilledCell* differing(const sheet::FilledRow& filled, const Given& earlier) const {
        for (const std::string& each : of_values)
            if (const auto cell = filled.cells.find(each); cell != filled.cells.end())
                if (!cell->second.value.empty() && cell->second.value != text_in(each, earlier)) return &cell->second;
        return nullptr;
    }

    Given given_by(const sheet::FilledRow& filled, const std::string& leaf) {
        const auto agree = filled.cells.find(column::agree);
        const ScoreCell *earlier = before(now_.cells, now_.position, leaf), *own = now_.own(leaf);
        if (agree != filled.cells.end() && !agree->second.value.empty() && earlier != nullptr) {
            if (const sheet::FilledCell* other = differing(filled, earlier->given))
                add_fault(plan_, other->place, {"score.workbook_agree_and_value", {}, {}, 0});
            return earlier->given;
        }
        const bool typed = std::any_of(of_values.begin(), of_values.end(), [&](const std::string& each) {
            const auto cell = filled.cells.find(each);
            return cell != filled.cells.end() && cell->second.changed();
        });
        return typed ? given_in(filled) : own != nullptr ? own->given : Given{};
    }

    void take(const sheet::FormRow& row, const sheet::FilledRow& filled) {
        const ScoreCell* own = now_.own(row.key);
        const Given given = given_by(filled, row.key);
        const sheet::FilledCell& reason = filled.cells.at(column::reason);
        if (given.is_empty() && !reason.value.empty()) add_fault(plan_, reason.place, {"score.workbook_reason_alone", {}, {}, 0});
        const bool by_word = filled.cells.contains(column::yes);
        plan_.cells.push_back({now_.opened.sheet.id, row.key, given, reason.value, own != nullptr ? own->version : 0});
        plan_.lines.push_back({row.key, row.cells.at(column::name).text, sheet::address(place_of(filled, "")),
                               own != nullptr ? said(own->given, by_word) : "", said(given, by_word)});
    }

    const Now& now_;
    sheet::FilledForm filled_;
    ScoreWorkbookPlan& plan_;
};

Result<ScoreWorkbookPlan> planned(const ScoreDesk& desk, const ScoreSheetId& id, const std::string& bytes) {
    CS_TRY(const OpenedScore opened, desk.find(id));
    const auto returns = ScoreStore(desk.moment().tx).returns(id);
    CS_TRY(const sheet::FormFile file, sheet::FormFile::open(bytes, score_form));
    CS_TRY_DONE(check_stamp(file.stamp(), opened));
    CS_TRY(const int position, stage_now(file.stamp(), opened, returns));
    const Now now = form_now(opened, position, returns);
    CS_TRY(sheet::FilledForm filled, file.read(now.form));
    ScoreWorkbookPlan plan{{score_form, digest(bytes)}};
    Loading loading(now, std::move(filled), plan);
    loading.take_rows();
    if (!plan.may_be_written()) return plan;
    const Done may = try_scores(desk, plan.cells);
    if (!may && may.error().code != "score.cells_refused") return tl::unexpected<Refusal>(may.error());
    if (!may) loading.add(may.error().faults);
    return plan;
}

}    // namespace

Result<MadeWorkbook> score_workbook(const Moment& m, const ScoreSheetId& id) {
    CS_TRY(const ScoreSheet sheet, ScoreStore(m.tx).find(id));
    CS_TRY(const auto desk, ScoreDesk::of(m, sheet.round));
    CS_TRY(const OpenedScore opened, desk->find(id));
    const auto returns = ScoreStore(m.tx).returns(id);
    CS_TRY(const int position, may_score(opened, returns));
    const Now now = form_now(opened, position, returns);
    if (!assessment::has_open_cell(now.form)) return refuse(Problem::need_unmet, "score.workbook_nothing_open", {}, "kh547.vi_5_2c");
    return MadeWorkbook{fmt::format("{}, {} - {}.xlsx", now.form.title, title_of(desk->round(), position), opened.label()), sheet::make_form(now.form)};
}

Result<ScoreWorkbookPlan> check_score_workbook(const Moment& m, const ScoreSheetId& id, const std::string& bytes) {
    CS_TRY(const ScoreSheet sheet, ScoreStore(m.tx).find(id));
    CS_TRY(const auto desk, ScoreDesk::of(m, sheet.round));
    return planned(*desk, id, bytes);
}

Result<SavedScores> load_score_workbook(const Moment& m, const ScoreSheetId& id, const std::string& bytes) {
    CS_TRY(const ScoreSheet sheet, ScoreStore(m.tx).find(id));
    ScoreStore(m.tx).lock(sheet.round);
    CS_TRY(const auto desk, ScoreDesk::of(m, sheet.round));
    CS_TRY(const ScoreWorkbookPlan plan, planned(*desk, id, bytes));
    CS_TRY_DONE(assessment::may_load(plan, "score.workbook_refused", "score.workbook_unchanged"));
    return save_scores(m, sheet.round, plan.cells, plan.digest);
}

}    // namespace cs::scoring
