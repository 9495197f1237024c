#include "ranking/ranking.hpp"

#include <algorithm>
#include <span>

#include "ranking/ties.hpp"

namespace cs::ranking {
namespace {

using scoring::Table;
using scoring::UnitFact;
using scoring::UnitSheet;
using Sheets = std::span<const UnitSheet* const>;

class Cluster {
public:
    Cluster(const Table& table, Sheets sheets, Ranking& into) : table_(table), sheets_(sheets), into_(into) {}

    void rank() {
        place_by_rank();
        rows_.resize(sheets_.size());
        std::vector<Standing> standing;
        for (std::size_t i = 0; i < sheets_.size(); ++i) {
            fill(rows_[i], *sheets_[i], i);
            if (!rows_[i].is_excluded) standing.push_back({&rows_[i], sheets_[i]});
        }
        order(table_, standing);
        classify(standing);
        progress(standing);
        for (const Standing& one : standing) into_.rows.push_back(std::move(*one.row));
        for (Row& row : rows_)
            if (row.is_excluded) into_.rows.push_back(std::move(row));
    }

private:
    // Leaves whose points are the place among the cluster.
    void place_by_rank() {
        places_.assign(sheets_.size(), {});
        for (std::size_t n = 0; n < table_.leaves.size(); ++n) {
            const scoring::LeafRule& rule = *table_.leaf(n).leaf;
            if (rule.rule != scoring::Rule::rank) continue;
            std::vector<std::optional<Decimal>> actuals;
            for (const UnitSheet* sheet : sheets_) actuals.push_back(sheet->leaves[n].actual);
            const auto places = scoring::places_of(actuals, rule.is_low_better);
            for (std::size_t i = 0; i < sheets_.size(); ++i) {
                places_[i].resize(table_.leaves.size());
                places_[i][n] = places[i];
            }
        }
    }

    void fill(Row& row, const UnitSheet& sheet, std::size_t at) {
        row.unit = sheet.unit;
        row.cluster = sheet.cluster;
        row.points = scoring::total_points(table_, sheet.leaves, places_[at], sheet.late_days);
        for (std::size_t k = 0; k < table_.knock_outs.size(); ++k) judge(row, table_.knock_outs[k], sheet.facts[k]);
        for (const scoring::Cut& cut : row.points.cuts) {
            const bool is_late = cut.rule == "late";
            row.because.push_back({cut.rule, is_late ? "" : cut.id, is_late ? cut.id : points(cut.from), points(is_late ? -cut.to : cut.to)});
        }
        if (sheet.adjustment)
            row.because.push_back({.rule = "adjusted", .fact = std::to_string(sheet.adjustment->place), .reason = sheet.adjustment->minutes});
    }

    // Only what is confirmed excludes; what nobody has confirmed marks.
    static void judge(Row& row, const scoring::KnockOut& rule, const UnitFact& fact) {
        const bool is_unknown = fact.is == UnitFact::Is::unconfirmed || (fact.is == UnitFact::Is::unsaid && rule.holds_when_unknown);
        if (fact.is != UnitFact::Is::yes && !is_unknown) return;
        const bool excludes = fact.is == UnitFact::Is::yes && !rule.is_hold;
        (excludes ? row.is_excluded : row.is_on_hold) = true;
        row.because.push_back({excludes ? "knock_out" : is_unknown ? "unconfirmed" : "hold", rule.id, fact.found, {}, rule.clause, fact.reason});
    }

    // Best class first; who finds no place left in one falls to the next. Equals enter together or not at all: which of
    // them is better nobody has said. Once a place is refused the class is closed to all who come after.
    void classify(const std::vector<Standing>& standing) {
        const int ranked = static_cast<int>(standing.size());
        std::vector<int> places;
        for (const scoring::Class& one : table_.classes) places.push_back(one.quota ? one.quota->of(ranked) : ranked);
        for (std::size_t from = 0, to = 0; from < standing.size(); from = to) {
            while (to < standing.size() && standing[to].row->rank == standing[from].row->rank) ++to;
            classify(std::span(standing).subspan(from, to - from), places);
        }
    }

    void classify(std::span<const Standing> equals, std::vector<int>& places) const {
        const auto size = static_cast<int>(equals.size());
        for (std::size_t c = 0; c < table_.classes.size(); ++c) {
            if (equals.front().row->points.total < table_.classes[c].from) continue;
            if (places[c] >= size) {
                places[c] -= size;
                for (const Standing& one : equals) one.row->class_at = static_cast<int>(c);
                return;
            }
            const bool tied = places[c] > 0;
            places[c] = 0;
            const std::string quota = std::to_string(table_.classes[c].quota->of(static_cast<int>(ranked())));
            for (const Standing& one : equals) one.row->because.push_back({tied ? "quota_tie" : "quota", table_.classes[c].id, quota});
        }
    }

    std::size_t ranked() const {
        return static_cast<std::size_t>(std::count_if(rows_.begin(), rows_.end(), [](const Row& row) { return !row.is_excluded; }));
    }

    void progress(const std::vector<Standing>& standing) {
        std::vector<Progress> all;
        for (const Standing& one : standing)
            if (one.sheet->last_year)
                all.push_back({one.row->unit, one.row->cluster, *one.sheet->last_year, one.row->points.total, one.row->points.total - *one.sheet->last_year, 0});
        std::sort(all.begin(), all.end(), [](const Progress& a, const Progress& b) { return a.gained != b.gained ? a.gained > b.gained : a.unit < b.unit; });
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i].rank = i > 0 && all[i].gained == all[i - 1].gained ? all[i - 1].rank : static_cast<int>(i) + 1;
        into_.progress.insert(into_.progress.end(), all.begin(), all.end());
    }

    std::string points(Score score) const { return score.text(table_.decimals); }

    const Table& table_;
    Sheets sheets_;
    Ranking& into_;
    std::vector<std::vector<int>> places_;    // [unit][leaf]; empty: no leaf goes by place
    std::vector<Row> rows_;
};

}    // namespace

Ranking rank(const Table& table, const std::vector<UnitSheet>& sheets) {
    std::vector<const UnitSheet*> sorted;
    for (const UnitSheet& sheet : sheets) sorted.push_back(&sheet);
    std::sort(sorted.begin(), sorted.end(), [](const UnitSheet* a, const UnitSheet* b) {
        return a->cluster != b->cluster ? a->cluster < b->cluster : a->unit < b->unit;
    });
    Ranking ranking;
    ranking.rows.reserve(sheets.size());
    for (std::size_t from = 0, to = 0; from < sorted.size(); from = to) {
        while (to < sorted.size() && sorted[to]->cluster == sorted[from]->cluster) ++to;
        Cluster(table, Sheets(sorted).subspan(from, to - from), ranking).rank();
    }
    return ranking;
}

}    // namespace cs::ranking
