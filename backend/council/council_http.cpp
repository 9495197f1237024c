// Councils and their members, and what waits for an agenda.
#include "council/council_http.hpp"

#include "assessment/recognition_view_http.hpp"
#include "council/wire_http.hpp"

namespace cs::council {
namespace {

using access::Api;
using access::Call;
using access::Operation;
using http::Method;

wire::CouncilRow shown(const Moment& m, const Council& c) {
    const auto may = [&](Operation operation) { return access::action(operation, access::may(m.actor, operation, c.root, m.today(), m.tree)); };
    wire::CouncilRow row{c.id, c.root, m.tree.name(c.root, m.today()), c.name, c.paper.number, c.paper.day, c.paper.signer, {},
                         {may(Operation::seat_member), may(Operation::unseat_member), may(Operation::plan_council_session)}};
    for (const Member& member : c.members)
        row.members.push_back({member.id, member.name, member.position, member.unit, member.unit ? m.tree.name(*member.unit, member.period.from) : "",
                               member.seat, member.period.from, member.period.until, member.period.has(m.today())});
    return row;
}

wire::Councils seen(const Moment& m) {
    wire::Councils all{{}, {}, {access::action(Operation::set_up_council, access::pass(m.actor, Operation::set_up_council)),
                                access::action(Operation::plan_council_session, access::pass(m.actor, Operation::plan_council_session))}};
    for (const Council& council : CouncilStore(m.tx).all()) all.items.push_back(shown(m, council));
    for (const assessment::CouncilMatter& matter : assessment::ready_for_council(m))
        all.ready.push_back({matter.head.id, matter.kind, m.tree.name(matter.head.unit, matter.head.last_on), matter.head.area, matter.head.standing, matter.head.year});
    return all;
}

Result<CouncilId> council_id(const Call& call) {
    const auto id = CouncilId::parse(call.param("id"));
    if (!id) return refuse(Problem::not_found, "council.unknown");
    return *id;
}

NewMember member_of(const wire::NewCouncilMember& b) { return {b.name, b.position, b.unit_id, b.seat, b.from, b.until}; }

Result<wire::CouncilRow> set_up(Api& api, Call& call, const wire::NewCouncil& b) {
    std::vector<NewMember> members;
    for (const wire::NewCouncilMember& member : b.members) members.push_back(member_of(member));
    return assessment::with_moment<wire::CouncilRow>(api, call, [&](const Moment& m) -> Result<wire::CouncilRow> {
        CS_TRY(const Council made, set_up_council(m, b.root_id, b.name, {b.number, b.day, b.signer}, members));
        return shown(m, made);
    });
}

Result<wire::CouncilRow> seat(Api& api, Call& call, const wire::NewCouncilMember& b) {
    CS_TRY(const CouncilId id, council_id(call));
    return assessment::with_moment<wire::CouncilRow>(api, call, [&](const Moment& m) -> Result<wire::CouncilRow> {
        CS_TRY(const Council council, seat_member(m, id, member_of(b)));
        return shown(m, council);
    });
}

Result<wire::CouncilRow> unseat(Api& api, Call& call, const wire::MemberLeaves& b) {
    CS_TRY(const CouncilId id, council_id(call));
    return assessment::with_moment<wire::CouncilRow>(api, call, [&](const Moment& m) -> Result<wire::CouncilRow> {
        CS_TRY(const Council council, unseat_member(m, id, b.member_id, b.until));
        return shown(m, council);
    });
}

}    // namespace

void add_council_routes(Api& api) {
    api.read<wire::Councils>({Method::get, "/api/councils", Operation::list_councils, "Appraisal councils with their members, and what is ready for an agenda."},
                             [&api](Call& call) {
                                 return assessment::read_moment<wire::Councils>(api, call, [](const Moment& m) -> Result<wire::Councils> { return seen(m); });
                             });
    api.write<wire::NewCouncil, wire::CouncilRow>({Method::post, "/api/councils", Operation::set_up_council, "Sets up a council from its paper, with its members.", {}, 201},
                                                  [&api](Call& call, const wire::NewCouncil& b) { return set_up(api, call, b); });
    api.write<wire::NewCouncilMember, wire::CouncilRow>({Method::post, "/api/councils/{id}/members", Operation::seat_member, "Seats a member from a day.", {}, 201},
                                                        [&api](Call& call, const wire::NewCouncilMember& b) { return seat(api, call, b); });
    api.write<wire::MemberLeaves, wire::CouncilRow>({Method::post, "/api/councils/{id}/departures", Operation::unseat_member, "A member leaves before a day."},
                                                    [&api](Call& call, const wire::MemberLeaves& b) { return unseat(api, call, b); });
    add_session_routes(api);
}

}    // namespace cs::council
