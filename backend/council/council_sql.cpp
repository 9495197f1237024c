#include <algorithm>

#include "council/store.hpp"
#include "platform/sql/sql.hpp"

namespace cs::council {
namespace {

std::vector<Council> councils_of(Tx& tx, const std::optional<CouncilId>& id) {
    std::vector<Council> all;
    const auto rows = tx.query("council.councils", id);
    for (const sql::Row& row : *rows) {
        Council council{row.id<CouncilId>("id"), row.id<UnitId>("root_unit"), row.text("name"),
                        {row.text("number"), row.day("paper_day"), row.text("signer")}};
        const auto members = tx.query("council.members", council.id);
        for (const sql::Row& m : *members)
            council.members.push_back({m.id<MemberId>("id"), m.text("name"), m.text("position"), m.maybe_id<UnitId>("unit_id"),
                                       m.word<Seat>("seat"), {m.day("valid_from"), m.maybe_day("valid_until")}});
        all.push_back(std::move(council));
    }
    return all;
}

Session head_of(const sql::Row& row) {
    Session s{row.id<SessionId>("id"), row.id<CouncilId>("council_id"), row.day("on_day"), row.word<SessionForm>("form"),
              row.word<SessionState>("state"), {row.text("number"), row.day("invited_on"), row.text("signer")}};
    if (const auto day = row.maybe_day("minutes_day"))
        s.minutes = assessment::StepPaper{row.text("minutes_number"), *day, row.text("minutes_signer")};
    s.members = row.maybe_integer("members");
    s.quorum = row.maybe_integer("quorum");
    s.version = row.integer("version");
    return s;
}

Matter& matter_of(Session& session, const sql::Row& row) {
    const auto id = row.id<assessment::DossierId>("dossier_id");
    const auto at = std::find_if(session.matters.begin(), session.matters.end(), [&](const Matter& m) { return m.dossier == id; });
    CS_CHECK(at != session.matters.end());
    return *at;
}

Counting& counting_of(Session& session, const sql::Row& row) {
    Matter& matter = matter_of(session, row);
    const auto number = static_cast<std::size_t>(row.integer("counting"));
    if (matter.countings.size() < number) matter.countings.resize(number);
    return matter.countings[number - 1];
}

void add(Votes& votes, Choice choice, std::int64_t number) {
    switch (choice) {
        case Choice::in_favour: votes.in_favour += number; return;
        case Choice::against: votes.against += number; return;
        case Choice::abstained: votes.abstained += number; return;
    }
}

void load_rest(Tx& tx, Session& s) {
    const auto present = tx.query("council.attendance", s.id);
    for (const sql::Row& row : *present) s.present.push_back(row.id<MemberId>("member_id"));
    const auto matters = tx.query("council.matters", s.id);
    for (const sql::Row& row : *matters)
        s.matters.push_back({row.id<assessment::DossierId>("dossier_id"), row.word<Outcome>("outcome"), row.maybe_integer("needed")});
    const auto votes = tx.query("council.votes", s.id);
    for (const sql::Row& row : *votes) {
        Counting& counting = counting_of(s, row);
        const auto choice = row.word<Choice>("choice");
        add(counting.votes, choice, row.integer("votes"));
        counting.at = row.instant("recorded_at");
        if (const auto member = row.maybe_id<MemberId>("member_id")) counting.named.push_back({*member, choice});
    }
    const auto conflicts = tx.query("council.conflicts", s.id);
    for (const sql::Row& row : *conflicts)
        counting_of(s, row).conflicts.push_back({row.id<MemberId>("member_id"), row.text("reason"), row.flag("recused")});
}

std::vector<Session> sessions_of(Tx& tx, const std::optional<SessionId>& id) {
    std::vector<Session> all;
    const auto rows = tx.query("council.sessions", id);
    for (const sql::Row& row : *rows) all.push_back(head_of(row));
    for (Session& s : all) load_rest(tx, s);
    return all;
}

}    // namespace

std::vector<Council> CouncilStore::all() const { return councils_of(tx_, std::nullopt); }

Result<Council> CouncilStore::find(const CouncilId& id) const {
    auto found = councils_of(tx_, id);
    if (found.empty()) return refuse(Problem::not_found, "council.unknown");
    return std::move(found.front());
}

void CouncilStore::add(const Council& c, Instant at, const std::optional<PersonId>& by) {
    tx_.run("council.add_council", c.id, c.root, c.name, c.paper.number, c.paper.day, c.paper.signer, at, by);
}

void CouncilStore::seat(const CouncilId& id, const Member& m, Instant at, const std::optional<PersonId>& by) {
    tx_.run("council.seat", m.id, id, m.name, m.position, m.unit, word_of(m.seat), m.period.from, m.period.until, at, by);
}

bool CouncilStore::unseat(const MemberId& id, Day until) { return tx_.run("council.unseat", id, until) == 1; }

void SessionStore::lock(const SessionId& id) { tx_.lock("council/" + id.text()); }

std::vector<Session> SessionStore::all() const { return sessions_of(tx_, std::nullopt); }

Result<Session> SessionStore::find(const SessionId& id) const {
    auto found = sessions_of(tx_, id);
    if (found.empty()) return refuse(Problem::not_found, "council.session_unknown");
    return std::move(found.front());
}

std::optional<SessionId> SessionStore::of_matter(const assessment::DossierId& dossier) const {
    const auto rows = tx_.query("council.session_of_matter", dossier);
    return rows->empty() ? std::nullopt : std::optional(rows->front().id<SessionId>("id"));
}

void SessionStore::add(const Session& s, Instant at) {
    tx_.run("council.add_session", s.id, s.council, s.on, word_of(s.form), word_of(s.state), s.invitation.number, s.invitation.day,
            s.invitation.signer, at);
    for (std::size_t i = 0; i < s.matters.size(); ++i)
        tx_.run("council.add_matter", s.id, static_cast<int>(i + 1), s.matters[i].dossier);
}

bool SessionStore::save(const Session& s, Instant at) {
    return tx_.run("council.save_session", s.id, s.version, word_of(s.state), s.minutes ? s.minutes->number : "",
                   s.minutes ? s.minutes->day : std::nullopt, s.minutes ? s.minutes->signer : "", s.members, s.quorum, at) == 1;
}

void SessionStore::attend(const SessionId& id, const std::vector<MemberId>& present) {
    for (const MemberId& member : present) tx_.run("council.attend", id, member);
}

void SessionStore::count(const SessionId& id, const Matter& matter, const Counting& c, const std::optional<PersonId>& by) {
    const auto counting = tx_.query("council.next_counting", id, matter.dossier)->front().integer("next");
    int line = 0;
    for (const NamedVote& vote : c.named)
        tx_.run("council.add_vote", id, matter.dossier, counting, ++line, vote.member, word_of(vote.choice), 1, c.at, by);
    const std::pair<Choice, std::int64_t> counts[] = {{Choice::in_favour, c.votes.in_favour}, {Choice::against, c.votes.against},
                                                      {Choice::abstained, c.votes.abstained}};
    if (c.named.empty())
        for (const auto& [choice, votes] : counts)
            tx_.run("council.add_vote", id, matter.dossier, counting, ++line, std::nullopt, word_of(choice), votes, c.at, by);
    for (const Conflict& conflict : c.conflicts)
        tx_.run("council.add_conflict", id, matter.dossier, counting, conflict.member, conflict.reason, conflict.recused);
}

void SessionStore::end(const SessionId& id, const Matter& m) {
    tx_.run("council.end_matter", id, m.dossier, word_of(m.outcome), m.needed);
}

}    // namespace cs::council
