#include "criteria/set_yaml.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "criteria/indicator_yaml.hpp"
#include "criteria/yaml_fields.hpp"

namespace cs::criteria {
namespace {

// Said by the heading alone, so that a procedure is not judged as a bad set.
Document document_of(const Fields& heading, const YAML::Node& root) {
    if (heading.has("sets")) return Document::index;
    if (heading.has("conditions") || heading.has("procedure_commune")) return Document::procedure;
    const auto says = [&](const char* key, const char* value) {
        return heading.has(key) && root[key].IsScalar() && root[key].Scalar() == value;
    };
    if (says("level", "movement")) return Document::movement;
    return says("is_template", "true") ? Document::model : Document::set;
}

class SetReader {
public:
    SetReader(const YAML::Node& root, std::vector<Fault>& faults) : in_(root, "", faults), faults_(faults) {
        set_.document = document_of(in_, root);
    }

    CriteriaSet read() {
        if (set_.document == Document::index) return std::move(set_);
        heading();
        if (set_.document == Document::procedure) return std::move(set_);
        regions();
        criteria();
        totals();
        in_.remark({"data_note", "effective_from_source", "full_text_url", "threshold_dimension", "commune_groups_source",
                    "other_annexes", "removed_levels", "region_source", "bac_ninh_region", "applies_to_bac_ninh",
                    "list_confidence", "is_template", "amended_by", "special_rules"});
        if (set_.document == Document::model) in_.remark({"target_547"});
        if (set_.document == Document::movement) in_.remark({"targets", "calendar", "rewards", "scoring"});
        in_.finish();
        return std::move(set_);
    }

private:
    void heading() {
        const auto version = in_.whole("schema_version");
        if (version.value_or(1) != 1) in_.fault("criteria.schema_version", {{"found", std::to_string(*version)}}, "schema_version");
        set_.id = in_.wanted_text("id");
        const bool plain = std::all_of(set_.id.begin(), set_.id.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
        });
        if (!plain) in_.fault("criteria.bad_id", {{"found", set_.id}}, "id");
        set_.title = in_.wanted_text("title");
        set_.legal_instrument = in_.text("legal_instrument").value_or("");
        set_.period = in_.text("period").value_or("");
        set_.level = in_.text("level").value_or("");
        set_.issued = in_.day("issued");
        set_.effective_from = in_.day("effective_from");
        set_.effective_to = in_.day("effective_to");
        if (set_.effective_from && set_.effective_to && *set_.effective_to < *set_.effective_from)
            in_.fault("criteria.ends_before_begin", {}, "effective_to");
        successor();
    }

    void successor() {
        const auto node = in_.map("superseded_by");
        if (!node) return;
        Fields of(*node, "superseded_by", faults_);
        const std::string id = of.wanted_text("id");
        const auto from = of.day("effective_from");
        if (!from) of.fault("criteria.missing_key", {{"key", "effective_from"}}, "effective_from");
        if (from && set_.effective_from && *from <= *set_.effective_from)
            of.fault("criteria.ends_before_begin", {}, "effective_from");
        if (from) set_.superseded_by = Successor{id, *from};
        of.remark({"source"});
        of.finish();
    }

    void regions() {
        if (const auto node = in_.map("regions")) {
            Fields of(*node, "regions", faults_);
            for (const auto& [code, name] : of.entries()) set_.regions.push_back({code, of.wanted_text(code)});
        }
        const auto groups = in_.list("commune_groups");
        for (std::size_t i = 0; i < groups.size(); ++i) {
            Fields of(groups[i], "commune_groups[" + std::to_string(i) + "]", faults_);
            set_.regions.push_back({of.wanted_text("code"), of.wanted_text("name")});
            of.remark({"definition"});
            of.finish();
        }
    }

    IndicatorReader indicator_reader() {
        std::vector<std::string> codes;
        for (const Region& region : set_.regions) codes.push_back(region.code);
        return {codes.empty() ? national_regions() : codes, faults_};
    }

    void criteria() {
        IndicatorReader reader = indicator_reader();
        const auto conditions = in_.list("preconditions");
        for (std::size_t i = 0; i < conditions.size(); ++i) {
            const std::string path = "preconditions[" + std::to_string(i) + "]";
            set_.preconditions.push_back(reader.precondition(conditions[i], path));
            once(rows_, set_.preconditions.back().no, path, conditions[i]);
        }
        const auto nodes = in_.list("criteria");
        if (nodes.empty()) in_.fault("criteria.no_criteria", {}, "criteria");
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const std::string path = "criteria[" + std::to_string(i) + "]";
            set_.criteria.push_back(criterion(nodes[i], path, reader));
            once(numbers_, set_.criteria.back().no, path, nodes[i]);
        }
    }

    Criterion criterion(const YAML::Node& node, const std::string& path, IndicatorReader& reader) {
        Fields of(node, path, faults_);
        Criterion read;
        read.no = of.wanted_text("no");
        read.name = of.wanted_text("name");
        read.group = of.text("group").value_or("");
        read.department = of.text("lead_department_hint").value_or("");
        const auto nodes = of.list("indicators");
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const std::string at = of.at("indicators[" + std::to_string(i) + "]");
            read.indicators.push_back(reader.indicator(nodes[i], at));
            once(rows_, read.indicators.back().no, at, nodes[i]);
        }
        adds_up(of, "indicator_count", nodes.size());
        of.remark({"name_source"});
        of.finish();
        return read;
    }

    void adds_up(Fields& in, const char* key, std::size_t found) {
        const auto declared = in.whole(key);
        if (declared && static_cast<std::size_t>(*declared) != found)
            in.fault("criteria.count", {{"wanted", std::to_string(*declared)}, {"found", std::to_string(found)}}, key);
    }

    // `indicators_loaded` stands where the law's list could not be read in full: then it is what must add up.
    void totals() {
        std::size_t indicators = 0;
        for (const Criterion& criterion : set_.criteria) indicators += criterion.indicators.size();
        adds_up(in_, "criteria_total", set_.criteria.size());
        const bool partly = in_.has("indicators_loaded");
        adds_up(in_, partly ? "indicators_loaded" : "indicator_total", indicators);
        in_.remark({"indicator_total"});
    }

    // Preconditions and indicators are rows of one file of values: one number, one row.
    void once(std::set<std::string>& seen, const std::string& no, const std::string& path, const YAML::Node& node) {
        if (!no.empty() && !seen.insert(no).second)
            faults_.push_back({"criteria.no_twice", {{"no", no}}, path + ".no", line_of(node)});
    }

    std::set<std::string> numbers_, rows_;
    Fields in_;
    std::vector<Fault>& faults_;
    CriteriaSet set_;
};

}    // namespace

Result<CriteriaSet> read_set(std::string_view yaml) {
    CS_TRY(const YAML::Node root, load_map(yaml, "criteria.set_refused"));
    std::vector<Fault> faults;
    CriteriaSet set = SetReader(root, faults).read();
    if (faults.empty()) return set;
    std::stable_sort(faults.begin(), faults.end(), [](const Fault& a, const Fault& b) { return a.line < b.line; });
    return refuse("criteria.set_refused", std::move(faults));
}

Result<CriteriaSet> read_evaluable_set(std::string_view yaml) {
    CS_TRY(CriteriaSet set, read_set(yaml));
    if (set.document == Document::set) return set;
    return refuse("criteria.set_refused", {Fault{"criteria.is_" + std::string(word(set.document)), {{"id", set.id}}, {}, 1}});
}

std::optional<std::string> id_of(std::string_view yaml) {
    const auto root = load_map(yaml, "criteria.set_refused");
    if (!root) return std::nullopt;
    const YAML::Node id = (*root)["id"];
    return id.IsDefined() && id.IsScalar() ? std::optional(id.Scalar()) : std::nullopt;
}

}    // namespace cs::criteria
