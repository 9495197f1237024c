#include <doctest/doctest.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>

#include "base/digest.hpp"
#include "platform/http/server.hpp"
#include "platform/http/wire.hpp"

using namespace cs;
using namespace cs::http;

namespace {

std::string header(const Reply& reply, std::string_view name) {
    for (const auto& [key, value] : reply.headers)
        if (key == name) return value;
    return {};
}

std::string gunzip(const std::string& bytes) {
    z_stream z{};
    REQUIRE(inflateInit2(&z, 15 + 16) == Z_OK);
    std::string out(1 << 20, '\0');
    z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    z.avail_in = static_cast<uInt>(bytes.size());
    z.next_out = reinterpret_cast<Bytef*>(out.data());
    z.avail_out = static_cast<uInt>(out.size());
    CHECK(inflate(&z, Z_FINISH) == Z_STREAM_END);
    out.resize(z.total_out);
    inflateEnd(&z);
    return out;
}

// A folder of its own, gone afterwards.
class Folder {
public:
    Folder() : path_(std::filesystem::temp_directory_path() / ("cs_static_" + random_hex(8))) {
        std::filesystem::create_directories(path_ / "site/assets");
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    void put(const std::string& name, const std::string& bytes) const { std::ofstream(path_ / name) << bytes; }
    std::filesystem::path path() const { return path_; }
    std::string site() const { return (path_ / "site").string(); }

private:
    std::filesystem::path path_;
};

Request accepting(std::string codings) {
    Request request;
    request.headers = {{"accept-encoding", std::move(codings)}};
    return request;
}

}    // namespace

TEST_CASE("a target is decoded into path and query") {
    const auto target = parse_target("/don-vi/x%20y?q=%C4%91%C3%A0+n%E1%BA%B5ng&on=2025-06-30&empty=&bare");
    REQUIRE(target.has_value());
    CHECK(target->path == "/don-vi/x y");
    CHECK(target->query == std::map<std::string, std::string>{{"q", "đà nẵng"}, {"on", "2025-06-30"}, {"empty", ""}, {"bare", ""}});
    CHECK(parse_target("/a+b")->path == "/a+b");
    CHECK(parse_target("http://host:80/api/units?x=1")->path == "/api/units");
    CHECK(parse_target("/?q=Hoa%CC%80")->query.at("q") == "Hoà");
    CHECK(parse_target("/?")->query.empty());
}

TEST_CASE("a target that hides or climbs is refused") {
    for (const char* bad : {"*", "a", "http://host", "/%", "/%2", "/%zz", "/%00", "/a%2Fb", "/a%5Cb", "/..", "/a/../b", "/./a",
                            "/%2e%2e/etc/passwd", "/a?q=%ff", "/%c3%28"}) {
        const auto target = parse_target(bad);
        REQUIRE_MESSAGE(!target, bad);
        CHECK(target.error().status == 400);
        CHECK(target.error().body.find("http.bad_target") != std::string::npos);
    }
}

TEST_CASE("a query parameter given twice is refused by its name") {
    const auto target = parse_target("/api/units?on=2025-01-01&on=2025-06-30");
    REQUIRE(!target);
    CHECK(target.error().status == 400);
    CHECK(target.error().body.find(R"("args":{"name":"on"})") != std::string::npos);
}

TEST_CASE("Accept-Encoding is read with its weights") {
    CHECK(accepts("gzip, deflate, br", "br"));
    CHECK(accepts("GZIP;q=0.5", "gzip"));
    CHECK(accepts("*", "gzip"));
    CHECK_FALSE(accepts("gzip;q=0", "gzip"));
    CHECK_FALSE(accepts("gzip;q=0.000, *", "gzip"));
    CHECK_FALSE(accepts("", "gzip"));
    CHECK_FALSE(accepts("xgzip", "gzip"));
}

TEST_CASE("long text replies are compressed for who takes it") {
    const std::string page(5000, 'x');
    Reply reply = Reply::html(page);
    compress(reply, "gzip, br");
    CHECK(header(reply, "content-encoding") == "gzip");
    CHECK(header(reply, "vary") == "accept-encoding");
    CHECK(reply.body.size() < 200);
    CHECK(gunzip(reply.body) == page);

    Reply plain = Reply::html(page);
    compress(plain, "identity");
    CHECK(plain.body == page);
    CHECK(header(plain, "vary") == "accept-encoding");    // a cache must know that it could differ
    Reply brief = Reply::html("ngắn");
    compress(brief, "gzip");
    CHECK(brief.body == "ngắn");
    Reply image{200, "image/png", page, {}, {}};
    compress(image, "gzip");
    CHECK(image.body == page);
}

TEST_CASE("every reply is made safe, and a handler may be stricter for its own") {
    Reply reply;
    secure(reply, "/api/units");
    CHECK(header(reply, "content-security-policy") ==
          "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action "
          "'self'; require-trusted-types-for 'script'");
    CHECK(header(reply, "x-content-type-options") == "nosniff");
    CHECK(header(reply, "referrer-policy") == "same-origin");
    CHECK(header(reply, "cache-control") == "no-store");
    Reply own = Reply::html("");
    own.headers = {{"content-security-policy", "sandbox"}};
    secure(own, "/don-vi");
    CHECK(header(own, "content-security-policy") == "sandbox");
    CHECK(header(own, "cache-control").empty());
}

TEST_CASE("the head of a reply is exact, and a header cannot smuggle another") {
    const Instant noon(std::chrono::sys_days(2025y / 6 / 30) + 12h);
    CHECK(head(Reply::html("xã"), 3, true, noon) ==
          "HTTP/1.1 200 OK\r\ndate: Mon, 30 Jun 2025 12:00:00 GMT\r\nconnection: keep-alive\r\ncontent-type: text/html; "
          "charset=utf-8\r\ncontent-length: 3\r\n\r\n");
    CHECK(head({204, "text/plain", {}, {}, {}}, 0, false, noon) ==
          "HTTP/1.1 204 No Content\r\ndate: Mon, 30 Jun 2025 12:00:00 GMT\r\nconnection: close\r\n\r\n");
    CHECK_THROWS_AS((void)head(Reply::redirect("/x\r\nset-cookie: a=b"), 0, true, noon), std::logic_error);
}

TEST_CASE("a static file is found with its type, its twin and its age") {
    const Folder folder;
    folder.put("site/index.html", "<html>");
    folder.put("site/assets/main-B1x9Kd3f.js", "plain");
    folder.put("site/assets/main-B1x9Kd3f.js.br", "brotli");
    folder.put("site/assets/main-B1x9Kd3f.js.gz", "gzip");
    const auto page = static_file(folder.site(), "index.html", accepting("gzip, br"));
    REQUIRE(page);
    CHECK(page->type == "text/html");
    CHECK(page->file == folder.site() + "/index.html");
    CHECK(header(*page, "cache-control") == "no-cache");
    CHECK(header(*page, "content-encoding").empty());

    const std::string script = "assets/main-B1x9Kd3f.js";
    const auto served = [&](std::string codings) { return *static_file(folder.site(), script, accepting(std::move(codings))); };
    CHECK(served("gzip, br").file.ends_with(".js.br"));
    CHECK(header(served("gzip, br"), "content-encoding") == "br");
    CHECK(served("gzip").file.ends_with(".js.gz"));
    CHECK(served("").file.ends_with(".js"));
    CHECK(served("br").type == "text/javascript");
    CHECK(header(served(""), "cache-control") == "public, max-age=31536000, immutable");
    CHECK(header(served(""), "vary") == "accept-encoding");
    CHECK(header(served("br"), "etag") != header(served("gzip"), "etag"));
}

TEST_CASE("who has the file already gets 304") {
    const Folder folder;
    folder.put("site/index.html", "<html>");
    Request request;
    const std::string etag = header(*static_file(folder.site(), "index.html", request), "etag");
    request.headers = {{"if-none-match", "\"other\", " + etag}};
    const auto again = static_file(folder.site(), "index.html", request);
    CHECK(again->status == 304);
    CHECK(again->file.empty());
    CHECK(header(*again, "etag") == etag);
    request.headers = {{"if-none-match", "\"other\""}};
    CHECK(static_file(folder.site(), "index.html", request)->status == 200);
}

TEST_CASE("no path leads out of the folder") {
    const Folder folder;
    folder.put("secret.txt", "secret");
    folder.put("site/.hidden", "hidden");
    folder.put("site/open.txt", "open");
    std::filesystem::create_symlink(folder.path() / "secret.txt", folder.path() / "site/link.txt");
    REQUIRE(static_file(folder.site(), "open.txt", {}));
    for (const std::string bad : {"../secret.txt", "assets/../../secret.txt", "/etc/passwd", "", ".", "assets", "assets/", "link.txt",
                                  ".hidden", "assets//x", "..\\secret.txt", "open.txt/x"})
        CHECK_MESSAGE(!static_file(folder.site(), bad, {}), bad);
    CHECK_FALSE(static_file(folder.site(), std::string("open.txt\0.png", 13), {}));
    CHECK_FALSE(static_file((folder.path() / "no_such").string(), "open.txt", {}));
}
