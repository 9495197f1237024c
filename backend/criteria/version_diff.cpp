#include "criteria/version_diff.hpp"

#include <yaml-cpp/yaml.h>

#include <unordered_map>

#include "base/result.hpp"
#include "base/text.hpp"
#include "criteria/yaml_fields.hpp"

namespace cs::criteria {
namespace {

using Leaves = std::vector<std::pair<std::string, std::string>>;

std::string place_of(const YAML::Node& entry, std::size_t index) {
    if (entry.IsMap())
        if (const YAML::Node no = entry["no"]; no.IsDefined() && no.IsScalar()) return "[" + no.Scalar() + "]";
    return "[" + std::to_string(index + 1) + "]";
}

void flatten(const YAML::Node& node, const std::string& path, Leaves& into) {
    if (node.IsMap()) {
        for (const auto& entry : node)
            flatten(entry.second, path.empty() ? entry.first.Scalar() : path + "." + entry.first.Scalar(), into);
    } else if (node.IsSequence()) {
        for (std::size_t i = 0; i < node.size(); ++i) flatten(node[i], path + place_of(node[i], i), into);
    } else {
        into.emplace_back(path, is_null(node) ? "null" : node.Scalar());
    }
}

Leaves leaves(std::string_view yaml) {
    const auto text = nfc(yaml);
    CS_CHECK(text.has_value());
    Leaves all;
    flatten(YAML::Load(*text), "", all);
    return all;
}

}    // namespace

std::vector<DiffLine> diff(std::string_view older, std::string_view newer) {
    const Leaves before = leaves(older), after = leaves(newer);
    std::unordered_map<std::string, std::string> was(before.begin(), before.end());
    std::vector<DiffLine> lines;
    for (const auto& [path, value] : after) {
        const auto old = was.find(path);
        if (old == was.end())
            lines.push_back({path, Difference::added, std::nullopt, value});
        else if (old->second != value)
            lines.push_back({path, Difference::changed, old->second, value});
        if (old != was.end()) was.erase(old);
    }
    for (const auto& [path, value] : before)
        if (was.contains(path)) lines.push_back({path, Difference::removed, value, std::nullopt});
    return lines;
}

}    // namespace cs::criteria
