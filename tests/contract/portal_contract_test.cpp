#include "contract/databases.hpp"
#include "contract/reply.hpp"
#include "org/commands.hpp"
#include "org/draft.hpp"
#include "portal/pages_html.hpp"
#include "portal/portal_html.hpp"

using namespace cs;
using namespace cs::test;

namespace {

http::Reply get(const portal::Portal& portal, const std::string& path, const portal::Query& query = {}) {
    http::Request request;
    request.path = path;
    request.query = query;
    return portal.answer(request);
}

bool says(const http::Reply& reply, std::string_view text) { return content_of(reply).find(text) != std::string::npos; }

}    // namespace

TEST_CASE("the portal finds a unit without diacritics, as it was on a day, and refuses what makes no sense") {
    for_each_database([](Database& db, FrozenClock& clock) {
        clock.travel_to(2026y / 11 / 23);
        REQUIRE(db.write([&](Tx& tx) { return org::seed_country(tx, clock.now()); }));
        const portal::Portal portal(db, clock, true, "/nowhere");

        SUBCASE("search") {
            const auto found = get(portal, "/don-vi", {{"q", "dai dong thanh"}, {"on", "07/12/2022"}});
            CHECK(found.status == 200);
            CHECK(says(found, "1 đơn vị theo địa giới ngày 07/12/2022"));
            CHECK(says(found, "Xã Đại Đồng Thành"));
            CHECK(says(get(portal, "/don-vi", {{"q", "dai dong thanh"}}), "Không có đơn vị nào khớp"));
        }
        SUBCASE("counts of the Plan's day") {
            const auto csv = get(portal, "/don-vi.csv", {{"kind", "commune"}, {"on", "2022-12-07"}});
            CHECK(says(csv, "# rows=8248 sha256="));
        }
        SUBCASE("one unit and its downloads") {
            const auto id = db.read([](Tx& tx) { return org::UnitStore(tx).with_code("09466", 2022y / 12 / 7); });
            REQUIRE(id);
            const auto page = get(portal, "/don-vi/" + id->text());
            CHECK(says(page, "Xã Cao Đức"));
            CHECK(says(page, "Huyện Gia Bình"));
            CHECK(content_of(get(portal, "/don-vi/" + id->text() + ".csv"))
                      .starts_with("from,until,name,kind,code,parent,rural,region\n2021-02-01,"));
            CHECK(get(portal, "/don-vi/" + id->text() + ".json").type == "application/json");
        }
        SUBCASE("a unit whose latest state is still to come") {
            const auto draft = org::read_drafts(
                "key: mai-sau\nday: '2027-01-01'\ntitle: t\ninstrument: i\nsigned_on: unknown\nconfidence: verified\n"
                "source: s\nlines:\n- {do: rename, unit: '09466', name: Xã Mai Sau}\n",
                "mai-sau.yaml");
            REQUIRE(draft);
            const auto id = db.read([](Tx& tx) { return org::UnitStore(tx).with_code("09466", 2026y / 1 / 1); });
            REQUIRE(id);
            REQUIRE(db.write([&](Tx& tx) { return org::reorganise_all(tx, clock.now(), {}, draft->drafts, false); }));
            const auto page = get(portal, "/don-vi/" + id->text());
            CHECK(page.status == 200);
            CHECK(says(page, "Trạng thái mới nhất chưa đến ngày có hiệu lực."));
        }
        SUBCASE("the no") {
            CHECK(get(portal, "/don-vi", {{"on", "31/02/2025"}}).status == 422);
            CHECK(get(portal, "/don-vi", {{"on", "01/01/2020"}}).status == 422);
            CHECK(get(portal, "/don-vi", {{"kind", "kingdom"}}).status == 422);
            CHECK(get(portal, "/don-vi/00000000-0000-7000-8000-000000000000").status == 404);
            CHECK(get(portal, "/don-vi/27").status == 404);
            CHECK(get(portal, "/nhung-gi").status == 404);
            CHECK(get(portal, "/van-phong/").status == 404);
        }
        SUBCASE("the demonstration world says so on every page") {
            CHECK(says(get(portal, "/"), "Số liệu minh họa"));
            CHECK_FALSE(says(http::Reply(portal::Portal(db, clock, false, "/nowhere").answer([] {
                                 http::Request r;
                                 r.path = "/";
                                 return r;
                             }())),
                             "Số liệu minh họa"));
        }
    });
}
