#pragma once
// The tree, the groups and the rules of leaves of a scoring table; used by table_yaml.cpp.
#include <set>
#include <string>
#include <vector>

#include "criteria/yaml_fields.hpp"
#include "scoring/table.hpp"

namespace cs::scoring {

// A score under `key`, a multiple of `step` and not negative.
std::optional<Score> score_at(criteria::Fields& in, const std::string& key, Score step);
Score wanted_score(criteria::Fields& in, const std::string& key, Score step);

// What a paper prints under an item and may be wrong: the items it says it sums, or a maximum.
struct Caption {
    int item;
    std::vector<std::string> sums;
    std::optional<Score> max;
};

class ItemReader {
public:
    ItemReader(Table& table, std::vector<Fault>& faults) : table_(table), faults_(faults) {}

    void tree(const std::vector<YAML::Node>& nodes);
    void groups(const std::vector<YAML::Node>& nodes, Part part);
    const std::vector<Caption>& captions() const { return captions_; }

private:
    void item(const YAML::Node& node, const std::string& path, int parent, int depth);
    void children(const std::vector<YAML::Node>& nodes, const std::string& path, int at);
    void group(const YAML::Node& node, const std::string& path, Part part);
    void check_sum(criteria::Fields& in, int at, std::optional<Score> given);
    void take_remainder(criteria::Fields& in, int at, std::optional<Score> given, Score known, int remainder);
    Item heading(criteria::Fields& in, const YAML::Node& node);
    void caption(criteria::Fields& in, const std::string& path, int at);
    void once(criteria::Fields& in, const std::string& id);
    LeafRule rule(criteria::Fields& in, const std::string& path, const Item& of);
    void rule_steps(criteria::Fields& in, const std::string& path, const Item& of, LeafRule& rule);
    void rule_places(criteria::Fields& in, const Item& of, LeafRule& rule);
    void rule_source(criteria::Fields& in, const std::string& path, LeafRule& rule);

    Table& table_;
    std::vector<Fault>& faults_;
    std::set<std::string> ids_;
    std::vector<Caption> captions_;
    std::set<int> remainders_;    // leaves that take what their parent leaves over
};

}    // namespace cs::scoring
