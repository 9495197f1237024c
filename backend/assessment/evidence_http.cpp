#include "assessment/evidence_http.hpp"

#include <algorithm>

#include "assessment/evidence_wire_http.hpp"
#include "assessment/file_kinds.hpp"

namespace cs::assessment {

using access::Call;
using access::Operation;

namespace wire {

EvidenceRow shown(const Evidence& e, Day today) {
    std::optional<EvidencePurge> purge;
    if (e.purge) purge = EvidencePurge{e.purge->at, e.purge->by_name, e.purge->ground, e.purge->reason};
    return {e.id, e.unit, e.title, e.file_name, e.media_type, e.size, e.pages, e.expires_on, e.expires_on && *e.expires_on < today,
            e.uploaded_at, e.uploaded_by_name, e.replaced_by, std::move(purge), e.uses, shown_in_browser(e.media_type),
            "/evidence/" + e.id.text()};
}

std::vector<EvidenceUse> shown(const std::vector<Use>& uses, const access::Tree& tree, Day today) {
    std::vector<EvidenceUse> all;
    for (const Use& use : uses) all.push_back({use.sheet, use.indicator, use.unit, tree.name(use.unit, today), use.year});
    return all;
}

}    // namespace wire

Result<EvidenceId> evidence_id(const Call& call) {
    auto id = EvidenceId::parse(call.param("id"));
    if (!id) return refuse(Problem::not_found, "evidence.unknown", {}, "cs.evidence_by_need");
    return *std::move(id);
}

namespace {

TreeOf tree_of(access::Api& api) {
    return [&api](Tx& tx) { return api.tree(tx); };
}

access::Action over(const Call& call, Operation operation, const UnitId& unit, const access::Tree& tree) {
    return access::action(operation, may(call.actor, operation, unit, call.today(), tree));
}

struct Asked {
    EvidenceFilter filter;
    std::optional<EvidenceId> after;
    int limit;
};

Result<Asked> asked(const Call& call) {
    const auto unit = UnitId::parse(call.query("unit").value_or(""));
    if (!unit) return refuse(Problem::not_found, "org.unit_unknown_id");
    CS_TRY(const int limit, call.query_int("limit", 50, 1, 200));
    std::optional<EvidenceId> after;
    if (const auto text = call.query("after")) {
        after = EvidenceId::parse(*text);
        if (!after) return refuse(Problem::bad_input, "access.query_cursor", {{"value", *text}});
    }
    return Asked{{*unit, call.query("q").value_or(""), call.query("usable") == "true"}, after, limit};
}

Result<wire::EvidenceList> list(access::Api& api, const EvidenceFiles& files, Call& call) {
    CS_TRY(const Asked what, asked(call));
    return call.db.read([&](Tx& tx) -> Result<wire::EvidenceList> {
        const auto tree = api.tree(tx);
        CS_TRY(const EvidencePage page, evidence_of(tx, call.today(), call.actor, *tree, what.filter, what.after, what.limit));
        wire::EvidenceList all{{}, page.total, page.next, files.limit, {}, {}};
        for (const Evidence& e : page.items) all.items.push_back(wire::shown(e, call.today()));
        for (const FileKind& kind : file_kinds) all.endings.emplace_back(kind.ending);
        for (const Operation operation : {Operation::start_upload, Operation::bind_pages})
            all.actions.push_back(over(call, operation, what.filter.unit, *tree));
        return all;
    });
}

// Purged, there is nothing left to do with it.
std::vector<access::Action> actions(const Call& call, const Evidence& e, const access::Tree& tree) {
    if (e.purge) return {};
    std::vector<access::Action> all = {over(call, Operation::purge_evidence, e.unit, tree)};
    if (!e.replaced_by) all.push_back(over(call, Operation::replace_evidence, e.unit, tree));
    return all;
}

Result<wire::EvidenceWhole> show(access::Api& api, Call& call) {
    CS_TRY(const EvidenceId id, evidence_id(call));
    return call.db.read([&](Tx& tx) -> Result<wire::EvidenceWhole> {
        const auto tree = api.tree(tx);
        CS_TRY(const Evidence evidence, visible(tx, call.today(), call.actor, *tree, id));
        return wire::EvidenceWhole{wire::shown(evidence, call.today()), wire::shown(uses_of(tx, id), *tree, call.today()),
                                   actions(call, evidence, *tree)};
    });
}

Result<wire::EvidenceRow> bind(access::Api& api, EvidenceFiles& files, Call& call, const wire::NewBoundPages& b) {
    NewBinding binding{b.unit_id, b.title, b.expires_on, {}};
    for (const wire::PageSource& page : b.pages) binding.pages.push_back({page.upload, page.evidence});
    CS_TRY(const Evidence made, bind_pages(call.db, files, call.clock.now(), call.actor, tree_of(api), binding));
    return wire::shown(made, call.today());
}

Result<wire::ReplacedEvidence> replace_by(access::Api& api, Call& call, const wire::NewReplacement& b) {
    CS_TRY(const EvidenceId id, evidence_id(call));
    return call.db.write([&](Tx& tx) -> Result<wire::ReplacedEvidence> {
        const auto tree = api.tree(tx);
        CS_TRY(const std::vector<Use> leaned, replace(tx, call.clock.now(), call.actor, *tree, id, b.by));
        return wire::ReplacedEvidence{wire::shown(leaned, *tree, call.today())};
    });
}

Result<wire::PurgedEvidence> purge_for(access::Api& api, EvidenceFiles& files, Call& call, const wire::NewPurge& b) {
    CS_TRY(const EvidenceId id, evidence_id(call));
    CS_TRY(const Purged gone, purge(call.db, files.kept, call.clock.now(), call.actor, tree_of(api), id, b.ground, b.reason));
    return call.db.read([&](Tx& tx) -> Result<wire::PurgedEvidence> {
        return wire::PurgedEvidence{wire::shown(gone.tombstone, call.today()), wire::shown(gone.leaned, *api.tree(tx), call.today()), gone.kept_for};
    });
}

}    // namespace

void add_evidence_routes(access::Api& api, EvidenceFiles& files) {
    using http::Method;
    add_upload_routes(api, files);
    add_citation_routes(api);
    add_evidence_file_route(api, files);
    api.read<wire::EvidenceList>(
        {Method::get, "/api/evidence", Operation::list_evidence, "The evidence of a unit and of the units that merged into it, newest first.",
         {{"unit", "id of the unit", true}, {"q", "words in title and file name, without diacritics"},
          {"usable", "true: neither replaced nor purged"}, {"after", "cursor"}, {"limit", "1 to 200"}}},
        [&](Call& call) { return list(api, files, call); });
    api.read<wire::EvidenceWhole>({Method::get, "/api/evidence/{id}", Operation::show_evidence, "One piece of evidence and every value that leans on it."},
                                  [&](Call& call) { return show(api, call); });
    api.write<wire::NewBoundPages, wire::EvidenceRow>(
        {Method::post, "/api/evidence/pages", Operation::bind_pages,
         "Photographed pages, uploads or evidence in their order, become one PDF; the uploads are used up.", {}, 201},
        [&](Call& call, const wire::NewBoundPages& body) { return bind(api, files, call, body); });
    api.write<wire::NewReplacement, wire::ReplacedEvidence>(
        {Method::post, "/api/evidence/{id}/replacement", Operation::replace_evidence,
         "A newer one takes its place; answers the values that lean on the old one."},
        [&](Call& call, const wire::NewReplacement& body) { return replace_by(api, call, body); });
    api.write<wire::NewPurge, wire::PurgedEvidence>(
        {Method::post, "/api/evidence/{id}/purge", Operation::purge_evidence, "Takes a wrong upload out of the store for ever; its row stays without its names."},
        [&](Call& call, const wire::NewPurge& body) { return purge_for(api, files, call, body); });
    api.guard_history("evidence", [&api](Call& call, Tx& tx, const std::string& id) -> Done {
        CS_TRY_DONE(visible(tx, call.today(), call.actor, *api.tree(tx), EvidenceId(id)));
        return {};
    });
}

}    // namespace cs::assessment
