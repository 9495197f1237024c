#include "access/commands.hpp"
#include "org/commands.hpp"
#include "org/trace.hpp"

namespace cs::org {
namespace {

bool same_level(UnitKind a, UnitKind b) { return a == b || (is_commune_level(a) && is_commune_level(b)); }

// The one unit that takes over everything of `ended`, if it is of the same level. A province does not inherit the roles
// of a district: that would widen them.
std::optional<UnitId> heir(const Plan& plan, const UnitVersion& ended, const Forest& after) {
    std::vector<const Link*> links;
    for (const Link& link : plan.links)
        if (link.from == ended.unit) links.push_back(&link);
    if (links.size() != 1 || links.front()->part != Part::full) return std::nullopt;
    const UnitVersion* to = after.on(links.front()->to, plan.change.day);
    return to && same_level(to->state.kind, ended.state.kind) ? std::optional(to->unit) : std::nullopt;
}

void hand_over_roles(Tx& tx, Instant now, const audit::By& by, const Forest& after, bool dry_run, Reorganised& done) {
    const Reorganisation& change = done.plan.change;
    for (const UnitVersion& ended : done.plan.closed) {
        if (after.on(ended.unit, change.day)) continue;  // it goes on
        auto held = access::grants_without_home(tx, ended.unit, change.day);
        if (held.empty()) continue;
        if (const auto to = heir(done.plan, ended, after))
            done.followed += dry_run ? static_cast<std::int64_t>(held.size())
                                     : access::follow_successor(tx, now, by, ended.unit, *to, change.day, change.title);
        else
            done.undecided.push_back({ended.unit, ended.state.name, std::move(held)});
    }
}

void ask_followers(Tx& tx, const Forest& after, const Followers& followers, Reorganised& done) {
    const Day day = done.plan.change.day;
    std::vector<UnitId> ended;
    for (const UnitVersion& closed : done.plan.closed)
        if (!after.on(closed.unit, day)) ended.push_back(closed.unit);
    const auto name = [&](const UnitId& unit, Day on) {
        const UnitVersion* state = after.on(unit, on);
        return state ? state->state.name : "";
    };
    for (const Follower* follower : followers)
        for (const Following& f : follower->of(tx, ended, after, day))
            done.things.push_back({follower->kind(), f.from, name(f.from, plus_days(day, -1)), f.to, f.to ? name(*f.to, day) : "", f.count});
}

Result<Reorganised> one(Tx& tx, Instant now, const audit::By& by, Forest& forest, const Draft& draft, bool dry_run,
                        const Followers& followers) {
    if (ReorganisationStore(tx).applied(draft.key))
        return refuse(Problem::need_unmet, "org.already_applied", {{"key", draft.key}});
    CS_TRY(Plan plan, plan_reorganisation(forest, draft, born_at(now)));
    apply(plan, forest);
    Reorganised done{std::move(plan), 0, {}};
    hand_over_roles(tx, now, by, forest, dry_run, done);
    ask_followers(tx, forest, followers, done);
    if (dry_run) return done;
    UnitStore(tx).save(done.plan, now, by.person);
    audit::record(tx, now, by, entry_of(done.plan));
    return done;
}

}  // namespace

Result<std::vector<Reorganised>> reorganise_all(Tx& tx, Instant now, const audit::By& by,
                                                const std::vector<Draft>& drafts, bool dry_run,
                                                const Followers& followers) {
    UnitStore units(tx);
    if (!dry_run) units.be_alone();
    Forest forest = *units.forest();  // each sees what the ones before it did, also in a dry run
    std::vector<Reorganised> all;
    for (const Draft& draft : drafts) {
        CS_TRY(Reorganised done, one(tx, now, by, forest, draft, dry_run, followers));
        all.push_back(std::move(done));
    }
    return all;
}

Result<Reorganised> reorganise(Tx& tx, Instant now, const audit::By& by, const Draft& draft, bool dry_run,
                               const Followers& followers) {
    CS_TRY(auto all, reorganise_all(tx, now, by, {draft}, dry_run, followers));
    return std::move(all.front());
}

}  // namespace cs::org
