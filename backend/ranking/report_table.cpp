#include <algorithm>

#include "ranking/report.hpp"

#include "base/shown.hpp"

namespace cs::ranking {
namespace {

using Line = std::vector<std::string>;
constexpr std::size_t first_number = 3, last_number = 6;    // columns aligned to the right

void print(const std::vector<Line>& lines, std::string& out) {
    std::vector<std::size_t> widths;
    for (const Line& line : lines) {
        widths.resize(std::max(widths.size(), line.size()));
        for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], letters(line[i]));
    }
    for (const Line& line : lines) {
        std::string row;
        for (std::size_t i = 0; i < line.size(); ++i) {
            const std::string fill(widths[i] - letters(line[i]), ' ');
            row += i == 0 ? "" : "  ";
            row += i >= first_number && i <= last_number ? fill + line[i] : line[i] + fill;
        }
        row.erase(row.find_last_not_of(' ') + 1);
        out += row + '\n';
    }
}

// What the rule of a reason is called in the table.
std::string title_of(const scoring::Table& table, const std::string& id) {
    for (const scoring::KnockOut& rule : table.knock_outs)
        if (rule.id == id) return rule.title;
    for (const scoring::Class& one : table.classes)
        if (one.id == id) return one.title;
    for (const scoring::Group& group : table.groups)
        if (group.id == id) return group.title;
    return id;
}

std::string why(const scoring::Table& table, const Row& row, const Say& say) {
    std::string all;
    const auto add = [&](const std::pair<std::string, Args>& one) { all += (all.empty() ? "" : "; ") + say(one.first, one.second); };
    for (const Because& one : row.because) add(said(table, one));
    if (!row.decided_by.empty()) add(said_of_tie(row.decided_by));
    return all;
}

}    // namespace

std::pair<std::string, Args> said(const scoring::Table& table, const Because& b) {
    const bool unexplained = b.reason.empty() && (b.rule == "knock_out" || b.rule == "hold");
    return {"ranking.because." + b.rule + (unexplained ? "_unexplained" : ""),
            {{"title", title_of(table, b.id)}, {"fact", decimal_comma(b.fact)}, {"points", decimal_comma(b.points)}, {"reason", b.reason}}};
}

std::pair<std::string, Args> said_of_tie(const std::string& decided_by) {
    const std::size_t colon = std::min(decided_by.find(':'), decided_by.size());
    return {"ranking.tie." + decided_by.substr(0, colon), {{"id", decided_by.substr(std::min(colon + 1, decided_by.size()))}}};
}

std::string text_table(const scoring::Table& table, const Ranking& ranking, const Say& say) {
    std::string out = say("ranking.heading", {{"title", table.title}, {"year", std::to_string(table.year)}}) + '\n';
    for (const Fault& warning : table.warnings) out += say("ranking.warning", {{"what", say("fault." + warning.code, warning.args)}}) + '\n';
    std::vector<Line> lines;
    Line head;
    for (const char* column : {"cluster", "rank", "unit", "base", "bonus", "penalty", "total", "class", "because"}) head.push_back(say(std::string("ranking.column.") + column, {}));
    lines.push_back(std::move(head));
    const auto score = [&](Score value) { return decimal_comma(value.text(table.decimals)); };
    for (const Row& row : ranking.rows)
        lines.push_back({row.cluster, row.rank ? std::to_string(*row.rank) : say("ranking.excluded", {}), row.unit + (row.is_on_hold ? " " + say("ranking.on_hold", {}) : ""),
                         score(row.points.base), score(row.points.bonus), score(row.points.penalty), score(row.points.total),
                         row.class_at < 0 ? "" : table.classes[static_cast<std::size_t>(row.class_at)].title, why(table, row, say)});
    print(lines, out);
    return out;
}

}    // namespace cs::ranking
