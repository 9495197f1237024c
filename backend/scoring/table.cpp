#include "scoring/table.hpp"

namespace cs::scoring {

int Quota::of(int ranked) const {
    if (count) return *count;
    const int part = ranked * percent;
    switch (rounding) {
        case Rounding::floor: return part / 100;
        case Rounding::ceil: return (part + 99) / 100;
        case Rounding::half_up: return (part + 50) / 100;
    }
    return 0;
}

namespace {

template <class All>
std::optional<int> find(const All& all, std::string_view id) {
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].id == id) return static_cast<int>(i);
    return std::nullopt;
}

}    // namespace

std::optional<int> Table::item_named(std::string_view named) const { return find(items, named); }
std::optional<int> Table::stage_named(std::string_view named) const { return find(stages, named); }

std::optional<int> Table::leaf_named(std::string_view named) const {
    for (std::size_t i = 0; i < leaves.size(); ++i)
        if (leaf(i).id == named) return static_cast<int>(i);
    return std::nullopt;
}

}    // namespace cs::scoring
