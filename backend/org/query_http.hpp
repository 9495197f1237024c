#pragma once
// Query parameters that several routes of units share.
#include "access/api_http.hpp"
#include "org/boundary.hpp"
#include "org/store.hpp"

namespace cs::org {

// Parameter "on", today when absent. Refuses a bad day and org.before_records.
Result<Day> on_day(const access::Call& call);
// "true" or "false"; absent is false. Refuses org.not_a_flag.
Result<bool> flag(const access::Call& call, const std::string& name);
// Parameters "under" (an id) or "under_code" (a code on `on`). Refuses org.unit_unknown_id, org.code_not_on_day.
Result<std::optional<UnitId>> under(const access::Call& call, Tx& tx, Day on);

struct Asked {
    UnitFilter filter;
    std::optional<Boundary> boundary;  // none: as reported
};
// Refuses org.kind_unknown besides, and what read_boundary refuses.
Result<Asked> read_asked(const access::Call& call, Tx& tx);

}  // namespace cs::org
