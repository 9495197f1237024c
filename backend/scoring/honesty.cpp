#include "scoring/honesty.hpp"

#include "law/law.hpp"
#include "org/store.hpp"
#include "scoring/table_store.hpp"

namespace cs::scoring {
namespace {

// What the unit said of itself in the sending that counted.
std::optional<Score> self_total(Tx& tx, const ScoreSheetId& id) {
    std::optional<Score> total;
    for (const ScoreConfirmation& c : ScoreStore(tx).confirmations(id))
        if (c.position == 0 && !c.withdrawn_at) total = c.total;
    return total;
}

Result<Sample> drawn(const ScoreDesk& desk, std::string what, const std::vector<std::string>& names, const Decimal& gap) {
    CS_TRY(const SampleRule rule, sample_rule(desk.moment().today()));
    Sample sample{std::move(what), rule, 0, {}};
    sample.size = names.empty() ? 0 : sample_size(rule, gap, static_cast<int>(names.size()));
    sample.order = draw(desk.round().seed, sample.what, names);
    return sample;
}

Result<Decimal> gap_of(const OpenedScore& opened) {
    CS_TRY(const auto gap, past_gap(opened));
    return gap ? gap->percent : Decimal();
}

}    // namespace

Result<std::optional<PastGap>> past_gap(const OpenedScore& opened) {
    Tx& tx = opened.desk->moment().tx;
    for (const ScoreSheet& sheet : ScoreStore(tx).of_unit(opened.sheet.unit)) {
        if (sheet.state != ScoreState::announced && sheet.state != ScoreState::settled) continue;
        CS_TRY(const ScoreRound round, ScoreRoundStore(tx).find(sheet.round));
        const auto self = self_total(tx, sheet.id);
        if (round.year >= opened.desk->round().year || !self) continue;
        CS_TRY(const StandingTable standing, TableStore(tx).version(round.table));
        const Score scale = standing.table->scale;
        return PastGap{round.year, *self, sheet.sums.total, scale, honesty_gap(*self, sheet.sums.total, scale)};
    }
    return std::nullopt;
}

Result<SampleRule> sample_rule(Day day) {
    const law::Parameters& parameters = law::law().parameters;
    CS_TRY(const Decimal least, parameters.decimal_on("scoring.sample_least", day));
    CS_TRY(const Decimal each, parameters.decimal_on("scoring.sample_each", day));
    CS_TRY(const Decimal most, parameters.decimal_on("scoring.sample_most", day));
    return SampleRule{least, each, most};
}

Result<Sample> sample_of_items(const OpenedScore& opened) {
    std::vector<std::string> names;
    const Table& table = opened.desk->table();
    for (std::size_t n = 0; n < table.leaves.size(); ++n)
        if (table.leaf(n).part == Part::base) names.push_back(table.leaf(n).id);
    CS_TRY(const Decimal gap, gap_of(opened));
    return drawn(*opened.desk, "items|" + opened.sheet.label, names, gap);
}

Result<Sample> sample_of_villages(const OpenedScore& opened) {
    std::vector<std::string> names;
    const Moment& m = opened.desk->moment();
    for (const org::UnitRow& row : org::UnitStore(m.tx).children(opened.holder, m.today()))
        if (row.state.kind == org::UnitKind::village) names.push_back(row.state.name);
    CS_TRY(const Decimal gap, gap_of(opened));
    return drawn(*opened.desk, "villages|" + opened.sheet.label, names, gap);
}

Result<Sample> sample_of_units(const ScoreDesk& desk) {
    std::vector<std::string> names;
    for (const ScoreSheet& sheet : ScoreStore(desk.moment().tx).of_round(desk.round().id)) names.push_back(sheet.label);
    return drawn(desk, "units", names, {});
}

}    // namespace cs::scoring
