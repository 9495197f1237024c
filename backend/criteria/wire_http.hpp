#pragma once
// What travels about criteria sets, confirmations and trials; the names are the schemas of the API.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "access/action_http.hpp"
#include "criteria/version.hpp"
#include "criteria/version_diff.hpp"
#include "platform/json/json.hpp"

namespace cs::criteria {

BOOST_DESCRIBE_ENUM(Difference, added, removed, changed)

namespace wire {

struct SetVersion {
    std::int64_t number;
    Instant loaded_at;
    std::string loaded_by, digest, note;    // "" : the program
    bool in_force;
};
BOOST_DESCRIBE_STRUCT(SetVersion, (), (number, loaded_at, loaded_by, digest, note, in_force))

struct SetCounts {
    int indicators, verified, confirmed, unconfirmed, unknown;
};
BOOST_DESCRIBE_STRUCT(SetCounts, (), (indicators, verified, confirmed, unconfirmed, unknown))

struct CriteriaSetRow {
    std::string id, title, level, period, legal_instrument;
    std::optional<Day> effective_from, effective_to;    // the last day, also when a successor ends it
    std::vector<SetVersion> versions;
    SetCounts counts;
    std::string kind;    // set, template, procedure, movement
};
BOOST_DESCRIBE_STRUCT(CriteriaSetRow, (),
                      (id, title, level, period, legal_instrument, effective_from, effective_to, versions, counts, kind))

struct CriteriaSets {
    std::vector<CriteriaSetRow> items;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(CriteriaSets, (), (items, actions))

struct Confirmation {
    std::optional<std::string> threshold, region;    // no threshold: as printed
    std::optional<int> year;
    std::string instrument, number;
    Day day;
    std::string signer;
    std::optional<std::string> article;
    std::string note, confirmed_by;
    Instant at;
    bool carried;    // from the version before
};
BOOST_DESCRIBE_STRUCT(Confirmation, (),
                      (threshold, region, year, instrument, number, day, signer, article, note, confirmed_by, at, carried))

// Keys of a threshold: "" for the whole country, "DBSH", "DBSH 2024"; null: not known.
using ThresholdText = std::map<std::string, std::optional<std::string>>;

struct Indicator {
    std::string no, name, kind, unit, comparator;
    ThresholdText threshold_text;
    std::string mode, confidence, source, note, hint;
    bool both_sexes, if_present;
    std::vector<std::string> sub_conditions;    // each as one line
    std::vector<std::string> scale, options, alt_rules;
    std::string formula, requires_set;
    std::optional<Confirmation> confirmation;    // the last one
};
BOOST_DESCRIBE_STRUCT(Indicator, (),
                      (no, name, kind, unit, comparator, threshold_text, mode, confidence, source, note, hint, both_sexes,
                       if_present, sub_conditions, scale, options, alt_rules, formula, requires_set, confirmation))

struct Criterion {
    std::string no, name, group, department;
    std::vector<Indicator> indicators;
};
BOOST_DESCRIBE_STRUCT(Criterion, (), (no, name, group, department, indicators))

struct CriteriaSet : CriteriaSetRow {
    std::int64_t version;
    std::vector<Indicator> preconditions;
    std::vector<Criterion> criteria;
    std::map<std::string, std::string> regions;
    std::vector<int> years;    // of the matrices
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(CriteriaSet, (CriteriaSetRow), (version, preconditions, criteria, regions, years, actions))

struct SetDiffLine {
    std::string path;
    Difference what;
    std::optional<std::string> from, to;
};
BOOST_DESCRIBE_STRUCT(SetDiffLine, (), (path, what, from, to))

struct SetDiff {
    std::vector<SetDiffLine> items;
};
BOOST_DESCRIBE_STRUCT(SetDiff, (), (items))

struct NewCriteriaSet {
    std::string yaml;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(NewCriteriaSet, (), (yaml, note))

struct SetLoading {
    std::string id;
    std::int64_t version;
    std::string kind;
    std::vector<SetDiffLine> diff;
    int carried;    // confirmations that still hold
};
BOOST_DESCRIBE_STRUCT(SetLoading, (), (id, version, kind, diff, carried))

struct DeskRow {
    std::string indicator, name, criterion;
    std::optional<std::string> threshold;    // as printed, on one line
    std::string comparator, mode, confidence, source, unit;
    std::vector<std::string> regions;
    std::vector<int> years;
    std::optional<Confirmation> confirmation;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(DeskRow, (),
                      (indicator, name, criterion, threshold, comparator, mode, confidence, source, unit, regions, years,
                       confirmation, actions))

struct ConfirmationDesk {
    std::string id, title;
    std::int64_t version;
    std::vector<DeskRow> items;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(ConfirmationDesk, (), (id, title, version, items, actions))

struct NewConfirmation {
    std::string indicator;
    std::optional<std::string> threshold, region;
    std::optional<int> year;
    std::string instrument, number;
    Day day;
    std::string signer;
    std::optional<std::string> article, note;
};
BOOST_DESCRIBE_STRUCT(NewConfirmation, (),
                      (indicator, threshold, region, year, instrument, number, day, signer, article, note))

struct NewConfirmationPaper {
    std::string number;
    Day day;
    std::string signer, issuer, instrument;
    std::vector<std::string> indicators;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(NewConfirmationPaper, (), (number, day, signer, issuer, instrument, indicators, note))

struct ConfirmedByPaper {
    PaperId paper_id;
    std::vector<std::string> confirmed, open;    // open: nothing printed to confirm
};
BOOST_DESCRIBE_STRUCT(ConfirmedByPaper, (), (paper_id, confirmed, open))

struct NewTrial {
    std::string criteria_set;
    std::optional<std::int64_t> version;
    std::string region;
    int year;
    std::string values_csv;
};
BOOST_DESCRIBE_STRUCT(NewTrial, (), (criteria_set, version, region, year, values_csv))

struct TrialPart {
    std::string indicator, name;
    std::optional<std::string> value;
    std::string comparator;
    std::optional<std::string> threshold;
    std::string confidence, verdict, unit;
};
BOOST_DESCRIBE_STRUCT(TrialPart, (), (indicator, name, value, comparator, threshold, confidence, verdict, unit))

struct Because : TrialPart {
    bool both_sexes;
    std::optional<std::string> value_male, value_female;
    std::optional<std::string> percent_of;    // the other set's threshold a formula divides by
    std::optional<std::string> missing_fact;  // the row "@name" that keeps the threshold open
    std::vector<TrialPart> sub_conditions;
};
BOOST_DESCRIBE_STRUCT(Because, (TrialPart),
                      (both_sexes, value_male, value_female, percent_of, missing_fact, sub_conditions))

struct TrialCriterion {
    std::string no, name, verdict;
    std::vector<Because> because;
};
BOOST_DESCRIBE_STRUCT(TrialCriterion, (), (no, name, verdict, because))

struct TrialUnit {
    std::string unit;
    int met, of;
    std::string verdict;
    bool provisional;
    std::vector<TrialCriterion> preconditions, criteria;
};
BOOST_DESCRIBE_STRUCT(TrialUnit, (), (unit, met, of, verdict, provisional, preconditions, criteria))

struct Trial {
    std::string criteria_set;
    std::int64_t version;
    int year;
    std::string region;
    std::vector<TrialUnit> units;
};
BOOST_DESCRIBE_STRUCT(Trial, (), (criteria_set, version, year, region, units))

}    // namespace wire
}    // namespace cs::criteria

template <>
inline const cs::json::Rules<cs::criteria::wire::NewCriteriaSet> cs::json::rules<cs::criteria::wire::NewCriteriaSet> = {
    {"yaml", {.min_length = 1, .max_length = 2'000'000}}, {"note", {.max_length = 2'000}}};
template <>
inline const cs::json::Rules<cs::criteria::wire::NewTrial> cs::json::rules<cs::criteria::wire::NewTrial> = {
    {"region", {.min_length = 1}}, {"year", {.minimum = 1900, .maximum = 9999}}, {"values_csv", {.max_length = 4'000'000}}};
