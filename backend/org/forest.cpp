#include "org/forest.hpp"

namespace cs::org {
namespace {

template <class T>
std::vector<const T*> all(const std::vector<T>& rows,
                          const std::unordered_map<std::string, std::vector<std::size_t>>& index,
                          std::string_view key) {
    std::vector<const T*> found;
    if (const auto at = index.find(std::string(key)); at != index.end())
        for (const std::size_t i : at->second) found.push_back(&rows[i]);
    return found;
}

const UnitVersion* on_day(const std::vector<const UnitVersion*>& states, Day day) {
    for (const UnitVersion* state : states)
        if (state->period.has(day)) return state;
    return nullptr;
}

}  // namespace

void Forest::add(UnitVersion version) {
    const std::size_t at = versions_.size();
    by_unit_[version.unit.text()].push_back(at);
    by_version_[version.id.text()] = at;
    if (!version.state.code.empty()) by_code_[version.state.code].push_back(at);
    if (version.state.parent) by_parent_[version.state.parent->text()].push_back(at);
    versions_.push_back(std::move(version));
}

void Forest::add(Link link) {
    from_[link.from.text()].push_back(links_.size());
    to_[link.to.text()].push_back(links_.size());
    links_.push_back(std::move(link));
}

void Forest::close(const VersionId& version, Day day, const ChangeId& by) {
    UnitVersion& row = versions_[by_version_.at(version.text())];
    CS_CHECK(!row.period.until && row.period.from < day);
    row.period.until = day;
    row.closed_by = by;
}

const UnitVersion* Forest::on(const UnitId& unit, Day day) const {
    return on_day(all(versions_, by_unit_, unit.text()), day);
}

const UnitVersion* Forest::with_code(std::string_view code, Day day) const { return on_day(holders(code), day); }

std::vector<const UnitVersion*> Forest::history(const UnitId& unit) const {
    auto found = all(versions_, by_unit_, unit.text());
    std::sort(found.begin(), found.end(), [](auto* a, auto* b) { return a->period.from < b->period.from; });
    return found;
}

const UnitVersion* Forest::near(const UnitId& unit, Day day) const {
    const auto states = history(unit);
    const auto after = std::find_if(states.begin(), states.end(), [&](auto* v) { return day < v->period.from; });
    if (after != states.begin()) return *std::prev(after);
    return states.empty() ? nullptr : states.front();
}

std::vector<const UnitVersion*> Forest::holders(std::string_view code) const { return all(versions_, by_code_, code); }

std::vector<const UnitVersion*> Forest::states_below(const UnitId& unit) const {
    return all(versions_, by_parent_, unit.text());
}

std::vector<const UnitVersion*> Forest::children(const UnitId& unit, Day day) const {
    auto found = states_below(unit);
    std::erase_if(found, [&](auto* v) { return !v->period.has(day); });
    return found;
}

std::vector<const UnitVersion*> Forest::below(const UnitId& unit, Day day) const {
    std::vector<const UnitVersion*> found = children(unit, day);
    for (std::size_t i = 0; i < found.size(); ++i)
        for (const UnitVersion* child : children(found[i]->unit, day)) found.push_back(child);
    return found;
}

bool Forest::under(const UnitId& unit, const UnitId& above, Day day) const {
    const UnitVersion* at = on(unit, day);
    while (at && at->unit != above) at = at->state.parent ? on(*at->state.parent, day) : nullptr;
    return at != nullptr;
}

std::vector<const Link*> Forest::links_from(const UnitId& unit) const { return all(links_, from_, unit.text()); }
std::vector<const Link*> Forest::links_to(const UnitId& unit) const { return all(links_, to_, unit.text()); }

Done recorded(Day day) {
    if (day < first_recorded_day)
        return refuse(Problem::bad_input, "org.before_records",
                      {{"day", to_vietnamese(day)}, {"first", to_vietnamese(first_recorded_day)}});
    return {};
}

}  // namespace cs::org
