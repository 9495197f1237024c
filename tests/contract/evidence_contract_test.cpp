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
        for (const access::Actor& who : {store.clerk, store.head, store.district, store.coordinator}) CHECK(store.look(who, made.id));
        for (const access::Actor& who : {store.other_clerk, store.stranger, store.transport, access::Actor{}}) {
            const auto foreign = store.look(who, made.id), missing = store.look(who, EvidenceId(new_uuid({})));
            CHECK(no(foreign) == "evidence.unknown");
            CHECK(no(missing) == "evidence.unknown");
            CHECK(foreign.error().args == missing.error().args);
        }
        CHECK(no(store.list(store.other_clerk, {store.commune, "", false})) == "access.not_your_unit");
        CHECK(titles(store.list(store.other_clerk, {store.other, "", false})).empty());
        CHECK(no(store.list(store.clerk, {UnitId(new_uuid({})), "", false})) == "org.unit_unknown_id");
    });
}

TEST_CASE("the office in charge of a criterion sees what the sheet leans on, and nothing else of the unit") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Store store(db, clock);
        store.open();
        store.charge("1", Stage::department, "TH", "TH-GT");
        const Evidence cited = store.uploaded("a.txt", report), other = store.uploaded("b.txt", "khác\n");
        CHECK(no(store.look(store.transport, cited.id)) == "evidence.unknown");
        REQUIRE(store.cite(store.clerk, cited.id));
        CHECK(store.look(store.transport, cited.id));
        CHECK(no(store.look(store.transport, other.id)) == "evidence.unknown");
        CHECK(no(store.look(store.health, cited.id)) == "evidence.unknown");
        REQUIRE(store.uncite(store.clerk, cited.id));
        CHECK(no(store.look(store.transport, cited.id)) == "evidence.unknown");
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
        store.open();
        const Evidence made = store.uploaded("bao-cao.txt", report);
        REQUIRE(store.cite(store.clerk, made.id, "1.1"));
        REQUIRE(store.cite(store.head, made.id, "2.1"));
        CHECK(no(store.cite(store.clerk, made.id, "2.1")) == "evidence.cited_already");
        REQUIRE(store.cited().size() == 2);
        CHECK(store.cited()[0].indicator == "1.1");
        CHECK(store.cited()[1].cited_by_name == "Người chu.tich");
        CHECK(store.cited()[0].evidence.uses == 2);
        const auto uses = db.read([&](Tx& tx) { return uses_of(tx, made.id); });
        CHECK(uses.front().year == 2024);
        CHECK(uses.front().unit == store.commune);
        REQUIRE(store.uncite(store.clerk, made.id, "2.1"));
        CHECK(no(store.uncite(store.clerk, made.id, "2.1")) == "evidence.not_cited");
        REQUIRE(store.cite(store.clerk, made.id, "2.1"));
        CHECK(store.look(store.clerk, made.id)->uses == 2);
        CHECK(count(db, "evidence_citation") == 3);
        CHECK(store.entries("evidence", made.id.text()) == 5);
        CHECK(store.entries("sheet", store.sheet().text()) == 4);
    });
}

TEST_CASE("only its own unit cites for a sheet, and only while it may change the indicator") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Store store(db, clock);
        store.open();
        store.charge("1", Stage::district, "TH", "TH-P");
        const Evidence made = store.uploaded("bao-cao.txt", report);
        CHECK(no(store.cite(store.district, made.id)) == "access.not_your_unit");
        CHECK(no(store.cite(store.other_clerk, made.id)) == "evidence.unknown");
        CHECK(no(store.cite(store.clerk, made.id, "9.9")) == "evidence.indicator_unknown");
        CHECK(no(store.cite(store.clerk, made.id, "1.1#1")) == "evidence.indicator_unknown");
        const auto seen_by = [&](const access::Actor& who, const SheetId& which) {
            return db.read([&](Tx& tx) { return citations(tx, store.today(), who, UnitTree(tx), which); });
        };
        CHECK(no(seen_by(store.other_clerk, store.sheet())) == "assessment.sheet_unknown");
        CHECK(no(seen_by(store.clerk, SheetId(new_uuid({})))) == "assessment.sheet_unknown");
        CHECK(seen_by(store.district, store.sheet())->empty());
        store.sent(store.clerk);
        CHECK(no(store.cite(store.clerk, made.id)) == "assessment.cells_locked");
        CHECK(no(store.uncite(store.clerk, made.id)) == "assessment.cells_locked");
        CHECK(store.entries("evidence", made.id.text()) == 1);
    });
}

TEST_CASE("a draft past its last day takes no evidence") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Store store(db, clock);
        store.open();
        const Evidence made = store.uploaded("bao-cao.txt", report);
        clock.travel_to(2025y / 1 / 17);
        CHECK(no(store.cite(store.clerk, made.id)) == "sheet.need.window_open");
    });
}

TEST_CASE("the paper that was missing answers what was sent back") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Store store(db, clock);
        store.open();
        const Evidence made = store.uploaded("bao-cao.txt", report);
        store.sent(store.clerk);
        REQUIRE(store.check(store.district, {{"1.1", ItemAction::send_back, {}, "Thiếu biên bản nghiệm thu", Day(2024y / 12 / 20)}}));
        const auto resubmit = [&] {
            return db.write([&](Tx& tx) { return resubmit_sheet(tx, store.now(), store.clerk, UnitTree(tx), store.sheet(), Store::paper()); });
        };
        CHECK(no(resubmit()) == "sheet.need.returned_items_answered");
        CHECK(no(store.cite(store.clerk, made.id, "2.1")) == "assessment.cells_locked");
        REQUIRE(store.cite(store.clerk, made.id, "1.1"));
        CHECK(resubmit());
    });
}

TEST_CASE("a newer one takes the place of the old, which stays readable where it was cited") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Store store(db, clock);
        store.open();
        const Evidence old = store.uploaded("cu.txt", "bản cũ\n"), newer = store.uploaded("moi.txt", "bản mới\n");
        REQUIRE(store.cite(store.clerk, old.id));
        CHECK(no(store.put_in_place(store.district, old.id, newer.id)) == "access.not_your_role");
        CHECK(no(store.put_in_place(store.other_clerk, old.id, newer.id)) == "evidence.unknown");
        CHECK(no(store.put_in_place(store.clerk, old.id, old.id)) == "evidence.replaced_by_itself");
        CHECK(no(store.put_in_place(store.clerk, old.id, EvidenceId(new_uuid({})))) == "evidence.unknown");
        const auto leaned = store.put_in_place(store.clerk, old.id, newer.id);
        REQUIRE(leaned);
        REQUIRE(leaned->size() == 1);
        CHECK(leaned->front().indicator == "1.1");
        CHECK(no(store.put_in_place(store.clerk, old.id, newer.id)) == "evidence.replaced");
        CHECK(no(store.put_in_place(store.clerk, newer.id, old.id)) == "evidence.replaced");
        CHECK(no(store.cite(store.clerk, old.id, "2.1")) == "evidence.replaced");
        CHECK(store.look(store.clerk, old.id)->replaced_by == newer.id);
        CHECK(document::bytes_of(store.kept.path(old.digest)) == "bản cũ\n");
        CHECK(titles(store.list(store.clerk, {store.commune, "", true})) == Titles{"moi"});
        CHECK(store.entries("evidence", newer.id.text()) == 2);
    });
}

TEST_CASE("evidence of another unit takes nobody's place, also where one person sees both") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Store store(db, clock);
        const Evidence mine = store.uploaded("a.txt", report);
        const access::Actor both = store.person("hai.xa", access::Role::unit_clerk, "TH1", access::Scope::subtree);
        NewUpload foreign = store.wanted("b.txt", 3);
        foreign.unit = store.other;
        const auto upload = start_upload(db, store.files, clock.now(), both, store.tree, foreign);
        REQUIRE(upload);
        REQUIRE(continue_upload(db, store.files, clock.now(), both, upload->id, 0, "abc"));
        const auto theirs = finish_upload(db, store.files, clock.now(), both, store.tree, upload->id);
        REQUIRE(theirs);
        CHECK(no(store.put_in_place(both, mine.id, theirs->id)) == "evidence.of_another_unit");
    });
}

TEST_CASE("a wrong upload goes for ever and leaves its row, without its names") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Store store(db, clock);
        const Evidence wrong = store.uploaded("danh-sach-mat.txt", report);
        CHECK(no(store.purge(store.clerk, wrong.id)) == "access.not_your_role");
        CHECK(no(store.purge(store.other_clerk, wrong.id)) == "evidence.unknown");
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

TEST_CASE("what a sheet leans on is the province's to purge, and the citation then says so") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Store store(db, clock);
        store.open();
        const Evidence wrong = store.uploaded("a.txt", report), scan = store.uploaded("b.txt", "bản quét\n");
        REQUIRE(store.cite(store.clerk, wrong.id));
        CHECK(no(store.purge(store.head, wrong.id)) == "evidence.purge_cited");
        SentPaper paper = Store::paper();
        paper.via = Via::signed_copy;
        paper.signed_copy = scan.id.text();
        REQUIRE(store.save(store.clerk, Store::good()));
        REQUIRE(store.submit(store.clerk, paper));
        CHECK(no(store.purge(store.head, scan.id)) == "evidence.purge_cited");
        const auto gone = store.purge(store.coordinator, wrong.id);
        REQUIRE(gone);
        CHECK(gone->leaned.size() == 1);
        CHECK(store.cited().front().evidence.purge.has_value());
    });
}

TEST_CASE("a sheet is sent with a signed copy that its sender can see, and with no other") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Store store(db, clock);
        store.open();
        const Evidence scan = store.uploaded("b.txt", "bản quét\n");
        REQUIRE(store.save(store.clerk, Store::good()));
        SentPaper paper = Store::paper();
        paper.via = Via::signed_copy;
        for (const std::string& nothing : {std::string("khong-co"), new_uuid({})}) {
            paper.signed_copy = nothing;
            CHECK(no(store.submit(store.clerk, paper)) == "evidence.unknown");
        }
        paper.signed_copy = scan.id.text();
        CHECK(store.submit(store.clerk, paper));
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

TEST_CASE("a file that is lost or was cut in the store is found by verify") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Store store(db, clock);
        const Evidence made = store.uploaded("a.txt", report), purged = store.uploaded("b.txt", "khác\n");
        REQUIRE(store.purge(store.head, purged.id));
        const auto lost = [&] { return db.read([&](Tx& tx) { return first_lost(tx, store.kept); }); };
        CHECK_FALSE(lost());
        std::filesystem::resize_file(store.kept.path(made.digest), 3);
        CHECK(lost() == made.id);
        store.kept.remove(made.digest);
        CHECK(lost() == made.id);
    });
}

TEST_CASE("after a merger the store goes on with the successor, whose people see and use it") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Store store(db, clock);
        const Evidence made = store.uploaded("bao-cao.txt", report);
        const access::Actor elsewhere = store.person("xa.ba", access::Role::unit_clerk, "TH13", access::Scope::own);
        org::Merge merge;
        merge.into = "TH12";
        merge.from = {{"TH11", org::Part::full, {}}};
        store.must([&](Tx& tx) { return org::reorganise(tx, store.now(), {}, one_line("gop-xa", 2025y / 1 / 1, merge), false); });
        CHECK(store.look(store.clerk, made.id));
        clock.travel_to(2025y / 1 / 2);
        const access::Actor theirs = store.person("xa.moi", access::Role::unit_clerk, "TH12", access::Scope::own);
        CHECK(store.look(theirs, made.id));
        CHECK(no(store.look(elsewhere, made.id)) == "evidence.unknown");
        CHECK(titles(store.list(theirs, {store.other, "", false})) == Titles{"bao-cao"});
        CHECK(titles(store.list(elsewhere, {store.unit("TH13"), "", false})).empty());
    });
}
