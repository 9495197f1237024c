#include "platform/sql/sql.hpp"
#include "ranking/closing_store.hpp"

namespace cs::ranking {
namespace {

Closing closing_of(const sql::Row& row) {
    Closing c{row.id<ClosingId>("id"), row.id<scoring::ScoreRoundId>("round_id"), row.integer("sequence"), row.word<ClosingState>("state"),
              {row.text("minutes_number"), row.day("minutes_day"), row.text("minutes_signer")}, row.text("digest")};
    c.shown = {row.flag("shows_total"), row.flag("shows_class"), static_cast<int>(row.integer("shows_ranks_to"))};
    c.publication = {row.text("publication_number"), row.maybe_day("publication_day"), ""};
    c.closed_at = row.instant("closed_at");
    c.closed_by = row.maybe_id<PersonId>("closed_by");
    c.proposed_by = row.maybe_id<PersonId>("proposed_by");
    c.published_by = row.maybe_id<PersonId>("published_by");
    if (row.maybe_integer("published_at")) c.published_at = row.instant("published_at");
    c.reason = row.text("reason");
    c.version = row.integer("version");
    return c;
}

Place place_of(const sql::Row& row) {
    const auto points = [&](const char* column) { return Score::hundredths(row.integer(column)); };
    Place p{row.id<UnitId>("unit_id"), row.text("unit_label"), row.text("cluster_label"), points("base"), points("bonus"), points("penalty"),
            points("total"), row.text("class"), row.text("class_title"), std::nullopt, row.flag("is_excluded"), row.flag("is_on_hold")};
    if (const auto rank = row.maybe_integer("rank")) p.rank = static_cast<int>(*rank);
    return p;
}

std::vector<Closing> closings(Tx& tx, const std::optional<ClosingId>& id, const std::optional<scoring::ScoreRoundId>& round, std::optional<std::string_view> state) {
    std::vector<Closing> all;
    const auto rows = tx.query("ranking.closings", id, round, state);
    for (const sql::Row& row : *rows) all.push_back(closing_of(row));
    return all;
}

}    // namespace

void ClosingStore::lock(const scoring::ScoreRoundId& round) { tx_.lock("ranking/" + round.text()); }

Result<Closing> ClosingStore::find(const ClosingId& id) const {
    auto found = closings(tx_, id, std::nullopt, std::nullopt);
    if (found.empty()) return refuse(Problem::not_found, "ranking.closing_unknown");
    return std::move(found.front());
}

std::optional<Closing> ClosingStore::standing(const scoring::ScoreRoundId& round) const {
    auto all = of_round(round);
    if (all.empty() || all.front().state == ClosingState::reopened) return std::nullopt;
    return std::move(all.front());
}

std::vector<Closing> ClosingStore::of_round(const scoring::ScoreRoundId& round) const { return closings(tx_, std::nullopt, round, std::nullopt); }
std::vector<Closing> ClosingStore::published() const { return closings(tx_, std::nullopt, std::nullopt, word_of(ClosingState::published)); }

std::int64_t ClosingStore::next_sequence(const scoring::ScoreRoundId& round) const {
    return tx_.query("ranking.next_sequence", round)->front().integer("next");
}

void ClosingStore::add(const Closing& c, const std::string& package, const std::vector<Place>& places) {
    tx_.run("ranking.add_closing", c.id, c.round, c.sequence, word_of(c.state), c.minutes.number, c.minutes.day, c.minutes.signer, c.digest, package,
            c.closed_at, c.closed_by);
    for (const Place& p : places)
        tx_.run("ranking.add_place", c.id, p.unit, p.label, p.cluster, p.base.hundredths(), p.bonus.hundredths(), p.penalty.hundredths(),
                p.total.hundredths(), p.klass, p.class_title, p.rank, p.is_excluded, p.is_on_hold);
}

bool ClosingStore::save(const Closing& c) {
    return tx_.run("ranking.save_closing", c.id, c.version, word_of(c.state), c.shown.total, c.shown.klass, c.shown.ranks_to, c.publication.number,
                   c.publication.day, c.proposed_by, c.published_at, c.published_by, c.reason) == 1;
}

std::string ClosingStore::package(const ClosingId& id) const { return tx_.query("ranking.package", id)->front().text("package"); }

std::vector<Place> ClosingStore::places(const ClosingId& id) const {
    std::vector<Place> all;
    const auto rows = tx_.query("ranking.places", id);
    for (const sql::Row& row : *rows) all.push_back(place_of(row));
    return all;
}

std::vector<std::pair<Closing, Place>> ClosingStore::of_unit(const UnitId& unit) const {
    std::vector<std::pair<ClosingId, Place>> found;
    {
        const auto rows = tx_.query("ranking.places_of_unit", unit);
        for (const sql::Row& row : *rows) found.emplace_back(row.id<ClosingId>("closing_id"), place_of(row));
    }
    std::vector<std::pair<Closing, Place>> all;
    for (auto& [id, place] : found)
        if (auto closing = find(id)) all.emplace_back(*std::move(closing), std::move(place));
    return all;
}

}    // namespace cs::ranking
