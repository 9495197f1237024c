#pragma once
// All live states of all units and their lineage, in memory: the pure core on which reorganisations are planned,
// imports are checked and totals are taken across boundaries. Rows a counter-command superseded are not in it.
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "org/reorganisation.hpp"
#include "org/unit.hpp"

namespace cs::org {

class Forest {
public:
    void add(UnitVersion version);
    void add(Link link);
    void close(const VersionId& version, Day day, const ChangeId& by);  // its period ends before `day`

    // In the order they were added: from the store, by Vietnamese name.
    const std::vector<UnitVersion>& versions() const { return versions_; }
    const std::vector<Link>& links() const { return links_; }

    // The state of a unit, or of the unit that holds a code, on a day; null when there is none.
    const UnitVersion* on(const UnitId& unit, Day day) const;
    const UnitVersion* with_code(std::string_view code, Day day) const;
    std::vector<const UnitVersion*> history(const UnitId& unit) const;     // by day
    // Its state on the day, else the last one before it, else its first: for the name of what may be gone. Null: unknown.
    const UnitVersion* near(const UnitId& unit, Day day) const;
    std::vector<const UnitVersion*> holders(std::string_view code) const;  // every state that ever held it
    std::vector<const UnitVersion*> children(const UnitId& unit, Day day) const;
    std::vector<const UnitVersion*> states_below(const UnitId& unit) const;  // every state that ever named it as parent
    std::vector<const UnitVersion*> below(const UnitId& unit, Day day) const;  // children, their children, …

    bool under(const UnitId& unit, const UnitId& above, Day day) const;  // or the same

    std::vector<const Link*> links_from(const UnitId& unit) const;
    std::vector<const Link*> links_to(const UnitId& unit) const;

private:
    using Index = std::unordered_map<std::string, std::vector<std::size_t>>;
    std::vector<UnitVersion> versions_;
    std::vector<Link> links_;
    Index by_unit_, by_code_, by_parent_, from_, to_;
    std::unordered_map<std::string, std::size_t> by_version_;
};

// No day before the records begin can be answered. Refuses org.before_records {day, first}.
Done recorded(Day day);

}  // namespace cs::org
