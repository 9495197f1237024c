#pragma once
// One sheet while an office checks it: the checks of a request are taken one by one, then written together.
#include "assessment/commands.hpp"

namespace cs::assessment {

struct CheckedSheet {
    OpenedSheet opened;
    Basis basis;
    criteria::Plan plan;
    SheetFacts facts;
    Stage stage;
    SheetState state;    // after the beginning that follows by itself
    int returns_cap;
    std::vector<Item> changed = {};
    std::map<std::string, SavedLine> lines = {};

    void take_lines(const Check& check, Instant now);
    audit::By by() const;
    audit::Entry entry(SheetState now_at) const;
};

// Refuses assessment.sheet_unknown, assessment.not_in_check.
Result<CheckedSheet> begin_check(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& id);
// Refuses item.need.*, item.no_such_step, assessment.indicator_unknown, assessment.correction_lines. Writes nothing yet.
Done take_check(CheckedSheet& on, const Check& check, Instant now, const std::optional<CheckPaperId>& paper);
// Writes; the return or the conclusion that follows is taken with it. Refuses values that cannot be judged.
Result<Sheet> finish_check(Tx& tx, CheckedSheet& on, Instant now);

}    // namespace cs::assessment
