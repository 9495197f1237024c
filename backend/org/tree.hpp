#pragma once
// access asks whether a unit stands under another on a day; this answers from the units.
#include "access/actor.hpp"
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

}  // namespace cs::org
