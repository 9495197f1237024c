#include "scoring/table_effect.hpp"

#include <algorithm>
#include <map>

namespace cs::scoring {
namespace {

// A part of a table as its fields, so that all kinds are compared alike.
struct Thing {
    EffectOn on;
    std::string id, title;
    std::vector<std::pair<std::string, std::string>> fields;
};

std::string text(Score score) { return score.decimal().text(); }
std::string text(const std::optional<Score>& score) { return score ? text(*score) : ""; }
std::string flag(bool is) { return is ? "true" : "false"; }

std::string parent_of(const Table& table, const Item& item) {
    if (item.parent >= 0) return table.items[static_cast<std::size_t>(item.parent)].id;
    return item.group >= 0 ? table.groups[static_cast<std::size_t>(item.group)].id : "";
}

Thing thing(const Table& table, const Item& item) {
    return {item.leaf ? EffectOn::leaf : EffectOn::parent, item.id, item.title,
            {{"max", text(item.max)}, {"title", item.title}, {"parent", parent_of(table, item)}, {"weight", std::to_string(item.weight)},
             {"rule", item.leaf ? rule_text(*item.leaf) : ""}, {"scorer", item.scorer}, {"evidence", item.evidence}}};
}

std::string quota_text(const std::optional<Quota>& quota) {
    if (!quota) return "";
    return quota->count ? std::to_string(*quota->count) : std::to_string(quota->percent) + " % " + std::string(word_of(quota->rounding));
}

std::vector<Thing> things(const Table& table) {
    std::vector<Thing> all;
    all.push_back({EffectOn::table, table.id, table.title, {{"title", table.title}, {"scale", text(table.scale)}, {"step", text(table.step)},
                   {"reasons", flag(table.wants_reasons)}, {"late", table.late ? text(table.late->per_day) + " / " + text(table.late->cap) : ""}}});
    for (const Item& item : table.items) all.push_back(thing(table, item));
    for (const Group& g : table.groups)
        all.push_back({EffectOn::group, g.id, g.title, {{"cap", text(g.cap)}, {"combine", std::string(word_of(g.combine))},
                       {"above_scale", flag(g.is_above_scale)}, {"part", std::string(word_of(g.part))}, {"title", g.title}}});
    for (const KnockOut& k : table.knock_outs)
        all.push_back({EffectOn::knock_out, k.id, k.title, {{"above", k.above ? k.above->text() : ""}, {"hold", flag(k.is_hold)},
                       {"holds_when_unknown", flag(k.holds_when_unknown)}, {"clause", k.clause}, {"title", k.title}}});
    for (const Class& c : table.classes)
        all.push_back({EffectOn::classification, c.id, c.title, {{"from", text(c.from)}, {"quota", quota_text(c.quota)}, {"title", c.title}}});
    std::string ties;
    for (const TieRule& tie : table.ties) ties += (ties.empty() ? "" : ", ") + tie.text;
    all.push_back({EffectOn::tie, "ties", "", {{"ties", ties}}});
    for (const Stage& s : table.stages)
        all.push_back({EffectOn::stage, s.id, s.title, {{"closes", s.closes}, {"by_field", flag(s.is_by_field)}, {"title", s.title}}});
    return all;
}

// A leaf that becomes a parent is the same item with another rule.
std::pair<int, std::string> key(const Thing& t) {
    return {static_cast<int>(t.on == EffectOn::leaf ? EffectOn::parent : t.on), t.id};
}

std::optional<std::string> weight_of(const Thing& t) {
    return t.on == EffectOn::leaf || t.on == EffectOn::parent ? std::optional(t.fields.front().second) : std::nullopt;
}

}    // namespace

std::string rule_text(const LeafRule& rule) {
    std::string all(word_of(rule.rule));
    const auto add = [&](const std::string& more) { all += " " + more; };
    if (rule.each != Score()) add(text(rule.each));
    if (rule.rule == Rule::proportional) add(rule.is_capped ? "capped" : "uncapped");
    for (const StepRow& row : rule.steps) add(row.from.text() + ":" + text(row.points));
    for (const Score place : rule.places) add(text(place));
    if (rule.is_low_better) add("low_is_better");
    if (rule.source) add(rule.source->set + (rule.source->indicator.empty() ? "" : "/" + rule.source->indicator));
    return all;
}

std::vector<Effect> effects(const Table& older, const Table& newer) {
    const auto before = things(older), after = things(newer);
    std::map<std::pair<int, std::string>, const Thing*> was, is;
    for (const Thing& t : before) was.emplace(key(t), &t);
    for (const Thing& t : after) is.emplace(key(t), &t);
    std::vector<Effect> all;
    for (const Thing& t : after) {
        const auto old = was.find(key(t));
        if (old == was.end()) {
            all.push_back({t.on, EffectKind::added, t.id, t.title, "", std::nullopt, weight_of(t)});
            continue;
        }
        for (std::size_t i = 0; i < t.fields.size(); ++i)
            if (const auto& from = old->second->fields[i].second; from != t.fields[i].second)
                all.push_back({t.on, EffectKind::changed, t.id, t.title, t.fields[i].first, from, t.fields[i].second});
    }
    for (const Thing& t : before)
        if (!is.contains(key(t))) all.push_back({t.on, EffectKind::removed, t.id, t.title, "", weight_of(t), std::nullopt});
    std::stable_sort(all.begin(), all.end(), [](const Effect& a, const Effect& b) {
        const auto rank = [](const Effect& e) { return e.on == EffectOn::parent ? static_cast<int>(EffectOn::leaf) : static_cast<int>(e.on); };
        return rank(a) < rank(b);
    });
    return all;
}

}    // namespace cs::scoring
