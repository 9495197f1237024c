#include "scoring/score_form_sheet.hpp"

#include <fmt/core.h>

#include <set>

#include "base/shown.hpp"
#include "platform/i18n.hpp"
#include "scoring/effective.hpp"
#include "scoring/score_commands.hpp"
#include "scoring/score_keep.hpp"
#include "scoring/system_values.hpp"

namespace cs::scoring {
namespace {

namespace column = score_column;

const std::string yes_word = "có", no_word = "không", agreed = "đồng ý";
constexpr std::size_t longest_reason = 2'000;
const Decimal nothing = Decimal::whole(0), most_of_a_count = Decimal::whole(1'000'000'000'000);

std::string shown(const Decimal& number) { return decimal_comma(number.text()); }
std::string shown(Score score) { return shown(score.decimal()); }

std::string steps_of(const LeafRule& rule) {
    std::string text;
    const auto add = [&](const std::string& step) { text += (text.empty() ? ": " : "; ") + step; };
    for (const StepRow& row : rule.steps) add(fmt::format("{} {}: {} điểm", rule.is_low_better ? "đến" : "từ", shown(row.from), shown(row.points)));
    for (std::size_t i = 0; i < rule.places.size(); ++i) add(fmt::format("hạng {}: {} điểm", i + 1, shown(rule.places[i])));
    return text;
}

// How the score comes about, in the words of the table's screen.
std::string rule_text(const Item& leaf) {
    const LeafRule& rule = *leaf.leaf;
    std::string text = say("leaf_rule." + std::string(word_of(rule.rule)));
    if (rule.rule == Rule::per_case) return text + fmt::format(": {}{} điểm mỗi vụ việc", leaf.part == Part::base ? "trừ " : "", shown(rule.each));
    if (rule.rule == Rule::indicator) return text + fmt::format(": {} điểm mỗi đơn vị", shown(rule.each));
    if (rule.rule == Rule::met_criteria) return text + fmt::format(": {} điểm mỗi tiêu chí", shown(rule.each));
    return text + steps_of(rule);
}

sheet::Entry score_entry(const Table& table, const Item& leaf) {
    const std::string most = shown(leaf.max), step = shown(table.step);
    return {sheet::Between{nothing, leaf.max.decimal(), table.step.decimal()}, fmt::format("Từ 0 đến {}, bước {}.", most, step),
            fmt::format("Điểm từ 0 đến {}, là bội số của {}.", most, step)};
}

sheet::Entry yes_entry(const Item& leaf) {
    return {sheet::Choices{{yes_word, no_word}}, fmt::format("Có: {} điểm; không: 0 điểm.", shown(leaf.max)), "Chỉ chọn “có” hoặc “không”."};
}

sheet::Entry figure_entry(const LeafRule& rule) {
    const std::string hint = "Ghi số, không ghi dấu phân cách hàng nghìn.";
    if (rule.rule == Rule::steps || rule.rule == Rule::rank) return {sheet::AnyNumber{}, hint, "Phải là số."};    // a growth may be negative
    if (rule.rule == Rule::per_case || rule.rule == Rule::met_criteria)
        return {sheet::Between{nothing, most_of_a_count, Decimal::whole(1)}, "Ghi số nguyên.", "Phải là số nguyên, không âm."};
    return {sheet::Between{nothing, most_of_a_count}, hint, "Phải là số, không âm."};
}

class Building {
public:
    explicit Building(const ScoreFormSource& source)
        : s_(source), desk_(*source.opened.desk), table_(desk_.table()), points_(points_by_stage(source.opened, source.cells)) {}

    sheet::Form form() {
        int group = -1;
        for (std::size_t i = 0; i < table_.items.size(); ++i) {
            const Item& item = table_.items[i];
            if (item.group >= 0 && item.group != group) heading_of(table_.groups[static_cast<std::size_t>(item.group)]);
            group = item.group;
            item.leaf ? leaf(i) : parent(i);
        }
        total();
        return finished();
    }

private:
    // Stages before that say anything.
    std::vector<int> stages() const {
        std::vector<int> all;
        for (int p = 0; p < s_.position; ++p)
            if (points_[static_cast<std::size_t>(p)]) all.push_back(p);
        return all;
    }
    static std::string key_of(int stage) { return "stage" + std::to_string(stage); }
    std::string text(Score score) const { return decimal_comma(score.text(table_.decimals)); }

    void heading_of(const Group& group) {
        const std::string cap = group.cap ? fmt::format(" (nhiều nhất {} điểm)", shown(*group.cap)) : "";
        rows_.push_back({"", {{column::name, {group.title + cap}}}});
    }

    void parent(std::size_t i) {
        const Item& item = table_.items[i];
        sheet::FormRow row{"", {{column::no, {item.id}}, {column::name, {item.title}}, {column::max, {shown(item.max)}}}};
        for (const int p : stages()) row.cells[key_of(p)] = {text(points_[static_cast<std::size_t>(p)]->items[i])};
        rows_.push_back(std::move(row));
    }

    void total() {
        if (stages().empty()) return;
        sheet::FormRow row{"", {{column::name, {"Tổng điểm"}}, {column::max, {shown(table_.scale)}}}};
        for (const int p : stages()) row.cells[key_of(p)] = {text(points_[static_cast<std::size_t>(p)]->total)};
        rows_.push_back(std::move(row));
    }

    // "8,5", what it comes from, why.
    std::string said_at(int stage, std::size_t i) const {
        const auto cells = s_.cells.find(stage);
        const Item& item = table_.items[i];
        if (cells == s_.cells.end()) return "";
        const auto cell = cells->second.find(item.id);
        if (cell == cells->second.end() || cell->second.given.is_empty()) return "";
        std::string all = text(points_[static_cast<std::size_t>(stage)]->items[i]);
        if (item.leaf->is_computed()) all += "\n" + said(cell->second.given, false);
        return cell->second.reason.empty() ? all : all + "\nLý do: " + cell->second.reason;
    }

    void leaf(std::size_t i) {
        const Item& item = table_.items[i];
        const ScoreCell* own = nullptr;
        if (const auto stage = s_.cells.find(s_.position); stage != s_.cells.end())
            if (const auto found = stage->second.find(item.id); found != stage->second.end()) own = &found->second;
        sheet::FormRow row{item.id, {{column::name, {item.title}}, {column::max, {shown(item.max)}}, {column::rule, {rule_text(item)}}}, {}};
        if (own != nullptr) row.changed_by = changed_by(*own);
        if (item.leaf->source)
            if (const auto value = system_value(desk_.moment().tx, s_.opened.holder, *item.leaf->source, desk_.round().year)) {
                row.cells[column::system] = {fmt::format("{} (kết quả thẩm định năm {})", shown(value->actual), value->year)};
                system_ = true;
            }
        for (const int p : stages()) row.cells[key_of(p)] = {said_at(p, i)};
        add_entries(row, item, own);
        rows_.push_back(std::move(row));
    }

    std::string changed_by(const ScoreCell& cell) const {
        const auto name = cell.by ? s_.names.find(*cell.by) : s_.names.end();
        return (name == s_.names.end() ? "" : name->second + ", ") + to_vietnamese(cell.at);
    }

    void add_entries(sheet::FormRow& row, const Item& item, const ScoreCell* own) {
        const bool open = may_score_leaf(s_.opened, s_.position, item, s_.returns);
        const Given now = own != nullptr ? own->given : Given{};
        const std::string comment = comment_of(item, row);
        const auto entry = [&](const std::string& of, sheet::Entry takes, const std::string& beside) {
            row.cells[of] = {text_in(of, now), std::move(takes), open, beside};
            used_.insert(of);
        };
        switch (item.leaf->rule) {
            case Rule::manual: entry(column::score, score_entry(table_, item), comment); break;
            case Rule::yes_no: entry(column::yes, yes_entry(item), comment); break;
            default:
                if (item.leaf->needs_plan()) entry(column::plan, figure_entry(*item.leaf), "");
                entry(column::actual, figure_entry(*item.leaf), comment);
        }
        if (before(s_.cells, s_.position, item.id) != nullptr) {
            row.cells[column::agree] = {"", sheet::Entry{sheet::Choices{{agreed}}, "Chọn “đồng ý” nếu giữ như bước trước."}, open};
            used_.insert(column::agree);
        }
        row.cells[column::reason] = {own != nullptr ? own->reason : "", sheet::Entry{sheet::AnyText{longest_reason}}, open};
    }

    std::string comment_of(const Item& item, const sheet::FormRow& row) const {
        std::string text = fmt::format("Tối đa {} điểm. {}", shown(item.max), row.cells.at(column::rule).text);
        if (!item.evidence.empty()) text += "\nMinh chứng: " + item.evidence;
        if (const auto system = row.cells.find(column::system); system != row.cells.end()) text += "\nHệ thống: " + system->second.text;
        if (s_.position == 0)
            for (const ReturnedItem& r : s_.returns)
                if (r.leaf == item.id && !r.answered_at) text += fmt::format("\nGửi trả: {} (trả lời trước {})", r.reason, to_vietnamese(r.due_on));
        return text;
    }

    std::vector<sheet::FormColumn> columns() const {
        std::vector<sheet::FormColumn> all = {{column::no, "Mục", 8}, {column::name, "Nội dung chấm điểm", 44}, {column::max, "Điểm tối đa", 10},
                                              {column::rule, "Cách tính", 26}};
        if (system_) all.push_back({column::system, "Số liệu hệ thống", 16});
        for (const int p : stages()) all.push_back({key_of(p), fmt::format("Bước {}: {}", p + 1, desk_.round().stages[static_cast<std::size_t>(p)].title), 20});
        const std::vector<sheet::FormColumn> some = {{column::agree, "Đồng ý với bước trước", 12}, {column::score, "Điểm", 10}, {column::yes, "Có hay không", 10},
                                                     {column::plan, "Kế hoạch", 12}, {column::actual, "Thực hiện", 12}};
        for (const sheet::FormColumn& own : some)
            if (used_.contains(own.key)) all.push_back(own);
        all.push_back({column::reason, "Lý do, giải trình", 40});
        return all;
    }

    sheet::Form finished() {
        const ScoreRound& round = desk_.round();
        const RoundStage& stage = round.stages[static_cast<std::size_t>(s_.position)];
        const Day until = s_.position == 0 ? last_day(round, desk_.extensions(), s_.opened.sheet.unit) : stage.closes_on;
        const std::string now = to_vietnamese(desk_.moment().now);
        sheet::Form form;
        // The sheet and not the unit: in a blind round nothing in the file may say whose it is.
        form.stamp = {std::string(score_form),
                      {{"round", round.id.text()}, {"sheet", s_.opened.sheet.id.text()}, {"table", round.table.text()},
                       {"stage", std::to_string(s_.position)}}};
        form.title = fmt::format("Phiếu chấm điểm năm {}", round.year);
        form.notes = {fmt::format("{}. {}. {}, văn bản số {}.", s_.opened.label(), round.title, table_.title, table_.paper.number),
                      fmt::format("Bước {}: {}; hạn: hết ngày {}. Chỉ điền các ô trắng; ô xám bị khóa. Phiếu lập lúc {}.", s_.position + 1, stage.title,
                                  to_vietnamese(until), now),
                      "Không chép phiếu sang tệp khác: lưu tệp này và nạp lại chính tệp này."};
        if (s_.position > 0) form.notes.push_back("Giữ như bước trước thì chọn “đồng ý”; chấm khác thì ghi số mới và lý do.");
        form.columns = columns();
        form.rows = std::move(rows_);
        form.made = desk_.moment().now;
        return form;
    }

    const ScoreFormSource& s_;
    const ScoreDesk& desk_;
    const Table& table_;
    const std::vector<std::optional<Points>> points_;
    std::vector<sheet::FormRow> rows_;
    std::set<std::string> used_;    // of the columns that only some tables need
    bool system_ = false;
};

}    // namespace

sheet::Form form_of(const ScoreFormSource& source) { return Building(source).form(); }

std::string text_in(const std::string& of, const Given& given) {
    if (of == column::score) return given.score ? given.score->decimal().text() : "";
    if (of == column::plan) return given.plan ? given.plan->text() : "";
    if (of == column::actual) return given.actual ? given.actual->text() : "";
    if (of != column::yes || given.is_empty()) return "";
    return (given.score ? *given.score > Score() : *given.actual > nothing) ? yes_word : no_word;    // either way of saying it
}

Given given_in(const sheet::FilledRow& row) {
    const auto number = [&](const std::string& of) {
        const auto cell = row.cells.find(of);
        return cell == row.cells.end() ? std::nullopt : Decimal::parse(cell->second.value);
    };
    Given given{{}, number(column::plan), number(column::actual)};
    if (const auto score = number(column::score)) given.score = Score::from(*score).value_or(Score::hundredths(-1));
    if (const auto cell = row.cells.find(column::yes); cell != row.cells.end() && !cell->second.value.empty())
        given.actual = Decimal::whole(cell->second.value == yes_word ? 1 : 0);
    return given;
}

std::string said(const Given& given, bool is_yes_no) {
    if (is_yes_no) return text_in(column::yes, given);
    if (given.score) return shown(*given.score);
    std::string text = given.plan ? fmt::format("kế hoạch {}", shown(*given.plan)) : "";
    if (given.actual) text += (text.empty() ? "" : ", ") + fmt::format("thực hiện {}", shown(*given.actual));
    return text;
}

}    // namespace cs::scoring
