#pragma once
// The list of routes is data: method, path, operation, permission, schemas, handler. It serves requests, prints the
// OpenAPI document and feeds the permission matrix test. Typed registration stands in access/api_http.hpp.
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "platform/http/message.hpp"
#include "platform/json/json.hpp"

namespace cs::http {

struct QueryParam {
    std::string name;
    std::string description;
    bool required = false;
};
using HeaderParam = QueryParam;    // a header of the request or of the reply

struct RouteInfo {
    Method method;
    std::string path;          // "/api/units/{id}"
    std::string operation;     // "show_unit": unique, the operationId
    std::string summary;       // one English sentence for the document
    std::string permission;    // "anyone", "signed_in" or the operation's row in the permission table
    std::vector<QueryParam> query;
    json::Json request;        // schema of the body, null when there is none
    json::Json reply;          // schema of the reply, null when it is not JSON
    std::string reply_type = "application/json";    // of a reply that is no JSON several, with ", " between them
    int status = 200;
    std::vector<HeaderParam> headers = {};          // of the request
    std::vector<HeaderParam> reply_headers = {};
    std::string request_type = {};                  // media type of a body that is bytes
};

using Handler = std::function<Reply(const Request&)>;

class Router {
public:
    Router();
    ~Router();
    Router(Router&&) noexcept;
    // Path segments are literal, "{id}" (one whole segment, never empty) or, last, "{path...}" (the rest, also empty). A
    // literal wins over a parameter. An operation or a method and path given twice is a bug (CS_CHECK). HEAD and OPTIONS are
    // added only where they say more than the router, which makes them itself.
    void add(RouteInfo info, Handler handler);
    // Answers what no path matches; without one it is 404 as problem+json under /api and as a page elsewhere.
    void set_fallback(Handler handler);
    // 404, 405 with Allow, OPTIONS as 204 with Allow, HEAD as GET (the server leaves the body out and keeps its length).
    // Exceptions of handlers are the caller's.
    Reply handle(Request request) const;
    const std::vector<RouteInfo>& routes() const;
    json::SchemaBook& schemas();
    const json::SchemaBook& schemas() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// OpenAPI 3.1 with problem+json on every operation; stable order, so that the committed file can be compared.
json::Json openapi(const Router& router, const std::string& version);

}    // namespace cs::http
