#include "org/after.hpp"

namespace cs::org {

const UnitVersion* After::before(const Ref& ref) {
    const Day eve = plus_days(day_, -1);
    const UnitVersion* found = is_uuid(ref) ? before_.on(UnitId(ref), eve) : before_.with_code(ref, eve);
    if (!found) {
        const UnitVersion* begins = is_uuid(ref) ? before_.on(UnitId(ref), day_) : before_.with_code(ref, day_);
        fault(begins ? "org.later_change" : "org.unit_unknown", {{"code", ref}, {"day", to_vietnamese(eve)}});
        return nullptr;
    }
    if (found->period.until) {
        fault("org.later_change", {{"code", ref}, {"day", to_vietnamese(*found->period.until)}});
        return nullptr;
    }
    return found;
}

After::Touched* After::touch(const UnitVersion& unit) {
    if (unit.period.until) {  // reached as a part of its level, not by reference
        fault("org.later_change", {{"code", unit.state.code}, {"day", to_vietnamese(*unit.period.until)}});
        return nullptr;
    }
    const auto [at, fresh] = touched_.try_emplace(unit.unit, Touched{&unit, unit.state, std::nullopt, line_});
    if (!fresh) {
        fault("org.unit_twice",
              {{"unit", unit.state.name}, {"code", unit.state.code}, {"other", std::to_string(at->second.line)}});
        return nullptr;
    }
    order_.push_back(unit.unit);
    return &at->second;
}

void After::change(const UnitVersion& unit, const NewState& to) {
    Touched* t = touch(unit);
    if (!t) return;
    UnitState& now = *t->now;
    if (to.name) now.name = *to.name;
    if (to.code) now.code = *to.code;
    if (to.kind && *to.kind != now.kind) now.kind = *to.kind, now.rural = is_rural(*to.kind);
    if (to.rural) now.rural = *to.rural;
    if (to.region) now.region = *to.region;
    t->parent = to.parent;
}

void After::end(const UnitVersion& unit) {
    if (Touched* t = touch(unit)) t->now.reset();
}

UnitId After::create(const NewState& state, std::optional<Region> inherited) {
    const std::string code = state.code.value_or("");
    const UnitId id(ids_("unit:" + (code.empty() ? *state.name : code)));
    CS_CHECK(before_.history(id).empty());  // an identity is born once
    UnitState now{*state.name,
                  *state.kind,
                  code,
                  std::nullopt,
                  state.rural.value_or(is_rural(*state.kind)),
                  state.region ? state.region : inherited};
    if (!is_commune_level(now.kind) && !state.region) now.region.reset();
    if (touched_.emplace(id, Touched{nullptr, std::move(now), state.parent, line_}).second)
        order_.push_back(id);
    else
        fault("org.code_twice", {{"code", code}, {"unit", *state.name}, {"other", *state.name}});
    return id;
}

const UnitState* After::state(const UnitId& unit) const {
    if (const auto at = touched_.find(unit); at != touched_.end()) return at->second.now ? &*at->second.now : nullptr;
    const UnitVersion* untouched = before_.on(unit, day_);
    return untouched ? &untouched->state : nullptr;
}

std::optional<UnitId> After::resolve(const Ref& ref) {
    if (is_uuid(ref)) {
        if (const UnitId id(ref); state(id)) return id;
    } else if (const auto fresh = new_codes_.find(ref); fresh != new_codes_.end()) {
        return fresh->second;
    } else if (const UnitVersion* untouched = before_.with_code(ref, day_); untouched && state(untouched->unit)) {
        if (state(untouched->unit)->code == ref) return untouched->unit;
    }
    fault("org.parent_unknown", {{"code", ref}, {"day", to_vietnamese(day_)}});
    return std::nullopt;
}

void After::settle() {
    check_codes();
    for (const UnitId& id : order_) {
        Touched& t = touched_.at(id);
        line_ = t.line;
        if (!t.now) continue;
        if (t.parent) t.now->parent = resolve(*t.parent);
        if (t.was && *t.now == t.was->state) fault("org.nothing_changes", {{"unit", t.now->name}});
    }
    check_places();
    check_orphans();
}

void After::check_codes() {
    for (const UnitId& id : order_) {
        const Touched& t = touched_.at(id);
        if (!t.now || t.now->code.empty()) continue;
        line_ = t.line;
        const auto [at, fresh] = new_codes_.emplace(t.now->code, id);
        if (!fresh)
            fault("org.code_twice", {{"code", t.now->code}, {"unit", t.now->name}, {"other", state(at->second)->name}});
        for (const UnitVersion* holder : before_.holders(t.now->code)) {  // now or later: the new state has no end
            const bool holds = !holder->period.until || *holder->period.until > day_;
            if (holds && !touched_.contains(holder->unit))
                fault("org.code_twice", {{"code", t.now->code}, {"unit", t.now->name}, {"other", holder->state.name}});
        }
    }
}

void After::check_places() {
    for (const UnitId& id : order_) {
        const Touched& t = touched_.at(id);
        if (!t.now) continue;
        line_ = t.line;
        if (t.now->parent)
            check_place(id, *t.now, *t.now->parent);
        else if (!may_stand_alone(t.now->kind) && !t.parent)
            fault("org.parent_missing", {{"unit", t.now->name}});
    }
}

void After::check_place(const UnitId& unit, const UnitState& now, const UnitId& parent) {
    const UnitState* above = state(parent);
    if (!above) return fault("org.parent_gone", {{"unit", now.name}});
    std::size_t steps = 0;
    for (const UnitState* up = above; up && up->parent; up = state(*up->parent)) {
        if (*up->parent != unit && ++steps < touched_.size() + 32) continue;
        return fault("org.cycle", {{"unit", now.name}, {"parent", above->name}});
    }
    if (parent == unit) return fault("org.cycle", {{"unit", now.name}, {"parent", above->name}});
    if (!may_stand_under(now.kind, above->kind))
        fault("org.wrong_level",
              {{"unit", now.name}, {"kind", std::string(word_of(now.kind))}, {"parent", above->name}});
}

// Children left as they are must still have a parent, and one they may stand under.
void After::check_orphans() {
    for (const UnitId& id : order_) {
        const Touched& t = touched_.at(id);
        if (!t.was || (t.now && t.now->kind == t.was->state.kind)) continue;
        line_ = t.line;
        for (const UnitVersion* child : before_.states_below(id)) {
            if (child->period.until && *child->period.until <= day_) continue;
            if (child->period.from > day_) {
                fault("org.later_change", {{"code", child->state.code}, {"day", to_vietnamese(child->period.from)}});
                continue;
            }
            const UnitState* now = state(child->unit);
            if (!now || now->parent != id) continue;
            if (!t.now)
                fault("org.child_outlives_parent",
                      {{"unit", now->name}, {"code", now->code}, {"parent", t.was->state.name}});
            else if (!may_stand_under(now->kind, t.now->kind))
                fault("org.wrong_level",
                      {{"unit", now->name}, {"kind", std::string(word_of(now->kind))}, {"parent", t.now->name}});
        }
    }
}

void After::rows(const ChangeId& change, std::vector<UnitVersion>& closed, std::vector<UnitVersion>& opened) const {
    for (const UnitId& id : order_) {
        const Touched& t = touched_.at(id);
        if (t.was) closed.push_back(*t.was);
        if (!t.now) continue;
        const VersionId version(ids_("version:" + id.text()));
        opened.push_back({version, id, {day_, std::nullopt}, *t.now, change, std::nullopt});
    }
}

}  // namespace cs::org
