#pragma once
// Clusters (cụm) and blocks (khối) stand beside the tree: units that compete with each other, with membership by year
// and a head unit that changes every year (Plan 547, III; practice.md: "Cluster head rotates yearly").
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "base/words.hpp"

namespace cs::org {

using ClusterId = Id<struct ClusterTag>;

enum class ClusterKind : unsigned char { cluster, block };

struct ClusterYear {
    ClusterId id;
    ClusterKind kind;
    int year;
    std::string name;
    std::optional<UnitId> head;  // none: not yet chosen
    std::vector<UnitId> members;
    std::vector<std::string> member_names;  // as the members were called at the end of that year
    std::int64_t version = 0;
};

}  // namespace cs::org

namespace cs {
template <>
inline constexpr auto words<org::ClusterKind> = std::to_array<std::string_view>({"cluster", "block"});
}
