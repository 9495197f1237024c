#include "access/wire_http.hpp"
#include "org/commands.hpp"
#include "org/draft.hpp"
#include "org/org_http.hpp"
#include "org/query_http.hpp"
#include "org/wire_http.hpp"

namespace cs::org {
namespace {

using access::Action;
using access::Call;
using access::Operation;
using access::Role;

struct ReorganisationRow {
    ChangeId id;
    std::string key;
    ChangeKind kind;
    Day day;
    std::string summary, instrument;
    std::optional<Day> signed_on;
    std::string confidence, source, note;
    std::optional<ChangeId> countered_by, counters;
    std::vector<Action> actions;
};
BOOST_DESCRIBE_STRUCT(ReorganisationRow, (),
                      (id, key, kind, day, summary, instrument, signed_on, confidence, source, note, countered_by,
                       counters, actions))

struct ReorganisationList {
    std::vector<ReorganisationRow> items;
    std::vector<Action> actions;
};
BOOST_DESCRIBE_STRUCT(ReorganisationList, (), (items, actions))

struct LinkRow {
    UnitId from_unit, to_unit;
    Part part;
};
BOOST_DESCRIBE_STRUCT(LinkRow, (), (from_unit, to_unit, part))

struct UndecidedRole {
    UnitId unit_id;
    std::string unit_name, person_name;
    access::Role role;
};
BOOST_DESCRIBE_STRUCT(UndecidedRole, (), (unit_id, unit_name, person_name, role))

struct FollowedThing {
    std::string kind;  // "sheet"
    UnitId unit_id;
    std::string unit_name;
    std::optional<UnitId> to_id;  // null: no single successor, somebody must decide
    std::string to_name;
    std::int64_t count;
};
BOOST_DESCRIBE_STRUCT(FollowedThing, (), (kind, unit_id, unit_name, to_id, to_name, count))

struct ReorganisationPage : ReorganisationRow {
    std::vector<wire::UnitRow> before, after;
    std::vector<LinkRow> lineage;
    std::int64_t roles_followed;                 // only right after applying
    std::vector<UndecidedRole> roles_undecided;  // somebody must decide about these
    std::vector<FollowedThing> things;           // only right after applying, and in a dry run
};
BOOST_DESCRIBE_STRUCT(ReorganisationPage, (ReorganisationRow),
                      (before, after, lineage, roles_followed, roles_undecided, things))

struct ReorganisationInput {
    std::string yaml;  // one reorganisation as in law/reorganisations.yaml; JSON is YAML
};
BOOST_DESCRIBE_STRUCT(ReorganisationInput, (), (yaml))

struct CounterInput {
    std::string reason, paper;
};
BOOST_DESCRIBE_STRUCT(CounterInput, (), (reason, paper))

ReorganisationRow shown(const Call& call, const Reorganisation& c) {
    Result<Role> asked = may(call.actor, Operation::counter_reorganisation);
    if (asked && c.kind == ChangeKind::counter) asked = refuse(Problem::need_unmet, "org.counter_of_counter");
    if (asked && c.countered_by) asked = refuse(Problem::need_unmet, "org.already_countered");
    return {c.id,
            c.key,
            c.kind,
            c.day,
            c.title,
            c.instrument,
            c.signed_on,
            std::string(law::word(c.confidence)),
            c.source,
            c.note,
            c.countered_by,
            c.counters,
            {access::action(Operation::counter_reorganisation, asked)}};
}

// States as they stood on `day`, with the name their parent had then.
std::vector<wire::UnitRow> rows(Tx& tx, const std::vector<UnitVersion>& versions, Day day,
                                const std::vector<UnitVersion>& fresh) {
    std::map<UnitId, std::string> names;
    for (const UnitVersion& v : fresh) names.emplace(v.unit, v.state.name);
    std::vector<wire::UnitRow> all;
    for (const UnitVersion& v : versions) {
        std::string parent;
        if (const auto& id = v.state.parent) {
            const auto known = names.find(*id);
            if (known == names.end()) {
                const auto state = UnitStore(tx).state(*id, day);
                names.emplace(*id, state ? state->name : "");
            }
            parent = names.at(*id);
        }
        all.push_back(wire::shown(v.unit, v.state, v.period, parent));
    }
    return all;
}

ReorganisationPage page(const Call& call, Tx& tx, const Reorganisation& c, const ReorganisationStore::Rows& found) {
    ReorganisationPage shown_page{shown(call, c),
                                  rows(tx, found.closed, plus_days(c.day, -1), found.closed),
                                  rows(tx, found.opened, c.day, found.opened),
                                  {},
                                  0,
                                  {},
                                  {}};
    for (const Link& link : found.links) shown_page.lineage.push_back({link.from, link.to, link.part});
    return shown_page;
}

void add_undecided(const std::vector<Undecided>& all, ReorganisationPage& shown_page) {
    for (const Undecided& u : all)
        for (const access::GrantRecord& g : u.grants)
            shown_page.roles_undecided.push_back({u.unit, u.unit_name, g.person_name, g.grant.role});
}

Result<ReorganisationList> list(Call& call) {
    return call.db.read([&](Tx& tx) {
        ReorganisationList all{
            {}, {access::action(Operation::apply_reorganisation, may(call.actor, Operation::apply_reorganisation))}};
        for (const Reorganisation& c : ReorganisationStore(tx).all()) all.items.push_back(shown(call, c));
        return Result<ReorganisationList>(std::move(all));
    });
}

Result<ChangeId> change_of(const Call& call) {
    const auto id = ChangeId::parse(call.param("id"));
    if (!id) return refuse(Problem::not_found, "org.reorganisation_unknown");
    return *id;
}

Result<ReorganisationPage> show(Call& call) {
    CS_TRY(const ChangeId id, change_of(call));
    return call.db.read([&](Tx& tx) -> Result<ReorganisationPage> {
        const ReorganisationStore store(tx);
        CS_TRY(const Reorganisation change, store.find(id));
        return page(call, tx, change, store.rows(id));
    });
}

Result<ReorganisationPage> apply_one(Call& call, const ReorganisationInput& input, const Followers& followers) {
    CS_TRY(const Role role, may(call.actor, Operation::apply_reorganisation));
    CS_TRY(const bool dry_run, flag(call, "dry_run"));
    CS_TRY(const DraftFile read, read_drafts(input.yaml, "yaml"));
    if (read.drafts.size() != 1)
        return refuse(Problem::bad_input, "org.one_reorganisation", {{"found", std::to_string(read.drafts.size())}});
    const auto work = [&](Tx& tx) -> Result<ReorganisationPage> {
        CS_TRY(const Reorganised done,
               reorganise(tx, call.clock.now(), call.actor.by(role), read.drafts.front(), dry_run, followers));
        auto shown_page = page(call, tx, done.plan.change, {done.plan.closed, done.plan.opened, done.plan.links});
        shown_page.roles_followed = done.followed;
        add_undecided(done.undecided, shown_page);
        for (const Followed& f : done.things)
            shown_page.things.push_back({std::string(f.kind), f.from, f.from_name, f.to, f.to_name, f.count});
        return shown_page;
    };
    return dry_run ? call.db.read(work) : call.db.write(work);
}

Result<ReorganisationPage> counter(Call& call, const CounterInput& input) {
    CS_TRY(const Role role, may(call.actor, Operation::counter_reorganisation));
    CS_TRY(const ChangeId id, change_of(call));
    return call.db.write([&](Tx& tx) -> Result<ReorganisationPage> {
        CS_TRY(const Countered done,
               counter_reorganisation(tx, call.clock.now(), call.actor.by(role), id, input.reason, input.paper));
        const ReorganisationStore store(tx);
        CS_TRY(const Reorganisation change, store.find(id));
        auto shown_page = page(call, tx, change, store.rows(id));
        add_undecided(done.undecided, shown_page);
        return shown_page;
    });
}

}  // namespace

void add_reorganisation_routes(access::Api& api, const Followers& followers) {
    using enum Operation;
    using http::Method;
    api.read<ReorganisationList>(
        {Method::get, "/api/reorganisations", list_reorganisations, "Reorganisations, newest first."}, list);
    api.read<ReorganisationPage>(
        {Method::get, "/api/reorganisations/{id}", show_reorganisation, "One, with the states before and after."},
        show);
    api.write<ReorganisationInput, ReorganisationPage>({Method::post,
                                                        "/api/reorganisations",
                                                        apply_reorganisation,
                                                        "Applies one reorganisation, or says what it would do.",
                                                        {{"dry_run", "true: only say what would be done."}}},
                                                       [followers](Call& call, const ReorganisationInput& input) {
                                                           return apply_one(call, input, followers);
                                                       });
    api.write<CounterInput, ReorganisationPage>(
        {Method::post, "/api/reorganisations/{id}/counter", Operation::counter_reorganisation,
         "Takes a wrong reorganisation back."},
        counter);
}

}  // namespace cs::org
