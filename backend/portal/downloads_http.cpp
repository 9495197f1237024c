#include "assessment/register.hpp"
#include "platform/json/json.hpp"
#include "portal/pages_html.hpp"
#include "portal/told.hpp"

namespace cs::portal {
namespace {

struct State {
    Day from;
    std::optional<Day> until;
    std::string name;
    org::UnitKind kind;
    std::string code, parent;
    bool rural;
    std::optional<org::Region> region;
};
struct Link {
    UnitId unit;
    std::string name;
    Day day;
    org::Part part;
};
struct Recognised {
    std::string area, standing;
    int year;
    std::string number;
    std::optional<Day> decided_on;
    std::string signer;
    Day counts_from;
    std::optional<Day> withdrawn_from;
    std::string source;
};
struct Unit {
    UnitId id;
    std::vector<State> states;
    std::vector<Link> before, after;
    std::vector<Recognised> recognitions;
};
BOOST_DESCRIBE_STRUCT(Recognised, (), (area, standing, year, number, decided_on, signer, counts_from, withdrawn_from, source))
BOOST_DESCRIBE_STRUCT(State, (), (from, until, name, kind, code, parent, rural, region))
BOOST_DESCRIBE_STRUCT(Link, (), (unit, name, day, part))
BOOST_DESCRIBE_STRUCT(Unit, (), (id, states, before, after, recognitions))

std::vector<State> states_of(const Told& told) {
    std::vector<State> states;
    for (const org::VersionRow& row : told.states) {
        const org::UnitState& s = row.version.state;
        const Period& p = row.version.period;
        states.push_back({p.from, p.until, s.name, s.kind, s.code, row.parent_name, s.rural, s.region});
    }
    return states;
}

std::vector<Link> links_of(const std::vector<org::LineageEnd>& ends) {
    std::vector<Link> links;
    for (const org::LineageEnd& end : ends) links.push_back({end.unit, end.name, end.day, end.part});
    return links;
}

std::vector<Recognised> recognitions_of(Tx& tx, const UnitId& unit) {
    std::vector<Recognised> all;
    for (const assessment::Recognition& r : assessment::RegisterStore(tx).of_unit(unit))
        all.push_back({r.area, std::string(word_of(r.standing)), r.year, r.decision.number, r.decision.day, r.decision.signer, r.counts_from,
                       r.withdrawal ? std::optional(r.withdrawal->ends_on) : std::nullopt, r.source});
    return all;
}

}    // namespace

Result<std::string> unit_json(Tx& tx, const UnitId& unit) {
    CS_TRY(const Told told, tell(tx, unit));
    return json::to_pretty(json::write(Unit{unit, states_of(told), links_of(told.before), links_of(told.after), recognitions_of(tx, unit)}));
}

Result<List> unit_list(Tx& tx, const UnitId& unit) {
    CS_TRY(const Told told, tell(tx, unit));
    return List{"don-vi-" + unit.text(),
                "unit_states",
                {{"from"}, {"until"}, {"name", 30}, {"kind"}, {"code"}, {"parent", 30}, {"rural"}, {"region", 24}},
                [states = states_of(told)](const auto& give) -> Done {
                    for (const State& s : states)
                        give({s.from, list_value(s.until), s.name, ListWord{"unit_kind", std::string(word_of(s.kind))}, s.code, s.parent, s.rural,
                              ListWord{"region", s.region ? std::string(word_of(*s.region)) : ""}});
                    return {};
                }};
}

}    // namespace cs::portal
