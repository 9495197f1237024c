#include "scoring/sheets_csv.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/csv.hpp"
#include "base/text.hpp"

namespace cs::scoring {
namespace {

enum Column : std::size_t { unit, cluster, item, stage, score, plan, actual, reason };
const std::vector<std::string> header = {"unit", "cluster", "item", "stage", "score", "plan", "actual", "reason"};

std::optional<bool> yes_no(std::string_view text) {
    const std::string folded = fold(text);
    for (const char* yes : {"true", "1", "yes", "co", "dat"})
        if (folded == yes) return true;
    for (const char* no : {"false", "0", "no", "khong", "khong dat", "chua dat"})
        if (folded == no) return false;
    return std::nullopt;
}

struct Cell {
    Given given;
    int line = 0;
    bool has_reason = false;
};

// What the rows say of one unit, before the stages are put together.
struct Seen {
    UnitSheet sheet;
    std::vector<std::vector<Cell>> cells;    // [stage][leaf]
    std::map<std::string, int> facts;        // "@late_days" -> its line
    int line = 0;
};

class Reader {
public:
    explicit Reader(const Table& table) : table_(table) {
        for (std::size_t n = 0; n < table.leaves.size(); ++n) leaf_at_.emplace(table.leaf(n).id, n);
    }

    void row(const CsvRow& row) {
        line_ = row.line;
        const std::string name(trim(row.cells[unit])), among(trim(row.cells[cluster])), what(trim(row.cells[item]));
        if (name.empty()) return fault("scoring.unit_missing", {}, "unit");
        if (among.empty()) return fault("scoring.cluster_missing", {{"unit", name}}, "cluster");
        Seen& of = unit_named(name, among);
        if (of.sheet.cluster != among)
            return fault("scoring.two_clusters", {{"unit", name}, {"first", of.sheet.cluster}, {"second", among}}, "cluster");
        what.starts_with("@") ? fact(row, what, of) : leaf(row, what, of);
    }

    std::vector<UnitSheet> sheets() {
        std::vector<UnitSheet> all;
        for (auto& [name, seen] : units_) {
            settle(seen);
            all.push_back(std::move(seen.sheet));
        }
        return all;
    }

    std::vector<Fault> faults;

private:
    Seen& unit_named(const std::string& name, const std::string& among) {
        const auto [found, is_new] = units_.try_emplace(name);
        Seen& of = found->second;
        if (is_new) {
            of.sheet.unit = name;
            of.sheet.cluster = among;
            of.sheet.leaves.resize(table_.leaves.size());
            of.sheet.facts.resize(table_.knock_outs.size());
            of.cells.resize(table_.stages.size());
            of.line = line_;
        }
        return of;
    }

    // ---- Points

    void leaf(const CsvRow& row, const std::string& id, Seen& of) {
        const auto found = leaf_at_.find(id);
        if (found == leaf_at_.end())
            return fault(table_.item_named(id) ? "scoring.item_not_leaf" : "scoring.item_unknown", {{"id", id}}, "item");
        const std::string named(trim(row.cells[stage]));
        const auto at = table_.stage_named(named);
        if (!at) return fault("scoring.stage_unknown", {{"found", named}}, "stage");
        const Item& leaf = table_.leaf(found->second);
        if (table_.stages[static_cast<std::size_t>(*at)].is_by_field && leaf.scorer.empty())
            return fault("scoring.not_by_field", {{"id", id}, {"stage", named}}, "stage");
        auto& cells = of.cells[static_cast<std::size_t>(*at)];
        cells.resize(table_.leaves.size());
        Cell& cell = cells[found->second];
        if (cell.line != 0)
            return fault("scoring.row_twice", {{"unit", of.sheet.unit}, {"id", id}, {"line", std::to_string(cell.line)}}, "item");
        cell = {given(row, leaf), line_, !trim(row.cells[reason]).empty()};
        if (auto wrong = fault_of(table_, leaf, cell.given)) fault(std::move(wrong->code), std::move(wrong->args), "item");
    }

    Given given(const CsvRow& row, const Item& leaf) {
        Given all;
        if (const auto points = number(row, score)) {
            all.score = Score::from(*points);
            if (!all.score) fault("scoring.off_the_step", {{"id", leaf.id}, {"found", points->text()}, {"step", table_.step.decimal().text()}}, "score");
        }
        all.plan = number(row, plan);
        const std::string_view text = trim(row.cells[actual]);
        const auto is = leaf.leaf->rule == Rule::yes_no && !text.empty() ? yes_no(text) : std::nullopt;
        if (is)
            all.actual = Decimal::whole(*is ? 1 : 0);
        else if (leaf.leaf->rule == Rule::yes_no && !text.empty())
            fault("scoring.not_yes_no", {{"found", std::string(text)}}, "actual");
        else
            all.actual = number(row, actual);
        return all;
    }

    std::optional<Decimal> number(const CsvRow& row, Column column) {
        const std::string_view text = trim(row.cells[column]);
        if (text.empty()) return std::nullopt;
        const auto value = Decimal::parse(text);
        if (!value) fault("scoring.not_a_number", {{"found", std::string(text)}}, header[column]);
        return value;
    }

    // ---- Facts beside the points

    void fact(const CsvRow& row, const std::string& what, Seen& of) {
        for (const Column column : {stage, score, plan})
            if (!trim(row.cells[column]).empty()) fault("scoring.fact_in_actual", {{"id", what}}, header[column]);
        if (const auto [first, is_new] = of.facts.emplace(what, line_); !is_new)
            return fault("scoring.fact_twice", {{"id", what}, {"line", std::to_string(first->second)}}, "item");
        const std::string said(trim(row.cells[actual])), words(trim(row.cells[reason]));
        for (const bool is_hold : {false, true})
            if (const std::string_view prefix = is_hold ? "@hold:" : "@knock_out:"; what.starts_with(prefix))
                return knock_out(what.substr(prefix.size()), is_hold, said, words, of);
        if (what == "@last_year") {
            const auto total = number(row, actual);
            of.sheet.last_year = total ? Score::from(*total) : std::nullopt;
            if (!of.sheet.last_year) fault("scoring.not_a_number", {{"found", said}}, "actual");
            return;
        }
        const auto whole = Decimal::parse(said);
        const bool counts_from_0 = what == "@late_days";
        if (what != "@late_days" && what != "@council_place" && what != "@adjusted_place") return fault("scoring.fact_unknown", {{"id", what}}, "item");
        if (!whole || !whole->is_whole() || *whole < Decimal::whole(counts_from_0 ? 0 : 1) || *whole > Decimal::whole(1'000'000))
            return fault("scoring.not_whole", {{"id", what}, {"found", said}}, "actual");
        const int n = static_cast<int>(whole->units());
        if (what == "@late_days") of.sheet.late_days = n;
        if (what == "@council_place") of.sheet.council_place = n;
        if (what != "@adjusted_place") return;
        if (words.empty()) return fault("scoring.minutes_missing", {{"id", what}}, "reason");
        of.sheet.adjustment = Adjustment{n, words};
    }

    void knock_out(const std::string& id, bool is_hold, const std::string& said, const std::string& words, Seen& of) {
        for (std::size_t i = 0; i < table_.knock_outs.size(); ++i) {
            const KnockOut& rule = table_.knock_outs[i];
            if (rule.id != id || rule.is_hold != is_hold) continue;
            of.sheet.facts[i] = read_fact(rule, said, words);
            return;
        }
        fault("scoring.fact_unknown", {{"id", (is_hold ? "@hold:" : "@knock_out:") + id}}, "item");
    }

    UnitFact read_fact(const KnockOut& rule, const std::string& said, const std::string& words) {
        if (const std::string folded = fold(said); folded == "unconfirmed" || folded == "chua xac nhan") return {UnitFact::Is::unconfirmed, {}, words};
        if (rule.above) {
            const auto amount = Decimal::parse(said);
            if (!amount) fault("scoring.not_a_number", {{"found", said}}, "actual");
            if (!amount) return {};
            return {*amount > *rule.above ? UnitFact::Is::yes : UnitFact::Is::no, amount->text(), words};
        }
        const auto is = yes_no(said);
        if (!is) fault("scoring.not_yes_no", {{"found", said}}, "actual");
        return {is.value_or(false) ? UnitFact::Is::yes : UnitFact::Is::no, is.value_or(false) ? "true" : "false", words};
    }

    // ---- The stages of a unit

    // Each leaf counts as the last stage that scored it says. The last stage with rows must have scored every leaf of the
    // tree; a stage by field those of its scorers, the rest stands as the stage before left it. Bonus and penalty leaves
    // that nobody scored are nothing.
    void settle(Seen& of) {
        int last = -1, last_whole = -1;
        for (std::size_t s = 0; s < of.cells.size(); ++s) {
            if (of.cells[s].empty()) continue;
            last = static_cast<int>(s);
            if (!table_.stages[s].is_by_field) last_whole = last;
        }
        for (std::size_t n = 0; n < table_.leaves.size(); ++n) {
            reasons(of, n);
            const bool by_field = last >= 0 && table_.stages[static_cast<std::size_t>(last)].is_by_field && !table_.leaf(n).scorer.empty();
            const int wanted = by_field ? last : last_whole;
            const Cell* cell = wanted < 0 || of.cells[static_cast<std::size_t>(wanted)].empty() ? nullptr : &of.cells[static_cast<std::size_t>(wanted)][n];
            if (cell && !cell->given.is_empty()) {
                of.sheet.leaves[n] = cell->given;
            } else if (table_.leaf(n).part == Part::base) {
                line_ = cell && cell->line > 0 ? cell->line : of.line;
                const std::string stage_id = wanted < 0 ? table_.stages.front().id : table_.stages[static_cast<std::size_t>(wanted)].id;
                fault("scoring.leaf_missing", {{"unit", of.sheet.unit}, {"id", table_.leaf(n).id}, {"stage", stage_id}}, "item");
            }
        }
    }

    void reasons(const Seen& of, std::size_t n) {
        if (!table_.wants_reasons) return;
        const Given* before = nullptr;
        for (const auto& cells : of.cells) {
            if (cells.empty() || cells[n].given.is_empty()) continue;
            if (before && *before != cells[n].given && !cells[n].has_reason) {
                line_ = cells[n].line;
                fault("scoring.reason_missing", {{"unit", of.sheet.unit}, {"id", table_.leaf(n).id}}, "reason");
            }
            before = &cells[n].given;
        }
    }

    void fault(std::string code, Args args, const std::string& where) { faults.push_back({std::move(code), std::move(args), where, line_}); }

    const Table& table_;
    std::unordered_map<std::string, std::size_t> leaf_at_;
    std::map<std::string, Seen> units_;
    int line_ = 0;
};

}    // namespace

Result<std::vector<UnitSheet>> read_sheets(const Table& table, std::string_view csv) {
    CS_TRY(const Csv rows, read_csv(csv, header));
    Reader reader(table);
    for (const CsvRow& row : rows.rows) reader.row(row);
    auto sheets = reader.sheets();
    std::stable_sort(reader.faults.begin(), reader.faults.end(), [](const Fault& a, const Fault& b) { return a.line < b.line; });
    if (reader.faults.empty() && sheets.empty()) reader.faults.push_back({"scoring.no_rows", {}, {}, 1});
    if (!reader.faults.empty()) return refuse("scoring.sheets_refused", std::move(reader.faults));
    return sheets;
}

}    // namespace cs::scoring
