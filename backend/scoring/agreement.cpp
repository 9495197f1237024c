#include "scoring/agreement.hpp"

namespace cs::scoring {

const TableVersionId& Agreement::table_on(Day day) const {
    CS_CHECK(!tables.empty());
    const BoundTable* found = &tables.front();
    for (const BoundTable& bound : tables)
        if (bound.applies_from <= day) found = &bound;
    return found->version;
}

const AgreementMember* Agreement::member(const UnitId& unit) const {
    for (const AgreementMember& each : members)
        if (each.unit == unit) return &each;
    return nullptr;
}

}    // namespace cs::scoring
