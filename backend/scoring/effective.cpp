#include "scoring/effective.hpp"

#include <charconv>

namespace cs::scoring {
namespace {

const ScoreCell* cell_at(const Cells& cells, int position, const std::string& leaf) {
    const auto stage = cells.find(position);
    if (stage == cells.end()) return nullptr;
    const auto found = stage->second.find(leaf);
    return found == stage->second.end() || found->second.given.is_empty() ? nullptr : &found->second;
}

bool is_field(const std::vector<RoundStage>& stages, int position) {
    return stages[static_cast<std::size_t>(position)].kind == StageKind::field;
}

// The stage that speaks of a leaf when `last` is the last confirmed one.
int speaking(const std::vector<RoundStage>& stages, const Item& leaf, int last) {
    if (is_field(stages, last) && !leaf.scorer.empty()) return last;
    while (last >= 0 && is_field(stages, last)) --last;
    return last;
}

}    // namespace

Sums sums_of(const Points& points) { return {points.base, points.bonus, points.penalty, points.total}; }

std::string told(const ScoreFact& fact) {
    std::string all = fact.reason;
    if (fact.paper.number.empty()) return all;
    if (!all.empty()) all += ", ";
    all += "văn bản số " + fact.paper.number;
    if (fact.paper.day) all += " ngày " + to_vietnamese(*fact.paper.day);
    return all;
}

std::vector<Given> effective(const Table& table, const std::vector<RoundStage>& stages, const Cells& cells, int last) {
    std::vector<Given> all(table.leaves.size());
    if (last < 0) return all;
    for (std::size_t n = 0; n < all.size(); ++n)
        if (const ScoreCell* cell = cell_at(cells, speaking(stages, table.leaf(n), last), table.leaf(n).id)) all[n] = cell->given;
    return all;
}

std::string packed(const std::vector<Given>& leaves) {
    std::string text;
    for (std::size_t n = 0; n < leaves.size(); ++n) {
        if (n > 0) text += ';';
        if (leaves[n].score) text += 's' + std::to_string(leaves[n].score->hundredths());
        if (leaves[n].plan) text += 'p' + leaves[n].plan->text();
        if (leaves[n].actual) text += 'a' + leaves[n].actual->text();
    }
    return text;
}

std::vector<Given> unpacked(std::string_view text, std::size_t leaves) {
    std::vector<Given> all(leaves);
    for (std::size_t n = 0; n < leaves && !text.empty(); ++n) {
        std::string_view one = text.substr(0, text.find(';'));
        text.remove_prefix(std::min(one.size() + 1, text.size()));
        if (one.starts_with('s')) {
            std::int64_t hundredths = 0;
            const auto read = std::from_chars(one.data() + 1, one.data() + one.size(), hundredths);
            CS_CHECK(read.ec == std::errc());
            all[n].score = Score::hundredths(hundredths);
            continue;
        }
        if (one.starts_with('p')) {
            const auto end = one.find('a');
            all[n].plan = Decimal::parse(one.substr(1, end - 1));
            one.remove_prefix(end == std::string_view::npos ? one.size() : end);
        }
        if (one.starts_with('a')) all[n].actual = Decimal::parse(one.substr(1));
    }
    return all;
}

std::vector<std::string> unscored(const Table& table, const std::vector<RoundStage>& stages, const Cells& cells, int position) {
    std::vector<std::string> open;
    for (std::size_t n = 0; n < table.leaves.size(); ++n) {
        const Item& leaf = table.leaf(n);
        if (is_field(stages, position) && leaf.scorer.empty()) continue;
        const bool wanted = leaf.part == Part::base || before(cells, position, leaf.id) != nullptr;
        if (wanted && cell_at(cells, position, leaf.id) == nullptr) open.push_back(leaf.id);
    }
    return open;
}

std::vector<std::string> without_reason(const Table& table, const Cells& cells, int position) {
    std::vector<std::string> missing;
    const auto stage = cells.find(position);
    if (!table.wants_reasons || position == 0 || stage == cells.end()) return missing;
    for (const auto& [leaf, cell] : stage->second) {
        const ScoreCell* earlier = before(cells, position, leaf);
        if (earlier && !cell.given.is_empty() && earlier->given != cell.given && cell.reason.empty()) missing.push_back(leaf);
    }
    return missing;
}

const ScoreCell* before(const Cells& cells, int position, const std::string& leaf) {
    for (int p = position - 1; p >= 0; --p)
        if (const ScoreCell* cell = cell_at(cells, p, leaf)) return cell;
    return nullptr;
}

}    // namespace cs::scoring
