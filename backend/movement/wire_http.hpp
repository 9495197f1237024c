#pragma once
// What travels about targets; the names are the schemas of the API.
#include <optional>
#include <string>
#include <vector>

#include "access/action_http.hpp"
#include "movement/store.hpp"
#include "platform/json/json.hpp"

namespace cs::movement {

BOOST_DESCRIBE_ENUM(PlanTarget, advanced_communes, model_communes, standard_communes, model_areas, advanced_districts)
BOOST_DESCRIBE_ENUM(Reading, of_all, of_advanced)
BOOST_DESCRIBE_ENUM(Better, higher, lower)
BOOST_DESCRIBE_ENUM(FigureKind, plan, actual)
BOOST_DESCRIBE_ENUM(Progress, no_plan, waiting, running, behind, met, exceeded)

namespace wire {

struct TargetFigure {
    Decimal value;
    int sequence;    // send it back in If-Match; more than 1: corrected
    std::string source, reason;
};
BOOST_DESCRIBE_STRUCT(TargetFigure, (), (value, sequence, source, reason))

struct TargetYear {
    int year;
    std::optional<TargetFigure> plan, actual;
    Progress progress;
    std::optional<Decimal> beyond;    // percent of the plan, negative when short of it
};
BOOST_DESCRIBE_STRUCT(TargetYear, (), (year, plan, actual, progress, beyond))

struct TargetRow {
    TargetId id;
    UnitId unit_id;    // the territory it is entered for
    std::string title, measure;
    Better better;
    std::string source;
    std::optional<UnitId> owner_unit_id;
    std::string owner_name;
    int version;       // send it back in If-Match
    std::vector<TargetYear> years;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(TargetRow, (),
                      (id, unit_id, title, measure, better, source, owner_unit_id, owner_name, version, years, actions))

struct Targets {
    std::vector<TargetRow> items;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(Targets, (), (items, actions))

struct NewTarget {
    UnitId unit_id;
    std::string title, measure;
    Better better;
    std::string source;
    std::optional<UnitId> owner_unit_id;
};
BOOST_DESCRIBE_STRUCT(NewTarget, (), (unit_id, title, measure, better, source, owner_unit_id))

struct TargetCorrection {
    std::string title, measure;
    Better better;
    std::string source;
    std::optional<UnitId> owner_unit_id;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(TargetCorrection, (), (title, measure, better, source, owner_unit_id, reason))

struct TargetFigureInput {
    FigureKind kind;
    Decimal value;
    std::string source;
    std::optional<std::string> reason;    // of a correction
};
BOOST_DESCRIBE_STRUCT(TargetFigureInput, (), (kind, value, source, reason))

struct DenominatorRow {
    DenominatorId id;
    PlanTarget target;
    int value;
    std::string number;    // "unknown": nobody has shown it
    std::optional<Day> day;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(DenominatorRow, (), (id, target, value, number, day, source))

struct ReadingChoiceRow {
    ChoiceId id;
    PlanTarget target;
    Reading reading;
    std::optional<DenominatorId> denominator_id;
    std::string number;
    Day day;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(ReadingChoiceRow, (), (id, target, reading, denominator_id, number, day, note))

struct Readings {
    std::vector<DenominatorRow> denominators;
    std::vector<ReadingChoiceRow> choices;    // in the order recorded
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(Readings, (), (denominators, choices, actions))

struct NewDenominator {
    UnitId unit_id;
    PlanTarget target;
    int value;
    std::string number;
    std::optional<Day> day;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(NewDenominator, (), (unit_id, target, value, number, day, source))

struct NewReadingChoice {
    UnitId unit_id;
    PlanTarget target;
    Reading reading;
    std::optional<DenominatorId> denominator_id;
    std::string number;
    Day day;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(NewReadingChoice, (), (unit_id, target, reading, denominator_id, number, day, note))

inline DenominatorRow shown(const AssignedDenominator& d) {
    return {d.id, d.target, static_cast<int>(d.value), d.number, d.day, d.source};
}
inline ReadingChoiceRow shown(const ReadingChoice& c) { return {c.id, c.target, c.reading, c.denominator, c.number, c.day, c.note}; }

}    // namespace wire
}    // namespace cs::movement
