#pragma once
#include <yaml-cpp/yaml.h>

#include <string>
#include <vector>

#include "base/result.hpp"
#include "criteria/set.hpp"

namespace cs::criteria {

// Reads indicators, sub-conditions and preconditions, appending their faults. `regions` are the codes a matrix may use.
class IndicatorReader {
public:
    IndicatorReader(std::vector<std::string> regions, std::vector<Fault>& faults)
        : regions_(std::move(regions)), faults_(faults) {}

    Indicator indicator(const YAML::Node& node, const std::string& path);
    Indicator precondition(const YAML::Node& node, const std::string& path);

private:
    Indicator sub_condition(const YAML::Node& node, const std::string& path, const Indicator& parent, std::size_t number);
    void measure(class Fields& in, Indicator& indicator, Confidence inherited);
    void threshold(class Fields& in, Indicator& indicator);
    void plain_value(class Fields& in, Indicator& indicator);
    Threshold::ByRegion by_region(const YAML::Node& node, const std::string& path, const Indicator& indicator);
    void by_year(const YAML::Node& node, const std::string& path, Indicator& indicator);
    std::optional<Amount> amount(const YAML::Node& node, const std::string& path, const Indicator& indicator);
    void alt_rules(class Fields& in, Indicator& indicator);
    void formula(class Fields& in, Indicator& indicator);
    void consistent(class Fields& in, const Indicator& indicator);
    bool known(const std::string& region) const;

    std::vector<std::string> regions_;
    std::vector<Fault>& faults_;
};

}    // namespace cs::criteria
