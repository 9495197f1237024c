#pragma once
// The state of all units after a reorganisation, while its lines are being read: touched units over an untouched
// forest. Used by plan.cpp only.
#include <map>
#include <string>
#include <vector>

#include "org/plan.hpp"

namespace cs::org {

class After {
public:
    After(const Forest& before, Day day, const Ids& ids) : before_(before), day_(day), ids_(ids) {}

    void at_line(int line) { line_ = line; }
    int line() const { return line_; }
    void fault(std::string code, Args args) { faults_.push_back({std::move(code), std::move(args), {}, line_}); }
    const std::vector<Fault>& faults() const { return faults_; }

    // The unit a reference means on the day before, if its state still goes on; otherwise a fault and null.
    const UnitVersion* before(const Ref& ref);
    std::vector<const UnitVersion*> below_before(const UnitVersion& root) const {
        return before_.below(root.unit, plus_days(day_, -1));
    }

    void change(const UnitVersion& unit, const NewState& to);
    void end(const UnitVersion& unit);
    UnitId create(const NewState& state, std::optional<Region> inherited);

    // After the last line: parents are resolved on the day itself, then everything that must hold is checked.
    void settle();
    std::optional<UnitId> resolve(const Ref& ref);  // on the day itself; otherwise a fault
    void rows(const ChangeId& change, std::vector<UnitVersion>& closed, std::vector<UnitVersion>& opened) const;

private:
    struct Touched {
        const UnitVersion* was = nullptr;  // null: born here
        std::optional<UnitState> now;      // none: it ends
        std::optional<Ref> parent;         // still to be resolved
        int line = 0;
    };

    Touched* touch(const UnitVersion& unit);
    const UnitState* state(const UnitId& unit) const;  // on the day itself
    void check_codes();
    void check_places();
    void check_place(const UnitId& unit, const UnitState& state, const UnitId& parent);
    void check_orphans();

    const Forest& before_;
    Day day_;
    const Ids& ids_;
    int line_ = 0;
    std::vector<Fault> faults_;
    std::map<UnitId, Touched> touched_;
    std::vector<UnitId> order_;  // as the lines came
    std::map<std::string, UnitId> new_codes_;
};

}  // namespace cs::org
