#include "assessment/commands.hpp"
#include "assessment/evidence_sight.hpp"
#include "audit/journal.hpp"

namespace cs::assessment {
namespace {

struct Place {
    OpenedSheet opened;
    Items items;
    access::Role role;
};

// His unit may change that indicator now, by the rules of its values.
Result<Place> writable(Tx& tx, Instant now, OpenedSheet opened, const std::string& indicator) {
    using access::Role;
    const Role role = opened.seat.has(Role::unit_clerk) ? Role::unit_clerk : Role::unit_head;
    if (!opened.seat.has(role)) return refuse(Problem::not_your_role, "access.not_your_unit", {}, "cs.evidence_once");
    CS_TRY(const Basis basis, basis_of(tx, opened.round, opened.sheet.region));
    const auto place = indicator_of_line(basis.set(), indicator);
    if (!place || place->indicator->no != indicator)
        return refuse(Problem::bad_input, "evidence.indicator_unknown", {{"indicator", indicator}});
    CS_TRY(const Window window, window_of(opened, now));
    if (opened.sheet.state == SheetState::draft && !window.open)
        return refuse(Problem::need_unmet, "sheet.need.window_open", {}, "cs.review_by_round");
    Items items = SheetStore(tx).items(opened.sheet.id);
    if (!may_change(opened, items, indicator))
        return refuse(Problem::need_unmet, "assessment.cells_locked", {{"line", indicator}}, "cs.review_by_round");
    return Place{std::move(opened), std::move(items), role};
}

Result<Place> taken(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const Citation& what) {
    CS_TRY(OpenedSheet opened, take_sheet(tx, what.sheet, actor, tree, legal_day(now)));
    return writable(tx, now, std::move(opened), what.indicator);
}

// The paper that was missing is an answer to what was sent back.
void answer(Tx& tx, const Place& place, const Citation& what) {
    const auto stage = checking_stage(place.opened.sheet.state);
    const auto found = stage ? place.items.find({*stage, what.indicator}) : place.items.end();
    if (found == place.items.end() || found->second.answered) return;
    Item item = found->second;
    item.answered = true;
    SheetStore(tx).put(what.sheet, std::vector{item});
}

void record(Tx& tx, Instant now, const audit::By& by, audit::Event event, const Citation& what, bool cited) {
    const auto change = [&](const char* field, const std::string& text) {
        return audit::Change{field, cited ? std::nullopt : std::optional(text), cited ? std::optional(text) : std::nullopt};
    };
    audit::record(tx, now, by,
                  {event, "evidence", what.evidence.text(), {change("sheet", what.sheet.text()), change("indicator", what.indicator)},
                   "", {{"sheet", what.sheet.text()}}});
}

}    // namespace

Done may_cite(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const SheetId& sheet,
              const std::string& indicator) {
    CS_TRY(OpenedSheet opened, open_sheet(tx, sheet, actor, tree, legal_day(now)));
    CS_TRY_DONE(writable(tx, now, std::move(opened), indicator));
    return {};
}

Done cite(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const Citation& what) {
    EvidenceStore store(tx);
    store.lock(what.evidence);
    CS_TRY(const Evidence evidence, visible(tx, legal_day(now), actor, tree, what.evidence));
    CS_TRY(const Place place, taken(tx, now, actor, tree, what));
    CS_TRY_DONE(still_offered(evidence));
    if (store.cited(what)) return refuse(Problem::need_unmet, "evidence.cited_already", {{"indicator", what.indicator}});
    store.cite(what, now, actor.person);
    answer(tx, place, what);
    record(tx, now, place.opened.seat.by(place.role), audit::Event::evidence_cited, what, true);
    return {};
}

Done uncite(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const Citation& what) {
    EvidenceStore store(tx);
    store.lock(what.evidence);
    CS_TRY_DONE(visible(tx, legal_day(now), actor, tree, what.evidence));
    CS_TRY(const Place place, taken(tx, now, actor, tree, what));
    if (!store.cited(what)) return refuse(Problem::need_unmet, "evidence.not_cited", {{"indicator", what.indicator}});
    store.uncite(what, now, actor.person);
    record(tx, now, place.opened.seat.by(place.role), audit::Event::evidence_uncited, what, false);
    return {};
}

}    // namespace cs::assessment
