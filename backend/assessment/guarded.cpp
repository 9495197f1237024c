#include "assessment/guarded.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace cs::assessment {
namespace {

constexpr std::array<std::string_view, 5> subjects = {"quoc phong", "quan su", "dan quan", "an ninh trat tu", "an ninh, trat tu"};

bool names_a_subject(const std::string& name) {
    const std::string folded = fold(name);
    return std::any_of(subjects.begin(), subjects.end(), [&](std::string_view s) { return folded.find(s) != std::string::npos; });
}

}    // namespace

bool is_guarded(const criteria::Criterion& criterion) { return names_a_subject(criterion.name); }

bool is_guarded(const criteria::CriteriaSet& set, const std::string& indicator) {
    const std::string whole = indicator.substr(0, indicator.find('#'));
    for (const criteria::Criterion& c : set.criteria)
        for (const criteria::Indicator& i : c.indicators)
            if (i.no == whole) return is_guarded(c) || names_a_subject(i.name);
    return false;
}

}    // namespace cs::assessment
