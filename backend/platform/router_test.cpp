#include <doctest/doctest.h>

#include "platform/http/router.hpp"
#include "platform/i18n.hpp"

using namespace cs;
using namespace cs::http;

namespace {

RouteInfo info(Method method, std::string path, std::string operation) {
    return {method, std::move(path), std::move(operation), "Does it.", "anyone", {}, nullptr, nullptr};
}

Handler echo(std::string name) {
    return [name](const Request& request) {
        Reply reply{200, "text/plain", name, {}, {}};
        for (const auto& [key, value] : request.params) reply.body += ' ' + key + '=' + value;
        return reply;
    };
}

Router sample() {
    Router router;
    router.add(info(Method::get, "/api/units", "list_units"), echo("list"));
    router.add(info(Method::post, "/api/units", "add_unit"), echo("add"));
    router.add(info(Method::get, "/api/units/{id}", "show_unit"), echo("show"));
    router.add(info(Method::get, "/api/units/counts", "count_units"), echo("count"));
    router.add(info(Method::get, "/api/units/{id}/children/{n}", "list_children"), echo("children"));
    router.add(info(Method::get, "/van-phong/{path...}", "office"), echo("office"));
    return router;
}

Reply ask(const Router& router, Method method, std::string path) {
    Request request;
    request.method = method;
    request.path = std::move(path);
    return router.handle(request);
}

std::string header(const Reply& reply, std::string_view name) {
    for (const auto& [key, value] : reply.headers)
        if (key == name) return value;
    return {};
}

}    // namespace

TEST_CASE("a path finds its handler with its parameters, a literal before a parameter") {
    const Router router = sample();
    CHECK(ask(router, Method::get, "/api/units").body == "list");
    CHECK(ask(router, Method::post, "/api/units").body == "add");
    CHECK(ask(router, Method::get, "/api/units/7").body == "show id=7");
    CHECK(ask(router, Method::get, "/api/units/counts").body == "count");
    CHECK(ask(router, Method::get, "/api/units/counts/children/2").body == "children id=counts n=2");
    CHECK(ask(router, Method::get, "/van-phong/").body == "office path=");
    CHECK(ask(router, Method::get, "/van-phong/don-vi/7").body == "office path=don-vi/7");
}

TEST_CASE("an address nobody answers is 404: a problem under /api, a page elsewhere") {
    Router router = sample();
    for (const char* path : {"/api/unitz", "/api/units/", "/api/units/7/", "/api/units/7/children", "/api"}) {
        const Reply reply = ask(router, Method::get, path);
        CHECK_MESSAGE(reply.status == 404, path);
        CHECK(reply.type == "application/problem+json");
    }
    const Reply page = ask(router, Method::get, "/khong-co");
    CHECK(page.status == 404);
    CHECK(page.type == "text/html");
    CHECK(page.body.find("<html lang=\"vi\">") != std::string::npos);
    router.set_fallback([](const Request& request) { return Reply{404, "text/html", "portal " + request.path, {}, {}}; });
    CHECK(ask(router, Method::get, "/khong-co").body == "portal /khong-co");
    CHECK(ask(router, Method::get, "/api/unitz").type == "application/problem+json");
}

TEST_CASE("HEAD and OPTIONS are the router's until a route answers them itself") {
    Router router = sample();
    router.add(info(Method::head, "/api/uploads/{id}", "resume_upload"), echo("how far"));
    router.add(info(Method::options, "/api/uploads/{id}", "describe_uploads"), echo("what may come"));
    CHECK(ask(router, Method::head, "/api/uploads/7").body == "how far id=7");
    CHECK(ask(router, Method::options, "/api/uploads/7").body == "what may come id=7");
    const Reply reply = ask(router, Method::get, "/api/uploads/7");
    CHECK(reply.status == 405);
    CHECK(header(reply, "allow") == "HEAD, OPTIONS");
    CHECK(ask(router, Method::head, "/api/units/7").body == "show id=7");
    CHECK(ask(router, Method::head, "/api/unitz").status == 404);
}

TEST_CASE("a method nobody answers is 405 with what is allowed") {
    const Router router = sample();
    const Reply reply = ask(router, Method::del, "/api/units");
    CHECK(reply.status == 405);
    CHECK(header(reply, "allow") == "GET, POST, HEAD, OPTIONS");
    CHECK(header(ask(router, Method::put, "/api/units/7"), "allow") == "GET, HEAD, OPTIONS");
}

TEST_CASE("HEAD is answered as GET and OPTIONS by the router itself") {
    const Router router = sample();
    CHECK(ask(router, Method::head, "/api/units").body == "list");
    const Reply options = ask(router, Method::options, "/api/units");
    CHECK(options.status == 204);
    CHECK(header(options, "allow") == "GET, POST, HEAD, OPTIONS");
    CHECK(ask(router, Method::options, "/api/unitz").status == 404);
}

TEST_CASE("an operation or an address given twice is a bug") {
    Router router = sample();
    CHECK_THROWS_AS(router.add(info(Method::get, "/api/elsewhere", "list_units"), echo("")), std::logic_error);
    CHECK_THROWS_AS(router.add(info(Method::get, "/api/units/{other}", "show_other"), echo("")), std::logic_error);
    CHECK_THROWS_AS(router.add(info(Method::head, "/api/head", "head"), echo("")), std::logic_error);
}

TEST_CASE("a refusal becomes a problem with status, sentence, arguments, clause and faults") {
    Refusal refusal{Problem::bad_input, "csv.refused", {}, "ke_hoach_547/I.1", {}};
    refusal.faults.push_back({"csv.width", {{"found", "3"}, {"wanted", "4"}}, "units.csv", 12});
    const Reply reply = problem(refusal);
    CHECK(reply.status == 422);
    CHECK(reply.type == "application/problem+json");
    CHECK(reply.body ==
          R"({"type":"about:blank","title":"Tệp CSV có chỗ chưa đúng, chưa nhập dòng nào.","status":422,"code":"csv.refused",)"
          R"("args":{},"clause":"ke_hoach_547/I.1","faults":[{"code":"csv.width","message":"Có 3 ô, cần 4 ô.",)"
          R"("args":{"found":"3","wanted":"4"},"where":"units.csv","line":12}],"incident":null})");
    const auto status = [](Problem p) { return problem(Refusal{p, "csv.refused", {}, {}, {}}).status; };
    CHECK(status(Problem::not_found) == 404);
    CHECK(status(Problem::stale) == 409);
    CHECK(status(Problem::no_such_step) == 409);
    CHECK(status(Problem::need_unmet) == 409);
    CHECK(status(Problem::not_signed_in) == 401);
    CHECK(status(Problem::not_your_role) == 403);
    CHECK(status(Problem::too_many) == 429);
}

TEST_CASE("a page of a refusal escapes what it quotes") {
    const Reply page = problem_page(405, "http.method_not_allowed", {{"method", "<b>&\""}}, "ab12");
    CHECK(page.body.find("<b>") == std::string::npos);
    CHECK(page.body.find("&lt;b&gt;&amp;&quot;") != std::string::npos);
    CHECK(page.body.find("ab12") != std::string::npos);
}

TEST_CASE("cookies are found by their whole name") {
    Request request;
    request.headers = {{"cookie", "xcs_session=no; cs_session=abc=; other"}, {"accept", "*/*"}};
    CHECK(request.cookie("cs_session") == "abc=");
    CHECK_FALSE(request.cookie("session"));
    CHECK_FALSE(request.cookie("other"));
    CHECK(request.header("accept") == "*/*");
}

TEST_CASE("the OpenAPI document has every route under /api once, in a stable order") {
    Router router = sample();
    RouteInfo with_all = info(Method::put, "/api/a/{id}/years/{year}", "save_it");
    with_all.query = {{"dry_run", "Check only.", false}};
    with_all.request = boost::json::object{{"type", "object"}};
    with_all.status = 204;
    with_all.permission = "signed_in";
    router.add(with_all, echo(""));
    const json::Json document = openapi(router, "0.1.0");
    CHECK(document.at("openapi") == "3.1.0");
    std::vector<std::string> paths;
    for (const auto& [path, item] : document.at("paths").as_object()) paths.emplace_back(path);
    CHECK(paths == std::vector<std::string>{"/api/a/{id}/years/{year}", "/api/units", "/api/units/counts", "/api/units/{id}",
                                            "/api/units/{id}/children/{n}"});
    CHECK(json::to_text(document.at("paths").at("/api/a/{id}/years/{year}").at("put")) ==
          R"({"operationId":"save_it","summary":"Does it.","x-permission":"signed_in","parameters":[)"
          R"({"name":"id","in":"path","required":true,"schema":{"type":"string"}},)"
          R"({"name":"year","in":"path","required":true,"schema":{"type":"string"}},)"
          R"({"name":"dry_run","in":"query","required":false,"description":"Check only.","schema":{"type":"string"}}],)"
          R"("requestBody":{"required":true,"content":{"application/json":{"schema":{"type":"object"}}}},)"
          R"("responses":{"204":{"description":"done"},"default":{"description":"refused, with the reason, or a fault with its incident number",)"
          R"("content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}}}})");
    CHECK(document.at("components").at("schemas").as_object().contains("Problem"));
}

TEST_CASE("the sentences speak Vietnamese, name what is missing and keep unknown parameters visible") {
    CHECK(say("refusal.http.method_not_allowed", {{"method", "PUT"}}) == "Địa chỉ này không nhận lệnh PUT.");
    CHECK(say("refusal.http.method_not_allowed", {{"other", "PUT"}}) == "Địa chỉ này không nhận lệnh {method}.");
    CHECK(say("no.such.sentence") == "⟨no.such.sentence⟩");
    CHECK(say("http.to_the_home_page", {}, Language::en) == "To the home page");
    for (const std::string& key : sentence_keys()) {    // English may lag, and then Vietnamese stands in
        const bool known = has_sentence(key, Language::en);
        CHECK_MESSAGE((known || say(key, {}, Language::en) == say(key)), key);
    }
    CHECK(has_sentence("fault.csv.width"));
    CHECK_FALSE(has_sentence("fault.csv"));
    CHECK(sentence(Fault{"csv.width", {{"found", "3"}, {"wanted", "4"}}, "", 2}) == "Có 3 ô, cần 4 ô.");
    CHECK(sentence_keys().size() > 20);
}
