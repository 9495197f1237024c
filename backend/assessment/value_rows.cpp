#include "assessment/value_rows.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"

namespace cs::assessment {
namespace {

bool is_value(ColumnRole role) {
    return role == ColumnRole::value || role == ColumnRole::male || role == ColumnRole::female;
}

bool is_measured(const criteria::Indicator* says) {
    return says == nullptr || (says->kind != criteria::Kind::boolean && says->kind != criteria::Kind::text);
}

Done check_choice(const ImportChoice& choice, const UnitFinder& units, const KnownLines& lines) {
    std::vector<Fault> faults;
    std::set<std::pair<ColumnRole, std::string>> seen;
    bool unit = false, value = false;
    for (std::size_t i = 0; i < choice.columns.size(); ++i) {
        const ColumnUse& use = choice.columns[i];
        const std::string where = "columns[" + std::to_string(i) + "]";
        if (use.role == ColumnRole::skip) continue;
        unit = unit || use.role == ColumnRole::unit_code || use.role == ColumnRole::unit_name;
        value = value || is_value(use.role);
        if (!use.line.empty() && !lines.contains(use.line))
            faults.push_back({"assessment.line_unknown", {{"line", use.line}}, where + ".line"});
        if (!seen.insert({use.role, use.line}).second) faults.push_back({"assessment.import_column_twice", {}, where});
    }
    const bool is_long = seen.contains({ColumnRole::line, ""});
    for (std::size_t i = 0; i < choice.columns.size(); ++i)
        if (is_value(choice.columns[i].role) && choice.columns[i].line.empty() != is_long)
            faults.push_back({"assessment.import_value_without_line", {}, "columns[" + std::to_string(i) + "].line"});
    if (!unit) faults.push_back({"assessment.import_no_unit_column", {}, "columns"});
    if (!value) faults.push_back({"assessment.import_no_value_column", {}, "columns"});
    for (std::size_t i = 0; i < choice.units.size(); ++i)
        if (choice.units[i].unit && units.with_id(*choice.units[i].unit) == nullptr)
            faults.push_back({"assessment.import_unit_not_in_round", {}, "units[" + std::to_string(i) + "].unit_id"});
    if (!faults.empty()) return refuse("assessment.import_columns", std::move(faults));
    return {};
}

class Understanding {
public:
    Understanding(const ImportChoice& choice, const UnitFinder& units, const KnownLines& lines)
        : choice_(choice), units_(units), lines_(lines) {
        for (const UnitAnswer& answer : choice.units) answers_.emplace(answer.word, answer.unit);
    }

    void row(const std::vector<FileCell>& cells) {
        cells_ = &cells;
        const FileCell* value = first_value();
        if (value == nullptr) return;    // a heading inside the table, an empty row
        const auto unit = unit_of_row(*value);
        if (!unit) return;
        for (const ColumnUse& use : choice_.columns)
            if (is_value(use.role))
                if (const FileCell* cell = cell_at(use.column)) take(*unit, use, *cell);
    }

    UnderstoodFile out;

private:
    const FileCell* cell_at(std::uint32_t column) const {
        const auto found =
            std::find_if(cells_->begin(), cells_->end(), [&](const FileCell& cell) { return cell.column == column; });
        return found == cells_->end() || (found->word.text.empty() && !found->word.fault) ? nullptr : &*found;
    }
    const FileCell* cell_of(ColumnRole role) const {
        for (const ColumnUse& use : choice_.columns)
            if (use.role == role)
                if (const FileCell* cell = cell_at(use.column)) return cell;
        return nullptr;
    }
    const FileCell* first_value() const {
        for (const ColumnUse& use : choice_.columns)
            if (is_value(use.role))
                if (const FileCell* cell = cell_at(use.column)) return cell;
        return nullptr;
    }

    void fault(const FileCell& cell, Fault of) {
        of.where = cell.address, of.line = static_cast<int>(cell.row);
        out.faults.push_back({cell.row, cell.column, std::move(of)});
    }
    void remark(const FileCell& cell, Fault of) {
        of.where = cell.address, of.line = static_cast<int>(cell.row);
        out.remarks.push_back({cell.row, cell.column, std::move(of)});
    }

    std::optional<UnitId> unit_of_row(const FileCell& value) {
        const FileCell *code = cell_of(ColumnRole::unit_code), *name = cell_of(ColumnRole::unit_name),
                       *parent = cell_of(ColumnRole::parent_name);
        const FileCell* at = name != nullptr ? name : code;
        if (at == nullptr) return fault(value, {"assessment.import_no_unit", {}, {}, 0}), std::nullopt;
        const UnitWords words{code ? code->word.text : "", name ? name->word.text : "",
                              parent ? parent->word.text : ""};
        if (const auto answer = answers_.find(words.shown()); answer != answers_.end()) {
            out.rows_left_out += answer->second ? 0 : 1;
            return named(answer->second, *at);
        }
        const auto found = units_.find(words);
        if (found.empty() && is_total(words.name.empty() ? words.code : words.name)) {
            ++out.rows_left_out;
            return remark(*at, {"assessment.import_total", {{"found", words.shown()}}, {}, 0}), std::nullopt;
        }
        if (found.size() != 1) return ask(words, *at, found.empty() ? units_.similar(words) : found), std::nullopt;
        if (code != nullptr && name != nullptr && !units_.is_named(*found.front(), words.name)) {
            fault(*at, {"assessment.import_code_and_name",
                        {{"code", words.code}, {"name", words.name}, {"unit", found.front()->name}},
                        {},
                        0});
            return std::nullopt;
        }
        return named(found.front()->id, *at);
    }

    std::optional<UnitId> named(const std::optional<UnitId>& unit, const FileCell& at) {
        if (unit) out.named_at.try_emplace(*unit, at);
        return unit;
    }

    void ask(const UnitWords& words, const FileCell& at, const std::vector<const KnownUnit*>& options) {
        if (!asked_.insert(words.shown()).second) return;
        UnitQuestion question{words.shown(), at.row, at.column, at.address, {}};
        for (const KnownUnit* unit : options) question.options.push_back(*unit);
        out.questions.push_back(std::move(question));
    }

    // The line a value is about: its column's, or in the long form its row's.
    std::optional<std::string> line_of(const ColumnUse& use, const FileCell& value) {
        if (!use.line.empty()) return use.line;
        const FileCell* cell = cell_of(ColumnRole::line);
        if (cell == nullptr) return fault(value, {"assessment.import_no_line", {}, {}, 0}), std::nullopt;
        if (lines_.contains(cell->word.text)) return cell->word.text;
        fault(*cell, {"assessment.line_unknown", {{"line", cell->word.text}}, {}, 0});
        return std::nullopt;
    }

    void take(const UnitId& unit, const ColumnUse& use, const FileCell& cell) {
        const auto no = line_of(use, cell);
        if (!no) return;
        if (cell.is_merged) return fault(cell, {"assessment.import_merged", {}, {}, 0});
        const criteria::Indicator* says = lines_.at(*no);
        if (says != nullptr && says->both_sexes && use.role == ColumnRole::value)
            return fault(cell, {"assessment.import_sexes", {{"line", *no}}, {}, 0});
        GivenLine& given = out.lines[unit][*no];
        std::string Line::*part = use.role == ColumnRole::male     ? &Line::male
                                  : use.role == ColumnRole::female ? &Line::female
                                                                   : &Line::value;
        if (!(given.says.*part).empty() || given.says.applicable)
            return fault(cell,
                         {"assessment.import_twice", {{"line", *no}, {"other", given.cells.front().address}}, {}, 0});
        given.cells.push_back(cell);
        if (fold(cell.word.text) == "khong ap dung") return leave_out(cell, *no, says, given.says);
        const CellReading& read = is_measured(says) ? cell.number : cell.word;
        for (const Fault& each : read.remarks) remark(cell, each);
        if (read.fault) return fault(cell, *read.fault);
        given.says.*part = read.text;
        if (const FileCell* note = cell_of(ColumnRole::note)) given.says.note = note->word.text;
    }

    void leave_out(const FileCell& cell, const std::string& no, const criteria::Indicator* says, Line& line) {
        if (says == nullptr || !says->if_present)
            return fault(cell, {"criteria.applicable_not_allowed", {{"indicator", no}}, {}, 0});
        line.applicable = false;
    }

    const ImportChoice& choice_;
    const UnitFinder& units_;
    const KnownLines& lines_;
    std::map<std::string, std::optional<UnitId>> answers_;
    std::set<std::string> asked_;
    const std::vector<FileCell>* cells_ = nullptr;
};

}    // namespace

Result<UnderstoodFile> understand(const ValueFile& file, const ImportChoice& choice, const UnitFinder& units,
                                  const KnownLines& lines) {
    CS_TRY_DONE(check_choice(choice, units, lines));
    Understanding all(choice, units, lines);
    for (const auto& cells : file.rows)
        if (!cells.empty() && cells.front().row >= choice.first_row) all.row(cells);
    return std::move(all.out);
}

}    // namespace cs::assessment
