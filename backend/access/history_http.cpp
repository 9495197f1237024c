#include "access/history.hpp"

#include <charconv>

#include "access/access_http.hpp"
#include "platform/i18n.hpp"

namespace cs::access {
namespace {

struct FieldChange {
    std::string field;
    std::optional<std::string> from, to;
};
BOOST_DESCRIBE_STRUCT(FieldChange, (), (field, from, to))

struct HistoryEntry {
    Day day;
    std::int64_t sequence;
    Instant at;
    std::string event, event_text, person_name, role, note;
    std::vector<FieldChange> changes;
};
BOOST_DESCRIBE_STRUCT(HistoryEntry, (), (day, sequence, at, event, event_text, person_name, role, note, changes))

struct History {
    std::vector<HistoryEntry> items;
    std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(History, (), (items, next))

using Place = std::pair<Day, std::int64_t>;

std::string to_cursor(const Place& place) { return to_text(place.first) + "." + std::to_string(place.second); }

// "2025-06-30.17": the day and the sequence of the last entry seen.
Result<std::optional<Place>> cursor(const Call& call) {
    const auto text = call.query("before");
    if (!text) return std::nullopt;
    const std::size_t dot = text->find('.');
    const auto day = parse_day(std::string_view(*text).substr(0, dot));
    std::int64_t sequence = 0;
    if (dot != std::string::npos) std::from_chars(text->data() + dot + 1, text->data() + text->size(), sequence);
    if (!day || sequence < 1) return refuse(Problem::bad_input, "access.query_cursor", {{"value", *text}});
    return Place{*day, sequence};
}

HistoryEntry shown(const NamedEntry& named) {
    const auto& [past, name] = named;
    const std::string event(word_of(past.entry.event));
    HistoryEntry entry{past.day, past.sequence, past.at, event, say("event." + event), name, past.by.role, past.entry.note, {}};
    for (const audit::Change& c : past.entry.changes) entry.changes.push_back({c.field, c.from, c.to});
    return entry;
}

Result<History> history_here(Call& call, const HistoryGuard* guard) {
    CS_TRY(const int limit, call.query_int("limit", 50, 1, 200));
    CS_TRY(const auto before, cursor(call));
    const std::string &kind = call.param("kind"), &id = call.param("id");
    CS_TRY(const NamedHistory found, call.db.read([&](Tx& tx) -> Result<NamedHistory> {
        if (guard == nullptr) return history(tx, call.actor, kind, id, limit, before);
        CS_TRY_DONE((*guard)(call, tx, id));
        return history_unasked(tx, kind, id, limit, before);
    }));
    History page;
    for (const NamedEntry& entry : found.entries) page.items.push_back(shown(entry));
    if (found.next) page.next = to_cursor(*found.next);
    return page;
}

}    // namespace

void add_history_routes(Api& api) {
    api.read<History>({http::Method::get, "/api/history/{kind}/{id}", Operation::show_history,
                       "What happened to an object: what, from, to, when, who, in which role, why. Newest first.",
                       {{"before", "cursor"}, {"limit", "1 to 200"}}},
                      [&api](Call& call) { return history_here(call, api.history_guard(call.param("kind"))); });
}

}    // namespace cs::access
