#include "org/trace.hpp"

#include <set>

#include "audit/catalogue.hpp"

namespace cs::org {

audit::Entry entry_of(const Plan& plan) {
    const Reorganisation& c = plan.change;
    audit::Entry entry{audit::Event::reorganisation_applied,
                       "reorganisation",
                       c.id.text(),
                       {{"kind", std::nullopt, std::string(word_of(c.kind))},
                        {"day", std::nullopt, to_text(c.day)},
                        {"instrument", std::nullopt, c.instrument},
                        {"confidence", std::nullopt, std::string(law::word(c.confidence))},
                        {"source", std::nullopt, c.source},
                        {"summary", std::nullopt, c.title},
                        {"key", std::nullopt, c.key},
                        {"units", std::to_string(plan.closed.size()), std::to_string(plan.opened.size())}},
                       c.note};
    std::set<UnitId> touched;
    for (const UnitVersion& v : plan.closed) touched.insert(v.unit);
    for (const UnitVersion& v : plan.opened) touched.insert(v.unit);
    for (const UnitId& id : touched) entry.also.emplace_back("unit", id.text());
    return entry;
}

}  // namespace cs::org
