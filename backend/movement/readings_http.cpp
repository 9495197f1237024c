#include "movement/commands.hpp"
#include "movement/movement_http.hpp"
#include "movement/wire_http.hpp"
#include "org/authority.hpp"
#include "org/query_http.hpp"

namespace cs::movement {
namespace {

using access::Call;
using access::Operation;

Result<wire::Readings> list(access::Api& api, Call& call) {
    CS_TRY(const Day on, org::on_day(call));
    return call.db.read([&](Tx& tx) -> Result<wire::Readings> {
        CS_TRY(const auto root, org::under(call, tx, on));
        wire::Readings all;
        if (!root) return all;
        const auto tree = api.tree(tx);
        const ReadingStore store(tx);
        for (const AssignedDenominator& d : store.denominators(*root)) all.denominators.push_back(wire::shown(d));
        for (const ReadingChoice& c : store.choices(*root)) all.choices.push_back(wire::shown(c));
        for (const Operation operation : {Operation::assign_denominator, Operation::choose_reading})
            all.actions.push_back(access::action(operation, org::may_act_upon(tx, call.actor, operation, *root, call.today(), *tree)));
        return all;
    });
}

Result<wire::DenominatorRow> assign(access::Api& api, Call& call, const wire::NewDenominator& b) {
    const Instant now = call.clock.now();
    return call.db.write([&](Tx& tx) -> Result<wire::DenominatorRow> {
        const auto tree = api.tree(tx);
        CS_TRY(const AssignedDenominator made,
               assign_denominator(tx, now, call.actor, *tree, {DenominatorId::born(now), b.unit_id, b.target, b.value, b.number, b.day, b.source}));
        return wire::shown(made);
    });
}

Result<wire::ReadingChoiceRow> choose(access::Api& api, Call& call, const wire::NewReadingChoice& b) {
    const Instant now = call.clock.now();
    return call.db.write([&](Tx& tx) -> Result<wire::ReadingChoiceRow> {
        const auto tree = api.tree(tx);
        CS_TRY(const ReadingChoice made,
               choose_reading(tx, now, call.actor, *tree,
                              {ChoiceId::born(now), b.unit_id, b.target, b.reading, b.denominator_id, b.number, b.day, b.note.value_or("")}));
        return wire::shown(made);
    });
}

}    // namespace

void add_reading_routes(access::Api& api) {
    using http::Method;
    api.read<wire::Readings>({Method::get, "/api/readings", Operation::list_readings,
                              "How shares are read under a territory: assigned denominators and choices, in the order recorded.",
                              {{"under", "The territory, by id."},
                               {"under_code", "The same, by the code it holds on that day."},
                               {"on", "The day of that code; today when absent."}}},
                             [&api](Call& call) { return list(api, call); });
    api.write<wire::NewDenominator, wire::DenominatorRow>(
        {Method::post, "/api/denominators", Operation::assign_denominator,
         "Records a denominator that a paper assigns; a number nobody knows is the word \"unknown\".", {}, 201},
        [&api](Call& call, const wire::NewDenominator& body) { return assign(api, call, body); });
    api.write<wire::NewReadingChoice, wire::ReadingChoiceRow>(
        {Method::post, "/api/reading-choices", Operation::choose_reading,
         "Chooses, by a paper and from its day on, how a target is read.", {}, 201},
        [&api](Call& call, const wire::NewReadingChoice& body) { return choose(api, call, body); });
}

void add_movement_routes(access::Api& api) {
    add_target_routes(api);
    add_reading_routes(api);
}

}    // namespace cs::movement
