#pragma once
// Reading a YAML map strictly: each key is asked for once, scalars stay text, and what nobody asked for is a fault.
// Every fault carries the path ("criteria[2].indicators[0].threshold") and the physical line.
#include <yaml-cpp/yaml.h>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "base/result.hpp"

namespace cs::criteria {

inline constexpr std::size_t largest_yaml = 4 * 1024 * 1024;

// The map a file holds. Refuses `code` with criteria.file_too_large, criteria.not_utf8, criteria.yaml_malformed,
// criteria.not_a_map and what the formats have no use for: criteria.alias (anchors can make a file contain itself) and
// criteria.second_document.
Result<YAML::Node> load_map(std::string_view bytes, const std::string& code, std::size_t most = largest_yaml);

int line_of(const YAML::Node& node);
bool is_null(const YAML::Node& node);

class Fields {
public:
    // `node` that is not a map is a fault; then every key reads as absent.
    Fields(const YAML::Node& node, std::string path, std::vector<Fault>& faults);

    // Absent and null both read as nullopt; another kind of node, or an impossible text, is a fault.
    std::optional<std::string> text(const std::string& key);
    std::string wanted_text(const std::string& key);    // a fault when absent
    bool flag(const std::string& key);                  // absent: false
    std::optional<int> whole(const std::string& key);
    std::optional<Day> day(const std::string& key);
    std::vector<std::string> texts(const std::string& key);
    std::optional<YAML::Node> node(const std::string& key);
    std::optional<YAML::Node> map(const std::string& key);
    std::vector<YAML::Node> list(const std::string& key);
    std::vector<std::pair<std::string, YAML::Node>> entries() const { return entries_; }
    bool has(const std::string& key) const;

    // A word out of a closed list, read by `parse`.
    template <class E>
    std::optional<E> choice(const std::string& key, std::optional<E> (*parse)(std::string_view)) {
        const auto found = text(key);
        if (!found) return std::nullopt;
        const auto value = parse(*found);
        if (!value) fault("criteria.unknown_word", {{"found", *found}}, key);
        return value;
    }

    void remark(std::initializer_list<const char*> keys);    // known, for human readers only
    void finish();                                           // what is left is unknown
    void fault(std::string code, Args args = {}, const std::string& key = {});
    std::string at(const std::string& key) const { return path_.empty() ? key : path_ + "." + key; }

private:
    std::vector<std::pair<std::string, YAML::Node>> entries_;
    std::vector<std::string> asked_;
    std::string path_;
    int line_;
    std::vector<Fault>& faults_;
};

}    // namespace cs::criteria
