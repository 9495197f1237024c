#pragma once
// Loading scoring tables. Each command writes one entry into the journal, or nothing when refused.
#include "audit/journal.hpp"
#include "scoring/table_store.hpp"

namespace cs::scoring {

struct TableLoading {
    StandingTable loaded;
    std::optional<StandingTable> before;    // the last version of the same year
};

// What loading would do, for a dry run. `unit` holds a table that is new; of a known one it may be left out. Refuses
// scoring.table_refused with every fault of read_table and scoring.paper_missing, scoring.applies_from_missing,
// scoring.paper_in_future; scoring.holder_missing; scoring.other_holder {slug}; scoring.same_version {number} when these very bytes
// are the last version; scoring.applies_before {number, day} when an earlier version of the year applies later.
Result<TableLoading> plan_table(Tx& tx, Instant now, const std::string& yaml, const std::optional<UnitId>& unit);
// The same by the operator of the machine or the program: no role is asked, the journal names no person.
Result<TableLoading> load_table(Tx& tx, Instant now, const audit::By& by, const std::string& yaml, const std::string& note,
                                const std::optional<UnitId>& unit);

}    // namespace cs::scoring
