#pragma once
// The history panel: the journal of one object with the names of the people, for those who may see that object.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/actor.hpp"
#include "platform/tx.hpp"

namespace cs::access {

struct NamedEntry {
    audit::PastEntry past;
    std::string person_name;    // "" for the program
};
struct NamedHistory {
    std::vector<NamedEntry> entries;
    std::optional<std::pair<Day, std::int64_t>> next;
};

// Refuses access.history_kind_unknown, and whatever the permission table says of showing such an object; everybody sees
// the history of his own account.
Result<NamedHistory> history(Tx& tx, const Actor& actor, std::string_view kind, const std::string& id, int limit,
                             std::optional<std::pair<Day, std::int64_t>> before);
// The same of an object whose own module has said that the caller may see it.
NamedHistory history_unasked(Tx& tx, std::string_view kind, const std::string& id, int limit,
                             std::optional<std::pair<Day, std::int64_t>> before);

}    // namespace cs::access
