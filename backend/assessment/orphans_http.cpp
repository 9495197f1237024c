// Open sheets whose unit ended without one successor, and the decision about each.
#include "assessment/assessment_http.hpp"
#include "assessment/orphans.hpp"
#include "assessment/sheet_view_http.hpp"

namespace cs::assessment {

namespace wire {

struct Successor {
    UnitId unit_id;
    std::string unit_name;
};
BOOST_DESCRIBE_STRUCT(Successor, (), (unit_id, unit_name))

struct OrphanSheet {
    SheetId id;
    RoundId round_id;
    std::string round_title;
    UnitId unit_id;
    std::string unit_name;
    SheetState state;
    std::vector<Successor> successors;    // who took over parts of the unit
    std::vector<access::Action> actions;
};
BOOST_DESCRIBE_STRUCT(OrphanSheet, (), (id, round_id, round_title, unit_id, unit_name, state, successors, actions))

struct OrphanSheets {
    std::vector<OrphanSheet> items;
};
BOOST_DESCRIBE_STRUCT(OrphanSheets, (), (items))

struct HandOverInput {
    UnitId to_id;
    std::string paper_number;
    Day paper_day;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(HandOverInput, (), (to_id, paper_number, paper_day, reason))

}    // namespace wire

namespace {

using access::Api;
using access::Call;
using access::Operation;

Result<wire::OrphanSheets> list(Api& api, Call& call) {
    return call.db.read([&](Tx& tx) -> Result<wire::OrphanSheets> {
        const auto tree = api.tree(tx);
        wire::OrphanSheets all;
        for (const Orphan& o : orphans(tx, call.actor, *tree, call.today())) {
            wire::OrphanSheet row{o.sheet.id, o.round.id, o.round.title, o.sheet.unit, o.unit_name, o.sheet.state, {},
                                  {access::action(Operation::hand_over_sheet, pass(call.actor, Operation::hand_over_sheet))}};
            for (const UnitId& unit : o.successors) row.successors.push_back({unit, tree->name(unit, call.today())});
            all.items.push_back(std::move(row));
        }
        return all;
    });
}

Result<wire::NewState> hand_over(Api& api, Call& call, const wire::HandOverInput& b) {
    CS_TRY(const SheetId id, sheet_id(call));
    return call.db.write([&](Tx& tx) -> Result<wire::NewState> {
        CS_TRY(const Sheet sheet, hand_over_sheet(tx, call.clock.now(), call.actor, *api.tree(tx), id,
                                                  {b.to_id, b.paper_number, b.paper_day, b.reason}));
        return wire::NewState{sheet.state, sheet.version};
    });
}

}    // namespace

void add_orphan_routes(access::Api& api) {
    using http::Method;
    api.read<wire::OrphanSheets>({Method::get, "/api/orphan-sheets", Operation::list_orphan_sheets,
                                  "Open sheets of units that ended without one successor, for a decision."},
                                 [&api](Call& call) { return list(api, call); });
    api.write<wire::HandOverInput, wire::NewState>({Method::post, "/api/sheets/{id}/holder", Operation::hand_over_sheet,
                                                    "Gives such a sheet to a unit, by a paper."},
                                                   [&api](Call& call, const wire::HandOverInput& b) { return hand_over(api, call, b); });
}

}    // namespace cs::assessment
