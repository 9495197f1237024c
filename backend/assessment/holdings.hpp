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
    void put(const UnitId& unit, Holding holding);    // a recognition that is there already is replaced: it was withdrawn
    const std::vector<Holding>& of(const UnitId& unit) const;
    std::int64_t size() const { return size_; }
    std::int64_t withdrawn() const { return withdrawn_; }

private:
    std::unordered_map<UnitId, std::vector<Holding>> by_unit_;
    std::int64_t size_ = 0, withdrawn_ = 0;
};

// Kept until the register is written to again; the revision is never used twice, so databases cannot mix. Rows are only ever
// added, so what is new is read and laid over a copy of what was there; when the numbers then differ, all is read again.
std::shared_ptr<const Holdings> holdings(Tx& tx);
void touch_register(Tx& tx, Instant at);    // for RegisterStore: whoever writes a row says so

}    // namespace cs::assessment
