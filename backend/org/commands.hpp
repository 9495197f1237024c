#pragma once
// What people do with units. Each is journalled once, or writes nothing when refused; `dry_run` answers what would
// happen and writes nothing either.
#include <optional>
#include <string>
#include <vector>

#include "access/grant.hpp"
#include "org/follower.hpp"
#include "org/import.hpp"
#include "org/store.hpp"

namespace cs::org {

// Roles held in a unit that ended, where no single successor of its own level takes over: somebody must decide.
struct Undecided {
    UnitId unit;
    std::string unit_name;
    std::vector<access::GrantRecord> grants;
};

// What another module keeps for a unit that ended: it goes on in `to`, or waits for a decision.
struct Followed {
    std::string_view kind;  // of the follower
    UnitId from;
    std::string from_name;
    std::optional<UnitId> to;
    std::string to_name;
    std::int64_t count;
};

struct Reorganised {
    Plan plan;
    std::int64_t followed = 0;  // roles that went on in the successor
    std::vector<Undecided> undecided;
    std::vector<Followed> things = {};
};

// Refuses what plan_reorganisation refuses, and org.already_applied {key}: the same reorganisation stands already.
Result<Reorganised> reorganise(Tx& tx, Instant now, const audit::By& by, const Draft& draft, bool dry_run,
                               const Followers& followers = {});
// One after the other, all or none.
Result<std::vector<Reorganised>> reorganise_all(Tx& tx, Instant now, const audit::By& by,
                                                const std::vector<Draft>& drafts, bool dry_run,
                                                const Followers& followers = {});

struct Countered {
    Reorganisation counter;
    CounterPlan plan;
    std::vector<Undecided> undecided;  // roles in units that the wrong reorganisation had made
};
// Refuses org.reorganisation_unknown, org.reason_missing, and what plan_counter refuses.
Result<Countered> counter_reorganisation(Tx& tx, Instant now, const audit::By& by, const ChangeId& wrong,
                                         const std::string& reason, const std::string& paper);

struct Imported {
    std::vector<UnitVersion> versions;
    std::string digest;  // of the file
};
// Refuses org.import_faulty with every row (org/import.hpp).
Result<Imported> import_units(Tx& tx, Instant now, const audit::By& by, const std::string& csv, bool dry_run);

struct ClusterDraft {
    std::string name;
    std::optional<UnitId> head;
    std::vector<UnitId> members;
    std::optional<std::string> seen = {};    // the version the writer saw; none: he does not say
};
// It shows in the lists of a year once that year is saved. Refuses org.name_missing.
Result<ClusterId> add_cluster(Tx& tx, Instant now, const audit::By& by, ClusterKind kind, const std::string& name);
// Membership and head of one year, whole. Refuses org.cluster_unknown, org.year_unknown, org.name_missing,
// org.cluster_stale, and
// org.cluster_faulty listing: org.member_twice, org.member_elsewhere, org.member_not_that_year, org.head_no_member.
Result<ClusterYear> save_cluster(Tx& tx, Instant now, const audit::By& by, const ClusterId& id, int year,
                                 const ClusterDraft& draft);

// Fills an empty database with the country of 01/10/2022 and the shipped reorganisations. Refuses org.not_empty.
struct Seeded {
    std::int64_t units = 0, versions = 0, reorganisations = 0;
};
Result<Seeded> seed_country(Tx& tx, Instant now);

}  // namespace cs::org
