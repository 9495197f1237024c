#include "assessment/workbook_form_sheet.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "assessment/commands.hpp"
#include "assessment/guarded.hpp"
#include "assessment/line_words.hpp"
#include "base/shown.hpp"
#include "platform/i18n.hpp"

namespace cs::assessment {
namespace {

const std::string yes = "đạt", not_so = "không đạt", left_out = "không áp dụng", kept = "giữ nguyên";
constexpr std::size_t longest_note = 2'000, longest_word = 500;
const Decimal most_of_a_count = Decimal::whole(1'000'000'000'000);

// A stored text in the form a cell of this kind has; what cannot be read in its kind stays as it was typed.
std::string canonical(const criteria::Indicator& says, const std::string& stored) {
    const auto amount = criteria::parse_amount(says, stored);
    if (!amount) return stored;
    if (says.kind == criteria::Kind::boolean) return amount->text == "true" ? yes : not_so;
    return amount->text;
}

sheet::Entry entry_of(const criteria::Indicator& says) {
    if (says.kind == criteria::Kind::boolean)
        return {sheet::Choices{{yes, not_so}}, "Chọn “đạt” hoặc “không đạt”.", "Chỉ chọn “đạt” hoặc “không đạt”."};
    if (says.kind == criteria::Kind::text) {
        if (says.scale.empty()) return {sheet::AnyText{longest_word}};
        return {sheet::Choices{says.scale}, "Chọn trong danh sách.", "Chỉ chọn một mức trong danh sách."};
    }
    const Decimal zero = Decimal::whole(0);
    if (says.bounded())
        return {sheet::Between{zero, Decimal::whole(100)}, "Số từ 0 đến 100, không ghi dấu %.", "Tỷ lệ phải từ 0 đến 100."};
    return {sheet::Between{zero, most_of_a_count}, "Ghi số, không ghi dấu phân cách hàng nghìn.", "Phải là số, không âm."};
}

bool is_yes_no(const sheet::FormRow& row) {
    const auto cell = row.cells.find(column::value);
    if (cell == row.cells.end() || !cell->second.entry) return false;
    const auto* choices = std::get_if<sheet::Choices>(&cell->second.entry->allowed);
    return choices != nullptr && choices->words == std::vector{yes, not_so};
}

class Building {
public:
    explicit Building(const WorkbookSource& source) : source_(source), set_(source.basis.set()) {}

    Result<sheet::Form> form() {
        const std::string unit = source_.opened.sheet.unit.text();
        CS_TRY(const auto judged_now, judged(source_.plan, values_file(unit, source_.facts.lines), unit));
        const criteria::UnitVerdict& v = judged_now->verdict;
        const criteria::UnitValues& values = judged_now->values.front();
        if (!v.preconditions.empty()) heading("Điều kiện");
        for (std::size_t i = 0; i < v.preconditions.size(); ++i) indicator(source_.plan.preconditions[i], v.preconditions[i], values);
        for (std::size_t c = 0; c < v.criteria.size(); ++c) {
            heading(fmt::format("Tiêu chí {}. {}", v.criteria[c].criterion->no, v.criteria[c].criterion->name));
            for (std::size_t i = 0; i < v.criteria[c].because.size(); ++i)
                indicator(source_.plan.criteria[c].indicators[i], v.criteria[c].because[i], values);
        }
        if (!source_.plan.facts.empty()) heading("Số liệu chung");
        for (const auto& [fact, slot] : source_.plan.facts) this->fact(fact);
        return finished();
    }

private:
    void heading(const std::string& text) { rows_.push_back({"", {{column::name, {text}}}}); }

    void indicator(const criteria::PlannedIndicator& planned, const criteria::IndicatorVerdict& verdict, const criteria::UnitValues& values) {
        const std::string& no = planned.own.says->no;
        line(verdict.own, no);
        for (const criteria::LeafVerdict& part : parts_of(planned, verdict, values)) line(part, no);
    }

    void line(const criteria::LeafVerdict& leaf, const std::string& indicator_no) {
        const criteria::Indicator& says = *leaf.leaf->says;
        sheet::FormRow row = begun(says.no, says);
        row.cells[column::name] = {says.name};
        row.cells[column::unit] = {says.unit};
        row.cells[column::limit] = {limit_text(leaf) + (leaf.leaf->settled || !leaf.threshold ? "" : " (tạm tính, chưa đối chiếu văn bản)")};
        add_entries(row, says, may_edit(source_.opened, source_.facts, indicator_no), comment_of(says, indicator_no, row));
        rows_.push_back(std::move(row));
    }

    // Figures no indicator asks for but rules of the set lean on: numbers.
    void fact(const std::string& no) {
        static const criteria::Indicator number = [] {
            criteria::Indicator says;
            says.kind = criteria::Kind::count;
            return says;
        }();
        sheet::FormRow row = begun(no, number);
        const std::string key = "office.fact." + no.substr(1);
        row.cells[column::name] = {has_sentence(key) ? say(key) : no};
        add_entries(row, number, may_edit(source_.opened, source_.facts, ""), "");
        rows_.push_back(std::move(row));
    }

    sheet::FormRow begun(const std::string& no, const criteria::Indicator& says) {
        sheet::FormRow row{no, {}, {}};
        stored_ = SavedLine{};
        if (const auto self = source_.facts.values.find(Stage::self); self != source_.facts.values.end())
            if (const auto found = self->second.find(no); found != self->second.end()) stored_ = found->second;
        if (stored_.by) row.changed_by = source_.names.at(*stored_.by) + ", " + to_vietnamese(stored_.at);
        const auto last = source_.last_year.find(no);
        row.cells[column::last] = {last == source_.last_year.end() ? "" : value_text(says, last->second)};
        return row;
    }

    // Last year's value that nobody has looked at stands in its own column and not in the unit's cells: it is typed anew, or
    // kept by a word.
    void add_entries(sheet::FormRow& row, const criteria::Indicator& says, bool open, const std::string& comment) {
        const Line now = stored_.prefilled ? Line{} : stored_.line;
        const sheet::Entry entry = entry_of(says);
        if (says.both_sexes) {
            row.cells[column::male] = {canonical(says, now.male), entry, open, comment};
            row.cells[column::female] = {canonical(says, now.female), entry, open};
            sexes_ = true;
        } else {
            row.cells[column::value] = {canonical(says, now.value), entry, open, comment};
        }
        if (says.if_present) {
            row.cells[column::absent] = {now.applicable == false ? left_out : "",
                                         sheet::Entry{sheet::Choices{{left_out}}, "Chọn nếu trên địa bàn không có."}, open};
            absent_ = true;
        }
        if (stored_.prefilled) {
            row.cells[column::keep] = {"", sheet::Entry{sheet::Choices{{kept}}, "Chọn “giữ nguyên” nếu số năm nay vẫn như năm trước."}, open};
            if (row.cells[column::last].text.empty()) row.cells[column::last] = {value_text(says, stored_.line)};
            keep_ = true;
        }
        row.cells[column::note] = {now.note, sheet::Entry{sheet::AnyText{longest_note}}, open};
    }

    std::string comment_of(const criteria::Indicator& says, const std::string& indicator_no, const sheet::FormRow& row) const {
        std::string text = "Mức quy định: " + row.cells.at(column::limit).text;
        if (const std::string& last = row.cells.at(column::last).text; !last.empty()) text += "\nNăm trước: " + last;
        if (is_guarded(set_, says.no)) text += "\nChỉ ghi kết quả; không ghi số liệu, nội dung thuộc bí mật nhà nước.";
        if (const auto stage = checking_stage(source_.opened.sheet.state))
            if (const auto item = source_.facts.items.find({*stage, indicator_no}); item != source_.facts.items.end() && item->second.state == ItemState::returned)
                text += "\nYêu cầu bổ sung, hoàn thiện: " + item->second.reason;
        return text;
    }

    sheet::Form finished() {
        const Round& round = source_.opened.round;
        const Sheet& sheet = source_.opened.sheet;
        sheet::Form form;
        form.stamp = {std::string(workbook_form),
                      {{"round", round.id.text()}, {"unit", sheet.unit.text()}, {"set", round.set},
                       {"set_version", std::to_string(round.set_version)}, {"sheet_version", std::to_string(sheet.version)}}};
        form.title = fmt::format("Biểu tự đánh giá năm {}", round.year);
        form.notes = {fmt::format("{}. {}. {}, phiên bản {}.", source_.unit_name, round.title, set_.title, round.set_version),
                      fmt::format("Chỉ điền các ô trắng; ô xám bị khóa. Hạn gửi: hết ngày {}. Biểu lập lúc {}.",
                                  to_vietnamese(source_.facts.last_day), to_vietnamese(source_.now)),
                      "Không ghi vào biểu nội dung thuộc bí mật nhà nước. Không chép biểu sang tệp khác: lưu tệp này và nạp lại chính tệp này."};
        if (keep_) form.notes.push_back("Số năm nay như năm trước thì chọn “giữ nguyên”; khác thì ghi số mới.");
        form.columns = {{column::no, "Số", 8}, {column::name, "Chỉ tiêu", 48}, {column::unit, "Đơn vị tính", 12},
                        {column::limit, "Mức quy định", 18}, {column::last, "Năm trước", 14}};
        if (keep_) form.columns.push_back({column::keep, "Giữ số năm trước", 10});
        form.columns.push_back({column::value, "Giá trị", 14});
        if (sexes_) form.columns.insert(form.columns.end(), {{column::male, "Nam", 10}, {column::female, "Nữ", 10}});
        if (absent_) form.columns.push_back({column::absent, "Không áp dụng", 14});
        form.columns.push_back({column::note, "Giải trình, ghi chú", 40});
        form.rows = std::move(rows_);
        form.made = source_.now;
        return form;
    }

    const WorkbookSource& source_;
    const criteria::CriteriaSet& set_;
    std::vector<sheet::FormRow> rows_;
    SavedLine stored_;    // of the row being built
    bool keep_ = false, sexes_ = false, absent_ = false;
};

}    // namespace

Result<sheet::Form> form_of(const WorkbookSource& source) { return Building(source).form(); }

Line line_of(const sheet::FormRow& form, const sheet::FilledRow& row, const SavedLine& stored) {
    const auto text = [&](const std::string& of) {
        const auto cell = row.cells.find(of);
        return cell == row.cells.end() ? std::string() : cell->second.value;
    };
    Line line = stored.line;
    if (text(column::keep).empty()) {
        line = {text(column::value), text(column::male), text(column::female), std::nullopt, ""};
        if (is_yes_no(form) && !line.value.empty()) line.value = line.value == yes ? "true" : "false";
        if (!text(column::absent).empty()) line.applicable = false;
    }
    line.note = text(column::note);
    return line;
}

}    // namespace cs::assessment
