#include "org/plan.hpp"

#include <map>
#include <set>

#include "org/after.hpp"

namespace cs::org {
namespace {

template <class... F>
struct overloaded : F... {
    using F::operator()...;
};

std::optional<Region> shared_region(const std::vector<const UnitVersion*>& origins) {
    std::optional<Region> region = origins.empty() ? std::nullopt : origins.front()->state.region;
    for (const UnitVersion* o : origins)
        if (o->state.region != region) return std::nullopt;
    return region;
}

// One draft being worked through, line by line, into the state after.
class Planner {
public:
    Planner(const Forest& before, const Draft& draft, const Ids& ids)
        : draft_(draft), after_(before, draft.day, ids), change_(ids("change")) {}

    Result<Plan> plan() {
        for (const Line& line : draft_.lines) {
            after_.at_line(line.number);
            std::visit(
                overloaded{[&](const Alter& x) { alter(x); }, [&](const Merge& x) { merge(x); },
                           [&](const Split& x) { split(x); }, [&](const Create& x) { after_.create(x.state, {}); },
                           [&](const Dissolve& x) { dissolve(x); }, [&](const AbolishLevel& x) { abolish(x); }},
                line.what);
        }
        after_.settle();
        link_all();
        if (!after_.faults().empty()) return refuse("org.reorganisation_faulty", after_.faults());
        return result();
    }

private:
    struct Wanted {  // a link whose ends are resolved when all lines have been read
        int line;
        UnitId from;
        std::optional<UnitId> to;
        Ref to_ref;  // a code on the day itself, when `to` is not known yet
        Part part;
        std::vector<Share> shares;
    };

    void alter(const Alter& x) {
        if (const UnitVersion* unit = after_.before(x.unit)) after_.change(*unit, x.state);
    }

    void merge(const Merge& x) {
        std::vector<const UnitVersion*> origins;
        for (const Origin& o : x.from)
            if (const UnitVersion* unit = after_.before(o.unit)) origins.push_back(unit);
        if (origins.size() != x.from.size()) return;
        std::optional<UnitId> into;
        if (x.is_new) {
            NewState state = x.state;
            state.code = x.into;
            into = after_.create(state, shared_region(origins));
        } else if (const UnitVersion* unit = after_.before(x.into)) {
            into = unit->unit;
            if (!x.state.empty()) after_.change(*unit, x.state);  // it may take others in and stay as it is
        }
        if (!into) return;
        for (std::size_t i = 0; i < origins.size(); ++i) {
            if (origins[i]->unit == *into) {
                after_.fault("org.merge_with_itself", {{"unit", origins[i]->state.name}});
                continue;
            }
            after_.end(*origins[i]);
            wanted_.push_back({after_.line(), origins[i]->unit, into, {}, x.from[i].part, x.from[i].shares});
        }
    }

    void split(const Split& x) {
        const UnitVersion* unit = after_.before(x.unit);
        if (!unit) return;
        if (!x.keeps) after_.end(*unit);
        for (const Piece& piece : x.into) {
            const UnitId born = after_.create(piece.state, unit->state.region);
            wanted_.push_back({after_.line(), unit->unit, born, {}, piece.part, piece.shares});
        }
    }

    void dissolve(const Dissolve& x) {
        const UnitVersion* unit = after_.before(x.unit);
        if (!unit) return;
        after_.end(*unit);
        wanted_.push_back({after_.line(), unit->unit, std::nullopt, x.within, Part::unknown, {}});
    }

    void abolish(const AbolishLevel& x) {
        std::size_t ended = 0;
        for (const Ref& ref : x.under) {
            const UnitVersion* root = after_.before(ref);
            if (!root) continue;
            for (const UnitVersion* unit : after_.below_before(*root)) {
                if (unit->state.kind != x.kind) continue;
                after_.end(*unit);
                ++ended;
                wanted_.push_back({after_.line(), unit->unit, std::nullopt, x.into, Part::full, {}});
            }
        }
        if (!ended) after_.fault("org.level_empty", {{"kind", std::string(word_of(x.kind))}});
    }

    void link_all() {
        for (Wanted& w : wanted_) {
            after_.at_line(w.line);
            const std::optional<UnitId> to = after_.resolve(w.to ? w.to->text() : w.to_ref);
            if (!to) continue;
            links_.push_back({change_, draft_.day, w.from, *to, w.part, std::move(w.shares)});
        }
    }

    Result<Plan> result() {
        Plan plan{{change_,
                   draft_.key,
                   kind_of(draft_),
                   draft_.day,
                   draft_.title,
                   draft_.instrument,
                   draft_.source,
                   draft_.note,
                   draft_.signed_on,
                   draft_.confidence,
                   {},
                   {},
                   {},
                   {}},
                  {},
                  {},
                  std::move(links_)};
        after_.rows(change_, plan.closed, plan.opened);
        return plan;
    }

    const Draft& draft_;
    After after_;
    ChangeId change_;
    std::vector<Wanted> wanted_;
    std::vector<Link> links_;
};

}  // namespace

ChangeKind kind_of(const Draft& draft) {
    const auto kind = [](const Line& line) {
        return std::visit(
            overloaded{[](const Alter& x) { return x.verb; }, [](const Merge&) { return ChangeKind::merge; },
                       [](const Split&) { return ChangeKind::split; }, [](const Create&) { return ChangeKind::create; },
                       [](const Dissolve&) { return ChangeKind::dissolve; },
                       [](const AbolishLevel&) { return ChangeKind::abolish_level; }},
            line.what);
    };
    CS_CHECK(!draft.lines.empty());
    const ChangeKind first = kind(draft.lines.front());
    for (const Line& line : draft.lines)
        if (kind(line) != first) return ChangeKind::arrange;
    return first;
}

Ids born_at(Instant now) {
    return [now](const std::string&) { return new_uuid(now); };
}

Ids derived_from(const std::string& seed_name) {
    return [seed_name](const std::string& what) { return id_from(what + ':' + seed_name); };
}

Result<Plan> plan_reorganisation(const Forest& before, const Draft& draft, const Ids& ids) {
    CS_TRY_DONE(recorded(draft.day));
    return Planner(before, draft, ids).plan();
}

void apply(const Plan& plan, Forest& forest) {
    for (const UnitVersion& v : plan.closed) forest.close(v.id, plan.change.day, plan.change.id);
    for (const UnitVersion& v : plan.opened) forest.add(v);
    for (const Link& link : plan.links) forest.add(link);
}

Result<CounterPlan> plan_counter(const Forest& now, const Reorganisation& wrong, const Ids& ids) {
    if (wrong.kind == ChangeKind::counter) return refuse(Problem::need_unmet, "org.counter_of_counter");
    if (wrong.countered_by) return refuse(Problem::need_unmet, "org.already_countered");
    CounterPlan plan;
    std::vector<Fault> later;
    const auto depends = [&](const UnitVersion& v) {
        later.push_back({"org.changed_since", {{"unit", v.state.name}, {"code", v.state.code}}, v.unit.text(), 0});
    };
    std::set<UnitId> opened, restored;
    for (const UnitVersion& v : now.versions()) {
        if (v.opened_by == wrong.id) {
            if (v.period.until) depends(v);
            opened.insert(v.unit);
            plan.superseded.push_back(v);
        }
        if (v.closed_by != wrong.id) continue;
        restored.insert(v.unit);
        plan.superseded.push_back(v);
        UnitVersion again = v;
        again.id = VersionId(ids("restored:" + v.id.text()));
        again.period.until.reset();
        again.closed_by.reset();
        plan.restored.push_back(std::move(again));
    }
    // What was put under a unit since, or took a code that must come back, stands in the way; so does a lost parent.
    std::set<UnitId> standing = restored;
    for (const UnitVersion& v : now.versions()) {
        if (v.period.until || v.opened_by == wrong.id) continue;
        standing.insert(v.unit);
        const bool orphan = v.state.parent && opened.contains(*v.state.parent) && !restored.contains(*v.state.parent);
        const bool takes_code = std::any_of(plan.restored.begin(), plan.restored.end(), [&](const UnitVersion& r) {
            return !v.state.code.empty() && r.state.code == v.state.code && r.unit != v.unit;
        });
        if (orphan || takes_code) depends(v);
    }
    for (const UnitVersion& r : plan.restored)
        if (r.state.parent && !standing.contains(*r.state.parent)) depends(r);
    if (!later.empty()) {
        Refusal no{Problem::need_unmet, "org.later_change_depends", {}, {}, std::move(later)};
        return tl::unexpected(std::move(no));
    }
    return plan;
}

}  // namespace cs::org
