#include "assessment/key_criteria.hpp"

#include <algorithm>

#include "law/tsv.hpp"
#include "platform/embedded.hpp"

namespace cs::assessment {

const std::vector<KeyCriterion>& key_criteria() {
    static const std::vector<KeyCriterion> all = [] {
        std::vector<KeyCriterion> rows;
        std::vector<Fault> faults;
        const auto text = embedded_file("law/key_criteria.tsv");
        CS_CHECK(text.has_value());
        law::read_tsv("law/key_criteria.tsv", *text, {"set", "criterion", "name", "source", "confidence"}, faults, [&](law::Row& row) {
            rows.push_back({row.text("set"), row.text("criterion"), row.text("name"), row.source(), row.confidence()});
        });
        CS_CHECK(faults.empty());    // the program's own file, held to the sets by a test
        return rows;
    }();
    return all;
}

bool is_key(std::string_view set, std::string_view criterion) {
    const auto& all = key_criteria();
    return std::any_of(all.begin(), all.end(), [&](const KeyCriterion& k) { return k.set == set && k.criterion == criterion; });
}

}    // namespace cs::assessment
