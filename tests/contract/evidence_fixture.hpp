#pragma once
// The review of three communes with a store for evidence: what its people send, cite, replace and purge.
#include "assessment/evidence_store.hpp"
#include "assessment/upload.hpp"
#include "contract/assessment_fixture.hpp"
#include "platform/blobs/folder.hpp"
#include "platform/document/testing.hpp"

namespace cs::test {

struct Store : Review {
    TestFolder folder;
    blobs::Folder kept{folder.path + "/kept"};
    Drafts drafts{folder.path + "/drafts"};
    EvidenceFiles files{kept, drafts, 100'000};
    TreeOf tree = [](Tx& tx) -> std::unique_ptr<access::Tree> { return std::make_unique<UnitTree>(tx); };
    UnitId commune = unit("TH11"), other = unit("TH12");

    Store(Database& d, FrozenClock& c) : Review(d, c) {}

    NewUpload wanted(const std::string& name, std::size_t size) {
        return {commune, name, "", std::nullopt, static_cast<std::int64_t>(size), true};
    }
    Result<Upload> start(const NewUpload& upload) { return start_upload(db, files, now(), clerk, tree, upload); }
    Result<Upload> send(const UploadId& id, std::int64_t offset, std::string_view bytes) {
        return continue_upload(db, files, now(), clerk, id, offset, bytes);
    }
    UploadId in_full(const std::string& name, const std::string& bytes) {
        const auto started = start(wanted(name, bytes.size()));
        REQUIRE(started);
        REQUIRE(send(started->id, 0, bytes));
        return started->id;
    }
    Result<Evidence> finish(const UploadId& id) { return finish_upload(db, files, now(), clerk, tree, id); }
    Evidence uploaded(const std::string& name, const std::string& bytes) {
        const auto made = finish(in_full(name, bytes));
        REQUIRE(made);
        clock.advance(std::chrono::seconds(1));
        return *made;
    }
    Result<Purged> purge(const access::Actor& by, const EvidenceId& id, const std::string& reason = "Tải nhầm") {
        return assessment::purge(db, kept, now(), by, tree, id, PurgeGround::wrong_file, reason);
    }
    Result<std::vector<Use>> put_in_place(const access::Actor& by, const EvidenceId& old, const EvidenceId& newer) {
        return db.write([&](Tx& tx) { return replace(tx, now(), by, UnitTree(tx), old, newer); });
    }
    Result<EvidencePage> list(const access::Actor& by, const EvidenceFilter& filter, std::optional<EvidenceId> after = {}, int limit = 50) {
        return db.read([&](Tx& tx) { return evidence_of(tx, today(), by, UnitTree(tx), filter, after, limit); });
    }
    Result<Evidence> look(const access::Actor& by, const EvidenceId& id) {
        return db.read([&](Tx& tx) { return visible(tx, today(), by, UnitTree(tx), id); });
    }
    Done cite(const access::Actor& by, const EvidenceId& id, const std::string& indicator = "1.1") {
        return db.write([&](Tx& tx) { return assessment::cite(tx, now(), by, UnitTree(tx), {id, sheet(), indicator}); });
    }
    Done uncite(const access::Actor& by, const EvidenceId& id, const std::string& indicator = "1.1") {
        return db.write([&](Tx& tx) { return assessment::uncite(tx, now(), by, UnitTree(tx), {id, sheet(), indicator}); });
    }
    std::vector<CitedEvidence> cited() {
        return db.read([&](Tx& tx) { return citations(tx, sheet()); });
    }
    std::size_t entries(const char* kind, const std::string& id) {
        return db.read([&](Tx& tx) { return audit::history(tx, kind, id, 50).entries.size(); });
    }
    std::size_t files_of(const char* part) const {
        std::size_t n = 0;
        const std::string path = folder.path + part;
        if (std::filesystem::exists(path))
            for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) n += entry.is_regular_file();
        return n;
    }
};

inline const std::string report = "Báo cáo kết quả xây dựng nông thôn mới\n";

template <class T>
std::string no(const Result<T>& result) {
    if (result) FAIL("was not refused");
    return result.error().code;
}

}    // namespace cs::test
