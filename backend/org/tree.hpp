#pragma once
// access asks whether a unit stands under another on a day; this answers from the units.
#include <memory>

#include "access/actor.hpp"
#include "org/forest.hpp"
#include "platform/tx.hpp"

namespace cs::org {

class UnitTree final : public access::Tree {
public:
    explicit UnitTree(Tx& tx) : tx_(tx) {}
    bool under(const UnitId& unit, const UnitId& above, Day day) const override;
    std::string name(const UnitId& unit, Day day) const override;

private:
    Tx& tx_;
};

// The same from the forest in memory: for lists that ask of thousands of units.
class ForestTree final : public access::Tree {
public:
    explicit ForestTree(std::shared_ptr<const Forest> forest) : forest_(std::move(forest)) {}
    bool under(const UnitId& unit, const UnitId& above, Day day) const override { return forest_->under(unit, above, day); }
    std::string name(const UnitId& unit, Day day) const override {
        const UnitVersion* version = forest_->on(unit, day);
        return version ? version->state.name : "";
    }

private:
    std::shared_ptr<const Forest> forest_;
};

}  // namespace cs::org
