#pragma once
// What the coordinator of a province does with targets. Each leaves one journal entry, or writes nothing when refused. All
// refuse access.not_signed_in, access.not_your_role, access.not_your_unit (the root, or what it became, is outside the
// role's scope) and org.unit_unknown_id.
#include "access/actor.hpp"
#include "movement/store.hpp"

namespace cs::movement {

// The targets entered under a territory, or under one that became part of it: on a merger they follow the successor.
std::vector<Target> targets_of(Tx& tx, const UnitId& root, Day day);

// Refuses movement.target_faulty listing movement.title_missing, movement.measure_missing, movement.source_missing,
// movement.owner_unknown.
Result<Target> add_target(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const UnitId& root,
                          const TargetText& text);
// Other words for the same target; `seen` is the version the writer saw (none: he does not say). Refuses movement.target_unknown,
// movement.reason_missing, movement.target_stale besides.
Result<Target> correct_target(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const TargetId& id,
                              const TargetText& text, const std::string& reason, const std::optional<std::string>& seen);

struct FigureInput {
    int year;
    FigureKind kind;
    Decimal value;
    std::string source, reason;
    std::optional<std::string> seen = {};    // the sequence the writer saw, "0" when there was none
};
// A second value of the same year and kind is a correction and needs a reason; the first stays in the history. Refuses
// movement.target_unknown, movement.figure_stale, movement.reason_missing, and movement.figure_faulty listing
// movement.source_missing, movement.year_unknown, movement.year_not_begun (an actual value of a year to come).
Result<Target> save_figure(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const TargetId& id,
                           const FigureInput& input);

// Refuses movement.denominator_faulty listing movement.not_a_share, movement.value_not_positive, movement.number_missing,
// movement.source_missing, movement.day_in_future.
Result<AssignedDenominator> assign_denominator(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree,
                                               AssignedDenominator denominator);
// The same by the program, for a seeded world.
Result<AssignedDenominator> add_denominator(Tx& tx, Instant now, const audit::By& by, AssignedDenominator denominator);

// Refuses movement.choice_faulty listing movement.not_a_share, movement.reading_not_of_target, movement.denominator_unknown,
// movement.number_missing, movement.day_in_future.
Result<ReadingChoice> choose_reading(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, ReadingChoice choice);

}    // namespace cs::movement
