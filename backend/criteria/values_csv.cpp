#include "criteria/values_csv.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/csv.hpp"
#include "base/text.hpp"

namespace cs::criteria {
namespace {

enum Column : std::size_t { unit, indicator, value, value_male, value_female, applicable };
const std::vector<std::string> header = {"unit", "indicator", "value", "value_male", "value_female", "applicable"};

const Indicator& fact() {
    static const Indicator says = [] {
        Indicator i;
        i.kind = Kind::count;
        return i;
    }();
    return says;
}

// What a row of the file may name.
struct RowKind {
    const Indicator* says;
    std::size_t slot;
    const PlannedIndicator* parent = nullptr;    // of a sub-condition
};

std::unordered_map<std::string, RowKind> rows_of(const Plan& plan) {
    std::unordered_map<std::string, RowKind> rows;
    const auto add = [&](const PlannedIndicator& planned) {
        rows.emplace(planned.own.says->no, RowKind{planned.own.says, planned.own.slot});
        for (const Leaf& part : planned.parts) rows.emplace(part.says->no, RowKind{part.says, part.slot, &planned});
    };
    for (const PlannedIndicator& condition : plan.preconditions) add(condition);
    for (const PlannedCriterion& criterion : plan.criteria)
        for (const PlannedIndicator& planned : criterion.indicators) add(planned);
    for (const auto& [name, slot] : plan.facts) rows.emplace(name, RowKind{&fact(), slot});
    return rows;
}

class Reader {
public:
    explicit Reader(const Plan& plan) : plan_(plan), rows_(rows_of(plan)) {}

    void row(const CsvRow& row) {
        line_ = row.line;
        const std::string name(trim(row.cells[unit])), no(trim(row.cells[indicator]));
        if (name.empty()) fault("criteria.unit_missing", {}, "unit");
        const auto found = rows_.find(no);
        if (found == rows_.end()) return fault("criteria.indicator_unknown", {{"indicator", no}}, "indicator");
        if (name.empty()) return;
        UnitSeen& of = unit_named(name);
        if (int& first = of.lines[found->second.slot]; first == 0)
            first = line_;
        else
            return fault("criteria.pair_twice", {{"unit", name}, {"indicator", no}, {"line", std::to_string(first)}},
                         "indicator");
        cells(row, found->second, units_[of.index].cells);
    }

    // A yes/no indicator is given whole or by its parts, never both.
    void whole_or_parts() {
        for (const UnitSeen& of : seen_)
            for (const auto& [no, kind] : rows_) {
                if (!kind.parent || !kind.parent->whole_or_parts()) continue;
                const std::vector<Cell>& cells = units_[of.index].cells;
                const Cell& whole = cells[kind.parent->own.slot];
                if (!cells[kind.slot].given() || !(whole.given() || whole.not_applicable)) continue;
                line_ = of.lines[kind.slot];
                fault("criteria.whole_and_parts", {{"unit", units_[of.index].unit}, {"indicator", no}}, "indicator");
            }
    }

    std::vector<UnitValues> take() { return std::move(units_); }
    std::vector<Fault> faults;

private:
    struct UnitSeen {
        std::size_t index;
        std::vector<int> lines;    // of each slot; 0: not seen
    };

    void cells(const CsvRow& row, const RowKind& kind, std::vector<Cell>& into) {
        const bool sexes = kind.says->both_sexes;
        if (!sexes && (!trim(row.cells[value_male]).empty() || !trim(row.cells[value_female]).empty()))
            fault("criteria.sexes_not_asked", {{"indicator", kind.says->no}}, "value_male");
        if (sexes) {
            into[kind.slot] = cell(row, value_male, *kind.says);
            into[kind.slot + 1] = cell(row, value_female, *kind.says);
        } else {
            into[kind.slot] = cell(row, value, *kind.says);
        }
        into[kind.slot].not_applicable = left_out(row, *kind.says);
    }

    Cell cell(const CsvRow& row, Column column, const Indicator& says) {
        const std::string_view text = trim(row.cells[column]);
        if (text.empty()) return {};
        const auto bad = [&](const char* code) {
            fault(code, {{"indicator", says.no}, {"found", std::string(text)}}, header[column]);
            return Cell{};
        };
        const auto amount = parse_amount(says, text);
        if (!amount)
            return bad(says.kind == Kind::boolean  ? "criteria.value_not_yes_no"
                       : says.kind == Kind::text ? "criteria.value_not_in_scale"
                                                 : "criteria.value_not_number");
        if (!amount->number) return {std::nullopt, amount->text};
        const bool measured = says.kind != Kind::boolean && says.kind != Kind::text;
        if (measured && says.bounded() && (*amount->number < Decimal::whole(0) || *amount->number > Decimal::whole(100)))
            return bad("criteria.value_percent");
        if (measured && *amount->number < Decimal::whole(0)) return bad("criteria.value_negative");
        return {amount->number, says.kind == Kind::text ? std::optional(amount->text) : std::nullopt};
    }

    bool left_out(const CsvRow& row, const Indicator& says) {
        static const Indicator yes_no = {};
        const std::string_view text = trim(row.cells[applicable]);
        if (text.empty()) return false;
        const auto said = parse_amount(yes_no, text);
        if (!said) {
            fault("criteria.applicable_word", {{"found", std::string(text)}}, "applicable");
            return false;
        }
        if (said->text == "true") return false;
        if (!says.if_present) fault("criteria.applicable_not_allowed", {{"indicator", says.no}}, "applicable");
        return says.if_present;
    }

    UnitSeen& unit_named(const std::string& name) {
        const auto [found, added] = by_name_.try_emplace(name, seen_.size());
        if (added) {
            seen_.push_back({units_.size(), std::vector<int>(plan_.slots)});
            units_.push_back({name, std::vector<Cell>(plan_.slots)});
        }
        return seen_[found->second];
    }

    void fault(std::string code, Args args, const std::string& column) {
        faults.push_back({std::move(code), std::move(args), column, line_});
    }

    const Plan& plan_;
    std::unordered_map<std::string, RowKind> rows_;
    std::unordered_map<std::string, std::size_t> by_name_;
    std::vector<UnitSeen> seen_;
    std::vector<UnitValues> units_;
    int line_ = 0;
};

}    // namespace

Result<std::vector<UnitValues>> read_values(const Plan& plan, std::string_view bytes) {
    auto csv = read_csv(bytes, header);
    if (!csv) return refuse("criteria.values_refused", std::move(csv.error().faults));
    Reader reader(plan);
    for (const CsvRow& row : csv->rows) reader.row(row);
    reader.whole_or_parts();
    std::stable_sort(reader.faults.begin(), reader.faults.end(), [](const Fault& a, const Fault& b) { return a.line < b.line; });
    if (!reader.faults.empty()) return refuse("criteria.values_refused", std::move(reader.faults));
    return reader.take();
}

}    // namespace cs::criteria
