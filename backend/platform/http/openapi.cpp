#include <fmt/core.h>

#include "platform/http/router.hpp"

namespace cs::http {
namespace {

using boost::json::array;
using boost::json::object;
using json::Json;

object text_type() { return {{"type", "string"}}; }

// message.cpp writes it.
object problem_schema() {
    const object args{{"type", "object"}, {"additionalProperties", text_type()}};
    const Json text_or_null = array{"string", "null"};
    const object fault{
        {"type", "object"},
        {"properties", object{{"code", text_type()}, {"message", text_type()}, {"args", args}, {"where", text_type()},
                              {"line", object{{"type", "integer"}, {"description", "physical line of a file, 0 for none"}}}}},
        {"required", array{"code", "message", "args", "where", "line"}}};
    return {{"type", "object"},
            {"properties",
             object{{"type", text_type()},
                    {"title", object{{"type", "string"}, {"description", "a whole sentence in Vietnamese"}}},
                    {"status", object{{"type", "integer"}}},
                    {"code", text_type()},
                    {"args", args},
                    {"clause", object{{"type", text_or_null}, {"description", "key in law/clauses.tsv"}}},
                    {"faults", object{{"type", "array"}, {"items", fault}}},
                    {"incident", object{{"type", text_or_null}, {"description", "to quote when a fault (5xx) is reported"}}}}},
            {"required", array{"type", "title", "status", "code", "args", "clause", "faults", "incident"}}};
}

object content(const std::string& type, Json schema) { return {{type, object{{"schema", std::move(schema)}}}}; }

array parameters(const RouteInfo& route) {
    array all;
    std::string_view path = route.path;
    for (std::size_t open; (open = path.find('{')) != std::string_view::npos;) {
        const std::size_t close = path.find('}', open);
        all.push_back(object{{"name", std::string(path.substr(open + 1, close - open - 1))},
                             {"in", "path"}, {"required", true}, {"schema", text_type()}});
        path.remove_prefix(close);
    }
    for (const QueryParam& q : route.query)
        all.push_back(object{{"name", q.name}, {"in", "query"}, {"required", q.required},
                             {"description", q.description}, {"schema", text_type()}});
    for (const HeaderParam& h : route.headers)
        all.push_back(object{{"name", h.name}, {"in", "header"}, {"required", h.required},
                             {"description", h.description}, {"schema", text_type()}});
    return all;
}

object reply_headers(const RouteInfo& route) {
    object all;
    for (const HeaderParam& h : route.reply_headers) all[h.name] = object{{"description", h.description}, {"schema", text_type()}};
    return all;
}

// Of a reply that is no JSON: one media type, or several with ", " between them.
object contents(std::string_view types) {
    object all;
    for (std::size_t from = 0, end; from < types.size(); from = end + 2) {
        end = std::min(types.find(", ", from), types.size());
        all.insert(content(std::string(types.substr(from, end - from)), text_type()).begin()[0]);
    }
    return all;
}

object operation(const RouteInfo& route) {
    object reply{{"description", route.status == 204 ? "done" : "the answer"}};
    if (!route.reply.is_null()) reply["content"] = content(route.reply_type, route.reply);
    else if (route.status != 204) reply["content"] = contents(route.reply_type);
    if (!route.reply_headers.empty()) reply["headers"] = reply_headers(route);
    const object refused{{"description", "refused, with the reason, or a fault with its incident number"},
                         {"content", content("application/problem+json", json::Json(object{{"$ref", "#/components/schemas/Problem"}}))}};
    object out{{"operationId", route.operation}, {"summary", route.summary}, {"x-permission", route.permission}};
    if (array all = parameters(route); !all.empty()) out["parameters"] = std::move(all);
    if (!route.request.is_null())
        out["requestBody"] = object{{"required", true}, {"content", content("application/json", route.request)}};
    if (!route.request_type.empty())
        out["requestBody"] = object{{"required", true}, {"content", content(route.request_type, object{{"type", "string"}, {"format", "binary"}})}};
    if (route.permission == "anyone") out["security"] = array();
    out["responses"] = object{{std::to_string(route.status), std::move(reply)}, {"default", refused}};
    return out;
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return out;
}

}    // namespace

Json openapi(const Router& router, const std::string& version) {
    std::map<std::string, std::map<Method, const RouteInfo*>> by_path;
    for (const RouteInfo& route : router.routes())
        if (wants_json(route.path)) by_path[route.path][route.method] = &route;
    object paths;
    for (const auto& [path, methods] : by_path) {
        object item;
        for (const auto& [method, route] : methods) item[lower(word(method))] = operation(*route);
        paths[path] = std::move(item);
    }
    std::map<std::string, Json> sorted;
    for (const auto& [name, schema] : router.schemas().components()) sorted.emplace(name, schema);
    CS_CHECK(sorted.emplace("Problem", problem_schema()).second);
    object schemas;
    for (auto& [name, schema] : sorted) schemas[name] = std::move(schema);
    return object{{"openapi", "3.1.0"},
                  {"info", object{{"title", "Chung Sức"}, {"version", version}}},
                  {"servers", array{object{{"url", "/"}}}},
                  {"security", array{object{{"session", array()}}}},
                  {"paths", std::move(paths)},
                  {"components", object{{"schemas", std::move(schemas)},
                                        {"securitySchemes", object{{"session", object{{"type", "apiKey"}, {"in", "cookie"}, {"name", "cs_session"}}}}}}}};
}

}    // namespace cs::http
