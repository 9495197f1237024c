#include "portal/portal_html.hpp"

#include "law/paper_html.hpp"
#include "org/listing.hpp"
#include "platform/http/list_reply.hpp"
#include "platform/http/server.hpp"
#include "portal/board.hpp"
#include "portal/pages_html.hpp"
#include "portal/rankings.hpp"

namespace cs::portal {
namespace {

constexpr std::string_view office_path = "/van-phong/";

// "/don-vi/<id>.csv" -> id and "csv"; "/don-vi/<id>" -> id and "".
std::pair<std::string, std::string> id_and_ending(std::string_view path, std::string_view prefix) {
    const std::string rest(path.substr(prefix.size()));
    const std::size_t dot = rest.find('.');
    return {rest.substr(0, dot), dot == std::string::npos ? "" : rest.substr(dot + 1)};
}

http::Reply download(std::string type, std::string name, std::string body) {
    return {
        200, std::move(type), std::move(body), {{"content-disposition", "attachment; filename=\"" + name + "\""}}, {}};
}

}    // namespace

Portal::Portal(Database& db, const Clock& clock, bool demo, std::string web_folder)
    : db_(db), clock_(clock), demo_(demo), web_folder_(std::move(web_folder)), assets_(read_assets(web_folder_)) {}

http::Reply Portal::answer(const http::Request& request) const {
    const std::string& path = request.path;
    if (path == "/van-phong") return http::Reply::redirect(std::string(office_path));
    if (path.starts_with(office_path)) return office(request);
    if (path.starts_with("/portal/")) return file(request);
    if (path == "/robots.txt")
        return {200, "text/plain", "User-agent: *\nDisallow: /van-phong/\nDisallow: /api/\n", {}, {}};
    const Day today = legal_day(clock_.now());
    const auto page = [&](auto make) {
        const Result<Page> made = db_.read(make);
        return made ? show(*made) : refused(made.error());
    };
    if (path == "/") return page([&](Tx& tx) { return home_page(tx, today); });
    if (path == "/don-vi" || path == "/don-vi.csv") return units(request, today);
    if (path.starts_with("/don-vi/")) return unit(request, today);
    if (path.starts_with("/chi-tieu") || path.starts_with("/danh-hieu")) return board(request, today);
    if (path == "/xep-hang") return page([&](Tx& tx) { return rankings_page(tx); });
    if (path.starts_with("/xep-hang/")) return ranking(request);
    if (path == "/bo-tieu-chi") return page([&](Tx& tx) { return criteria_sets_page(tx, today); });
    if (path.starts_with("/bo-tieu-chi/"))
        return page([&](Tx& tx) {
            return criteria_set_page(tx, path.substr(std::string_view("/bo-tieu-chi/").size()), today);
        });
    return show(not_found_page(), 404);
}

http::Reply Portal::units(const http::Request& request, Day today) const {
    const auto search = read_search(request.query, today);
    if (!search) return refused(search.error());
    if (request.path == "/don-vi") {
        const auto page = db_.read([&](Tx& tx) { return units_page(tx, *search); });
        return page ? show(*page) : refused(page.error());
    }
    return list([&](Tx& tx) -> Result<List> { return org::units_list(tx, search->filter, std::nullopt); });
}

http::Reply Portal::unit(const http::Request& request, Day today) const {
    const auto [text, ending] = id_and_ending(request.path, "/don-vi/");
    const auto id = UnitId::parse(text);
    if (!id) return show(not_found_page(), 404);
    if (ending.empty()) {
        const auto page = db_.read([&](Tx& tx) { return unit_page(tx, *id, today); });
        return page ? show(*page) : refused(page.error());
    }
    if (ending != "csv" && ending != "json") return show(not_found_page(), 404);
    if (ending == "csv") return list([&](Tx& tx) { return unit_list(tx, *id); });
    const auto body = db_.read([&](Tx& tx) { return unit_json(tx, *id); });
    return body ? download("application/json", "don-vi-" + text + ".json", *body) : refused(body.error());
}

// The board and the register of standings, each as a page and as two files.
http::Reply Portal::board(const http::Request& request, Day today) const {
    const std::string path = request.path.substr(1);
    const auto page = [&](auto make) {
        const Result<Page> made = db_.read([&](Tx& tx) { return make(tx, request.query, today); });
        return made ? show(*made) : refused(made.error());
    };
    const auto json_of = [&](auto make) {
        const Result<std::string> made = db_.read([&](Tx& tx) { return make(tx, request.query, today); });
        return made ? download("application/json", path, *made) : refused(made.error());
    };
    const auto list_of = [&](auto make) { return list([&](Tx& tx) { return make(tx, request.query, today); }); };
    if (path == "chi-tieu") return page(board_page);
    if (path == "danh-hieu") return page(standings_page);
    if (path == "chi-tieu.csv") return list_of(board_list);
    if (path == "chi-tieu.json") return json_of(board_json);
    if (path == "danh-hieu.csv") return list_of(standings_list);
    if (path == "danh-hieu.json") return json_of(standings_json);
    return show(not_found_page(), 404);
}

http::Reply Portal::ranking(const http::Request& request) const {
    const auto [text, ending] = id_and_ending(request.path, "/xep-hang/");
    const auto id = ranking::ClosingId::parse(text);
    if (!id || (!ending.empty() && ending != "json")) return show(not_found_page(), 404);
    if (ending.empty()) {
        const auto page = db_.read([&](Tx& tx) { return ranking_page(tx, *id); });
        return page ? show(*page) : refused(page.error());
    }
    const auto body = db_.read([&](Tx& tx) { return ranking_json(tx, *id); });
    return body ? download("application/json", "xep-hang-" + text + ".json", *body) : refused(body.error());
}

http::Reply Portal::list(const std::function<Result<List>(Tx&)>& make) const {
    const auto made = db_.read([&](Tx& tx) -> Result<http::Reply> {
        CS_TRY(const List all, make(tx));
        return http::list_reply(all, ListFormat::csv, clock_.now());
    });
    return made ? *made : refused(made.error());
}

http::Reply Portal::show(const Page& page, int status) const {
    http::Reply reply = http::Reply::html(render(page, assets_, demo_));
    reply.status = status;
    return reply;
}

http::Reply Portal::refused(const Refusal& refusal) const {
    if (refusal.problem == Problem::not_found) return show(not_found_page(), 404);
    return show(refused_page(refusal), 422);
}

// Every address of the office that is no file is its index: the screens have their own addresses.
http::Reply Portal::office(const http::Request& request) const {
    if (const auto found = http::static_file(web_folder_, request.path.substr(1), request)) return *found;
    if (const auto index = http::static_file(web_folder_, "van-phong/index.html", request)) return *index;
    return show(not_found_page(), 404);
}

http::Reply Portal::file(const http::Request& request) const {
    const std::string path = request.path == icon_sprite         ? assets_.icons
                             : request.path == law::paper_style ? assets_.paper
                                                                : request.path;
    if (const auto found = path.empty() ? std::nullopt : http::static_file(web_folder_, path.substr(1), request))
        return *found;
    return show(not_found_page(), 404);
}

}    // namespace cs::portal
