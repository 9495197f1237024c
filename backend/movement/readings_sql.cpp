#include "movement/store.hpp"
#include "platform/sql/sql.hpp"

namespace cs::movement {

std::vector<AssignedDenominator> ReadingStore::denominators(const UnitId& root) const {
    std::vector<AssignedDenominator> all;
    const auto rows = tx_.query("movement.denominators", root);
    for (const sql::Row& row : *rows)
        all.push_back({row.id<DenominatorId>("id"), row.id<UnitId>("root_unit"), *parse_word<PlanTarget>(row.text("target")),
                       row.integer("value"), row.text("number"), row.maybe_day("day"), row.text("source")});
    return all;
}

std::vector<ReadingChoice> ReadingStore::choices(const UnitId& root) const {
    std::vector<ReadingChoice> all;
    const auto rows = tx_.query("movement.choices", root);
    for (const sql::Row& row : *rows)
        all.push_back({row.id<ChoiceId>("id"), row.id<UnitId>("root_unit"), *parse_word<PlanTarget>(row.text("target")),
                       *parse_word<Reading>(row.text("reading")), row.maybe_id<DenominatorId>("denominator_id"), row.text("number"),
                       row.day("day"), row.text("note")});
    return all;
}

void ReadingStore::add(const AssignedDenominator& d, Instant at, const std::optional<PersonId>& by) {
    tx_.run("movement.add_denominator", d.id, d.root, word_of(d.target), d.value, d.number, d.day, d.source, at, by);
}

void ReadingStore::add(const ReadingChoice& c, Instant at, const std::optional<PersonId>& by) {
    tx_.run("movement.add_choice", c.id, c.root, word_of(c.target), word_of(c.reading), c.denominator, c.number, c.day, c.note, at, by);
}

}    // namespace cs::movement
