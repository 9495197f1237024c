#include "platform/http/message.hpp"

#include <fmt/core.h>

#include <boost/json.hpp>

#include "base/text.hpp"
#include "platform/i18n.hpp"

namespace cs::http {
namespace {

int status_of(Problem problem) {
    switch (problem) {
        case Problem::bad_input: return 422;
        case Problem::not_found: return 404;
        case Problem::stale:
        case Problem::no_such_step:
        case Problem::need_unmet: return 409;
        case Problem::not_signed_in: return 401;
        case Problem::not_your_role: return 403;
        case Problem::too_many: return 429;
        case Problem::gone: return 410;
        case Problem::too_large: return 413;
        case Problem::no_room: return 507;
    }
    broken("a Problem without a status", __FILE__, __LINE__);
}

boost::json::object arguments(const Args& args) {
    boost::json::object object;
    for (const auto& [name, value] : args) object[name] = value;
    return object;
}

boost::json::value or_null(const std::string& text) {
    return text.empty() ? boost::json::value(nullptr) : boost::json::value(text);
}

Reply as_problem(int status, const Refusal& refusal, const std::string& incident) {
    boost::json::array faults;
    for (const Fault& fault : refusal.faults)
        faults.push_back(boost::json::object{{"code", fault.code}, {"message", sentence(fault)},
                                             {"args", arguments(fault.args)}, {"where", fault.where}, {"line", fault.line}});
    const boost::json::object body{{"type", "about:blank"}, {"title", sentence(refusal)}, {"status", status},
                                   {"code", refusal.code}, {"args", arguments(refusal.args)},
                                   {"clause", or_null(refusal.clause)}, {"faults", std::move(faults)},
                                   {"incident", or_null(incident)}};
    return {status, "application/problem+json", boost::json::serialize(body), {}, {}};
}

std::string escaped(std::string_view text) {
    std::string out;
    for (char c : text) {
        if (c == '&') out += "&amp;";
        else if (c == '<') out += "&lt;";
        else if (c == '>') out += "&gt;";
        else if (c == '"') out += "&quot;";
        else out += c;
    }
    return out;
}

}    // namespace

std::string_view word(Method method) {
    switch (method) {
        case Method::get: return "GET";
        case Method::post: return "POST";
        case Method::put: return "PUT";
        case Method::patch: return "PATCH";
        case Method::del: return "DELETE";
        case Method::head: return "HEAD";
        case Method::options: return "OPTIONS";
    }
    broken("a Method without a word", __FILE__, __LINE__);
}

std::string_view Request::header(std::string_view lower_case_name) const {
    for (const auto& [name, value] : headers)
        if (name == lower_case_name) return value;
    return {};
}

std::optional<std::string> Request::cookie(std::string_view name) const {
    for (const auto& [header_name, value] : headers) {
        if (header_name != "cookie") continue;
        for (std::string_view rest = value; !rest.empty();) {
            const std::size_t end = rest.find(';');
            const std::string_view pair = trim(rest.substr(0, end));
            rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
            const std::size_t equals = pair.find('=');
            if (equals != std::string_view::npos && pair.substr(0, equals) == name)
                return std::string(pair.substr(equals + 1));
        }
    }
    return std::nullopt;
}

bool wants_json(std::string_view path) { return path == "/api" || path.starts_with("/api/"); }

std::pair<std::string, std::string> named_file(std::string_view name, bool shown) {
    std::string encoded;
    constexpr char digits[] = "0123456789ABCDEF";
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) || c == '.' || c == '-' || c == '_') encoded += c;
        else encoded += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return {"content-disposition", std::string(shown ? "inline" : "attachment") + "; filename*=UTF-8''" + encoded};
}

Reply problem(const Refusal& refusal) { return as_problem(status_of(refusal.problem), refusal, {}); }

Reply problem(int status, const std::string& code, const Args& args, const std::string& incident) {
    return as_problem(status, {Problem::bad_input, code, args, {}, {}}, incident);
}

Reply problem_page(int status, const std::string& code, const Args& args, const std::string& incident) {
    const std::string title = escaped(say("refusal." + code, args));
    const std::string note = incident.empty() ? "" : fmt::format("<p>{}</p>", escaped(say("http.incident", {{"incident", incident}})));
    Reply reply = Reply::html(fmt::format(
        "<!doctype html><html lang=\"vi\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
        "<title>{0}</title><main><h1>{0}</h1>{1}<p><a href=\"/\">{2}</a></p></main></html>",
        title, note, escaped(say("http.to_the_home_page"))));
    reply.status = status;
    return reply;
}

Reply problem_page(const Refusal& refusal) { return problem_page(status_of(refusal.problem), refusal.code, refusal.args); }

}    // namespace cs::http
