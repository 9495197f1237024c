#pragma once
// The last step of every way in: the row, the entry in the journal and the bytes, all or nothing.
#include "assessment/upload.hpp"
#include "audit/journal.hpp"

namespace cs::assessment {

// The draft is moved into the store last, when nothing but the commit can fail any more. Refuses blobs.full.
Done keep(Tx& tx, EvidenceFiles& files, Instant now, const audit::By& by, const std::string& draft, const Evidence& evidence);

}    // namespace cs::assessment
