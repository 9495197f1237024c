#include "law/tsv.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace cs::law {
namespace {

std::vector<std::string> split(std::string_view line) {
    std::vector<std::string> cells;
    for (std::size_t from = 0;;) {
        const std::size_t tab = line.find('\t', from);
        cells.emplace_back(line.substr(from, tab - from));
        if (tab == line.npos) return cells;
        from = tab + 1;
    }
}

std::string joined(const Columns& columns) {
    std::string out;
    for (const std::string& column : columns) out += (out.empty() ? "" : ", ") + column;
    return out;
}

bool is_key(std::string_view text) {
    const auto good = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.'; };
    return !text.empty() && std::all_of(text.begin(), text.end(), good) && text.front() != '.' && text.back() != '.' &&
           text.find("..") == text.npos;
}

void read_line(const std::string& file, int number, std::string_view line, const Columns& columns,
               std::vector<Fault>& faults, const std::function<void(Row&)>& take) {
    const std::optional<std::string> composed = nfc(line);
    if (!composed || *composed != line) {
        faults.push_back({composed ? "law.not_nfc" : "law.not_utf8", {}, file, number});
        return;
    }
    std::vector<std::string> cells = split(line);
    if (cells.size() != columns.size()) {
        faults.push_back({"law.bad_cell_count",
                          {{"expected", std::to_string(columns.size())}, {"found", std::to_string(cells.size())}},
                          file, number});
        return;
    }
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (trim(cells[i]) != cells[i]) faults.push_back({"law.cell_blanks", {{"column", columns[i]}}, file, number});
    Row row(file, number, columns, std::move(cells), faults);
    take(row);
}

}    // namespace

const std::string& Row::cell(std::string_view column) const {
    const auto at = std::find(columns_.begin(), columns_.end(), column);
    CS_CHECK(at != columns_.end());
    return cells_[static_cast<std::size_t>(at - columns_.begin())];
}

std::string Row::text(std::string_view column) {
    if (cell(column).empty()) fault("law.cell_empty", {{"column", std::string(column)}});
    return cell(column);
}

std::string Row::key(std::string_view column) {
    if (!is_key(cell(column))) fault("law.bad_key", {{"column", std::string(column)}, {"value", cell(column)}});
    return cell(column);
}

Day Row::day(std::string_view column) {
    if (const std::optional<Day> day = parse_day(cell(column))) return *day;
    fault("law.bad_day", {{"column", std::string(column)}, {"value", cell(column)}});
    return Day(std::chrono::year(1), std::chrono::January, std::chrono::day(1));
}

std::optional<Day> Row::day_or_none(std::string_view column) {
    if (cell(column).empty()) return std::nullopt;
    const Day value = day(column);
    return parse_day(cell(column)) ? std::optional(value) : std::nullopt;
}

Period Row::period() {
    const Period period{day("from"), day_or_none("until")};
    if (period.until && *period.until <= period.from)
        fault("law.until_before_from", {{"from", cell("from")}, {"until", cell("until")}});
    return period;
}

std::string Row::source() {
    const std::string& source = cell("source");
    static constexpr std::string_view kinds[] = {"https://", "http://", "seed: ", "notes: ", "cs: ", "memory"};
    const bool known = std::any_of(std::begin(kinds), std::end(kinds), [&](auto kind) { return source.starts_with(kind); });
    if (!known) fault("law.bad_source", {{"value", source}});
    return source;
}

Confidence Row::confidence() {
    const std::optional<Confidence> confidence = parse_confidence(cell("confidence"));
    if (!confidence) fault("law.bad_confidence", {{"value", cell("confidence")}});
    if (confidence == Confidence::verified && cell("source").starts_with("memory")) fault("law.verified_from_memory");
    return confidence.value_or(Confidence::unknown);
}

void read_tsv(const std::string& file, std::string_view text, const Columns& columns, std::vector<Fault>& faults,
              const std::function<void(Row&)>& take) {
    int number = 0;
    bool headed = false;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end == text.npos ? text.size() : end + 1);
        ++number;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty() || line.starts_with('#')) continue;
        if (headed) {
            read_line(file, number, line, columns, faults, take);
        } else if (split(line) == columns) {
            headed = true;
        } else {
            faults.push_back({"law.bad_header", {{"expected", joined(columns)}}, file, number});
            return;
        }
    }
    if (!headed) faults.push_back({"law.bad_header", {{"expected", joined(columns)}}, file, 1});
}

}    // namespace cs::law
