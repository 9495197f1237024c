// Evidence as a client meets it: tus 1.0 behind the gate, the file with its own policy, nothing of other units.
#include "api/house.hpp"
#include "base/base64.hpp"
#include "base/checksum.hpp"
#include "org/commands.hpp"
#include "org/store.hpp"
#include "platform/document/testing.hpp"

using namespace cs;
using namespace cs::access;
using namespace cs::test;
using boost::json::object;
using http::Method;

namespace {

using Headers = std::vector<std::pair<std::string, std::string>>;

std::string header(const http::Reply& reply, std::string_view name) {
    for (const auto& [key, value] : reply.headers)
        if (key == name) return value;
    return "";
}

struct Desk {
    House house;
    UnitId commune = house_unit("09322"), other = house_unit("09328");
    PersonId clerk_id = house.people().add("can.bo", Role::unit_clerk, commune, Scope::own);
    Visit clerk = house.visit(clerk_id), head = visit("chu.tich", Role::unit_head, commune),
          stranger = visit("xa.khac", Role::unit_clerk, other);

    UnitId house_unit(const std::string& code) {
        if (house.db().read([](Tx& tx) { return org::UnitStore(tx).forest()->versions().empty(); }))
            REQUIRE(house.db().write([&](Tx& tx) { return org::seed_country(tx, house.clock().now()); }));
        return house.db().read([&](Tx& tx) { return *org::UnitStore(tx).with_code(code, legal_day(house.clock().now())); });
    }
    Visit visit(const std::string& login, Role role, const UnitId& unit) {
        return house.visit(house.people().add(login, role, unit, Scope::own));
    }

    std::string metadata(const std::string& name, const std::string& more = "") const {
        return "filename " + to_base64(name) + ",unit_id " + to_base64(commune.text()) + ",declaration " + to_base64("no_state_secret") + more;
    }
    http::Reply start(const std::string& name, std::size_t size, const std::string& more = "") {
        return tus(Method::post, "/api/uploads", {{"upload-length", std::to_string(size)}, {"upload-metadata", metadata(name, more)}});
    }
    http::Reply tus(Method method, const std::string& path, Headers headers, const std::string& bytes = "", const Visit* who = nullptr) {
        headers.emplace_back("tus-resumable", "1.0.0");
        return raw(method, path, std::move(headers), bytes, who);
    }
    // Without the content type that House adds to a body.
    http::Reply raw(Method method, const std::string& path, Headers headers, const std::string& bytes = "", const Visit* who = nullptr) {
        http::Request request;
        request.method = method;
        request.path = path;
        const Visit& by = who ? *who : clerk;
        headers.emplace_back("cookie", "cs_session=" + by.cookie);
        headers.emplace_back("x-csrf-token", by.csrf);
        request.headers = std::move(headers);
        request.body = bytes;
        return house.router().handle(std::move(request));
    }
    http::Reply piece(const std::string& path, std::size_t offset, const std::string& bytes, Headers more = {}) {
        more.insert(more.end(), {{"upload-offset", std::to_string(offset)}, {"content-type", "application/offset+octet-stream"}});
        return tus(Method::patch, path, std::move(more), bytes);
    }
    std::string sent(const std::string& name, const std::string& bytes) {
        const std::string path = header(start(name, bytes.size()), "location");
        REQUIRE(piece(path, 0, bytes).status == 204);
        return path;
    }
    object uploaded(const std::string& name, const std::string& bytes) {
        const auto reply = house.send(Method::post, sent(name, bytes) + "/finish", clerk);
        REQUIRE_MESSAGE(reply.status == 201, reply.body);
        house.clock().advance(std::chrono::seconds(1));
        return json_of(reply);
    }
    http::Reply get(const std::string& path, const Visit& who, Headers headers = {}) { return house.send(Method::get, path, who, "", std::move(headers)); }
    std::string list(const Visit& who, const UnitId& unit) { return get("/api/evidence?unit=" + unit.text(), who).body; }
};

const std::string report = "Báo cáo kết quả\n";

std::string text(const object& json, const char* field) { return std::string(json.at(field).as_string()); }

}    // namespace

TEST_CASE("tus: what is offered, an upload by pieces, how far it came, and evidence at the end") {
    Desk desk;
    const auto offered = desk.raw(Method::options, "/api/uploads", {});
    CHECK(offered.status == 204);
    CHECK(header(offered, "tus-version") == "1.0.0");
    CHECK(header(offered, "tus-extension") == "creation,checksum,expiration,termination");
    CHECK(header(offered, "tus-max-size") == "1048576");
    const auto started = desk.start("bao-cao.txt", report.size(), ",title " + to_base64("Báo cáo năm"));
    REQUIRE(started.status == 201);
    const std::string path = header(started, "location");
    CHECK(header(started, "tus-resumable") == "1.0.0");
    CHECK(header(started, "upload-expires") == "Wed, 14 Dec 2022 05:00:00 GMT");
    const auto first = desk.piece(path, 0, report.substr(0, 5), {{"upload-checksum", "sha256 " + to_base64(checksum("sha256", report.substr(0, 5)).value())}});
    CHECK(first.status == 204);
    CHECK(header(first, "upload-offset") == "5");
    const auto far = desk.tus(Method::head, path, {});
    CHECK(far.status == 204);
    CHECK(header(far, "upload-offset") == "5");
    CHECK(header(far, "upload-length") == std::to_string(report.size()));
    CHECK(desk.piece(path, 5, report.substr(5)).status == 204);
    const auto made = desk.house.send(Method::post, path + "/finish", desk.clerk);
    REQUIRE(made.status == 201);
    CHECK(text_of(made, "title") == "Báo cáo năm");
    CHECK(json_of(made).at("shown").as_bool() == false);
    CHECK(desk.tus(Method::head, path, {}).status == 404);
}

TEST_CASE("tus: each wrong request has the number the protocol gives it, a sentence, and moves nothing") {
    Desk desk;
    const std::string path = header(desk.start("a.txt", 10), "location");
    const auto refused = [&](const http::Reply& reply) {
        CHECK(header(reply, "tus-resumable") == "1.0.0");
        return std::to_string(reply.status) + " " + code_of(reply);
    };
    const auto piece = [&](Headers headers, const std::string& bytes = "abc") { return refused(desk.tus(Method::patch, path, std::move(headers), bytes)); };
    const std::pair<std::string, std::string> type{"content-type", "application/offset+octet-stream"}, zero{"upload-offset", "0"};
    CHECK(refused(desk.raw(Method::patch, path, {type, zero}, "abc")) == "412 evidence.protocol_version");
    CHECK(refused(desk.raw(Method::head, path, {{"tus-resumable", "0.2.2"}})) == "412 evidence.protocol_version");
    CHECK(piece({zero, {"content-type", "application/json"}}) == "415 evidence.piece_type");
    CHECK(piece({type}) == "422 evidence.offset_bad");
    CHECK(piece({type, {"upload-offset", "-1"}}) == "422 evidence.offset_bad");
    CHECK(piece({type, {"upload-offset", "5"}}) == "409 evidence.offset_differs");
    CHECK(piece({type, zero, {"upload-checksum", "md5 AAAA"}}) == "400 evidence.checksum_algorithm");
    CHECK(piece({type, zero, {"upload-checksum", "sha1 " + to_base64(checksum("sha1", "other").value())}}) == "460 evidence.checksum_wrong");
    CHECK(piece({type, zero}, "eleven bytes") == "422 evidence.too_many_bytes");
    CHECK(header(desk.tus(Method::head, path, {}), "upload-offset") == "0");
    const auto start = [&](Headers headers) { return refused(desk.tus(Method::post, "/api/uploads", std::move(headers))); };
    CHECK(start({{"upload-metadata", desk.metadata("a.txt")}}) == "422 evidence.length_bad");
    CHECK(start({{"upload-length", "1048577"}, {"upload-metadata", desk.metadata("a.txt")}}) == "413 evidence.too_large");
    CHECK(start({{"upload-length", "5"}, {"upload-metadata", "filename !!!"}}) == "422 evidence.metadata_bad");
    CHECK(start({{"upload-length", "5"}, {"upload-metadata", desk.metadata("a.txt", ",filename YQ==")}}) == "422 evidence.metadata_bad");
    CHECK(start({{"upload-length", "5"}, {"upload-metadata", desk.metadata("a.txt", ",expires_on " + to_base64("31/12/2023"))}}) == "422 evidence.metadata_bad");
    CHECK(start({{"upload-length", "5"}, {"upload-metadata", "filename " + to_base64("a.txt")}}) == "422 evidence.metadata_bad");
    CHECK(start({{"upload-length", "5"}, {"upload-metadata", "filename " + to_base64("a.txt") + ",unit_id " + to_base64(desk.commune.text())}}) == "422 evidence.not_declared");
    CHECK(desk.tus(Method::del, path, {}).status == 204);
    CHECK(refused(desk.tus(Method::head, path, {})) == "404 evidence.upload_unknown");
    CHECK(refused(desk.tus(Method::head, "/api/uploads/7", {})) == "404 evidence.upload_unknown");
}

TEST_CASE("an upload past its time is gone, another person's was never there") {
    Desk desk;
    const std::string path = header(desk.start("a.txt", 10), "location");
    CHECK(desk.tus(Method::head, path, {}, "", &desk.head).status == 404);
    desk.house.clock().advance(std::chrono::hours(24 * 7 + 1));
    desk.clerk = desk.house.visit(desk.clerk_id);
    CHECK(code_of(desk.tus(Method::head, path, {})) == "evidence.upload_expired");
    CHECK(desk.tus(Method::head, path, {}).status == 410);
}

TEST_CASE("a picture and a PDF are shown under a policy that allows nothing, the rest is downloaded") {
    Desk desk;
    const auto open = [&](const object& made) { return desk.get(text(made, "address"), desk.clerk); };
    const auto picture = open(desk.uploaded("Ảnh đường.jpg", document::photograph()));
    CHECK(picture.status == 200);
    CHECK(picture.type == "image/jpeg");
    CHECK(document::bytes_of(picture.file) == document::photograph());
    CHECK(header(picture, "content-disposition") == "inline; filename*=UTF-8''%E1%BA%A2nh%20%C4%91%C6%B0%E1%BB%9Dng.jpg");
    CHECK(header(picture, "content-security-policy").starts_with("default-src 'none';"));
    CHECK(header(picture, "content-security-policy").ends_with("; sandbox"));
    CHECK(header(picture, "cache-control") == "private, no-cache");
    const auto pdf = open(desk.uploaded("a.pdf", "%PDF-1.4\n%%EOF\n"));
    CHECK(header(pdf, "content-disposition").starts_with("inline;"));
    CHECK(header(pdf, "content-security-policy").find("sandbox") == std::string::npos);
    CHECK(header(pdf, "content-security-policy").find("default-src 'none'") == 0);
    CHECK(header(open(desk.uploaded("a.txt", report)), "content-disposition").starts_with("attachment;"));
    CHECK(header(open(desk.uploaded("a.docx", document::zip_of(document::word_entries()))), "content-disposition").starts_with("attachment;"));
}

TEST_CASE("a file is asked for again each time, and is not sent again when it is the same") {
    Desk desk;
    const object made = desk.uploaded("a.txt", report);
    const std::string address = text(made, "address"), etag = header(desk.get(address, desk.clerk), "etag");
    CHECK(desk.get(address, desk.clerk, {{"if-none-match", etag}}).status == 304);
    CHECK(desk.get(address, desk.stranger, {{"if-none-match", etag}}).status == 404);
    CHECK(desk.get(address, Visit{}, {{"if-none-match", etag}}).status == 401);
}

TEST_CASE("evidence of another unit is not there: lists, pages, files and history answer the same as before") {
    Desk desk;
    const std::string nobody = "/api/evidence/019a0000-0000-7000-8000-0000000000ee";
    const std::string before = desk.list(desk.stranger, desk.other);
    const object made = desk.uploaded("a.txt", report);
    CHECK(desk.list(desk.stranger, desk.other) == before);
    const std::string id = text(made, "id");
    const auto same = [&](const std::string& mine, const std::string& missing) {
        const auto one = desk.get(mine, desk.stranger), other = desk.get(missing, desk.stranger);
        CHECK(one.status == 404);
        CHECK(one.body == other.body);
    };
    same("/api/evidence/" + id, nobody);
    same("/evidence/" + id, "/evidence/019a0000-0000-7000-8000-0000000000ee");
    same("/api/history/evidence/" + id, "/api/history/evidence/019a0000-0000-7000-8000-0000000000ee");
    CHECK(code_of(desk.get("/api/evidence?unit=" + desk.commune.text(), desk.stranger)) == "access.not_your_unit");
    CHECK(json_of(desk.get("/api/history/evidence/" + id, desk.clerk)).at("items").at(0).at("event").as_string() == "evidence_uploaded");
    CHECK(desk.list(desk.clerk, desk.commune).find(id) != std::string::npos);
}

TEST_CASE("people who open an address get a page, programs a problem") {
    Desk desk;
    const auto page = desk.get("/evidence/019a0000-0000-7000-8000-0000000000ee", desk.clerk, {{"accept", "text/html,*/*"}});
    CHECK(page.status == 404);
    CHECK(page.type == "text/html");
    CHECK(page.body.find("Không có minh chứng này") != std::string::npos);
    CHECK(desk.get("/evidence/019a0000-0000-7000-8000-0000000000ee", desk.clerk).type == "application/problem+json");
}

TEST_CASE("a purge is told with its reason, and the file is gone for everybody") {
    Desk desk;
    const object made = desk.uploaded("a.txt", report);
    const std::string id = text(made, "id");
    const auto purge = [&](const Visit& who, const char* body) { return desk.house.send(Method::post, "/api/evidence/" + id + "/purge", who, body); };
    CHECK(code_of(purge(desk.clerk, R"({"ground":"state_secret","reason":"x"})")) == "access.not_your_role");
    CHECK(code_of(purge(desk.head, R"({"ground":"state_secret","reason":""})")) == "access.reason_missing");
    CHECK(code_of(purge(desk.head, R"({"ground":"no such ground","reason":"x"})")) == "json.refused");
    const auto gone = purge(desk.head, R"({"ground":"state_secret","reason":"Tải nhầm công văn mật"})");
    REQUIRE(gone.status == 200);
    CHECK(json_of(gone).at("tombstone").at("purge").at("ground").as_string() == "state_secret");
    const auto opened = desk.get("/evidence/" + id, desk.clerk);
    CHECK(opened.status == 410);
    CHECK(code_of(opened) == "evidence.purged");
    CHECK(json_of(desk.get("/api/evidence/" + id, desk.clerk)).at("actions").as_array().empty());
}

TEST_CASE("pages sent by phone become one PDF of the unit") {
    Desk desk;
    const std::string first = desk.sent("1.jpg", document::held(6)), second = desk.sent("2.jpg", document::held(1));
    const auto body = [&](const std::string& pages) { return "{\"unit_id\":\"" + desk.commune.text() + "\",\"title\":\"Biên bản\",\"pages\":[" + pages + "]}"; };
    const auto page = [](const std::string& path) { return "{\"upload\":\"" + path.substr(13) + "\"}"; };
    const auto made = desk.house.send(Method::post, "/api/evidence/pages", desk.clerk, body(page(second) + "," + page(first)));
    REQUIRE_MESSAGE(made.status == 201, made.body);
    CHECK(json_of(made).at("pages").as_int64() == 2);
    CHECK(text_of(made, "media_type") == "application/pdf");
    CHECK(code_of(desk.house.send(Method::post, "/api/evidence/pages", desk.clerk, body(page(first)))) == "evidence.upload_unknown");
    CHECK(code_of(desk.house.send(Method::post, "/api/evidence/pages", desk.clerk, body(""))) == "document.no_pages");
}
