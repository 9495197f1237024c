#include "scoring/score_keep.hpp"

#include <algorithm>

#include "scoring/effective.hpp"

namespace cs::scoring {
namespace {

bool goes_by_place(const Table& table) {
    return std::any_of(table.items.begin(), table.items.end(), [](const Item& i) { return i.leaf && i.leaf->rule == Rule::rank; });
}

// By sheet of the cluster, then by leaf; leaves without places have 0.
std::vector<std::vector<int>> places(const Table& table, const std::vector<std::vector<Given>>& cluster) {
    std::vector<std::vector<int>> all(cluster.size(), std::vector<int>(table.leaves.size()));
    for (std::size_t n = 0; n < table.leaves.size(); ++n) {
        const LeafRule& rule = *table.leaf(n).leaf;
        if (rule.rule != Rule::rank) continue;
        std::vector<std::optional<Decimal>> actuals;
        for (const auto& leaves : cluster) actuals.push_back(leaves[n].actual);
        const auto places = places_of(actuals, rule.is_low_better);
        for (std::size_t i = 0; i < cluster.size(); ++i) all[i][n] = places[i];
    }
    return all;
}

std::vector<ScoreSheet> with_cluster(const ScoreDesk& desk, const std::vector<ScoreSheet>& changed) {
    std::vector<ScoreSheet> all;
    for (ScoreSheet& sheet : ScoreStore(desk.moment().tx).of_round(desk.round().id)) {
        const auto own = std::find_if(changed.begin(), changed.end(), [&](const ScoreSheet& c) { return c.id == sheet.id; });
        const bool near = std::any_of(changed.begin(), changed.end(), [&](const ScoreSheet& c) { return c.cluster_label == sheet.cluster_label; });
        if (near) all.push_back(own == changed.end() ? std::move(sheet) : *own);
    }
    return all;
}

}    // namespace

void sum(const Table& table, std::vector<ScoreSheet>& sheets) {
    std::map<std::string, std::vector<std::size_t>> clusters;
    for (std::size_t i = 0; i < sheets.size(); ++i) clusters[sheets[i].cluster_label].push_back(i);
    for (const auto& [label, members] : clusters) {
        std::vector<std::vector<Given>> leaves;
        for (const std::size_t i : members) leaves.push_back(unpacked(sheets[i].effective, table.leaves.size()));
        const auto at = places(table, leaves);
        for (std::size_t i = 0; i < members.size(); ++i)
            sheets[members[i]].sums = sums_of(total_points(table, leaves[i], at[i], sheets[members[i]].late_days));
    }
}

void count(const ScoreDesk& desk, ScoreSheet& sheet, const Cells& cells) {
    sheet.effective = packed(effective(desk.table(), desk.round().stages, cells, sheet.confirmed));
}

std::vector<ScoreSheet> keep(const ScoreDesk& desk, const std::vector<ScoreSheet>& changed) {
    const Moment& m = desk.moment();
    std::vector<ScoreSheet> sheets = goes_by_place(desk.table()) ? with_cluster(desk, changed) : changed;
    sum(desk.table(), sheets);
    for (ScoreSheet& sheet : sheets) {
        ScoreStore(m.tx).set(sheet, m.now);
        ++sheet.version;
        sheet.changed_at = m.now;
    }
    return sheets;
}

Points points_at(const ScoreDesk& desk, const ScoreSheet& sheet, const std::vector<Given>& leaves, int late_days) {
    const Table& table = desk.table();
    if (!goes_by_place(table)) return total_points(table, leaves, {}, late_days);
    std::vector<std::vector<Given>> cluster = {leaves};
    for (const ScoreSheet& other : desk.sheets())
        if (other.cluster_label == sheet.cluster_label && other.id != sheet.id) cluster.push_back(unpacked(other.effective, table.leaves.size()));
    return total_points(table, leaves, places(table, cluster).front(), late_days);
}

std::vector<std::optional<Points>> points_by_stage(const OpenedScore& o, const Cells& cells) {
    std::vector<std::optional<Points>> all(o.desk->round().stages.size());
    for (std::size_t p = 0; p < all.size(); ++p) {
        const int position = static_cast<int>(p);
        if (const auto stage = cells.find(position); stage == cells.end() || stage->second.empty()) continue;
        all[p] = points_at(*o.desk, o.sheet, effective(o.desk->table(), o.desk->round().stages, cells, position), o.sheet.late_days);
    }
    return all;
}

std::string state_text(ScoreState state) { return std::string(word_of(state)); }

Result<const Item*> leaf_of(const Table& table, const std::string& id) {
    const auto at = table.leaf_named(id);
    if (!at) return refuse(Problem::bad_input, "score.leaf_unknown", {{"leaf", id}});
    return &table.leaf(static_cast<std::size_t>(*at));
}

}    // namespace cs::scoring
