#include <algorithm>

#include "ranking/report.hpp"

namespace cs::ranking {
namespace {

// One code point is one column in NFC Vietnamese.
std::size_t width(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

using Line = std::vector<std::string>;
constexpr std::size_t first_number = 3, last_number = 6;    // columns aligned to the right

void print(const std::vector<Line>& lines, std::string& out) {
    std::vector<std::size_t> widths;
    for (const Line& line : lines) {
        widths.resize(std::max(widths.size(), line.size()));
        for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], width(line[i]));
    }
    for (const Line& line : lines) {
        std::string row;
        for (std::size_t i = 0; i < line.size(); ++i) {
            const std::string fill(widths[i] - width(line[i]), ' ');
            row += i == 0 ? "" : "  ";
            row += i >= first_number && i <= last_number ? fill + line[i] : line[i] + fill;
        }
        row.erase(row.find_last_not_of(' ') + 1);
        out += row + '\n';
    }
}

std::string comma(std::string number) {
    std::replace(number.begin(), number.end(), '.', ',');
    return number;
}

// Why this place, in words; the same keys serve the screens.
std::string why(const Row& row, const Say& say) {
    std::string all;
    const auto add = [&](const std::string& text) { all += (all.empty() ? "" : "; ") + text; };
    for (const Because& one : row.because)
        add(say("ranking.because." + one.rule, {{"id", one.id}, {"fact", comma(one.fact)}, {"points", comma(one.points)}, {"clause", one.clause}, {"reason", one.reason}}));
    if (!row.decided_by.empty()) {
        const std::string rule = row.decided_by.substr(0, row.decided_by.find(':'));
        add(say("ranking.tie." + rule, {{"id", rule.size() < row.decided_by.size() ? row.decided_by.substr(rule.size() + 1) : std::string()}}));
    }
    return all;
}

}    // namespace

std::string text_table(const scoring::Table& table, const Ranking& ranking, const Say& say) {
    std::string out = say("ranking.heading", {{"title", table.title}, {"year", std::to_string(table.year)}}) + '\n';
    for (const Fault& warning : table.warnings) out += say("ranking.warning", {{"what", say("fault." + warning.code, warning.args)}}) + '\n';
    std::vector<Line> lines;
    Line head;
    for (const char* column : {"cluster", "rank", "unit", "base", "bonus", "penalty", "total", "class", "because"}) head.push_back(say(std::string("ranking.column.") + column, {}));
    lines.push_back(std::move(head));
    const auto score = [&](Score value) { return comma(value.text(table.decimals)); };
    for (const Row& row : ranking.rows)
        lines.push_back({row.cluster, row.rank ? std::to_string(*row.rank) : say("ranking.excluded", {}), row.unit + (row.is_on_hold ? " " + say("ranking.on_hold", {}) : ""),
                         score(row.points.base), score(row.points.bonus), score(row.points.penalty), score(row.points.total),
                         row.class_at < 0 ? "" : table.classes[static_cast<std::size_t>(row.class_at)].title, why(row, say)});
    print(lines, out);
    return out;
}

}    // namespace cs::ranking
