#pragma once
// The law files: UTF-8, tab-separated, no quoting, one header line; blank lines and lines that begin with '#' are skipped.
// Reading never stops at the first fault: every wrong cell is put on one list with its file and physical line.
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "base/result.hpp"
#include "law/confidence.hpp"

namespace cs::law {

using Columns = std::vector<std::string>;

// One row being read. A wrong cell becomes a fault and a harmless value, so that the rest of the row is still looked at.
class Row {
public:
    Row(std::string file, int line, const Columns& columns, std::vector<std::string> cells, std::vector<Fault>& faults)
        : file_(std::move(file)), line_(line), columns_(columns), cells_(std::move(cells)), faults_(faults) {}

    int line() const { return line_; }
    const std::string& cell(std::string_view column) const;    // may be empty
    std::string text(std::string_view column);                 // law.cell_empty
    std::string key(std::string_view column);                  // lower-case ASCII words joined by '.', law.bad_key
    Day day(std::string_view column);                          // "2025-06-30"; law.bad_day
    std::optional<Day> day_or_none(std::string_view column);
    Period period();                                           // columns from, until (exclusive); law.until_before_from
    // Column `source`: a web address, "seed: …" (the text of the Plan), "notes: …" (the research notes, which abbreviate the
    // address they read), "cs: …" (the product's own rule), "memory…"; law.bad_source.
    std::string source();
    Confidence confidence();    // law.bad_confidence; law.verified_from_memory when the source is memory
    template <class E>
    E word(std::string_view column, std::optional<E> (*parse)(std::string_view), E otherwise) {
        if (const std::optional<E> value = parse(cell(column))) return *value;
        fault("law.bad_word", {{"column", std::string(column)}, {"value", cell(column)}});
        return otherwise;
    }
    void fault(std::string code, Args args = {}) { faults_.push_back({std::move(code), std::move(args), file_, line_}); }

private:
    std::string file_;
    int line_;
    const Columns& columns_;
    std::vector<std::string> cells_;
    std::vector<Fault>& faults_;
};

// Calls `take` for every well-formed row. Faults: law.not_utf8, law.not_nfc, law.bad_header, law.bad_cell_count,
// law.cell_blanks (blanks at the edge of a cell).
void read_tsv(const std::string& file, std::string_view text, const Columns& columns, std::vector<Fault>& faults,
              const std::function<void(Row&)>& take);

}    // namespace cs::law
