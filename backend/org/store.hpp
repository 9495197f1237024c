#pragma once
// What the use cases ask of storage. Reads answer live rows only: what a counter-command superseded is seen through its
// change.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "org/cluster.hpp"
#include "org/plan.hpp"
#include "platform/tx.hpp"

namespace cs::org {

// A unit as lists show it, on one day.
struct UnitRow {
    UnitId id;
    UnitState state;
    std::string parent_name, parent_code;  // on that day; empty: none
    Period period;                         // of this state
    std::int64_t child_count = 0;          // only from children()
};

struct UnitFilter {
    Day on;
    std::optional<UnitId> under;  // strictly below; none: the whole country
    std::optional<UnitKind> kind;
    std::string words;  // searched without diacritics
};

// Where a page ended: the name and id of its last unit.
struct UnitCursor {
    std::string name;
    UnitId id;
};

struct UnitPage {
    std::vector<UnitRow> rows;  // by name in Vietnamese order
    std::int64_t total = 0;     // of the whole filter
    std::optional<UnitCursor> next;
};

struct LineageEnd {  // the other end of a link, as a unit's page tells it
    UnitId unit;
    std::string name;
    Day day;
    ChangeId change;
    ChangeKind change_kind;
    Part part;
};

struct VersionRow {
    UnitVersion version;
    std::string parent_name;
};

class UnitStore {
public:
    explicit UnitStore(Tx& tx) : tx_(tx) {}

    // Refuse org.before_records; org.code_not_on_day {code, day}; org.unit_unknown_id; org.unit_not_on_day.
    Result<UnitId> with_code(const std::string& code, Day on) const;
    Result<UnitState> state(const UnitId& id, Day on) const;
    Done known(const UnitId& id) const;

    Result<UnitPage> list(const UnitFilter& filter, const std::optional<UnitCursor>& after, int limit) const;
    std::vector<UnitRow> children(const std::optional<UnitId>& of, Day on) const;  // none: the roots
    std::vector<VersionRow> history(const UnitId& id) const;
    std::vector<LineageEnd> before(const UnitId& id) const;
    std::vector<LineageEnd> after(const UnitId& id) const;
    // From the root down to the unit itself.
    std::vector<std::pair<UnitId, std::string>> path(const UnitId& id, Day on) const;

    // Everything live, in the order of Vietnamese names. Kept in memory until units are written again.
    std::shared_ptr<const Forest> forest() const;

    // Writes. The caller has planned against forest() of the same transaction, which be_alone() made the only writer.
    void be_alone();
    void save(const Plan& plan, Instant at, const std::optional<PersonId>& by);
    void save(const CounterPlan& plan, const Reorganisation& wrong, const Reorganisation& counter, Instant at,
              const std::optional<PersonId>& by);
    void add(const std::vector<UnitVersion>& versions, Instant at);
    void add_all(const Forest& forest, const std::vector<Reorganisation>& changes,
                 Instant at);  // into an empty database

private:
    void touch(Instant at);
    Tx& tx_;
};

class ReorganisationStore {
public:
    explicit ReorganisationStore(Tx& tx) : tx_(tx) {}
    std::vector<Reorganisation> all() const;                        // newest day first
    Result<Reorganisation> find(const ChangeId& id) const;          // org.reorganisation_unknown
    std::optional<ChangeId> applied(const std::string& key) const;  // and not taken back
    // What it closed and opened, superseded or not.
    struct Rows {
        std::vector<UnitVersion> closed, opened;
        std::vector<Link> links;
    };
    Rows rows(const ChangeId& id) const;

private:
    Tx& tx_;
};

class ClusterStore {
public:
    explicit ClusterStore(Tx& tx) : tx_(tx) {}
    std::vector<ClusterYear> of_year(int year) const;  // by name
    std::optional<ClusterKind> kind(const ClusterId& id) const;
    std::optional<ClusterYear> find(const ClusterId& id, int year) const;
    // The name of the other cluster or block the unit belongs to in that year.
    std::optional<std::string> elsewhere(const UnitId& unit, int year, const ClusterId& but) const;
    void add(const ClusterId& id, ClusterKind kind, Instant at);
    void save(const ClusterYear& year);

private:
    Tx& tx_;
};

}  // namespace cs::org
