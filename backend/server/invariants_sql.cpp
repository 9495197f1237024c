#include "server/invariants.hpp"

#include "platform/sql/sql.hpp"

namespace cs::server {
namespace {

template <const char* query>
std::optional<std::string> first(Tx& tx) {
    const auto rows = tx.query(query);
    return rows->empty() ? std::nullopt : std::optional(rows->front().text("broken"));
}

constexpr char two_states[] = "server.two_states_on_one_day";
constexpr char one_code[] = "server.one_code_for_two_units";
constexpr char no_parent[] = "server.child_without_parent";
constexpr char outliving[] = "server.child_outliving_parent";
constexpr char himself[] = "server.role_given_to_himself";
constexpr char no_unit[] = "server.role_without_unit";
constexpr char closed[] = "server.session_of_closed_person";
constexpr char last_step[] = "server.dossier_state_not_of_last_step";
constexpr char undecided[] = "server.decided_without_recognition";
constexpr char no_session[] = "server.before_council_without_session";
constexpr char absent_votes[] = "server.votes_of_the_absent";

}    // namespace

const std::vector<Invariant>& invariants() {
    static const std::vector<Invariant> all = {
        {"a unit has at most one state on a day", first<two_states>},
        {"a code belongs to one unit on a day", first<one_code>},
        {"a unit's parent exists on the day the state begins", first<no_parent>},
        {"no child outlives its parent", first<outliving>},
        {"a role is granted by a second person", first<himself>},
        {"a role is held in a unit that exists", first<no_unit>},
        {"no session begins after its person's account was closed", first<closed>},
        {"a dossier stands where its last step led, on the day of that step", first<last_step>},
        {"a decided dossier has its recognition, a withdrawn recognition its decision", first<undecided>},
        {"what is before the council is on the agenda of one session that is not over", first<no_session>},
        {"only who was present voted", first<absent_votes>},
    };
    return all;
}

}    // namespace cs::server
