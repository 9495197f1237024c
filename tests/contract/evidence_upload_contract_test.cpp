// Uploads in storage: pieces that survive, refusals that leave nothing behind, files kept once.
#include <sys/resource.h>

#include "base/digest.hpp"
#include "contract/evidence_fixture.hpp"

using namespace cs;
using namespace cs::test;

namespace {

std::string no_more(const Store& store) {
    return std::to_string(count(store.db, "upload")) + " uploads, " + std::to_string(count(store.db, "evidence")) + " evidence, " +
           std::to_string(store.files_of("/drafts")) + " drafts, " + std::to_string(store.files_of("/kept")) + " kept";
}
const std::string nothing = "0 uploads, 0 evidence, 0 drafts, 0 kept";

// The kernel refuses to let a file grow above the limit, as it refuses on a full disk.
struct SmallDisk {
    rlimit before{};
    explicit SmallDisk(rlim_t bytes) {
        getrlimit(RLIMIT_FSIZE, &before);
        const rlimit small{bytes, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk() { setrlimit(RLIMIT_FSIZE, &before); }
};

}    // namespace

TEST_CASE("a file comes in pieces, becomes evidence once, and its bytes stand under their digest") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Store store(db, clock);
        NewUpload wanted = store.wanted("C:\\tài liệu\\Báo cáo 2022.txt", report.size());
        wanted.evidence_expires_on = 2025y / 12 / 31;
        const auto started = store.start(wanted);
        REQUIRE(started);
        CHECK(started->title == "Báo cáo 2022");
        CHECK(started->file_name == "Báo cáo 2022.txt");
        CHECK(store.send(started->id, 0, report.substr(0, 10))->received == 10);
        CHECK(no(store.finish(started->id)) == "evidence.upload_unfinished");
        CHECK(store.send(started->id, 10, report.substr(10))->complete());
        const auto made = store.finish(started->id);
        REQUIRE(made);
        CHECK(made->digest == digest(report));
        CHECK(made->media_type == "text/plain");
        CHECK(made->expires_on == 2025y / 12 / 31);
        CHECK(made->uploaded_by_name == "Người can.bo");
        CHECK(made->declared_at == clock.now());
        CHECK(document::bytes_of(store.kept.path(made->digest)) == report);
        CHECK(no(store.finish(started->id)) == "evidence.upload_unknown");
        CHECK(no_more(store) == "0 uploads, 1 evidence, 0 drafts, 1 kept");
        const auto entry = db.read([&](Tx& tx) { return audit::history(tx, "evidence", made->id.text(), 5); }).entries.front();
        CHECK(entry.entry.event == audit::Event::evidence_uploaded);
        CHECK(entry.by.role == "unit_clerk");
    });
}

TEST_CASE("what was acknowledged survives a restart; what was not is written over") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Store store(db, clock);
        const UploadId id = store.start(store.wanted("a.txt", report.size()))->id;
        REQUIRE(store.send(id, 0, report.substr(0, 20)));
        REQUIRE(store.drafts.write(id.text(), 20, "half a piece, then the power went"));
        Drafts after_restart(store.folder.path + "/drafts");
        EvidenceFiles files{store.kept, after_restart, 100'000};
        CHECK(sweep_drafts(db, files) == 0);
        const auto upload = upload_of(db, files, clock.now(), store.clerk, id);
        REQUIRE(upload);
        CHECK(upload->received == 20);
        CHECK(no(continue_upload(db, files, clock.now(), store.clerk, id, 0, report)) == "evidence.offset_differs");
        REQUIRE(continue_upload(db, files, clock.now(), store.clerk, id, 20, report.substr(20)));
        CHECK(store.finish(id)->digest == digest(report));
    });
}

TEST_CASE("the same bytes are kept once, whoever sends them") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Store store(db, clock);
        const Evidence first = store.uploaded("a.txt", report), second = store.uploaded("b.txt", report);
        CHECK(first.id != second.id);
        CHECK(first.digest == second.digest);
        CHECK(store.files_of("/kept") == 1);
    });
}

TEST_CASE("a file is refused before a byte travels") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Store store(db, clock);
        const auto refused = [&](const char* name, std::size_t size = 10) { return no(store.start(store.wanted(name, size))); };
        NewUpload undeclared = store.wanted("a.pdf", 10);
        undeclared.declared = false;
        CHECK(no(store.start(undeclared)) == "evidence.not_declared");
        CHECK(refused("a.pdf", 0) == "evidence.empty_file");
        CHECK(refused("a.pdf", 100'001) == "evidence.too_large");
        CHECK(refused("a.exe") == "evidence.type_not_taken");
        CHECK(refused("khong duoi") == "evidence.type_not_taken");
        CHECK(refused("IMG_0001.HEIC") == "evidence.heic");
        CHECK(refused("a.zip") == "evidence.archive_not_taken");
        CHECK(refused("/") == "evidence.file_name_bad");
        CHECK(refused((std::string(300, 'a') + ".pdf").c_str()) == "evidence.file_name_bad");
        NewUpload long_title = store.wanted("a.pdf", 10);
        long_title.title = std::string(501, 'a');
        CHECK(no(store.start(long_title)) == "evidence.title_long");
        NewUpload foreign = store.wanted("a.pdf", 10);
        foreign.unit = store.other;
        CHECK(no(store.start(foreign)) == "access.not_your_unit");
        foreign.unit = UnitId(new_uuid({}));
        CHECK(no(store.start(foreign)) == "org.unit_unknown_id");
        CHECK(no(start_upload(db, store.files, clock.now(), access::Actor{}, store.tree, store.wanted("a.pdf", 10))) == "access.not_signed_in");
        CHECK(no_more(store) == nothing);
    });
}

TEST_CASE("a file that is not what it says leaves nothing behind") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Store store(db, clock);
        const auto refused = [&](const char* name, const std::string& bytes) { return no(store.finish(store.in_full(name, bytes))); };
        CHECK(refused("quyet-dinh.pdf", "<html><script>alert(1)</script></html>") == "evidence.disguised");
        CHECK(refused("anh.png", document::photograph()) == "evidence.disguised");
        CHECK(refused("anh.jpg", std::string("\0\0\0\x18" "ftypheic\0\0\0\0mif1heic", 24)) == "evidence.heic");
        CHECK(refused("bao-cao.docx", document::zip_of({{"a.txt", "a"}})) == "evidence.disguised");
        CHECK(refused("bao-cao.docx", document::bomb()) == "document.archive_bomb");
        CHECK(refused("bao-cao.docx", document::zip_of(document::word_entries()).substr(0, 200)) == "document.archive_damaged");
        CHECK(refused("bao-cao.docx", document::zip_of(document::word_entries(), "mật khẩu")) == "evidence.encrypted");
        document::Entries with_program = document::word_entries();
        with_program.emplace_back("word/vbaProject.bin", "x");
        CHECK(refused("bao-cao.docx", document::zip_of(with_program)) == "evidence.macros");
        CHECK(no_more(store) == nothing);
        CHECK(store.uploaded("bao-cao.docx", document::zip_of(document::word_entries())).media_type.ends_with("wordprocessingml.document"));
        CHECK(store.uploaded("so-lieu.csv", "unit,value\nA,1\n").media_type == "text/csv");
    });
}

TEST_CASE("a full disk is refused, and the upload goes on when there is room") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Store store(db, clock);
        EvidenceFiles large = store.files;
        large.limit = 20'000'000;
        const std::string bytes(12'000'000, 'a');
        const auto started = start_upload(db, large, clock.now(), store.clerk, store.tree, store.wanted("a.txt", bytes.size()));
        REQUIRE(started);
        REQUIRE(store.send(started->id, 0, bytes.substr(0, 4'000'000)));
        {
            const SmallDisk small(8'000'000);
            CHECK(no(store.send(started->id, 4'000'000, bytes.substr(4'000'000))) == "blobs.full");
        }
        CHECK(upload_of(db, large, clock.now(), store.clerk, started->id)->received == 4'000'000);
        CHECK(store.drafts.size(started->id.text()) == 4'000'000);
        REQUIRE(store.send(started->id, 4'000'000, bytes.substr(4'000'000)));
        CHECK(store.finish(started->id)->size == 12'000'000);
    });
}

TEST_CASE("only whoever started an upload goes on with it, within its bounds and its time") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Store store(db, clock);
        const UploadId id = store.start(store.wanted("a.txt", 10))->id;
        const auto by_head = [&](auto&& command) { return no(command(store.head)); };
        CHECK(by_head([&](const auto& who) { return upload_of(db, store.files, clock.now(), who, id); }) == "evidence.upload_unknown");
        CHECK(by_head([&](const auto& who) { return continue_upload(db, store.files, clock.now(), who, id, 0, "a"); }) == "evidence.upload_unknown");
        CHECK(by_head([&](const auto& who) { return drop_upload(db, store.files, clock.now(), who, id); }) == "evidence.upload_unknown");
        CHECK(by_head([&](const auto& who) { return finish_upload(db, store.files, clock.now(), who, store.tree, id); }) == "evidence.upload_unknown");
        CHECK(no(store.send(id, 0, "eleven byte")) == "evidence.too_many_bytes");
        CHECK(no(store.send(id, 3, "a")) == "evidence.offset_differs");
        REQUIRE(store.send(id, 0, "abc"));
        store.drafts.remove(id.text());
        CHECK(no(store.send(id, 3, "d")) == "evidence.upload_lost");
        const UploadId later = store.start(store.wanted("b.txt", 10))->id;
        clock.advance(std::chrono::hours(24 * 7));
        REQUIRE(store.send(later, 0, "abc"));    // each piece pushes the end on
        clock.advance(std::chrono::hours(24 * 7) + std::chrono::seconds(1));
        CHECK(no(store.send(later, 3, "d")) == "evidence.upload_expired");
        const UploadId last = store.start(store.wanted("c.txt", 10))->id;    // sweeps the two
        CHECK(count(db, "upload") == 1);
        REQUIRE(store.send(last, 0, "abc"));
        REQUIRE(drop_upload(db, store.files, clock.now(), store.clerk, last));
        CHECK(no_more(store) == nothing);
    });
}

TEST_CASE("a person has so many uploads open at once, and no more") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Store store(db, clock);
        for (int i = 0; i < 200; ++i) REQUIRE(store.start(store.wanted("a.txt", 10)));
        CHECK(no(store.start(store.wanted("a.txt", 10))) == "evidence.too_many_uploads");
        clock.advance(std::chrono::hours(24 * 8));
        CHECK(store.start(store.wanted("a.txt", 10)));
    });
}

TEST_CASE("a draft that only a crash can leave is removed at the start") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Store store(db, clock);
        const UploadId id = store.in_full("a.txt", "0123456789");
        REQUIRE(store.drafts.write(new_uuid(clock.now()), 0, "of a bound PDF"));
        CHECK(sweep_drafts(db, store.files) == 1);
        CHECK(store.drafts.names() == std::vector<std::string>{id.text()});
    });
}

TEST_CASE("photographed pages become one PDF in their order, and the uploads are used up") {
    for_each_database([](Database& db, FrozenClock& clock) {
        Store store(db, clock);
        const Evidence kept = store.uploaded("trang-2.png", document::png(30, 40));
        const UploadId first = store.in_full("trang-1.jpg", document::held(6));
        const auto bind = [&](std::vector<PageSource> pages, const std::string& title = "Biên bản họp thôn") {
            return bind_pages(db, store.files, clock.now(), store.clerk, store.tree, {store.commune, title, std::nullopt, std::move(pages)});
        };
        const auto made = bind({{first, {}}, {{}, kept.id}});
        REQUIRE(made);
        CHECK(made->pages == 2);
        CHECK(made->file_name == "Biên bản họp thôn.pdf");
        const std::string pdf = document::bytes_of(store.kept.path(made->digest));
        CHECK(document::poppler(pdf, "pdfinfo {}").find("Pages:           2") != std::string::npos);
        CHECK(no_more(store) == "0 uploads, 2 evidence, 0 drafts, 2 kept");

        CHECK(no(bind({{first, {}}})) == "evidence.upload_unknown");
        CHECK(no(bind({}, " ")) == "evidence.title_missing");
        CHECK(no(bind({})) == "document.no_pages");
        CHECK(no(bind({{{}, {}}})) == "evidence.page_source");
        CHECK(no(bind({{{}, made->id}})) == "evidence.page_no_picture");
        CHECK(no(bind(std::vector<PageSource>(101, {{}, kept.id}))) == "evidence.too_many_pages");
        CHECK(no(bind({{{}, EvidenceId(new_uuid({}))}})) == "evidence.unknown");
        CHECK(no(bind({{store.in_full("a.txt", "abc"), {}}})) == "evidence.page_no_picture");
        CHECK(no(bind({{store.start(store.wanted("b.jpg", 10))->id, {}}})) == "evidence.page_unfinished");
        CHECK(no(bind({{store.in_full("c.jpg", "no picture"), {}}})) == "evidence.disguised");
        CHECK(count(db, "evidence") == 2);
    });
}
