#include "assessment/key_criteria.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "criteria/set_yaml.hpp"
#include "platform/embedded.hpp"

using namespace cs;
using namespace cs::assessment;

namespace {

std::map<std::string, criteria::CriteriaSet> shipped() {
    std::map<std::string, criteria::CriteriaSet> all;
    for (const EmbeddedFile& file : embedded_under("law/criteria/")) {
        auto set = criteria::read_set(file.bytes);
        if (set) all.emplace(set->id, std::move(*set));
    }
    return all;
}

}    // namespace

TEST_CASE("each key criterion stands in its set under that number and that name") {
    const auto sets = shipped();
    CHECK(key_criteria().size() == 15);
    for (const KeyCriterion& key : key_criteria()) {
        CAPTURE(key.set + ":" + key.criterion);
        REQUIRE(sets.contains(key.set));
        const auto& criteria = sets.at(key.set).criteria;
        const auto at = std::find_if(criteria.begin(), criteria.end(), [&](const auto& c) { return c.no == key.criterion; });
        REQUIRE(at != criteria.end());
        CHECK(at->name == key.name);
    }
    CHECK(is_key("xa-ntm-2021-2025", "10"));
    CHECK_FALSE(is_key("xa-ntm-2021-2025", "11"));
    CHECK_FALSE(is_key("xa-ntm-kieu-mau-2021-2025", "2"));    // the rule names none of the model set
}
