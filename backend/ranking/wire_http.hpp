#pragma once
// What travels about rankings; points as text with the decimals of the table's step.
#include <optional>
#include <string>
#include <vector>

#include "access/action_http.hpp"
#include "platform/json/json.hpp"
#include "ranking/commands.hpp"

namespace cs::ranking {

BOOST_DESCRIBE_ENUM(ClosingState, open, closed, proposed, published, reopened)

namespace wire {

struct RankingReason {
    std::string rule, text, clause;    // `rule` also: tie, not_now
};
BOOST_DESCRIBE_STRUCT(RankingReason, (), (rule, text, clause))

struct RankingRow {
    UnitId unit_id;
    std::string unit_name;
    std::string base, bonus, penalty, total;
    std::string klass, class_title;    // "" for none
    std::optional<int> rank;
    bool is_excluded, is_on_hold;
    std::optional<int> adjusted_to;    // by the council's minutes, beside the computed place
    std::optional<int> moved;          // what if: places up (positive) or down against now
    std::vector<RankingReason> because;
};
BOOST_DESCRIBE_STRUCT(RankingRow, (),
                      (unit_id, unit_name, base, bonus, penalty, total, klass, class_title, rank, is_excluded, is_on_hold, adjusted_to, moved, because))

struct RankingCluster {
    std::string name;
    std::vector<RankingRow> rows;
};
BOOST_DESCRIBE_STRUCT(RankingCluster, (), (name, rows))

struct ProgressRow {
    std::string unit_name, cluster, last_year, total, gained;
    int rank;
};
BOOST_DESCRIBE_STRUCT(ProgressRow, (), (unit_name, cluster, last_year, total, gained, rank))

struct RankingTable {
    std::string id, title, paper_number, scale;
    std::int64_t version;
    std::optional<Day> applies_from;
};
BOOST_DESCRIBE_STRUCT(RankingTable, (), (id, title, paper_number, scale, version, applies_from))

struct ClosingPaper {
    ClosingId id;
    std::int64_t sequence;
    std::string number;
    Day day;
    std::string signer, digest;
    Instant closed_at;
    bool shows_total, shows_class;
    int shows_ranks_to;
    std::string publication_number;
    std::optional<Day> publication_day;
    std::optional<Instant> published_at;
    std::string reason;
    std::int64_t version;
};
BOOST_DESCRIBE_STRUCT(ClosingPaper, (),
                      (id, sequence, number, day, signer, digest, closed_at, shows_total, shows_class, shows_ranks_to, publication_number,
                       publication_day, published_at, reason, version))

struct RankingView {
    scoring::ScoreRoundId round_id;
    std::string round_title;
    int year;
    RankingTable table;
    ClosingState state;
    std::optional<ClosingPaper> closing;
    std::vector<ClosingPaper> earlier;    // reopened ones, newest first
    int units, settled;                   // sheets of the round, and those that are settled
    bool moved_since;                     // a sheet changed after the closing: the closed result stands
    std::vector<std::string> warnings;
    std::vector<RankingCluster> clusters;
    std::vector<ProgressRow> progress;
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(RankingView, (),
                      (round_id, round_title, year, table, state, closing, earlier, units, settled, moved_since, warnings, clusters, progress, actions))

struct WhatIfView {
    std::vector<std::string> warnings, unscored, dropped;
    std::vector<RankingCluster> clusters;
};
BOOST_DESCRIBE_STRUCT(WhatIfView, (), (warnings, unscored, dropped, clusters))

// ---- What the public would read

struct PublicPlace {
    std::string unit_name, total, class_title;    // "" where the round does not show it
    std::optional<int> rank;
};
BOOST_DESCRIBE_STRUCT(PublicPlace, (), (unit_name, total, class_title, rank))

struct PublicCluster {
    std::string name;
    std::vector<PublicPlace> places;
    std::vector<std::string> others;    // took part; by name, without a figure and without a reason
};
BOOST_DESCRIBE_STRUCT(PublicCluster, (), (name, places, others))

struct PublicRanking {
    std::string package, round_title;
    int year;
    std::string number;
    std::optional<Day> day;
    std::string digest;    // of the internal result
    std::vector<PublicCluster> clusters;
};
BOOST_DESCRIBE_STRUCT(PublicRanking, (), (package, round_title, year, number, day, digest, clusters))

// ---- Forms

struct RankingMinutes {
    std::string number;
    Day day;
    std::string signer;
};
BOOST_DESCRIBE_STRUCT(RankingMinutes, (), (number, day, signer))

struct DraftTable {
    std::string yaml;
};
BOOST_DESCRIBE_STRUCT(DraftTable, (), (yaml))

struct Publication {
    bool total, klass;
    int ranks_to;
    std::string number;
    Day day;
};
BOOST_DESCRIBE_STRUCT(Publication, (), (total, klass, ranks_to, number, day))

struct Reopening {
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Reopening, (), (reason))

}    // namespace wire
}    // namespace cs::ranking
