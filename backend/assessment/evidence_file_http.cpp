#include "assessment/evidence_http.hpp"
#include "assessment/file_kinds.hpp"

namespace cs::assessment {
namespace {

using access::Call;
using access::Operation;

// Nothing in the file may load, run, send or be framed. A PDF goes without the sandbox: browsers draw it in a viewer of
// their own, which a sandboxed document may not start (Chromium up to 2025 at least).
constexpr auto strict = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
constexpr auto strict_and_sandboxed = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

Result<http::Reply> open(access::Api& api, const EvidenceFiles& files, Call& call) {
    CS_TRY(const EvidenceId id, evidence_id(call));
    CS_TRY(const Evidence evidence,
           call.db.read([&](Tx& tx) { return visible(tx, call.today(), call.actor, *api.tree(tx), id); }));
    if (evidence.purge)
        return refuse(Problem::gone, "evidence.purged", {{"day", to_vietnamese(legal_day(evidence.purge->at))}}, "cs.evidence_purge");
    const bool shown = shown_in_browser(evidence.media_type), pdf = evidence.media_type == "application/pdf";
    const std::string etag = '"' + evidence.digest + '"';
    http::Reply reply{200, evidence.media_type, {}, {}, {}};
    reply.headers = {http::named_file(evidence.file_name, shown),
                     {"content-security-policy", pdf ? strict : strict_and_sandboxed},
                     {"cross-origin-resource-policy", "same-origin"},
                     {"cache-control", "private, no-cache"},    // asked for again each time: a right may have ended, a file be purged
                     {"etag", etag}};
    if (call.request.header("if-none-match") == etag) reply.status = 304;
    else reply.file = files.kept.path(evidence.digest);
    return reply;
}

}    // namespace

void add_evidence_file_route(access::Api& api, EvidenceFiles& files) {
    api.raw({http::Method::get, "/evidence/{id}", Operation::open_evidence, "The file itself: PDF and pictures shown, the rest downloaded."},
            "application/octet-stream", [&](Call& call) { return open(api, files, call); });
}

}    // namespace cs::assessment
