#pragma once
// What the public reads of a closed ranking: exactly this, on the portal, in the public package and in the preview before it is published.
#include <string>
#include <vector>

#include "ranking/closing_store.hpp"

namespace cs::ranking {

struct PublicUnit {
    UnitId unit;
    std::string name;
    std::string total, class_title;    // "" where it is not shown
    std::optional<int> rank;
};
struct PublicPlaces {
    std::string cluster;
    std::vector<PublicUnit> places;    // shown places in their order, then shown classes, each by name
    std::vector<PublicUnit> others;    // took part: by name, no figure, no reason, the same words for every cause
};
// `decimals` of the table's step.
std::vector<PublicPlaces> published_places(const std::vector<Place>& places, const Shown& shown, int decimals);

// How far down places may be read by everybody: the upper half of the smallest cluster.
int most_public_ranks(const std::vector<Place>& places);

}    // namespace cs::ranking
