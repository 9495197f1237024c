#pragma once
// What the program can be told on the command line. Every command answers its exit code: 0 done, 1 refused or faults
// found, 2 wrong usage, 3 environment (file, port, database).
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "server/settings.hpp"

namespace cs::server {

inline constexpr int done = 0, refused = 1, wrong_usage = 2, environment = 3;

struct Streams {
    std::ostream& out;
    std::ostream& err;
};

int serve(const Settings& settings, Streams io);
int migrate(const Settings& settings, bool plan, Streams io);
int seed(const Settings& settings, const std::string& world, Streams io);
int verify(const Settings& settings, const std::string& from_day, Streams io);
int describe(const std::string& what, Streams io);

struct EvaluateChoice {
    std::string criteria, values, region, format = "table";
    int year = 0;
    bool assume_confirmed = false;
};
int evaluate(const EvaluateChoice& choice, Streams io);

struct RankChoice {
    std::string table, sheets, package, format = "json";
};
// Either a table and sheets, or a package.
int rank(const RankChoice& choice, Streams io);

struct OrgShowChoice {
    std::string under, on, kind, format = "csv";
};
int org_show(const Settings& settings, const OrgShowChoice& choice, Streams io);
int org_import(const Settings& settings, const std::string& file, bool dry_run, Streams io);
int org_reorganise(const Settings& settings, const std::string& file, bool dry_run, Streams io);

int criteria_load(const Settings& settings, const std::string& file, const std::string& note, bool dry_run, Streams io);

struct ScoringLoadChoice {
    std::string file, unit, note;
    bool dry_run = false;
};
int scoring_load(const Settings& settings, const ScoringLoadChoice& choice, Streams io);

struct UserChoice {
    std::string login, name, position, role, unit, scope = "subtree", reason;
};
int user_add(const Settings& settings, const UserChoice& choice, Streams io);

// The whole program: reads the arguments, runs one command. Never throws.
int run_command_line(int argc, char** argv, Streams io);

// The bytes of a file a person named, or the reason why not on `err` (exit code `environment`).
std::optional<std::string> read_file(const std::string& path, Streams io);

// "refusal" in Vietnamese with every fault on a line of its own, to `err`; answers `refused`.
int report(const Refusal& refusal, Streams io);

}    // namespace cs::server
