#include <set>

#include "movement/commands.hpp"
#include "movement/movement_http.hpp"
#include "movement/wire_http.hpp"
#include "org/authority.hpp"
#include "org/query_http.hpp"

namespace cs::movement {
namespace {

using access::Call;
using access::Operation;

Result<TargetId> target_of(const Call& call) {
    const auto id = TargetId::parse(call.param("id"));
    if (!id) return refuse(Problem::not_found, "movement.target_unknown");
    return *id;
}

std::optional<wire::TargetFigure> shown(const Figure* f) {
    if (!f) return std::nullopt;
    return wire::TargetFigure{f->value, static_cast<int>(f->sequence), f->source, f->reason};
}

// The years of the movement, and any other that has a figure.
std::vector<wire::TargetYear> years_of(const Target& target, Day today) {
    std::set<int> years;
    for (int year = plan_years().first; year <= plan_years().last; ++year) years.insert(year);
    for (const Figure& f : target.figures) years.insert(f.year);
    std::vector<wire::TargetYear> all;
    for (const int year : years)
        all.push_back({year, shown(target.find(year, FigureKind::plan)), shown(target.find(year, FigureKind::actual)),
                       progress(target, year, today), beyond_plan(target, year)});
    return all;
}

wire::TargetRow shown(Tx& tx, const Call& call, const access::Tree& tree, const Target& t) {
    const auto can = [&](Operation operation) {
        return access::action(operation, org::may_act_upon(tx, call.actor, operation, t.root, call.today(), tree));
    };
    const org::UnitVersion* owner = t.text.owner ? org::UnitStore(tx).forest()->near(*t.text.owner, call.today()) : nullptr;
    return {t.id, t.root, t.text.title, t.text.measure, t.text.better, t.text.source, t.text.owner,
            owner ? owner->state.name : "", static_cast<int>(t.version),
            years_of(t, call.today()), {can(Operation::correct_target), can(Operation::save_target_figure)}};
}

Result<wire::Targets> list(access::Api& api, Call& call) {
    CS_TRY(const Day on, org::on_day(call));
    return call.db.read([&](Tx& tx) -> Result<wire::Targets> {
        CS_TRY(const auto root, org::under(call, tx, on));
        const auto tree = api.tree(tx);
        const auto source = call.query("source");
        wire::Targets all{{}, {access::action(Operation::add_target, root
            ? org::may_act_upon(tx, call.actor, Operation::add_target, *root, call.today(), *tree)
            : access::may(call.actor, Operation::add_target))}};
        for (const Target& target : root ? targets_of(tx, *root, on) : TargetStore(tx).all())
            if (!source || target.text.source == *source) all.items.push_back(shown(tx, call, *tree, target));
        return all;
    });
}

// The one way a write about a target answers: the target as it stands then.
template <class Work>
Result<wire::TargetRow> write(access::Api& api, Call& call, Work work) {
    return call.db.write([&](Tx& tx) -> Result<wire::TargetRow> {
        const auto tree = api.tree(tx);
        CS_TRY(const Target saved, work(tx, *tree));
        return shown(tx, call, *tree, saved);
    });
}

Result<wire::TargetRow> add(access::Api& api, Call& call, const wire::NewTarget& b) {
    return write(api, call, [&](Tx& tx, const access::Tree& tree) {
        return add_target(tx, call.clock.now(), call.actor, tree, b.unit_id, {b.title, b.measure, b.better, b.source, b.owner_unit_id});
    });
}

Result<wire::TargetRow> correct(access::Api& api, Call& call, const wire::TargetCorrection& b) {
    CS_TRY(const TargetId id, target_of(call));
    return write(api, call, [&](Tx& tx, const access::Tree& tree) {
        return correct_target(tx, call.clock.now(), call.actor, tree, id, {b.title, b.measure, b.better, b.source, b.owner_unit_id},
                              b.reason, call.if_match());
    });
}

Result<wire::TargetRow> save(access::Api& api, Call& call, const wire::TargetFigureInput& b) {
    CS_TRY(const TargetId id, target_of(call));
    const std::string text = call.param("year");
    const bool digits = text.size() == 4 && text.find_first_not_of("0123456789") == std::string::npos;
    return write(api, call, [&](Tx& tx, const access::Tree& tree) {
        return save_figure(tx, call.clock.now(), call.actor, tree, id,
                           {digits ? std::stoi(text) : 0, b.kind, b.value, b.source, b.reason.value_or(""), call.if_match()});
    });
}

}    // namespace

void add_target_routes(access::Api& api) {
    using http::Method;
    api.read<wire::Targets>({Method::get, "/api/targets", Operation::list_targets,
                             "Free targets with their planned and actual values by year.",
                             {{"under", "Only of this territory, by id, and of what became part of it."},
                              {"under_code", "The same, by the code it holds on that day."},
                              {"on", "The day; today when absent."},
                              {"source", "Only targets of exactly this source."}}},
                            [&api](Call& call) { return list(api, call); });
    api.write<wire::NewTarget, wire::TargetRow>({Method::post, "/api/targets", Operation::add_target,
                                                 "Adds a target to a territory.", {}, 201},
                                                [&api](Call& call, const wire::NewTarget& body) { return add(api, call, body); });
    api.write<wire::TargetCorrection, wire::TargetRow>(
        {Method::put, "/api/targets/{id}", Operation::correct_target, "Other words for the same target, with the reason."},
        [&api](Call& call, const wire::TargetCorrection& body) { return correct(api, call, body); });
    api.write<wire::TargetFigureInput, wire::TargetRow>(
        {Method::put, "/api/targets/{id}/years/{year}", Operation::save_target_figure,
         "The planned or the actual value of a year; a second one is a correction and needs its reason."},
        [&api](Call& call, const wire::TargetFigureInput& body) { return save(api, call, body); });
}

}    // namespace cs::movement
