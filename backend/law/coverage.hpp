#pragma once
// Temporal coverage: on each day of the window each key has exactly one row in force, or a listed gap with its reason.
// A gap is honest knowledge: it must be listed, must be true, and must disappear from the list when it is filled.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "base/result.hpp"
#include "base/words.hpp"

namespace cs::law {

inline constexpr Period coverage_window{Day(std::chrono::year(2021), std::chrono::January, std::chrono::day(1)),
                                        Day(std::chrono::year(2027), std::chrono::January, std::chrono::day(1))};

enum class GapOf : unsigned char { parameter, regime, calendar };
enum class GapKind : unsigned char {
    not_known,       // a rule exists but nobody has shown us its text
    not_in_force,    // no such rule then
};

struct KnownGap {
    GapOf of;
    std::string key;
    GapKind kind;
    Period period;
    std::string reason;
    int line;    // in law/known_gaps.tsv
};

inline std::string_view word(GapOf of) { return word_of(of); }
inline std::string_view word(GapKind kind) { return word_of(kind); }

std::vector<KnownGap> read_gaps(std::string_view known_gaps_tsv, std::vector<Fault>& faults);
const KnownGap* find_gap(const std::vector<KnownGap>& gaps, GapOf of, std::string_view key, Day day);

struct Dated {
    std::string key;
    Period period;
    int line;    // in `file`
};

// Faults: law.overlap (two rows on one day, at the later row), law.gap (a day of the window without row or listed gap),
// law.gap_filled (a listed gap where a row stands), law.gap_twice, law.gap_idle (a listed gap wholly outside the window).
void check_coverage(GapOf of, const std::string& file, const std::vector<Dated>& rows, const std::vector<KnownGap>& gaps,
                    std::vector<Fault>& faults);

}    // namespace cs::law
