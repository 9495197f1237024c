#include "assessment/evidence_sight.hpp"
#include "assessment/file_kinds.hpp"
#include "base/text.hpp"
#include "law/law.hpp"
#include "org/store.hpp"

namespace cs::assessment {
namespace {

using access::Operation;

// The last part of a path, as some clients send it.
std::string bare(const std::string& file_name) {
    const std::size_t slash = file_name.find_last_of("/\\");
    return std::string(trim(slash == std::string::npos ? file_name : file_name.substr(slash + 1)));
}

std::string title_of(const NewUpload& upload, const std::string& file_name) {
    const std::string given(trim(upload.title));
    return given.empty() ? file_name.substr(0, file_name.rfind('.')) : given;
}

Done check(const EvidenceFiles& files, const NewUpload& upload, const std::string& file_name) {
    if (!upload.declared) return refuse(Problem::bad_input, "evidence.not_declared", {}, "cs.no_state_secrets");
    if (upload.size <= 0) return refuse(Problem::bad_input, "evidence.empty_file");
    if (upload.size > files.limit)
        return refuse(Problem::too_large, "evidence.too_large", {{"limit", std::to_string(files.limit / 1024 / 1024)}});
    CS_TRY_DONE(check_name(file_name));
    if (title_of(upload, file_name).size() > 500) return refuse(Problem::bad_input, "evidence.title_long");
    return {};
}

Done room_for_one_more(Tx& tx, Instant now, const PersonId& person) {
    CS_TRY(const std::int64_t most, law::law().parameters.whole_on("evidence.open_uploads", legal_day(now)));
    if (UploadStore(tx).of_person(person, now) < most) return {};
    return refuse(Problem::too_many, "evidence.too_many_uploads", {{"most", std::to_string(most)}});
}

}    // namespace

Result<Upload> start_upload(Database& db, EvidenceFiles& files, Instant now, const access::Actor& actor, const TreeOf& tree,
                            const NewUpload& upload) {
    const Day today = legal_day(now);
    const std::string file_name = bare(upload.file_name);
    CS_TRY_DONE(check(files, upload, file_name));
    CS_TRY(const std::int64_t days, law::law().parameters.whole_on("evidence.upload_days", today));
    auto started = db.write([&](Tx& tx) -> Result<Upload> {
        CS_TRY_DONE(org::UnitStore(tx).state(upload.unit, today));
        CS_TRY_DONE(may(actor, Operation::start_upload, upload.unit, today, *tree(tx)));
        CS_TRY_DONE(room_for_one_more(tx, now, *actor.person));
        Upload fresh{UploadId::born(now), upload.unit, title_of(upload, file_name), file_name, upload.evidence_expires_on,
                     upload.size, 0, now, *actor.person, now + std::chrono::days(days)};
        UploadStore(tx).add(fresh);
        return fresh;
    });
    if (started) sweep_uploads(db, files, now);
    return started;
}

}    // namespace cs::assessment
