#include "scoring/items_yaml.hpp"

#include <algorithm>

namespace cs::scoring {

using criteria::Fields;

namespace {

constexpr int deepest = 12;    // more is no table a person can read
constexpr std::size_t most_items = 2'000;
const std::string remainder_word = "remainder";

std::string numbered(const std::string& path, std::size_t i) { return path + "[" + std::to_string(i) + "]"; }

bool is_plain_id(const std::string& id) {
    return !id.empty() && id.size() <= 40 && id.front() != '@' &&
           std::all_of(id.begin(), id.end(), [](unsigned char c) { return c > ' ' && c != ',' && c != '"' && c != ':'; });
}

std::optional<Decimal> decimal_at(Fields& in, const std::string& key) {
    const auto text = in.text(key);
    if (!text) return std::nullopt;
    const auto value = Decimal::parse(*text);
    if (!value) in.fault("scoring.not_a_number", {{"found", *text}}, key);
    return value;
}

std::optional<Rule> parse_rule(std::string_view text) { return parse_word<Rule>(text); }
std::optional<Combine> parse_combine(std::string_view text) { return parse_word<Combine>(text); }

}    // namespace

std::optional<Score> score_at(Fields& in, const std::string& key, Score step) {
    const auto value = decimal_at(in, key);
    if (!value) return std::nullopt;
    const auto score = Score::from(*value);
    if (!score || *score < Score() || !score->is_multiple_of(step)) {
        in.fault("scoring.off_the_step", {{"found", value->text()}, {"step", step.decimal().text()}}, key);
        return std::nullopt;
    }
    return score;
}

Score wanted_score(Fields& in, const std::string& key, Score step) {
    if (!in.has(key)) in.fault("criteria.missing_key", {{"key", key}}, key);
    return score_at(in, key, step).value_or(Score());
}

void ItemReader::tree(const std::vector<YAML::Node>& nodes) {
    for (std::size_t i = 0; i < nodes.size(); ++i) item(nodes[i], numbered("items", i), -1, 0);
}

void ItemReader::groups(const std::vector<YAML::Node>& nodes, Part part) {
    for (std::size_t i = 0; i < nodes.size(); ++i)
        group(nodes[i], numbered(part == Part::bonus ? "bonus" : "penalty", i), part);
}

Item ItemReader::heading(Fields& in, const YAML::Node& node) {
    Item item;
    item.id = in.wanted_text("id");
    once(in, item.id);
    item.title = in.wanted_text("title");
    item.weight = in.whole("weight").value_or(100);
    if (item.weight < 1 || item.weight > 1000) in.fault("scoring.weight_impossible", {}, "weight");
    item.scorer = in.text("scorer").value_or("");
    item.evidence = in.text("evidence").value_or("");
    item.line = criteria::line_of(node);
    return item;
}

void ItemReader::once(Fields& in, const std::string& id) {
    if (!id.empty() && !is_plain_id(id)) in.fault("scoring.bad_id", {{"found", id}}, "id");
    if (!id.empty() && !ids_.insert(id).second) in.fault("scoring.id_twice", {{"id", id}}, "id");
}

void ItemReader::item(const YAML::Node& node, const std::string& path, int parent, int depth) {
    Fields in(node, path, faults_);
    if (depth > deepest || table_.items.size() >= most_items) return in.fault("scoring.too_many_items");
    Item item = heading(in, node);
    item.parent = parent;
    item.depth = depth;
    const auto nodes = in.list("items");
    const bool is_remainder = nodes.empty() && in.text("max") == remainder_word;
    const auto max = is_remainder ? std::nullopt : score_at(in, "max", table_.step);
    const int at = static_cast<int>(table_.items.size());
    if (is_remainder) remainders_.insert(at);
    if (nodes.empty()) {
        if (!max && !is_remainder && !in.has("max")) in.fault("criteria.missing_key", {{"key", "max"}}, "max");
        item.max = max.value_or(Score());
        item.leaf = rule(in, path, item);
    }
    table_.items.push_back(std::move(item));
    if (!nodes.empty()) {
        children(nodes, path, at);
        check_sum(in, at, max);
    }
    caption(in, path, at);
    in.finish();
}

void ItemReader::children(const std::vector<YAML::Node>& nodes, const std::string& path, int at) {
    const int depth = table_.items[static_cast<std::size_t>(at)].depth + 1;
    for (std::size_t i = 0; i < nodes.size(); ++i) item(nodes[i], numbered(path + ".items", i), at, depth);
}

// A parent is what its children bring; one child at most may take what a given maximum leaves over.
void ItemReader::check_sum(Fields& in, int at, std::optional<Score> given) {
    Score sum;
    int remainder = -1;
    for (std::size_t i = static_cast<std::size_t>(at) + 1; i < table_.items.size(); ++i) {
        const Item& child = table_.items[i];
        if (child.parent != at) continue;
        if (!remainders_.contains(static_cast<int>(i))) {
            sum += child.max.weighted(child.weight, table_.step);
            continue;
        }
        if (remainder >= 0) in.fault("scoring.two_remainders", {{"id", child.id}}, "items");
        remainder = static_cast<int>(i);
    }
    Item& parent = table_.items[static_cast<std::size_t>(at)];
    if (remainder >= 0) return take_remainder(in, at, given, sum, remainder);
    parent.max = given.value_or(sum);
    if (given && *given != sum)
        in.fault("scoring.sum_differs", {{"id", parent.id}, {"max", given->decimal().text()}, {"sum", sum.decimal().text()}}, "max");
}

void ItemReader::take_remainder(Fields& in, int at, std::optional<Score> given, Score known, int remainder) {
    Item& parent = table_.items[static_cast<std::size_t>(at)];
    Item& leaf = table_.items[static_cast<std::size_t>(remainder)];
    parent.max = given.value_or(known);
    if (!given) return in.fault("scoring.remainder_of_nothing", {{"id", leaf.id}}, "max");
    if (*given < known || leaf.weight != 100)
        return in.fault("scoring.remainder_negative", {{"id", leaf.id}, {"sum", known.decimal().text()}}, "max");
    leaf.max = *given - known;
    table_.warnings.push_back({"scoring.remainder", {{"id", leaf.id}, {"parent", parent.id}, {"points", leaf.max.decimal().text()}}, leaf.id, leaf.line});
}

void ItemReader::caption(Fields& in, const std::string& path, int at) {
    const auto node = in.map("caption");
    if (!node) return;
    Fields of(*node, path + ".caption", faults_);
    Caption caption{at, of.texts("sums"), score_at(of, "max", table_.step)};
    of.remark({"text"});
    of.finish();
    captions_.push_back(std::move(caption));
}

void ItemReader::group(const YAML::Node& node, const std::string& path, Part part) {
    Fields in(node, path, faults_);
    Group group;
    group.id = in.wanted_text("id");
    once(in, group.id);
    group.title = in.wanted_text("title");
    group.part = part;
    group.cap = score_at(in, "cap", table_.step);
    group.combine = in.choice<Combine>("combine", parse_combine).value_or(Combine::sum);
    if (part == Part::bonus) group.is_above_scale = in.flag("above_scale");
    const auto nodes = in.list("items");
    if (nodes.empty()) in.fault("scoring.group_empty", {{"id", group.id}}, "items");
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        Fields one(nodes[i], numbered(path + ".items", i), faults_);
        Item item = heading(one, nodes[i]);
        item.part = part;
        item.group = static_cast<int>(table_.groups.size());
        item.max = wanted_score(one, "max", table_.step);
        item.leaf = rule(one, numbered(path + ".items", i), item);
        if (item.weight != 100) one.fault("scoring.weight_in_group", {}, "weight");
        group.items.push_back(static_cast<int>(table_.items.size()));
        table_.items.push_back(std::move(item));
        one.finish();
    }
    in.finish();
    table_.groups.push_back(std::move(group));
}

LeafRule ItemReader::rule(Fields& in, const std::string& path, const Item& of) {
    LeafRule rule;
    rule.rule = in.choice<Rule>("rule", parse_rule).value_or(Rule::manual);
    const bool for_each = rule.rule == Rule::per_case || rule.rule == Rule::indicator || rule.rule == Rule::met_criteria;
    if (for_each) {
        rule.each = wanted_score(in, "each", table_.step);
        if (in.has("each") && rule.each == Score()) in.fault("scoring.each_nothing", {}, "each");
    }
    if (rule.rule == Rule::proportional && in.has("capped")) rule.is_capped = in.flag("capped");
    if (rule.rule == Rule::steps) rule_steps(in, path, of, rule);
    if (rule.rule == Rule::rank) rule_places(in, of, rule);
    if (rule.is_computed() || rule.rule == Rule::yes_no) rule_source(in, path, rule);
    const bool from_system = rule.rule == Rule::indicator || rule.rule == Rule::met_criteria;
    if (from_system && !rule.source) in.fault("criteria.missing_key", {{"key", "source"}}, "source");
    return rule;
}

void ItemReader::rule_steps(Fields& in, const std::string& path, const Item& of, LeafRule& rule) {
    rule.is_low_better = in.flag("low_is_better");
    const auto nodes = in.list("steps");
    if (nodes.empty()) in.fault("criteria.missing_key", {{"key", "steps"}}, "steps");
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        Fields row(nodes[i], numbered(path + ".steps", i), faults_);
        const auto from = decimal_at(row, rule.is_low_better ? "up_to" : "from");
        if (!from) row.fault("criteria.missing_key", {{"key", rule.is_low_better ? "up_to" : "from"}});
        const Score points = wanted_score(row, "points", table_.step);
        if (points > of.max && !remainders_.contains(static_cast<int>(table_.items.size())))
            row.fault("scoring.above_max", {{"found", points.decimal().text()}, {"max", of.max.decimal().text()}}, "points");
        row.finish();
        const bool is_worse = rule.steps.empty() || !from || (rule.is_low_better ? *from > rule.steps.back().from : *from < rule.steps.back().from);
        if (!is_worse) row.fault("scoring.steps_unordered");
        rule.steps.push_back({from.value_or(Decimal()), points});
    }
}

void ItemReader::rule_places(Fields& in, const Item& of, LeafRule& rule) {
    rule.is_low_better = in.flag("low_is_better");
    for (const std::string& text : in.texts("places")) {
        const auto value = Decimal::parse(text);
        const auto score = value ? Score::from(*value) : std::nullopt;
        if (!score || !score->is_multiple_of(table_.step) || *score < Score()) {
            in.fault("scoring.off_the_step", {{"found", text}, {"step", table_.step.decimal().text()}}, "places");
            continue;
        }
        if (*score > of.max) in.fault("scoring.above_max", {{"found", text}, {"max", of.max.decimal().text()}}, "places");
        if (!rule.places.empty() && *score > rule.places.back()) in.fault("scoring.places_unordered", {}, "places");
        rule.places.push_back(*score);
    }
    if (rule.places.empty()) in.fault("criteria.missing_key", {{"key", "places"}}, "places");
}

void ItemReader::rule_source(Fields& in, const std::string& path, LeafRule& rule) {
    const auto node = in.map("source");
    if (!node) return;
    Fields of(*node, path + ".source", faults_);
    Source source{of.wanted_text("set"), of.text("indicator").value_or("")};
    if (rule.rule == Rule::met_criteria && !source.indicator.empty()) of.fault("scoring.met_criteria_counts_all", {}, "indicator");
    if (rule.rule != Rule::met_criteria && source.indicator.empty()) of.fault("criteria.missing_key", {{"key", "indicator"}}, "indicator");
    of.finish();
    rule.source = std::move(source);
}

}    // namespace cs::scoring
