#pragma once
// What changed between two versions of a file, by path: criteria[10].indicators[10].threshold.years.2024.DBSH. Entries
// with a number ("no") are matched by it, others by their place.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cs::criteria {

enum class Difference : unsigned char { added, removed, changed };

struct DiffLine {
    std::string path;
    Difference what;
    std::optional<std::string> from, to;
    bool operator==(const DiffLine&) const = default;
};

// Both must be YAML that read_set accepts. In the order of the newer file; removed lines last.
std::vector<DiffLine> diff(std::string_view older, std::string_view newer);

}    // namespace cs::criteria
