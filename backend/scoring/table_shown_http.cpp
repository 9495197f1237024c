#include "platform/i18n.hpp"
#include "scoring/table_shown_http.hpp"

namespace cs::scoring::wire {
namespace {

TableItem shown(const Table& table, const Item& item) {
    const auto title_of = [](const auto& all, int at) { return at < 0 ? std::string() : all[static_cast<std::size_t>(at)].id; };
    TableItem row{item.id, item.title, std::string(word_of(item.part)), item.depth, title_of(table.items, item.parent), title_of(table.groups, item.group),
                  item.max.text(table.decimals), item.weight, std::nullopt, std::nullopt, item.scorer, item.evidence, item.line};
    if (item.leaf) row.rule = std::string(word_of(item.leaf->rule));
    if (item.leaf) row.rule_text = rule_text(*item.leaf);
    return row;
}

Score most_of(const Table& table, const Group& group) {
    Score sum, best;
    for (const int at : group.items) {
        const Score max = table.items[static_cast<std::size_t>(at)].max;
        sum += max;
        best = std::max(best, max);
    }
    const Score most = group.combine == Combine::max ? best : sum;
    return group.cap ? std::min(most, *group.cap) : most;
}

TableClass shown(const Table& table, const Class& c) {
    TableClass row{c.id, c.title, c.from.text(table.decimals), std::nullopt, std::nullopt, std::nullopt};
    if (!c.quota) return row;
    row.quota_count = c.quota->count;
    if (!c.quota->count) row.quota_percent = c.quota->percent, row.quota_round = std::string(word_of(c.quota->rounding));
    return row;
}

}    // namespace

std::vector<TableRemark> remarks(const std::vector<Fault>& faults) {
    std::vector<TableRemark> all;
    for (const Fault& fault : faults) all.push_back({sentence(fault), fault.where, fault.line});
    return all;
}

TableVersionRow shown(const TableVersion& v, bool applies) {
    return {v.id, v.number, v.title, v.year, v.paper_number, v.paper_issuer, v.paper_issued, v.applies_from, applies, v.digest, v.note, v.loaded_by_name, v.loaded_at};
}

std::vector<TableEffect> shown(const std::vector<Effect>& effects) {
    std::vector<TableEffect> all;
    for (const Effect& e : effects) all.push_back({e.on, e.kind, e.id, e.title, e.field, e.from, e.to});
    return all;
}

TableContent shown(const Table& table) {
    TableContent all{table.id, table.title, table.year, table.scale.text(table.decimals), table.step.text(table.decimals), "", "", "", {}, {}, {}, {}, {}, {},
                     std::nullopt, std::nullopt, table.wants_reasons, remarks(table.warnings)};
    Score sum, bonus, penalty;
    for (const Item& item : table.items) {
        all.items.push_back(shown(table, item));
        if (item.part == Part::base && item.parent < 0) sum += item.max.weighted(item.weight, table.step);
    }
    for (const Group& g : table.groups) {
        const Score most = most_of(table, g);
        (g.part == Part::bonus ? bonus : penalty) += most;
        all.groups.push_back({g.id, g.title, std::string(word_of(g.part)), g.cap ? std::optional(g.cap->text(table.decimals)) : std::nullopt, g.combine, g.is_above_scale,
                              most.text(table.decimals)});
    }
    for (const KnockOut& k : table.knock_outs)
        all.knock_outs.push_back({k.id, k.title, k.clause, k.above ? std::optional(k.above->text()) : std::nullopt, k.is_hold, k.holds_when_unknown});
    for (const Class& c : table.classes) all.classes.push_back(shown(table, c));
    for (const TieRule& tie : table.ties) all.ties.push_back(tie.text);
    for (const Stage& s : table.stages) all.stages.push_back({s.id, s.title, s.closes, s.is_by_field});
    if (table.late) all.late_per_day = table.late->per_day.text(table.decimals);
    if (table.late && table.late->cap) all.late_cap = table.late->cap->text(table.decimals);
    all.items_sum = sum.text(table.decimals);
    all.bonus_sum = bonus.text(table.decimals);
    all.penalty_sum = penalty.text(table.decimals);
    return all;
}

}    // namespace cs::scoring::wire
