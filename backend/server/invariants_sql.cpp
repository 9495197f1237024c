#include "server/invariants.hpp"

#include "audit/journal.hpp"
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
constexpr char cover[] = "server.role_covered_wrongly";
constexpr char receipts[] = "server.receipt_missing";
constexpr char results[] = "server.result_and_state_differ";
constexpr char returned[] = "server.returned_item_astray";

// The state the last journal entry about a sheet gives it; none: no entry has named one yet.
std::optional<std::string> last_state(Tx& tx, const std::string& sheet) {
    std::optional<std::pair<Day, std::int64_t>> before;
    do {
        const audit::HistoryPage page = audit::history(tx, "sheet", sheet, 20, before);
        for (const audit::PastEntry& past : page.entries)
            for (const audit::Change& c : past.entry.changes) {
                if (c.field == "state" && past.entry.object_id == sheet) return c.to;
                if (c.field == "sheet_state" && c.to && c.to->starts_with(sheet + " ")) return c.to->substr(sheet.size() + 1);
            }
        before = page.next;
    } while (before);
    return std::nullopt;
}

std::optional<std::string> state_beside_the_journal(Tx& tx) {
    const auto sheets = tx.query("server.sheet_states");
    for (const sql::Row& row : *sheets) {
        const std::string told = last_state(tx, row.text("id")).value_or("draft");
        if (told != row.text("state")) return row.text("id") + " is " + row.text("state") + ", the journal says " + told;
    }
    return std::nullopt;
}

constexpr char foreign[] = "server.choice_of_foreign_denominator";
constexpr char of_nothing[] = "server.correction_of_nothing";
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
        {"a role is covered by another person, from one's own, until a day", first<cover>},
        {"receipts of a year have no gaps", first<receipts>},
        {"an appraised sheet has exactly one result in force, any other none", first<results>},
        {"an item is returned until a day while its sheet is, and a returned sheet has one", first<returned>},
        {"a sheet's state is what its last journal entry says", state_beside_the_journal},
        {"no session begins after its person's account was closed", first<closed>},
        {"a chosen reading names a denominator of its own target and territory", first<foreign>},
        {"a corrected value of a target follows the one it corrects", first<of_nothing>},
        {"a dossier stands where its last step led, on the day of that step", first<last_step>},
        {"a decided dossier has its recognition, a withdrawn recognition its decision", first<undecided>},
        {"what is before the council is on the agenda of one session that is not over", first<no_session>},
        {"only who was present voted", first<absent_votes>},
    };
    return all;
}

}    // namespace cs::server
