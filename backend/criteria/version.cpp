#include "criteria/version.hpp"

#include <map>
#include <mutex>

#include "criteria/set_yaml.hpp"

namespace cs::criteria {
namespace {

constexpr std::size_t kept_at_most = 64;

}    // namespace

std::shared_ptr<const CriteriaSet> parsed(const Version& version) {
    static std::mutex mutex;
    static std::map<std::string, std::shared_ptr<const CriteriaSet>> kept;    // by digest: the bytes cannot change
    {
        const std::lock_guard lock(mutex);
        if (const auto found = kept.find(version.digest); found != kept.end()) return found->second;
    }
    auto set = read_set(version.yaml);
    CS_CHECK(set.has_value());
    auto shared = std::make_shared<const CriteriaSet>(*std::move(set));
    const std::lock_guard lock(mutex);
    if (kept.size() >= kept_at_most) kept.clear();
    return kept.emplace(version.digest, std::move(shared)).first->second;
}

Ground Standing::ground() const {
    Ground ground{set.get()};
    for (const ConfirmationRecord& record : confirmations) ground.confirmed.push_back(record.what);
    return ground;
}

const ConfirmationRecord* Standing::last_of(const std::string& indicator) const {
    for (auto record = confirmations.rbegin(); record != confirmations.rend(); ++record)
        if (record->what.indicator == indicator) return &*record;
    return nullptr;
}

Counts counts(const Standing& standing) {
    Counts all;
    for (const Criterion& criterion : standing.set->criteria)
        for (const Indicator& indicator : criterion.indicators) {
            ++all.indicators;
            const ConfirmationRecord* found = standing.last_of(indicator.no);
            if (found && (found->what.value || indicator.threshold.printed()))
                ++all.confirmed;
            else if (indicator.confidence == Confidence::unknown || !indicator.threshold.printed())
                ++all.unknown;
            else
                ++(indicator.confidence == Confidence::verified ? all.verified : all.unconfirmed);
        }
    return all;
}

}    // namespace cs::criteria
