#include "base/text.hpp"
#include "movement/commands.hpp"
#include "org/authority.hpp"
#include "org/boundary.hpp"
#include "org/store.hpp"

namespace cs::movement {
namespace {

using access::Operation;

std::string trimmed(const std::string& text) { return std::string(trim(text)); }

Done check(Tx& tx, const TargetText& text) {
    std::vector<Fault> faults;
    if (trim(text.title).empty()) faults.push_back({"movement.title_missing", {}, "title"});
    if (trim(text.measure).empty()) faults.push_back({"movement.measure_missing", {}, "measure"});
    if (trim(text.source).empty()) faults.push_back({"movement.source_missing", {}, "source"});
    if (text.owner && !org::UnitStore(tx).known(*text.owner)) faults.push_back({"movement.owner_unknown", {}, "owner_unit_id"});
    if (!faults.empty()) return refuse("movement.target_faulty", std::move(faults));
    return {};
}

audit::Entry entry_of(audit::Event event, const Target& target, const std::optional<TargetText>& before, const std::string& note) {
    const auto was = [&](auto field) { return before ? std::optional<std::string>(field(*before)) : std::nullopt; };
    const auto owner = [](const TargetText& t) { return t.owner ? t.owner->text() : std::string(); };
    const TargetText& text = target.text;
    return {event, "target", target.id.text(),
            {{"title", was([](auto& t) { return t.title; }), text.title}, {"measure", was([](auto& t) { return t.measure; }), text.measure},
             {"better", was([](auto& t) { return std::string(word_of(t.better)); }), std::string(word_of(text.better))},
             {"source", was([](auto& t) { return t.source; }), text.source}, {"owner", was(owner), owner(text)}},
            note, {{"unit", target.root.text()}}};
}

TargetText cleaned(const TargetText& text) {
    return {trimmed(text.title), trimmed(text.measure), text.better, trimmed(text.source), text.owner};
}

}    // namespace

std::vector<Target> targets_of(Tx& tx, const UnitId& root, Day day) {
    std::vector<Target> all = TargetStore(tx).all();
    const auto forest = org::UnitStore(tx).forest();
    std::erase_if(all, [&](const Target& target) {
        if (target.root == root) return false;
        const auto history = forest->history(target.root);
        if (history.empty() || !history.back()->period.until || day < *history.back()->period.until) return true;
        const auto became = org::resolve(*forest, target.root, plus_days(*history.back()->period.until, -1), day).units;
        return std::find(became.begin(), became.end(), root) == became.end();
    });
    return all;
}

Result<Target> add_target(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const UnitId& root,
                          const TargetText& text) {
    CS_TRY_DONE(org::UnitStore(tx).known(root));
    CS_TRY(const access::Role role, org::may_act_upon(tx, actor, Operation::add_target, root, legal_day(now), tree));
    CS_TRY_DONE(check(tx, text));
    const Target target{TargetId::born(now), root, 1, cleaned(text)};
    TargetStore(tx).add(target, now, actor.person);
    audit::record(tx, now, actor.by(role), entry_of(audit::Event::target_added, target, std::nullopt, ""));
    return target;
}

Result<Target> correct_target(Tx& tx, Instant now, const access::Actor& actor, const access::Tree& tree, const TargetId& id,
                              const TargetText& text, const std::string& reason, const std::optional<std::string>& seen) {
    TargetStore store(tx);
    store.be_alone();
    auto target = store.find(id);
    if (!target) return refuse(Problem::not_found, "movement.target_unknown");
    CS_TRY(const access::Role role, org::may_act_upon(tx, actor, Operation::correct_target, target->root, legal_day(now), tree));
    if (seen && *seen != std::to_string(target->version)) return refuse(Problem::stale, "movement.target_stale", {{"title", target->text.title}});
    CS_TRY_DONE(check(tx, text));
    if (trim(reason).empty()) return refuse(Problem::bad_input, "movement.reason_missing");
    const TargetText before = target->text;
    target->text = cleaned(text);
    ++target->version;
    store.correct(*target, trimmed(reason), now, actor.person);
    audit::record(tx, now, actor.by(role), entry_of(audit::Event::target_corrected, *target, before, trimmed(reason)));
    return *target;
}

}    // namespace cs::movement
