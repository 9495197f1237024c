#pragma once
// The demonstration world: real units and published facts, invented people and papers in "Tỉnh Minh Họa"
// (demo/README.md).
#include <string>
#include <string_view>
#include <vector>

#include "access/actor.hpp"
#include "base/day.hpp"
#include "base/result.hpp"
#include "platform/tx.hpp"

namespace cs::server {

struct DemoPerson {
    std::string login, name, position, role, unit_code, scope;
};

// A file compiled in, and the rows of a TSV without its header.
std::string_view demo_file(std::string_view path);
std::vector<std::vector<std::string>> demo_rows(std::string_view path);

const std::vector<DemoPerson>& demo_people();
inline constexpr std::string_view demo_password =
    "minhhoa-547";    // shown on the demo's sign-in page; production refuses the world

// One of them as he acts, with the roles he holds on a day; a name nobody has is a bug.
access::Actor demo_actor(Tx& tx, const std::string& login, Day today);

// Units, people with their roles, invented papers confirming the thresholds, and years of reviews. `tx` has the country's units already.
Done seed_demo(Tx& tx, const Clock& clock);

}    // namespace cs::server
