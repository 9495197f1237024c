// What the public reads of a ranking: nothing before a second person published it, never a last place, nothing once it is reopened.
#include "contract/ranking_fixture.hpp"
#include "portal/portal_html.hpp"

using namespace cs;
using namespace cs::test;

namespace {

std::string page(March& s, const std::string& path) {
    http::Request request;
    request.path = path;
    const http::Reply reply = portal::Portal(s.db, s.clock, true, "/nowhere").answer(request);
    return reply.status == 200 ? reply.body : std::to_string(reply.status);
}
bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}    // namespace

TEST_CASE("a ranking is public from its publication to its reopening, without its last places") {
    for_each_database([](Database& db, FrozenClock& clock) {
        March s(db, clock);
        const Closing c = s.closed();
        const std::string path = "/xep-hang/" + c.id.text();
        CHECK(page(s, path) == "404");
        CHECK(page(s, path + ".json") == "404");
        CHECK(has(page(s, "/xep-hang"), "Chưa có kết quả nào được công bố."));
        REQUIRE(s.as(s.secretary, [&](const Moment& m) { return ranking::propose_publication(m, c.id, March::shows(1)); }));
        CHECK(page(s, path) == "404");    // proposed is not published
        REQUIRE(s.as(s.officer, [&](const Moment& m) { return ranking::publish(m, c.id); }));
        CHECK(has(page(s, "/xep-hang"), "Chấm điểm năm 2024"));
        CHECK(has(page(s, path), c.digest));
        CHECK(has(page(s, path + ".json"), c.digest));
        CHECK(has(page(s, path), "97,0"));
        CHECK(!has(page(s, path), "87,0"));    // 30 + 27 + 30 of the last one is nobody's business
        REQUIRE(s.as(s.secretary, [&](const Moment& m) { return ranking::reopen(m, c.id, "Nhập nhầm điểm của một xã"); }));
        CHECK(page(s, path) == "404");
        CHECK(page(s, "/xep-hang/khong-phai-ma") == "404");
    });
}
