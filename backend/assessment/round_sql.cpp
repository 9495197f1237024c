#include "assessment/store.hpp"
#include "platform/sql/sql.hpp"

namespace cs::assessment {
namespace {

Round round_of(const sql::Row& row) {
    return {row.id<RoundId>("id"), row.text("set_id"), row.integer("set_version"), static_cast<int>(row.integer("year")),
            row.text("title"), row.id<UnitId>("root_unit"), row.word<org::UnitKind>("unit_kind"), row.day("units_on"),
            row.day("opens_on"), row.day("closes_on"), row.text("paper"), row.instant("opened_at")};
}

}    // namespace

std::vector<Round> RoundStore::all() const {
    std::vector<Round> rounds;
    const auto rows = tx_.query("assessment.rounds");
    for (const sql::Row& row : *rows) rounds.push_back(round_of(row));
    return rounds;
}

Result<Round> RoundStore::find(const RoundId& id) const {
    const auto rows = tx_.query("assessment.round", id);
    if (rows->empty()) return refuse(Problem::not_found, "assessment.round_unknown");
    return round_of(rows->front());
}

bool RoundStore::add(const Round& r, const std::optional<PersonId>& by) {
    return tx_.run("assessment.add_round", r.id, r.set, r.set_version, r.year, r.title, r.root, word_of(r.kind), r.units_on,
                   r.opens_on, r.closes_on, r.paper, r.opened_at, by) == 1;
}

std::vector<Extension> RoundStore::extensions(const RoundId& id) const {
    std::vector<Extension> all;
    const auto rows = tx_.query("assessment.extensions", id);
    for (const sql::Row& row : *rows)
        all.push_back({row.maybe_id<UnitId>("unit_id"), row.day("until_day"), row.text("paper_number"), row.day("paper_day"),
                       row.text("reason"), row.instant("recorded_at"), row.maybe_id<PersonId>("recorded_by")});
    return all;
}

void RoundStore::add(const RoundId& id, const Extension& e) {
    tx_.run("assessment.add_extension", id, e.unit, e.until, e.paper_number, e.paper_day, e.reason, e.at, e.by);
}

void RoundStore::lock_charges(const std::string& set) { tx_.lock("charges/" + set); }

std::vector<Charge> RoundStore::charges(const std::string& set) const {
    std::vector<Charge> all;
    const auto rows = tx_.query("assessment.charges", set);
    for (const sql::Row& row : *rows)
        all.push_back({row.id<ChargeId>("id"), row.text("set_id"), row.text("criterion"), row.word<Stage>("stage"),
                       row.id<UnitId>("root_unit"), row.id<UnitId>("holder_unit"),
                       Period{row.day("valid_from"), row.maybe_day("valid_until")}, row.text("paper")});
    return all;
}

void RoundStore::add(const Charge& c, Instant at, const std::optional<PersonId>& by) {
    tx_.run("assessment.add_charge", c.id, c.set, c.criterion, word_of(c.stage), c.root, c.holder, c.period.from, c.period.until,
            c.paper, at, by);
}

void RoundStore::end(const ChargeId& id, Day until) { tx_.run("assessment.end_charge", id, until); }

void CheckPaperStore::add(const CheckPaper& p, Instant at, const std::optional<PersonId>& by) {
    tx_.run("assessment.add_check_paper", p.id, p.round, word_of(p.stage), p.criterion, p.holder, p.number, p.day, p.signer, at,
            by);
}

std::vector<CheckPaper> CheckPaperStore::of_round(const RoundId& round) const {
    std::vector<CheckPaper> all;
    const auto rows = tx_.query("assessment.check_papers", round);
    for (const sql::Row& row : *rows)
        all.push_back({row.id<CheckPaperId>("id"), row.id<RoundId>("round_id"), row.word<Stage>("stage"), row.text("criterion"),
                       row.id<UnitId>("holder_unit"), row.text("number"), row.day("day"), row.text("signer")});
    return all;
}

}    // namespace cs::assessment
