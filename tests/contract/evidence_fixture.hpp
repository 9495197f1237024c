#pragma once
// A commune with its clerk and head, a checker of its district, a clerk of another commune, a coordinator of the province; a
// store for evidence; and one sheet of a round, written straight into the tables.
#include "assessment/evidence_store.hpp"
#include "assessment/upload.hpp"
#include "contract/access_fixture.hpp"
#include "contract/org_fixture.hpp"
#include "platform/blobs/folder.hpp"
#include "platform/document/testing.hpp"

namespace cs::test {

using namespace cs::assessment;
using access::Role;

inline const SheetId sheet("019a0000-0000-7000-8000-0000000000a1");

struct Store {
    Database& db;
    FrozenClock& clock;
    TestFolder folder;
    blobs::Folder kept{folder.path + "/kept"};
    Drafts drafts{folder.path + "/drafts"};
    EvidenceFiles files{kept, drafts, 100'000};
    TreeOf tree = [](Tx& tx) -> std::unique_ptr<access::Tree> { return std::make_unique<UnitTree>(tx); };
    UnitId commune, other, district;
    access::Actor clerk, head, stranger, checker, coordinator;

    Store(Database& d, FrozenClock& c)
        : db(d), clock(c), commune(seeded("09322")), other(unit("09328")), district(unit("260")) {
        clerk = person("can.bo", Role::unit_clerk, commune);
        head = person("chu.tich", Role::unit_head, commune);
        stranger = person("xa.khac", Role::unit_clerk, other);
        checker = person("tham.tra", Role::district_reviewer, district, access::Scope::subtree);
        coordinator = person("dieu.phoi", Role::province_coordinator, unit("27"), access::Scope::subtree);
    }

    Day today() const { return legal_day(clock.now()); }
    UnitId seeded(const std::string& code) {
        seed(db, clock);
        return unit(code);
    }
    UnitId unit(const std::string& code) {
        return db.read([&](Tx& tx) { return id_of(tx, code, today()); });
    }
    access::Actor person(const std::string& login, Role role, const UnitId& unit, access::Scope scope = access::Scope::own) {
        People people{db, clock};
        return people.actor(people.add(login, role, unit, scope));
    }

    NewUpload wanted(const std::string& name, std::size_t size) { return {commune, name, "", std::nullopt, static_cast<std::int64_t>(size), true}; }
    Result<Upload> start(const NewUpload& upload) { return start_upload(db, files, clock.now(), clerk, tree, upload); }
    Result<Upload> send(const UploadId& id, std::int64_t offset, std::string_view bytes) {
        return continue_upload(db, files, clock.now(), clerk, id, offset, bytes);
    }
    UploadId sent(const std::string& name, const std::string& bytes) {
        const auto started = start(wanted(name, bytes.size()));
        REQUIRE(started);
        REQUIRE(send(started->id, 0, bytes));
        return started->id;
    }
    Result<Evidence> finish(const UploadId& id) { return finish_upload(db, files, clock.now(), clerk, tree, id); }
    Evidence uploaded(const std::string& name, const std::string& bytes) {
        const auto made = finish(sent(name, bytes));
        REQUIRE(made);
        clock.advance(std::chrono::seconds(1));
        return *made;
    }
    Result<Purged> purge(const access::Actor& by, const EvidenceId& id, const std::string& reason = "Tải nhầm") {
        return assessment::purge(db, kept, clock.now(), by, tree, id, PurgeGround::wrong_file, reason);
    }
    template <class Work>
    auto write(Work&& work) {
        return db.write([&](Tx& tx) { return work(tx, UnitTree(tx)); });
    }
    Result<EvidencePage> list(const access::Actor& by, const EvidenceFilter& filter, std::optional<EvidenceId> after = {}, int limit = 50) {
        return db.read([&](Tx& tx) { return evidence_of(tx, today(), by, UnitTree(tx), filter, after, limit); });
    }
    Result<Evidence> look(const access::Actor& by, const EvidenceId& id) {
        return db.read([&](Tx& tx) { return visible(tx, today(), by, UnitTree(tx), id); });
    }
    std::size_t entries(const EvidenceId& id) {
        return db.read([&](Tx& tx) { return audit::history(tx, "evidence", id.text(), 50).entries.size(); });
    }
    std::size_t files_of(const char* part) const {
        std::size_t n = 0;
        const std::string path = folder.path + part;
        if (std::filesystem::exists(path))
            for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) n += entry.is_regular_file();
        return n;
    }
    // A sheet of the commune in a round of 2022.
    void open_sheet(const std::string& state = "draft") {
        script(db, "insert into criteria_set_version (set_id, number, kind, title, yaml, digest, by_program, note, loaded_at) "
                   "values ('bo-thu', 1, 'set', 'Bộ thử', '', '', 0, '', 0)");
        script(db, "insert into assessment_round (id, set_id, set_version, year, title, root_unit, unit_kind, units_on, opens_on, closes_on, "
                   "paper, opened_at) values ('dot', 'bo-thu', 1, 2022, 'Đợt thử', '" + district.text() + "', 'commune', '2022-12-01', "
                   "'2022-12-01', '2022-12-31', '', 0)");
        script(db, "insert into assessment_sheet (id, round_id, unit_id, region, state, version, changed_at) values ('" + sheet.text() +
                   "', 'dot', '" + commune.text() + "', 'DBSH', '" + state + "', 1, 0)");
    }
    Done cite(const access::Actor& by, const EvidenceId& id, const std::string& indicator = "2.1") {
        return write([&](Tx& tx, const access::Tree& all) { return assessment::cite(tx, clock.now(), by, all, {id, sheet, indicator}); });
    }
    Done uncite(const access::Actor& by, const EvidenceId& id, const std::string& indicator = "2.1") {
        return write([&](Tx& tx, const access::Tree& all) { return assessment::uncite(tx, clock.now(), by, all, {id, sheet, indicator}); });
    }
};

inline const std::string report = "Báo cáo kết quả xây dựng nông thôn mới\n";

template <class T>
std::string no(const Result<T>& result) {
    if (result) FAIL("was not refused");
    return result.error().code;
}

}    // namespace cs::test
