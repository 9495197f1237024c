#include "server/demo_board.hpp"

#include "assessment/register.hpp"
#include "law/tsv.hpp"
#include "movement/commands.hpp"
#include "org/store.hpp"
#include "org/tree.hpp"
#include "platform/embedded.hpp"
#include "server/demo_world.hpp"

namespace cs::server {
namespace {

constexpr auto coordinator = "dieuphoi.tinh";

// Calls `take` for each row of a file of ours; a fault in it is a bug.
void read(const std::string& path, const law::Columns& columns, const std::function<void(law::Row&)>& take) {
    const auto bytes = embedded_file(path);
    CS_CHECK(bytes.has_value());
    std::vector<Fault> faults;
    law::read_tsv(path, *bytes, columns, faults, take);
    CS_CHECK(faults.empty());
}

Result<assessment::Recognition> recognition(Tx& tx, Instant now, law::Row& row) {
    const Day from = row.day("counts_from");
    CS_TRY(const UnitId unit, org::UnitStore(tx).with_code(row.text("unit_code"), from));
    return assessment::add_recognition(
        tx, now, audit::By{},
        {assessment::RecognitionId::born(now), unit, row.cell("area"), row.word("standing", &parse_word<assessment::Standing>, assessment::Standing::standard),
         row.cell("field"), std::stoi(row.text("year")), {row.text("number"), row.day_or_none("decided_on"), row.text("signer")}, from,
         "cs.standing_by_decision", row.text("source"), law::Confidence::verified});
}

Result<movement::AssignedDenominator> denominator(Tx& tx, Instant now, law::Row& row) {
    CS_TRY(const UnitId root, org::UnitStore(tx).with_code(row.text("unit_code"), row.day("on")));
    return movement::add_denominator(tx, now, audit::By{},
                                     {movement::DenominatorId::born(now), root,
                                      row.word("target", &parse_word<movement::PlanTarget>, movement::PlanTarget::advanced_communes),
                                      std::stoll(row.text("value")), row.text("number"), row.day_or_none("day"), row.text("source")});
}

// Entered by the demonstration's coordinator, as he would.
Done target(Tx& tx, const Clock& clock, const access::Actor& actor, const UnitId& root, law::Row& row) {
    const Day today = legal_day(clock.now());
    const org::UnitTree tree(tx);
    CS_TRY(const UnitId owner, org::UnitStore(tx).with_code(row.text("owner_code"), today));
    CS_TRY(const movement::Target made,
           movement::add_target(tx, clock.now(), actor, tree, root,
                                {row.text("title"), row.text("measure"), row.word("better", &parse_word<movement::Better>, movement::Better::higher),
                                 row.text("source"), owner}));
    for (int year = movement::plan_years().first; year <= std::min(movement::plan_years().last, static_cast<int>(today.year())); ++year)
        for (const auto& [kind, column] : {std::pair{movement::FigureKind::plan, "p"}, {movement::FigureKind::actual, "a"}})
            if (const auto value = Decimal::parse(row.cell(column + std::to_string(year))))
                CS_TRY_DONE(movement::save_figure(tx, clock.now(), actor, tree, made.id, {year, kind, *value, "Báo cáo năm (số liệu minh họa)", ""}));
    return {};
}

}    // namespace

Done add_demo_board(Tx& tx, const Clock& clock) {
    const Day today = legal_day(clock.now());
    const access::Actor actor = demo_actor(tx, coordinator, today);
    CS_TRY(const UnitId root, org::UnitStore(tx).with_code("MH", today));
    Done done;
    const auto each = [&](auto work) { return [&done, work](law::Row& row) { if (done) done = work(row); }; };
    read("demo/recognitions.tsv", {"unit_code", "area", "standing", "field", "year", "number", "decided_on", "signer", "counts_from", "source"},
         each([&](law::Row& row) -> Done { CS_TRY_DONE(recognition(tx, clock.now(), row)); return {}; }));
    read("demo/denominators.tsv", {"unit_code", "on", "target", "value", "number", "day", "source"},
         each([&](law::Row& row) -> Done { CS_TRY_DONE(denominator(tx, clock.now(), row)); return {}; }));
    read("demo/targets.tsv", {"title", "measure", "better", "source", "owner_code", "p2021", "a2021", "p2022", "a2022", "p2023", "a2023", "p2024", "a2024", "p2025", "a2025"},
         each([&](law::Row& row) { return target(tx, clock, actor, root, row); }));
    return done;
}

}    // namespace cs::server
