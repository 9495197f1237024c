#pragma once
// Requests and replies without Beast: what handlers see. Light to include.
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace cs::http {

// Handlers see head and options only where they were added for them: elsewhere the router answers.
enum class Method : unsigned char { get, post, put, patch, del, head, options };
std::string_view word(Method method);    // "GET", "DELETE"

struct Request {
    Method method = Method::get;
    std::string path;                              // decoded, without the query
    std::map<std::string, std::string> params;     // {"id", …} from "/api/units/{id}"
    std::map<std::string, std::string> query;      // decoded; a name given twice is refused with 400
    std::vector<std::pair<std::string, std::string>> headers;    // names in lower case
    std::string body;
    std::string peer;                              // address of the client
    std::string id;                                // request id for the log

    std::string_view header(std::string_view lower_case_name) const;
    std::optional<std::string> cookie(std::string_view name) const;
};

struct Reply {
    int status = 200;
    std::string type = "application/json";         // media type; text types get charset=utf-8
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string file;                              // when set, this file is sent instead of `body`
    std::shared_ptr<const void> keeps = {};        // what the file lives by: gone with the reply

    static Reply html(std::string body) { return {200, "text/html", std::move(body), {}, {}}; }
    static Reply redirect(std::string to) { return {303, "text/plain", {}, {{"location", std::move(to)}}, {}}; }
};

// The header that gives a reply the name of a file, whatever letters are in it (RFC 6266); `shown` in the browser or saved.
std::pair<std::string, std::string> named_file(std::string_view name, bool shown = false);

// application/problem+json (RFC 9457): status by Problem, code, arguments, clause, every fault with its path or line.
Reply problem(const Refusal& refusal);
// What HTTP itself refuses (400, 404, 405, 413, …) and faults (500): `code` has its sentence under "refusal.<code>".
Reply problem(int status, const std::string& code, const Args& args = {}, const std::string& incident = {});
// The same as a small Vietnamese page, for people who came with a browser to somewhere else than /api.
Reply problem_page(int status, const std::string& code, const Args& args = {}, const std::string& incident = {});
Reply problem_page(const Refusal& refusal);
bool wants_json(std::string_view path);    // everything under /api

}    // namespace cs::http
