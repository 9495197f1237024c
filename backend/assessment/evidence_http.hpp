#pragma once
// /api/uploads (tus 1.0), /api/evidence and /evidence/{id}.
#include "access/api_http.hpp"
#include "assessment/upload.hpp"

namespace cs::assessment {

void add_evidence_routes(access::Api& api, EvidenceFiles& files);

// The parts, each in its own file.
void add_upload_routes(access::Api& api, EvidenceFiles& files);
void add_citation_routes(access::Api& api);
void add_evidence_file_route(access::Api& api, EvidenceFiles& files);

// The id in the path. Refuses evidence.unknown.
Result<EvidenceId> evidence_id(const access::Call& call);

}    // namespace cs::assessment
