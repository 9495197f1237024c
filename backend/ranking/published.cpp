#include "ranking/published.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"

namespace cs::ranking {
namespace {

// Somebody on hold is not told apart from those further down.
PublicUnit shown_of(const Place& p, const Shown& shown, int decimals) {
    PublicUnit unit{p.unit, p.label, {}, {}, {}};
    if (!p.rank || p.is_excluded || p.is_on_hold) return unit;
    if (*p.rank <= shown.ranks_to) unit.rank = p.rank;
    if (unit.rank && shown.total) unit.total = p.total.text(decimals);
    if (shown.klass) unit.class_title = p.class_title;
    return unit;
}

void by_name(std::vector<PublicUnit>& units) {
    std::stable_sort(units.begin(), units.end(), [](const PublicUnit& a, const PublicUnit& b) { return fold(a.name) < fold(b.name); });
}

class Cluster {
public:
    explicit Cluster(std::string name) : all_{std::move(name), {}, {}} {}

    void add(PublicUnit unit) {
        if (unit.rank) return all_.places.push_back(std::move(unit));
        if (unit.class_title.empty()) return all_.others.push_back(std::move(unit));
        if (classes_.empty() || classes_.back().front().class_title != unit.class_title) classes_.emplace_back();
        classes_.back().push_back(std::move(unit));
    }

    PublicPlaces take() {
        for (auto& one : classes_) {
            by_name(one);    // their order would be their place
            std::move(one.begin(), one.end(), std::back_inserter(all_.places));
        }
        by_name(all_.others);
        return std::move(all_);
    }

    const std::string& name() const { return all_.cluster; }

private:
    PublicPlaces all_;
    std::vector<std::vector<PublicUnit>> classes_;    // best first, as the places come
};

}    // namespace

std::vector<PublicPlaces> published_places(const std::vector<Place>& places, const Shown& shown, int decimals) {
    std::vector<Cluster> clusters;
    for (const Place& p : places) {
        if (clusters.empty() || clusters.back().name() != p.cluster) clusters.emplace_back(p.cluster);
        clusters.back().add(shown_of(p, shown, decimals));
    }
    std::vector<PublicPlaces> all;
    for (Cluster& cluster : clusters) all.push_back(cluster.take());
    return all;
}

int most_public_ranks(const std::vector<Place>& places) {
    std::map<std::string, int> ranked;
    for (const Place& p : places) ranked[p.cluster] += p.rank.has_value();
    int least = 0;
    for (const auto& [cluster, n] : ranked) least = least == 0 ? n : std::min(least, n);
    return (least + 1) / 2;
}

}    // namespace cs::ranking
