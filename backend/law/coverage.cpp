#include "law/coverage.hpp"

#include <algorithm>
#include <map>

#include "law/tsv.hpp"

namespace cs::law {
namespace {

const std::string gaps_file = "law/known_gaps.tsv";

bool reaches_window(const Period& p) { return p.overlaps(coverage_window); }

std::string last_day(const Period& p) { return p.until ? to_text(plus_days(*p.until, -1)) : ""; }

// The first day of the window from `day` on that `covered` does not hold, and the first held one after it.
template <class Covered>
std::optional<Period> next_hole(Day day, const Covered& covered) {
    while (day < *coverage_window.until && covered(day)) day = plus_days(day, 1);
    if (day >= *coverage_window.until) return std::nullopt;
    Day end = day;
    while (end < *coverage_window.until && !covered(end)) end = plus_days(end, 1);
    return Period{day, end};
}

void check_overlaps(const std::string& file, std::vector<Dated> rows, std::vector<Fault>& faults) {
    std::stable_sort(rows.begin(), rows.end(), [](const Dated& a, const Dated& b) { return a.period.from < b.period.from; });
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (rows[i].period.overlaps(rows[j].period))
                faults.push_back({"law.overlap",
                                  {{"key", rows[i].key}, {"day", to_text(rows[i].period.from)},
                                   {"other_line", std::to_string(std::min(rows[i].line, rows[j].line))}},
                                  file, std::max(rows[i].line, rows[j].line)});
}

void check_gaps(const std::vector<Dated>& rows, const std::vector<const KnownGap*>& gaps, std::vector<Fault>& faults) {
    for (std::size_t i = 0; i < gaps.size(); ++i) {
        const KnownGap& gap = *gaps[i];
        const Args args = {{"key", gap.key}, {"from", to_text(gap.period.from)}, {"through", last_day(gap.period)}};
        if (!reaches_window(gap.period)) faults.push_back({"law.gap_idle", args, gaps_file, gap.line});
        for (const Dated& row : rows)
            if (row.period.overlaps(gap.period)) faults.push_back({"law.gap_filled", args, gaps_file, gap.line});
        for (std::size_t j = 0; j < i; ++j)
            if (gap.period.overlaps(gaps[j]->period)) faults.push_back({"law.gap_twice", args, gaps_file, gap.line});
    }
}

void check_holes(const std::string& file, const std::string& key, const std::vector<Dated>& rows,
                 const std::vector<const KnownGap*>& gaps, std::vector<Fault>& faults) {
    const auto covered = [&](Day day) {
        return std::any_of(rows.begin(), rows.end(), [&](const Dated& row) { return row.period.has(day); }) ||
               std::any_of(gaps.begin(), gaps.end(), [&](const KnownGap* gap) { return gap->period.has(day); });
    };
    for (auto hole = next_hole(coverage_window.from, covered); hole; hole = next_hole(*hole->until, covered))
        faults.push_back({"law.gap",
                          {{"key", key}, {"from", to_text(hole->from)}, {"through", last_day(*hole)}},
                          file, rows.empty() ? 0 : rows.front().line});
}

}    // namespace

std::vector<KnownGap> read_gaps(std::string_view known_gaps_tsv, std::vector<Fault>& faults) {
    std::vector<KnownGap> gaps;
    read_tsv(gaps_file, known_gaps_tsv, {"of", "key", "kind", "from", "until", "reason"}, faults, [&](Row& row) {
        gaps.push_back({row.word("of", parse_word<GapOf>, GapOf::parameter), row.key("key"),
                        row.word("kind", parse_word<GapKind>, GapKind::not_known), row.period(), row.text("reason"), row.line()});
    });
    return gaps;
}

const KnownGap* find_gap(const std::vector<KnownGap>& gaps, GapOf of, std::string_view key, Day day) {
    for (const KnownGap& gap : gaps)
        if (gap.of == of && gap.key == key && gap.period.has(day)) return &gap;
    return nullptr;
}

void check_coverage(GapOf of, const std::string& file, const std::vector<Dated>& rows, const std::vector<KnownGap>& gaps,
                    std::vector<Fault>& faults) {
    std::map<std::string, std::pair<std::vector<Dated>, std::vector<const KnownGap*>>> by_key;
    for (const Dated& row : rows) by_key[row.key].first.push_back(row);
    for (const KnownGap& gap : gaps)
        if (gap.of == of) by_key[gap.key].second.push_back(&gap);
    for (const auto& [key, held] : by_key) {
        check_overlaps(file, held.first, faults);
        check_gaps(held.first, held.second, faults);
        check_holes(file, key, held.first, held.second, faults);
    }
}

}    // namespace cs::law
