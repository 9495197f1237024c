#pragma once
// The whole register of recognitions in memory, as much of it as it takes to say who stands where on any day: the board of
// a country is counted from it at reading. Read again when somebody has written to the register, never by a clock.
#include <memory>
#include <unordered_map>

#include "assessment/register.hpp"

namespace cs::assessment {

struct Holding {
    RecognitionId recognition;
    std::string area;    // of a model residential area
    Standing standing;
    int year;
    Day counts_from;
    std::optional<Day> ends_on;    // withdrawn

    bool counts_on(Day day) const { return counts_from <= day && (!ends_on || day < *ends_on); }
};

class Holdings {
public:
    void add(const UnitId& unit, Holding holding) { by_unit_[unit].push_back(std::move(holding)); }
    const std::vector<Holding>& of(const UnitId& unit) const;

private:
    std::unordered_map<UnitId, std::vector<Holding>> by_unit_;
};

// Kept until the register is written to again; the revision is never used twice, so databases cannot mix.
std::shared_ptr<const Holdings> holdings(Tx& tx);
void touch_register(Tx& tx, Instant at);    // for RegisterStore: whoever writes a row says so

}    // namespace cs::assessment
