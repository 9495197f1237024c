#include "access/permissions.hpp"
#include "audit/catalogue.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "criteria/commands.hpp"
#include "criteria/set_yaml.hpp"
#include "platform/embedded.hpp"

namespace cs::criteria {
namespace {

// Confirmations of the version before whose indicator still says the same; a part's goes with its whole.
std::vector<ConfirmationRecord> carried_over(const Standing& before, const CriteriaSet& after) {
    std::vector<ConfirmationRecord> kept;
    for (ConfirmationRecord record : before.confirmations) {
        const Indicator *was = before.set->find(record.what.indicator), *is = after.find(record.what.indicator);
        if (!was || !is || !was->same_law(*is)) continue;
        record.carried = true;
        kept.push_back(std::move(record));
    }
    return kept;
}

void record(Tx& tx, Instant now, const audit::By& by, const Loading& loading) {
    const Version& v = loading.version;
    const auto before = v.number > 1 ? std::optional(std::to_string(v.number - 1)) : std::nullopt;
    audit::record(tx, now, by,
                  {audit::Event::criteria_set_loaded, "criteria_set", v.set,
                   {{"version", before, std::to_string(v.number)},
                    {"digest", std::nullopt, v.digest},
                    {"title", std::nullopt, v.title},
                    {"kind", std::nullopt, std::string(word(v.kind))},
                    {"changes", std::nullopt, std::to_string(loading.changes.size())},
                    {"source", std::nullopt, v.by_program ? "program" : by.person ? "office" : "operator"}},
                   v.note});
}

Result<Loading> store(Tx& tx, Instant now, const audit::By& by, const std::string& yaml, const std::string& note,
                      bool by_program) {
    CS_TRY(const CriteriaSet set, read_set(yaml));
    CriteriaStore sets(tx);
    sets.lock(set.id);
    CS_TRY(Loading loading, plan_loading(tx, yaml));
    Version& v = loading.version;
    v.by_program = by_program;
    v.loaded_by = by.person;
    v.note = note;
    v.loaded_at = now;
    sets.add(v);
    sets.add(v.set, v.number, loading.carried);
    record(tx, now, by, loading);
    return loading;
}

}    // namespace

Result<Standing> standing(Tx& tx, const std::string& set, std::optional<std::int64_t> number) {
    const CriteriaStore sets(tx);
    auto version = sets.version(set, number);
    if (!version && number && sets.version(set))
        return refuse(Problem::not_found, "criteria.version_unknown", {{"set", set}, {"number", std::to_string(*number)}});
    if (!version) return refuse(Problem::not_found, "criteria.set_unknown", {{"set", set}});
    auto confirmations = sets.confirmations(set, version->number);
    auto read = parsed(*version);
    return Standing{*std::move(version), std::move(read), std::move(confirmations)};
}

std::map<std::string, Standing> others_of(Tx& tx, const Standing& own) {
    std::map<std::string, Standing> all;
    for (const std::string& id : sets_needed(*own.set))
        if (auto other = standing(tx, id)) all.emplace(id, *std::move(other));
    return all;
}

Result<Loading> plan_loading(Tx& tx, const std::string& yaml) {
    CS_TRY(const CriteriaSet set, read_set(yaml));
    if (set.document == Document::index)
        return refuse("criteria.set_refused", {Fault{"criteria.is_index", {}, {}, 1}});
    Loading loading{{set.id, 1, set.document, set.title, yaml, digest(yaml)}, {}, {}};
    const auto before = standing(tx, set.id);
    if (!before) return loading;
    if (before->version.digest == loading.version.digest)
        return refuse(Problem::need_unmet, "criteria.same_version",
                      {{"set", set.id}, {"number", std::to_string(before->version.number)}});
    loading.version.number = before->version.number + 1;
    loading.changes = diff(before->version.yaml, yaml);
    loading.carried = carried_over(*before, set);
    return loading;
}

Result<Loading> load_set(Tx& tx, Instant now, const access::Actor& actor, const std::string& yaml, const std::string& note) {
    CS_TRY(const access::Role role, access::may(actor, access::Operation::load_criteria_set));
    return store(tx, now, actor.by(role), yaml, note, false);
}

Result<Loading> load_set(Tx& tx, Instant now, const audit::By& by, const std::string& yaml, const std::string& note) {
    return store(tx, now, by, yaml, note, false);
}

Result<int> load_shipped(Tx& tx, Instant now) {
    int loaded = 0;
    for (const EmbeddedFile& file : embedded_under("law/criteria/")) {
        const std::string yaml(file.bytes);
        CS_TRY(const CriteriaSet set, read_set(yaml));
        if (set.document == Document::index) continue;
        const auto last = CriteriaStore(tx).version(set.id);
        if (last && (!last->by_program || last->digest == digest(yaml))) continue;
        CS_TRY_DONE(store(tx, now, audit::By{}, yaml, std::string(file.path), true));
        ++loaded;
    }
    return loaded;
}

}    // namespace cs::criteria
