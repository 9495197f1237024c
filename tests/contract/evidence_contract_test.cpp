// Evidence in storage: who sees it, what cites it, how it is replaced and purged, where it goes when units merge.
#include "contract/evidence_fixture.hpp"
#include "server/evidence_house.hpp"

using namespace cs;
using namespace cs::test;

namespace {

std::vector<std::string> titles(const Result<EvidencePage>& page) {
    REQUIRE(page);
    std::vector<std::string> all;
    for (const Evidence& e : page->items) all.push_back(e.title);
    return all;
}
using Titles = std::vector<std::string>;

}    // namespace

TEST_CASE("evidence is seen by its unit and its checkers; for others it is not there") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Store store(db, clock);
        const Evidence made = store.uploaded("bao-cao.txt", report);
        for (const access::Actor& who : {store.clerk, store.head, store.checker, store.coordinator}) CHECK(store.look(who, made.id));
        for (const access::Actor& who : {store.stranger, access::Actor{}}) {
            const auto foreign = store.look(who, made.id), missing = store.look(who, EvidenceId(new_uuid({})));
            CHECK(no(foreign) == no(missing));
            CHECK(foreign.error().args == missing.error().args);
        }
        CHECK(no(store.list(store.stranger, {store.commune, "", false})) == "access.not_your_unit");
        CHECK(titles(store.list(store.stranger, {store.other, "", false})).empty());
        CHECK(no(store.list(store.clerk, {UnitId(new_uuid({})), "", false})) == "org.unit_unknown_id");
    });
}

TEST_CASE("a list is searched without diacritics, newest first, in pages") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Store store(db, clock);
        for (const char* name : {"Đường trục thôn.txt", "Nhà văn hóa.txt", "Đường ngõ.txt"}) store.uploaded(name, std::string("của ") + name);
        const auto all = [&](const std::string& words) { return titles(store.list(store.clerk, {store.commune, words, false})); };
        CHECK(all("") == Titles{"Đường ngõ", "Nhà văn hóa", "Đường trục thôn"});
        CHECK(all("duong") == Titles{"Đường ngõ", "Đường trục thôn"});
        CHECK(all("100%").empty());
        const auto first = store.list(store.clerk, {store.commune, "", false}, {}, 2);
        CHECK(first->total == 3);
        REQUIRE(first->next);
        const auto second = store.list(store.clerk, {store.commune, "", false}, first->next, 2);
        CHECK(titles(second) == Titles{"Đường trục thôn"});
        CHECK_FALSE(second->next);
    });
}

TEST_CASE("one file is cited by many indicators; a citation taken back stays in the history") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Store store(db, clock);
        store.open_sheet();
        const Evidence made = store.uploaded("bao-cao.txt", report);
        REQUIRE(store.cite(store.clerk, made.id, "2.1"));
        REQUIRE(store.cite(store.head, made.id, "10"));
        CHECK(no(store.cite(store.clerk, made.id, "10")) == "evidence.cited_already");
        const auto cited = db.read([](Tx& tx) { return citations(tx, sheet); });
        REQUIRE(cited.size() == 2);
        CHECK(cited[0].indicator == "10");
        CHECK(cited[0].cited_by_name == "Người chu.tich");
        CHECK(cited[0].evidence.uses == 2);
        const auto uses = db.read([&](Tx& tx) { return uses_of(tx, made.id); });
        CHECK(uses.front().year == 2022);
        CHECK(uses.front().unit == store.commune);
        REQUIRE(store.uncite(store.clerk, made.id, "10"));
        CHECK(no(store.uncite(store.clerk, made.id, "10")) == "evidence.not_cited");
        REQUIRE(store.cite(store.clerk, made.id, "10"));
        CHECK(store.look(store.clerk, made.id)->uses == 2);
        CHECK(store.entries(made.id) == 5);
        CHECK(count(db, "evidence_citation") == 3);
        CHECK(db.read([](Tx& tx) { return audit::history(tx, "assessment_sheet", sheet.text(), 50).entries.size(); }) == 4);
    });
}

TEST_CASE("only its own unit cites for a sheet, and only while the line is open") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Store store(db, clock);
        store.open_sheet("submitted");
        const Evidence made = store.uploaded("bao-cao.txt", report);
        CHECK(no(store.cite(store.clerk, made.id)) == "evidence.sheet_closed");
        CHECK(no(store.uncite(store.clerk, made.id)) == "evidence.sheet_closed");
        CHECK(no(store.cite(store.checker, made.id)) == "evidence.sheet_unknown");
        CHECK(no(store.cite(store.stranger, made.id)) == "evidence.unknown");
        const auto seen_by = [&](const access::Actor& who, const SheetId& which) {
            return db.read([&](Tx& tx) { return citations(tx, store.today(), who, UnitTree(tx), which); });
        };
        CHECK(no(seen_by(store.stranger, sheet)) == "evidence.sheet_unknown");
        CHECK(no(seen_by(store.clerk, SheetId(new_uuid({})))) == "evidence.sheet_unknown");
        CHECK(seen_by(store.checker, sheet)->empty());
        script(db, "insert into assessment_item (sheet_id, indicator, stage, criterion, state, returns, due_on, reason, answered, checked_at) values ('" +
                       sheet.text() + "', '2.1', 'district', '2', 'returned', 1, '2022-12-20', 'thiếu chữ ký', 0, 0)");
        CHECK(store.cite(store.clerk, made.id, "2.1"));
        CHECK(no(store.cite(store.clerk, made.id, "10")) == "evidence.sheet_closed");
        CHECK(store.entries(made.id) == 2);
    });
}

TEST_CASE("a newer one takes the place of the old, which stays readable where it was cited") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Store store(db, clock);
        store.open_sheet();
        const Evidence old = store.uploaded("cu.txt", "bản cũ\n"), newer = store.uploaded("moi.txt", "bản mới\n");
        REQUIRE(store.cite(store.clerk, old.id));
        const auto put = [&](const access::Actor& who, const EvidenceId& a, const EvidenceId& b) {
            return store.write([&](Tx& tx, const access::Tree& tree) { return replace(tx, clock.now(), who, tree, a, b); });
        };
        CHECK(no(put(store.checker, old.id, newer.id)) == "access.not_your_role");
        CHECK(no(put(store.stranger, old.id, newer.id)) == "evidence.unknown");
        CHECK(no(put(store.clerk, old.id, old.id)) == "evidence.replaced_by_itself");
        CHECK(no(put(store.clerk, old.id, EvidenceId(new_uuid({})))) == "evidence.unknown");
        const auto leaned = put(store.clerk, old.id, newer.id);
        REQUIRE(leaned);
        REQUIRE(leaned->size() == 1);
        CHECK(leaned->front().indicator == "2.1");
        CHECK(no(put(store.clerk, old.id, newer.id)) == "evidence.replaced");
        CHECK(no(put(store.clerk, newer.id, old.id)) == "evidence.replaced");
        CHECK(no(store.cite(store.clerk, old.id, "10")) == "evidence.replaced");
        CHECK(store.look(store.clerk, old.id)->replaced_by == newer.id);
        CHECK(document::bytes_of(store.kept.path(old.digest)) == "bản cũ\n");
        CHECK(titles(store.list(store.clerk, {store.commune, "", true})) == Titles{"moi"});
        CHECK(store.entries(newer.id) == 2);
    });
}

TEST_CASE("a wrong upload goes for ever and leaves its row, without its names") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Store store(db, clock);
        const Evidence wrong = store.uploaded("danh-sach-mat.txt", report);
        CHECK(no(store.purge(store.clerk, wrong.id)) == "access.not_your_role");
        CHECK(no(store.purge(store.stranger, wrong.id)) == "evidence.unknown");
        CHECK(no(store.purge(store.head, wrong.id, " ")) == "access.reason_missing");
        CHECK(store.files_of("/kept") == 1);
        const auto gone = store.purge(store.head, wrong.id, "Tải nhầm danh sách");
        REQUIRE(gone);
        CHECK(gone->kept_for == 0);
        CHECK(gone->tombstone.title.empty());
        CHECK(gone->tombstone.file_name.empty());
        CHECK(gone->tombstone.purge->reason == "Tải nhầm danh sách");
        CHECK(gone->tombstone.purge->by_name == "Người chu.tich");
        CHECK(store.files_of("/kept") == 0);
        CHECK(no(store.purge(store.coordinator, wrong.id)) == "evidence.purged");
        CHECK(titles(store.list(store.clerk, {store.commune, "danh sach", false})).empty());
        CHECK(titles(store.list(store.clerk, {store.commune, "", false})).size() == 1);
        CHECK(titles(store.list(store.clerk, {store.commune, "", true})).empty());
        const auto entry = db.read([&](Tx& tx) { return audit::history(tx, "evidence", wrong.id.text(), 5); }).entries.front();
        CHECK(entry.entry.event == audit::Event::evidence_purged);
        CHECK(entry.entry.note == "Tải nhầm danh sách");
    });
}

TEST_CASE("what a value leans on is the province's to purge, and the citation then says so") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Store store(db, clock);
        store.open_sheet();
        const Evidence wrong = store.uploaded("a.txt", report);
        REQUIRE(store.cite(store.clerk, wrong.id));
        CHECK(no(store.purge(store.head, wrong.id)) == "evidence.purge_cited");
        const auto gone = store.purge(store.coordinator, wrong.id);
        REQUIRE(gone);
        CHECK(gone->leaned.size() == 1);
        CHECK(db.read([](Tx& tx) { return citations(tx, sheet); }).front().evidence.purge.has_value());
        CHECK(no(store.cite(store.clerk, wrong.id, "10")) == "evidence.purged");
    });
}

TEST_CASE("bytes that other evidence still has stay until the last of it is purged") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Store store(db, clock);
        const Evidence first = store.uploaded("a.txt", report), second = store.uploaded("b.txt", report);
        CHECK(store.purge(store.coordinator, first.id)->kept_for == 1);
        CHECK(store.files_of("/kept") == 1);
        CHECK(remove_purged(db, store.kept) == 0);
        CHECK(store.purge(store.coordinator, second.id)->kept_for == 0);
        CHECK(store.files_of("/kept") == 0);
    });
}

TEST_CASE("a purged file that a crash left in the store is removed at the start") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Store store(db, clock);
        const Evidence wrong = store.uploaded("a.txt", report), other = store.uploaded("b.txt", "khác\n");
        REQUIRE(store.purge(store.coordinator, wrong.id));
        REQUIRE(store.drafts.write("left", 0, report));
        REQUIRE(store.kept.put(store.drafts.path("left"), wrong.digest));
        REQUIRE(store.drafts.write("draft", 0, "x"));
        server::tidy(db, store.files, clock.now());
        CHECK_FALSE(store.kept.size(wrong.digest));
        CHECK(store.kept.size(other.digest));
        CHECK(store.drafts.names().empty());
    });
}

TEST_CASE("after a merger the store goes on with the successor, whose people see and use it") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Store store(db, clock);
        const Evidence made = store.uploaded("bao-cao.txt", report);
        clock.travel_to(2025y / 7 / 2);
        const UnitId successor = store.unit("09319"), elsewhere = store.unit("09325");
        const access::Actor theirs = store.person("xa.moi", Role::unit_clerk, successor), not_theirs = store.person("phuong.khac", Role::unit_clerk, elsewhere);
        CHECK(store.look(theirs, made.id));
        CHECK(no(store.look(not_theirs, made.id)) == "evidence.unknown");
        CHECK(titles(store.list(theirs, {successor, "", false})) == Titles{"bao-cao"});
        CHECK(titles(store.list(not_theirs, {elsewhere, "", false})).empty());
        NewUpload wanted = store.wanted("moi.txt", 5);
        wanted.unit = successor;
        const auto upload = start_upload(db, store.files, clock.now(), theirs, store.tree, wanted);
        REQUIRE(upload);
        REQUIRE(continue_upload(db, store.files, clock.now(), theirs, upload->id, 0, "mới"));
        CHECK(upload->unit == successor);
    });
}
