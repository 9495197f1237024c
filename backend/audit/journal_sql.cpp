#include <algorithm>
#include <tuple>

#include "audit/canonical.hpp"
#include "audit/journal.hpp"
#include "base/result.hpp"
#include "platform/sql/sql.hpp"

namespace cs::audit {
namespace {

struct Head {
    std::string day;
    std::int64_t sequence = 0;
    std::string hash;
};

// The end of the chain, which nobody else moves until this transaction ends.
std::optional<Head> take_head(Tx& tx) {
    const auto rows = tx.query_under_lock("journal", "audit.head");
    if (rows->empty()) return std::nullopt;
    const auto& row = rows->front();
    return Head{row.text("day"), row.integer("sequence"), row.text("hash")};
}

// Empties the personal values whose time is over; the commitments stay, so the chain still proves.
void expire_personal(Tx& tx, Day today) {
    for (const EventRow& row : catalogue) {
        if (row.retention_years == for_ever || row.subject == Subject::nobody) continue;
        const Day oldest = today - std::chrono::years(row.retention_years);
        tx.run("audit.expire_personal", word_of(row.event), to_text(oldest));
    }
}

// Closes the day of `last` and answers what the next day's first entry chains to.
std::string close_day(Tx& tx, const Head& last) {
    const auto closed = tx.query("audit.last_closed_day");
    const std::string prev = closed->empty() ? beginning() : closed->front().text("digest");
    const std::string digest = day_digest(prev, last.day, last.sequence, last.hash);
    tx.run("audit.close_day", last.day, last.sequence, last.hash, prev, digest);
    return digest;
}

// Where the next entry stands. A closed day is never reopened: an entry whose transaction began before midnight, or a
// clock that was set back, goes to the day that is open; its own instant stays true.
Link place_after(Tx& tx, const std::optional<Head>& last, Instant at) {
    Link link;
    link.at = at.time_since_epoch().count();
    link.day = to_text(legal_day(at));
    link.sequence = 1;
    if (!last) {
        link.prev = beginning();
    } else if (link.day <= last->day) {
        link.day = last->day;
        link.sequence = last->sequence + 1;
        link.prev = last->hash;
    } else {
        link.prev = close_day(tx, *last);
        expire_personal(tx, legal_day(at));
    }
    return link;
}

template <class... P>
sql::Statement statement(std::string_view query, const P&... params) {
    return {query, {sql::value(params)...}};
}

void add_objects(std::vector<sql::Statement>& to, const Link& link, const Entry& entry) {
    to.push_back(statement("audit.add_object", link.object_kind, link.object_id, link.day, link.sequence));
    for (const auto& [kind, id] : entry.also)
        to.push_back(statement("audit.add_object", kind, id, link.day, link.sequence));
}

void add_personal(std::vector<sql::Statement>& to, const Link& link, const EventRow& row,
                  const std::vector<Personal>& values) {
    if (values.empty()) return;
    const std::string& subject = row.subject == Subject::object ? link.object_id : link.person;
    CS_CHECK(!subject.empty());
    for (const Personal& p : values)
        to.push_back(statement("audit.add_personal", link.day, link.sequence, p.place, subject, p.value, p.salt));
}

constexpr std::string_view delegation = "delegation";

Day day_of(const sql::Row& row) { return row.day("day"); }

// The values of the side rows in the places the payload keeps sealed; an emptied one stays erased_mark.
void unseal(Tx& tx, const sql::Row& row, Opened& opened) {
    if (opened.sealed.empty()) return;
    const auto values = tx.query("audit.personal_of_entry", row.text("day"), row.integer("sequence"));
    for (const auto& kept : *values) {
        const auto value = kept.maybe_text("value");
        if (!value) continue;
        const std::string place = kept.text("place");
        if (place == "note") opened.note = *value;
        for (Change& c : opened.changes) {
            if (place == c.field + ".from") c.from = *value;
            if (place == c.field + ".to") c.to = *value;
        }
    }
}

PastEntry past_entry(Tx& tx, const sql::Row& row) {
    auto opened = decode(row.text("payload"));
    CS_CHECK(opened.has_value());
    unseal(tx, row, *opened);
    const auto event = parse_word<Event>(row.text("event"));
    CS_CHECK(event.has_value());
    By by{row.maybe_id<PersonId>("person_id"), row.text("role"), row.maybe_id<UnitId>("unit_id")};
    for (const auto& [kind, id] : opened->also)
        if (kind == delegation) by.delegation = id;
    return {day_of(row), row.integer("sequence"), row.instant("at"), std::move(by),
            Entry{*event, row.text("object_kind"), row.text("object_id"), std::move(opened->changes),
                  std::move(opened->note), std::move(opened->also)}};
}

}    // namespace

void record(Tx& tx, Instant at, const By& by, const Entry& entry) {
    const EventRow& row = row_of(entry.event);
    CS_CHECK(row.object_kind.empty() || row.object_kind == entry.object_kind);
    CS_CHECK(!entry.object_kind.empty() && !entry.object_id.empty());
    Entry told = entry;
    if (by.delegation) told.also.emplace_back(delegation, *by.delegation);
    const Payload payload = encode(row, told);
    Link link = place_after(tx, take_head(tx), at);
    link.event = word_of(entry.event);
    link.object_kind = entry.object_kind;
    link.object_id = entry.object_id;
    link.person = by.person ? by.person->text() : "";
    link.role = by.role;
    link.unit = by.unit ? by.unit->text() : "";
    link.payload = payload.text;
    const std::string hash = entry_hash(link);
    // One conversation: everybody who writes waits for it.
    std::vector<sql::Statement> rows = {
        statement("audit.add_entry", link.day, link.sequence, at, link.event, link.object_kind, link.object_id,
                  by.person, link.role, by.unit, link.payload, link.prev, hash),
        statement("audit.move_head", link.day, link.sequence, hash)};
    add_objects(rows, link, told);
    add_personal(rows, link, row, payload.personal);
    tx.batch(rows);
}

HistoryPage history(Tx& tx, std::string_view object_kind, std::string_view object_id, int limit,
                    std::optional<std::pair<Day, std::int64_t>> before) {
    std::optional<Day> before_day;
    std::optional<std::int64_t> before_sequence;
    if (before) std::tie(before_day, before_sequence) = *before;
    const auto rows = tx.query("audit.history", object_kind, object_id, before_day, before_sequence, limit + 1);
    HistoryPage page;
    for (const auto& row : *rows) {
        if (static_cast<int>(page.entries.size()) == limit) {
            page.next = std::pair(page.entries.back().day, page.entries.back().sequence);
            break;
        }
        page.entries.push_back(past_entry(tx, row));
    }
    return page;
}

std::int64_t erase_person(Tx& tx, Instant at, const By& by, const PersonId& person,
                          const std::string& reason) {
    const std::int64_t erased = tx.run("audit.erase_person", person);
    record(tx, at, by,
           {Event::person_erased, "person", person.text(), {{"values", std::nullopt, std::to_string(erased)}}, reason});
    return erased;
}

}    // namespace cs::audit
