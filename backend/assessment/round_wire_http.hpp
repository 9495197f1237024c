#pragma once
// What travels about rounds and charges.
#include <optional>
#include <string>
#include <vector>

#include "access/action_http.hpp"
#include "assessment/sheet_words_http.hpp"

namespace cs::assessment::wire {

struct RoundRow {
    RoundId id;
    std::string set, set_title;
    std::int64_t set_version;
    int year;
    std::string title;
    UnitId root_id;
    std::string root_name;
    Day units_on, opens_on, closes_on;
    std::string paper;
};
BOOST_DESCRIBE_STRUCT(RoundRow, (),
                      (id, set, set_title, set_version, year, title, root_id, root_name, units_on, opens_on, closes_on, paper))

struct Rounds {
    std::vector<RoundRow> items;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(Rounds, (), (items, actions))

struct RoundExtension {
    std::optional<UnitId> unit_id;
    std::string unit_name;    // "": all
    Day until;
    std::string paper_number;
    Day paper_day;
    std::string reason;
    Instant at;
};
BOOST_DESCRIBE_STRUCT(RoundExtension, (), (unit_id, unit_name, until, paper_number, paper_day, reason, at))

struct RoundSheet {
    SheetId id;
    UnitId unit_id;
    std::string unit_name;
    SheetState state;
    Day last_day;
    std::optional<Instant> sent_at;
    bool late;    // the window is over and it was never sent
    int returned;
    std::optional<std::string> verdict;    // of the appraised result in force
    std::optional<int> met, of;
    std::optional<bool> provisional;
};
BOOST_DESCRIBE_STRUCT(RoundSheet, (),
                      (id, unit_id, unit_name, state, last_day, sent_at, late, returned, verdict, met, of, provisional))

struct RoundView {
    RoundRow round;
    std::vector<RoundExtension> extensions;
    std::vector<RoundSheet> sheets;    // those the caller may see
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(RoundView, (), (round, extensions, sheets, actions))

struct NewRound {
    std::string set;
    std::optional<std::int64_t> set_version;
    int year;
    std::string title;
    UnitId root_id;
    Day units_on, opens_on, closes_on;
    std::string paper;
    std::optional<std::vector<UnitId>> only;
};
BOOST_DESCRIBE_STRUCT(NewRound, (), (set, set_version, year, title, root_id, units_on, opens_on, closes_on, paper, only))

struct OpenedRound {
    RoundId id;
    int sheets, prefilled;
};
BOOST_DESCRIBE_STRUCT(OpenedRound, (), (id, sheets, prefilled))

struct NewExtension {
    std::optional<UnitId> unit_id;
    Day until;
    std::string paper_number;
    Day paper_day;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(NewExtension, (), (unit_id, until, paper_number, paper_day, reason))

struct ChargeRow {
    ChargeId id;
    std::string set, criterion, criterion_name;
    Stage stage;
    UnitId root_id, holder_id;
    std::string root_name, holder_name;
    Day from;
    std::optional<Day> until;    // the first day without it
    std::string paper;
};
BOOST_DESCRIBE_STRUCT(ChargeRow, (),
                      (id, set, criterion, criterion_name, stage, root_id, holder_id, root_name, holder_name, from, until, paper))

struct Charges {
    std::vector<ChargeRow> items;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(Charges, (), (items, actions))

struct NewCharge {
    std::string set;
    std::vector<std::string> criteria;
    Stage stage;
    UnitId root_id, holder_id;
    Day from;
    std::string paper;
};
BOOST_DESCRIBE_STRUCT(NewCharge, (), (set, criteria, stage, root_id, holder_id, from, paper))

}    // namespace cs::assessment::wire
