#pragma once
// What the use cases ask of storage.
#include "movement/reading.hpp"
#include "movement/target.hpp"
#include "platform/tx.hpp"

namespace cs::movement {

class TargetStore {
public:
    explicit TargetStore(Tx& tx) : tx_(tx) {}
    std::vector<Target> all() const;                        // with their figures, by title
    std::optional<Target> find(const TargetId& id) const;
    // Before a correction: the caller sees what he corrects, and nobody corrects it meanwhile.
    void be_alone();
    void add(const Target& target, Instant at, const std::optional<PersonId>& by);
    void correct(const Target& target, const std::string& reason, Instant at, const std::optional<PersonId>& by);
    void save(const TargetId& id, const Figure& figure, Instant at, const std::optional<PersonId>& by);

private:
    std::vector<Target> select(const std::optional<TargetId>& id) const;
    Tx& tx_;
};

class ReadingStore {
public:
    explicit ReadingStore(Tx& tx) : tx_(tx) {}
    std::vector<AssignedDenominator> denominators(const UnitId& root) const;    // in the order recorded
    std::vector<ReadingChoice> choices(const UnitId& root) const;               // in the order recorded
    void add(const AssignedDenominator& denominator, Instant at, const std::optional<PersonId>& by);
    void add(const ReadingChoice& choice, Instant at, const std::optional<PersonId>& by);

private:
    Tx& tx_;
};

}    // namespace cs::movement
