#pragma once
// The units of a round by what a province's file calls them.
#include <string>
#include <vector>

#include "base/id.hpp"

namespace cs::assessment {

struct KnownUnit {
    UnitId id;
    std::string code, name, parent;    // as they were on the round's day
};

// What a row says of its unit.
struct UnitWords {
    std::string code, name, parent;
    std::string shown() const;    // "27 · Đại Đồng · Tiên Du", the key of an answer
};

class UnitFinder {
public:
    explicit UnitFinder(std::vector<KnownUnit> units);

    // By code (leading zeros may be lost: programs take codes for numbers), else by name without case, diacritics and
    // the word for its kind ("Xã Đại Đồng", "đại đồng", "X. Đại Đồng"), narrowed by kind and parent where the row tells
    // them. None: unknown. Several: the row may mean any of them. What is found lives as long as the finder.
    std::vector<const KnownUnit*> find(const UnitWords& words) const&;
    std::vector<const KnownUnit*> find(const UnitWords& words) const&& = delete;
    // At most five that look like it.
    std::vector<const KnownUnit*> similar(const UnitWords& words) const;
    // Whether the row's name is one of the unit's, for rows that give a code and a name.
    bool is_named(const KnownUnit& unit, const std::string& name) const;
    const KnownUnit* with_id(const UnitId& id) const;

private:
    std::vector<KnownUnit> units_;
    std::vector<std::string> keys_;    // beside units_
};

// Rows that add others up ("Tổng cộng", "Toàn huyện"). Ask after find(): there are communes called Cộng Hòa and Trung
// Bình.
bool is_total(const std::string& name);

}    // namespace cs::assessment
