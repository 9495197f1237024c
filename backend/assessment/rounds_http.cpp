// Rounds of the yearly review, their extensions, and which office checks what.
#include "assessment/assessment_http.hpp"
#include "assessment/queue.hpp"
#include "assessment/sheet_view_http.hpp"

namespace cs::assessment {
namespace {

using access::Api;
using access::Call;
using access::Operation;

access::Action open_to(const Call& call, Operation operation) { return access::action(operation, pass(call.actor, operation)); }

Result<std::string> set_title(Tx& tx, const Round& round) {
    CS_TRY(const criteria::Standing of, criteria::standing(tx, round.set, round.set_version));
    return of.set->title;
}

Result<wire::Rounds> list(Api& api, Call& call) {
    return call.db.read([&](Tx& tx) -> Result<wire::Rounds> {
        const auto tree = api.tree(tx);
        wire::Rounds all{{}, {open_to(call, Operation::open_round), open_to(call, Operation::assign_charge)}};
        for (const Round& round : rounds_of(tx, call.actor, *tree, call.today())) {
            CS_TRY(const std::string title, set_title(tx, round));
            all.items.push_back(shown(round, title, *tree));
        }
        return all;
    });
}

wire::RoundSheet shown(const SeenRow& seen, const Round& round, const std::vector<Extension>& extensions, Day today) {
    const SheetRow& row = seen.row;
    const Day last = last_day(round, extensions, row.sheet.unit);
    wire::RoundSheet view{row.sheet.id, row.sheet.unit, row.unit_name, row.sheet.state, last, row.sent_at,
                          !row.sent_at && last < today, row.items_returned, {}, {}, {}, {}};
    if (row.result) {
        view.verdict = criteria::word(row.result->verdict);
        view.met = row.result->met;
        view.of = row.result->of;
        view.provisional = row.result->provisional;
    }
    return view;
}

Result<wire::RoundView> show(Api& api, Call& call) {
    CS_TRY(const RoundId id, round_id(call));
    return call.db.read([&](Tx& tx) -> Result<wire::RoundView> {
        const auto tree = api.tree(tx);
        CS_TRY(const Round round, RoundStore(tx).find(id));
        CS_TRY(const std::string title, set_title(tx, round));
        const auto rows = rows_of(tx, call.actor, round, *tree, call.today());
        if (rows.empty()) return refuse(Problem::not_found, "assessment.round_unknown");
        const auto extensions = RoundStore(tx).extensions(id);
        wire::RoundView view{shown(round, title, *tree), {}, {}, {}};
        for (const Extension& e : extensions)
            view.extensions.push_back({e.unit, e.unit ? tree->name(*e.unit, round.units_on) : "", e.until, e.paper_number, e.paper_day, e.reason, e.at});
        for (const SeenRow& seen : rows) view.sheets.push_back(shown(seen, round, extensions, call.today()));
        for (const Operation each : {Operation::extend_round, Operation::import_values})
            view.actions.push_back(access::action(each, may(call.actor, each, round.root, call.today(), *tree)));
        return view;
    });
}

Result<wire::OpenedRound> open(Api& api, Call& call, const wire::NewRound& b) {
    return call.db.write([&](Tx& tx) -> Result<wire::OpenedRound> {
        CS_TRY(const OpenedRound made,
               open_round(tx, call.clock.now(), call.actor, *api.tree(tx),
                          {b.set, b.set_version, b.year, b.title, b.root_id, org::UnitKind::commune, b.units_on, b.opens_on,
                           b.closes_on, b.paper, b.only.value_or(std::vector<UnitId>{})}));
        return wire::OpenedRound{made.round.id, made.sheets, made.prefilled};
    });
}

Result<wire::RoundExtension> extend(Api& api, Call& call, const wire::NewExtension& b) {
    CS_TRY(const RoundId id, round_id(call));
    return call.db.write([&](Tx& tx) -> Result<wire::RoundExtension> {
        const auto tree = api.tree(tx);
        CS_TRY(const Extension e, extend_round(tx, call.clock.now(), call.actor, *tree, id,
                                               {b.unit_id, b.until, b.paper_number, b.paper_day, b.reason}));
        return wire::RoundExtension{e.unit, e.unit ? tree->name(*e.unit, call.today()) : "", e.until, e.paper_number, e.paper_day,
                                    e.reason, e.at};
    });
}

wire::ChargeRow shown(const Charge& c, const criteria::CriteriaSet& set, const access::Tree& tree, Day today) {
    wire::ChargeRow row{c.id, c.set, c.criterion, "", c.stage, c.root, c.holder, tree.name(c.root, c.period.from),
                        tree.name(c.holder, c.period.from), c.period.from, c.period.until, c.paper};
    if (c.period.has(today)) row.holder_name = tree.name(c.holder, today);
    for (const criteria::Criterion& each : set.criteria)
        if (each.no == c.criterion) row.criterion_name = each.name;
    return row;
}

Result<wire::Charges> charges(Api& api, Call& call) {
    return call.db.read([&](Tx& tx) -> Result<wire::Charges> {
        const auto tree = api.tree(tx);
        wire::Charges all{{}, {open_to(call, Operation::assign_charge)}};
        const std::string set = call.query("set").value_or("");
        CS_TRY(const criteria::Standing of, criteria::standing(tx, set));
        for (const Charge& c : RoundStore(tx).charges(set)) all.items.push_back(shown(c, *of.set, *tree, call.today()));
        return all;
    });
}

Result<wire::Charges> assign(Api& api, Call& call, const wire::NewCharge& b) {
    return call.db.write([&](Tx& tx) -> Result<wire::Charges> {
        const auto tree = api.tree(tx);
        CS_TRY(const auto made, assign_charge(tx, call.clock.now(), call.actor, *tree,
                                              {b.set, b.criteria, b.stage, b.root_id, b.holder_id, b.from, b.paper}));
        CS_TRY(const criteria::Standing of, criteria::standing(tx, b.set));
        wire::Charges all{{}, {open_to(call, Operation::assign_charge)}};
        for (const Charge& c : made) all.items.push_back(shown(c, *of.set, *tree, call.today()));
        return all;
    });
}

}    // namespace

void add_round_routes(Api& api) {
    using http::Method;
    api.read<wire::Rounds>({Method::get, "/api/rounds", Operation::list_rounds, "Rounds the caller has anything to do with, newest year first."},
                           [&api](Call& call) { return list(api, call); });
    api.read<wire::RoundView>({Method::get, "/api/rounds/{id}", Operation::show_round, "A round with the sheets the caller may see."},
                              [&api](Call& call) { return show(api, call); });
    api.write<wire::NewRound, wire::OpenedRound>({Method::post, "/api/rounds", Operation::open_round,
                                                  "Opens a round: a sheet for each commune, with last year's values marked as such.", {}, 201},
                                                 [&api](Call& call, const wire::NewRound& b) { return open(api, call, b); });
    api.write<wire::NewExtension, wire::RoundExtension>(
        {Method::post, "/api/rounds/{id}/extensions", Operation::extend_round, "A later last day, for one unit or all, by a paper.", {}, 201},
        [&api](Call& call, const wire::NewExtension& b) { return extend(api, call, b); });
    api.read<wire::Charges>({Method::get, "/api/criterion-charges", Operation::list_charges, "Which office checks which criterion, by date.",
                             {{"set", "Id of the criteria set.", true}}},
                            [&api](Call& call) { return charges(api, call); });
    api.write<wire::NewCharge, wire::Charges>({Method::post, "/api/criterion-charges", Operation::assign_charge,
                                               "Puts an office in charge of criteria from a day on; the former one ends.", {}, 201},
                                              [&api](Call& call, const wire::NewCharge& b) { return assign(api, call, b); });
}

}    // namespace cs::assessment
