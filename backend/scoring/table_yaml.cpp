#include "scoring/table_yaml.hpp"

#include <algorithm>
#include <charconv>

#include "criteria/yaml_fields.hpp"
#include "scoring/items_yaml.hpp"

namespace cs::scoring {
namespace {

using criteria::Fields;

std::optional<Rounding> parse_rounding(std::string_view text) { return parse_word<Rounding>(text); }

// "03-20": a month and day that exist in every year.
bool is_month_day(const std::string& text) { return text.size() == 5 && parse_day("2025-" + text).has_value(); }

class TableReader {
public:
    TableReader(const YAML::Node& root, std::vector<Fault>& faults) : in_(root, "", faults), faults_(faults), items_(table_, faults) {}

    Table read() {
        heading();
        paper();
        points();
        stages();
        facts("knock_out", false);
        facts("hold", true);
        classes();
        ties();
        late();
        in_.remark({"sources", "confidence", "note"});
        in_.finish();
        return std::move(table_);
    }

private:
    void heading() {
        if (const auto version = in_.whole("schema_version"); version.value_or(1) != 1)
            in_.fault("criteria.schema_version", {{"found", std::to_string(*version)}}, "schema_version");
        table_.id = in_.wanted_text("id");
        const bool plain = std::all_of(table_.id.begin(), table_.id.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
        });
        if (!plain) in_.fault("criteria.bad_id", {{"found", table_.id}}, "id");
        table_.title = in_.wanted_text("title");
        table_.year = in_.whole("year").value_or(0);
        if (table_.year < 1990 || table_.year > 2999) in_.fault("scoring.year_impossible", {}, "year");
        const auto step = in_.text("step").value_or("0.5");
        const auto known = step == "1" ? 100 : step == "0.5" ? 50 : step == "0.25" ? 25 : step == "0.1" ? 10 : step == "0.05" ? 5 : step == "0.01" ? 1 : 0;
        if (known == 0) in_.fault("scoring.step_unknown", {{"found", step}}, "step");
        table_.step = Score::hundredths(known == 0 ? 1 : known);
        table_.decimals = known == 100 ? 0 : known == 50 || known == 10 ? 1 : 2;
        table_.scale = wanted_score(in_, "scale", table_.step);
        if (in_.has("reasons")) table_.wants_reasons = in_.flag("reasons");
    }

    void paper() {
        const auto node = in_.map("paper");
        if (!node) return;
        Fields of(*node, "paper", faults_);
        table_.paper = {of.wanted_text("number"), of.text("issuer").value_or(""), of.day("issued"), of.day("applies_from")};
        of.remark({"confidence", "source"});
        of.finish();
    }

    void points() {
        const auto nodes = in_.list("items");
        if (nodes.empty()) in_.fault("scoring.no_items", {}, "items");
        items_.tree(nodes);
        const std::size_t tree = table_.items.size();
        items_.groups(in_.list("bonus"), Part::bonus);
        items_.groups(in_.list("penalty"), Part::penalty);
        for (std::size_t i = 0; i < table_.items.size(); ++i)
            if (table_.items[i].leaf) table_.leaves.push_back(static_cast<int>(i));
        check_scale(tree);
        for (const Caption& caption : items_.captions()) compare(caption);
        if (const auto node = in_.map("caption")) compare_whole(*node);
    }

    // The scale is what the tree brings, or the tree with what bonus groups inside the scale may add (950 + 50 = 1,000).
    void check_scale(std::size_t tree) {
        Score sum, inside;
        for (std::size_t i = 0; i < tree; ++i)
            if (table_.items[i].parent < 0) sum += table_.items[i].max.weighted(table_.items[i].weight, table_.step);
        for (const Group& group : table_.groups) {
            if (group.part != Part::bonus || group.is_above_scale) continue;
            Score all;
            for (const int i : group.items) all += table_.items[static_cast<std::size_t>(i)].max;
            inside += group.cap.value_or(all);
        }
        if (table_.scale != sum && table_.scale != sum + inside)
            in_.fault("scoring.scale_differs", {{"scale", table_.scale.decimal().text()}, {"sum", sum.decimal().text()}, {"bonus", inside.decimal().text()}}, "scale");
    }

    void compare_whole(const YAML::Node& node) {
        Fields of(node, "caption", faults_);
        const Caption caption{-1, of.texts("sums"), score_at(of, "max", table_.step)};
        of.remark({"text"});
        of.finish();
        compare(caption);
    }

    // A printed sum or maximum that the points do not bear out: told with every result, never mended.
    void compare(const Caption& caption) {
        const bool whole = caption.item < 0;
        const Score real = whole ? table_.scale : table_.items[static_cast<std::size_t>(caption.item)].max;
        const std::string id = whole ? table_.id : table_.items[static_cast<std::size_t>(caption.item)].id;
        const int line = whole ? 1 : table_.items[static_cast<std::size_t>(caption.item)].line;
        if (caption.max && *caption.max != real)
            table_.warnings.push_back({"scoring.caption_max", {{"id", id}, {"caption", caption.max->decimal().text()}, {"real", real.decimal().text()}}, id, line});
        if (caption.sums.empty()) return;
        Score sum;
        for (const std::string& named : caption.sums) {
            const auto at = table_.item_named(named);
            if (!at) faults_.push_back({"scoring.item_unknown", {{"id", named}}, "caption.sums", line});
            if (at) sum += table_.items[static_cast<std::size_t>(*at)].max.weighted(table_.items[static_cast<std::size_t>(*at)].weight, table_.step);
        }
        if (sum != real)
            table_.warnings.push_back({"scoring.caption_sum", {{"id", id}, {"caption", sum.decimal().text()}, {"real", real.decimal().text()}}, id, line});
    }

    void stages() {
        const auto nodes = in_.list("stages");
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            Fields of(nodes[i], "stages[" + std::to_string(i) + "]", faults_);
            Stage stage{of.wanted_text("id"), of.wanted_text("title"), of.text("closes").value_or(""), of.flag("by_field")};
            if (!stage.closes.empty() && !is_month_day(stage.closes)) of.fault("scoring.not_month_day", {{"found", stage.closes}}, "closes");
            if (table_.stage_named(stage.id)) of.fault("scoring.id_twice", {{"id", stage.id}}, "id");
            if (i == 0 && stage.is_by_field) of.fault("scoring.first_stage_by_field", {}, "by_field");
            of.finish();
            table_.stages.push_back(std::move(stage));
        }
        if (nodes.empty()) table_.stages = {{"self", "Tự chấm", "", false}, {"recheck", "Tổ phúc tra", "", false}, {"council", "Hội đồng", "", false}};
    }

    void facts(const std::string& key, bool is_hold) {
        const auto nodes = in_.list(key);
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            Fields of(nodes[i], key + "[" + std::to_string(i) + "]", faults_);
            KnockOut one{of.wanted_text("id"), of.wanted_text("title"), of.wanted_text("clause"), std::nullopt, is_hold, false};
            if (!is_hold) {
                if (const auto above = of.text("above")) {
                    one.above = Decimal::parse(*above);
                    if (!one.above) of.fault("scoring.not_a_number", {{"found", *above}}, "above");
                }
                one.holds_when_unknown = of.flag("holds_when_unknown");
            }
            const bool twice = std::any_of(table_.knock_outs.begin(), table_.knock_outs.end(), [&](const KnockOut& other) { return other.id == one.id; });
            if (twice) of.fault("scoring.id_twice", {{"id", one.id}}, "id");
            of.finish();
            table_.knock_outs.push_back(std::move(one));
        }
    }

    void classes() {
        const auto nodes = in_.list("classes");
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const std::string path = "classes[" + std::to_string(i) + "]";
            Fields of(nodes[i], path, faults_);
            Class one{of.wanted_text("id"), of.wanted_text("title"), wanted_score(of, "from", table_.step), std::nullopt};
            if (const auto node = of.map("quota")) one.quota = quota(*node, path + ".quota");
            if (!table_.classes.empty() && one.from >= table_.classes.back().from) of.fault("scoring.classes_unordered", {}, "from");
            for (const Class& other : table_.classes)
                if (other.id == one.id) of.fault("scoring.id_twice", {{"id", one.id}}, "id");
            of.finish();
            table_.classes.push_back(std::move(one));
        }
    }

    Quota quota(const YAML::Node& node, const std::string& path) {
        Fields of(node, path, faults_);
        Quota quota{of.whole("count"), of.whole("percent").value_or(0), of.choice<Rounding>("round", parse_rounding).value_or(Rounding::floor)};
        if (quota.count.has_value() == of.has("percent") || quota.percent > 100) of.fault("scoring.quota_unclear");
        of.finish();
        return quota;
    }

    void ties() {
        const auto node = in_.list("ties");
        for (const YAML::Node& one : node) {
            const std::string text = one.IsScalar() ? one.Scalar() : std::string();
            const std::string_view named = std::string_view(text).substr(0, text.find(':'));
            const auto tie = parse_word<Tie>(named);
            TieRule rule{tie.value_or(Tie::council_vote), -1, -1, text};
            if (!tie || (tie != Tie::higher_item && named.size() != text.size())) {
                faults_.push_back({"scoring.tie_unknown", {{"found", text}}, "ties", criteria::line_of(one)});
                continue;
            }
            if (*tie == Tie::higher_item && !find(rule, text.substr(std::min(text.size(), named.size() + 1))))
                faults_.push_back({"scoring.item_unknown", {{"id", text}}, "ties", criteria::line_of(one)});
            if (!table_.ties.empty() && table_.ties.back().tie == Tie::council_vote)
                faults_.push_back({"scoring.vote_not_last", {}, "ties", criteria::line_of(one)});
            table_.ties.push_back(std::move(rule));
        }
    }

    bool find(TieRule& rule, const std::string& id) {
        if (const auto at = table_.item_named(id)) return rule.item = *at, true;
        for (std::size_t i = 0; i < table_.groups.size(); ++i)
            if (table_.groups[i].id == id) return rule.group = static_cast<int>(i), true;
        return false;
    }

    void late() {
        const auto node = in_.map("late");
        if (!node) return;
        Fields of(*node, "late", faults_);
        table_.late = Late{wanted_score(of, "per_day", table_.step), score_at(of, "cap", table_.step)};
        of.finish();
    }

    Fields in_;
    std::vector<Fault>& faults_;
    Table table_;
    ItemReader items_;
};

}    // namespace

Result<Table> read_table(std::string_view yaml) {
    CS_TRY(const YAML::Node root, criteria::load_map(yaml, "scoring.table_refused"));
    std::vector<Fault> faults;
    Table table = TableReader(root, faults).read();
    if (!faults.empty()) return refuse("scoring.table_refused", std::move(faults));
    return table;
}

}    // namespace cs::scoring
