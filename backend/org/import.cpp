#include "org/import.hpp"

#include <map>
#include <set>

#include "base/csv.hpp"
#include "base/text.hpp"

namespace cs::org {
namespace {

const std::vector<std::string> header = {"unit", "code", "name", "kind", "parent", "rural", "region", "from", "until"};

struct Row {
    int line;
    std::string unit, parent;
    UnitState state;
    Period period;
};

class Import {
public:
    Import(const Forest& known, const Ids& ids) : known_(known), ids_(ids) {}

    Result<std::vector<UnitVersion>> read(std::string_view bytes) {
        auto csv = read_csv(bytes, header);
        if (!csv) {
            csv.error().code = "org.import_faulty";
            return tl::unexpected(std::move(csv).error());
        }
        for (const CsvRow& row : csv->rows) read(row);
        for (const Row& row : rows_) ids_of_.try_emplace(row.unit, ids_("unit:" + row.unit));
        if (rows_.empty() && faults_.empty()) fault(1, "org.row_empty");
        check_states();
        check_codes();
        for (Row& row : rows_) place(row);
        if (!faults_.empty()) return refuse("org.import_faulty", std::move(faults_));
        return versions();
    }

private:
    void fault(int line, std::string code, Args args = {}) {
        faults_.push_back({std::move(code), std::move(args), {}, line});
    }

    void bad(int line, const std::string& column, const std::string& value) {
        fault(line, "org.bad_cell", {{"column", column}, {"value", value}});
    }

    void read(const CsvRow& csv) {
        const auto cell = [&](std::size_t i) { return std::string(trim(csv.cells[i])); };
        const std::size_t before = faults_.size();
        Row row{csv.line,
                cell(0).empty() ? cell(1) : cell(0),
                cell(4),
                {cell(2), UnitKind::other, cell(1), {}, false, {}},
                {first_recorded_day, {}}};
        if (row.unit.empty()) bad(csv.line, "unit", "");
        if (row.state.name.empty()) bad(csv.line, "name", "");
        if (const auto kind = parse_word<UnitKind>(cell(3))) {
            row.state.kind = *kind;
        } else {
            const std::vector<std::string> all(words<UnitKind>.begin(), words<UnitKind>.end());
            fault(csv.line, "org.kind_unknown", {{"kind", cell(3)}, {"meant", nearest(cell(3), all).value_or("–")}});
        }
        row.state.rural = is_rural(row.state.kind);
        if (cell(5) == "true" || cell(5) == "false")
            row.state.rural = cell(5) == "true";
        else if (!cell(5).empty())
            bad(csv.line, "rural", cell(5));
        row.state.region = parse_word<Region>(cell(6));
        if (!row.state.region && !cell(6).empty()) bad(csv.line, "region", cell(6));
        read_period(row, cell(7), cell(8));
        if (faults_.size() == before) rows_.push_back(std::move(row));
    }

    void read_period(Row& row, const std::string& from, const std::string& until) {
        const auto first = parse_day(from), end = parse_day(until);
        if (!first) return bad(row.line, "from", from);
        if (!end && !until.empty()) return bad(row.line, "until", until);
        row.period = {*first, end};
        if (*first < first_recorded_day)
            fault(row.line, "org.before_records",
                  {{"day", to_vietnamese(*first)}, {"first", to_vietnamese(first_recorded_day)}});
        if (end && *end <= *first) fault(row.line, "org.until_before_from", {{"from", from}, {"until", until}});
    }

    // On no day has a unit two states; two parents are the case worth its own words.
    void check_states() {
        std::map<std::string, std::vector<const Row*>> by_unit;
        for (const Row& row : rows_) {
            for (const Row* other : by_unit[row.unit]) {
                if (!other->period.overlaps(row.period)) continue;
                fault(row.line, other->parent == row.parent ? "org.state_twice" : "org.two_parents",
                      {{"unit", row.state.name}, {"other", std::to_string(other->line)}});
            }
            by_unit[row.unit].push_back(&row);
        }
    }

    void check_codes() {
        std::map<std::string, std::vector<const Row*>> by_code;
        for (const Row& row : rows_) {
            if (row.state.code.empty()) continue;
            for (const Row* other : by_code[row.state.code])
                if (other->unit != row.unit && other->period.overlaps(row.period))
                    fault(row.line, "org.code_twice",
                          {{"code", row.state.code}, {"unit", row.state.name}, {"other", other->state.name}});
            by_code[row.state.code].push_back(&row);
            for (const UnitVersion* holder : known_.holders(row.state.code))
                if (holder->period.overlaps(row.period))
                    fault(row.line, "org.code_taken", {{"code", row.state.code}, {"other", holder->state.name}});
        }
    }

    struct Above {  // the states a parent has, from the file or from the records
        UnitId id;
        std::vector<std::pair<Period, UnitKind>> states;
    };
    std::optional<Above> above(const Row& row) const {
        if (const auto local = ids_of_.find(row.parent); local != ids_of_.end()) {
            Above found{UnitId(local->second), {}};
            for (const Row& r : rows_)
                if (r.unit == row.parent) found.states.emplace_back(r.period, r.state.kind);
            return found;
        }
        const UnitVersion* holder = known_.with_code(row.parent, row.period.from);
        if (!holder) return std::nullopt;
        Above found{holder->unit, {}};
        for (const UnitVersion* v : known_.history(holder->unit)) found.states.emplace_back(v->period, v->state.kind);
        return found;
    }

    void place(Row& row) {
        if (row.parent.empty()) {
            if (!may_stand_alone(row.state.kind)) fault(row.line, "org.parent_missing", {{"unit", row.state.name}});
            return;
        }
        const auto parent = above(row);
        if (!parent)
            return fault(row.line, "org.parent_unknown",
                         {{"code", row.parent}, {"day", to_vietnamese(row.period.from)}});
        row.state.parent = parent->id;
        for (const auto& [period, kind] : parent->states)
            if (period.overlaps(row.period) && !may_stand_under(row.state.kind, kind))
                return fault(
                    row.line, "org.wrong_level",
                    {{"unit", row.state.name}, {"kind", std::string(word_of(row.state.kind))}, {"parent", row.parent}});
        check_cover(row, *parent);
        check_cycle(row);
    }

    void check_cover(const Row& row, const Above& parent) {
        auto states = parent.states;
        std::sort(states.begin(), states.end(), [](auto& a, auto& b) { return a.first.from < b.first.from; });
        Day covered = row.period.from;  // the first day not yet covered
        for (const auto& [period, kind] : states) {
            if (!period.has(covered)) continue;
            if (!period.until || (row.period.until && *period.until >= *row.period.until)) return;
            covered = *period.until;
        }
        fault(row.line, covered == row.period.from ? "org.parent_not_yet" : "org.child_outlives_parent",
              {{"unit", row.state.name},
               {"code", row.state.code},
               {"parent", row.parent},
               {"day", to_vietnamese(covered)}});
    }

    void check_cycle(const Row& row) {
        std::set<std::string> seen{row.unit};
        for (const Row* at = &row; at;) {
            const Row* up = nullptr;
            for (const Row& r : rows_)
                if (r.unit == at->parent && r.period.overlaps(row.period)) up = &r;
            if (up && !seen.insert(up->unit).second)
                return fault(row.line, "org.cycle", {{"unit", row.state.name}, {"parent", row.parent}});
            at = up;
        }
    }

    std::vector<UnitVersion> versions() const {
        std::vector<UnitVersion> found;
        for (const Row& row : rows_)
            found.push_back({VersionId(ids_("version:" + row.unit + ':' + to_text(row.period.from))),
                             UnitId(ids_of_.at(row.unit)), row.period, row.state, std::nullopt, std::nullopt});
        return found;
    }

    const Forest& known_;
    const Ids& ids_;
    std::vector<Row> rows_;
    std::vector<Fault> faults_;
    std::map<std::string, std::string> ids_of_;
};

}  // namespace

Result<std::vector<UnitVersion>> read_import(const Forest& known, std::string_view csv, const Ids& ids) {
    return Import(known, ids).read(csv);
}

}  // namespace cs::org
