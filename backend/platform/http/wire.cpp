#include "platform/http/wire.hpp"

#include <fmt/chrono.h>
#include <zlib.h>

#include <algorithm>
#include <charconv>

#include "base/text.hpp"

namespace cs::http {
namespace {

// The prototypes of the screens passed this policy without one violation (design/frontend.md, section 7).
constexpr std::string_view content_security_policy =
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; "
    "form-action 'self'; require-trusted-types-for 'script'";

int hex(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::optional<std::string> decode(std::string_view raw, bool plus_is_blank) {
    std::string out;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] == '+' && plus_is_blank) out += ' ';
        else if (raw[i] != '%') out += raw[i];
        else {
            const int high = i + 2 < raw.size() ? hex(raw[i + 1]) : -1;
            const int low = high >= 0 ? hex(raw[i + 2]) : -1;
            if (low < 0 || (high == 0 && low == 0)) return std::nullopt;
            out += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    return nfc(out);
}

bool plain_segments(std::string_view raw_path) {
    while (!raw_path.empty()) {
        raw_path.remove_prefix(1);
        const std::size_t slash = std::min(raw_path.find('/'), raw_path.size());
        const std::optional<std::string> segment = decode(raw_path.substr(0, slash), false);
        if (!segment || *segment == "." || *segment == ".." || segment->find_first_of("/\\") != std::string::npos) return false;
        raw_path.remove_prefix(slash);
    }
    return true;
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return out;
}

template <class Use>
void each_of(std::string_view list, char separator, Use use) {
    for (;;) {
        const std::size_t end = list.find(separator);
        use(trim(list.substr(0, end)));
        if (end == std::string_view::npos) return;
        list.remove_prefix(end + 1);
    }
}

bool has(const Reply& reply, std::string_view name) {
    return std::any_of(reply.headers.begin(), reply.headers.end(), [&](const auto& h) { return h.first == name; });
}

void set_if_absent(Reply& reply, const char* name, std::string_view value) {
    if (!has(reply, name)) reply.headers.emplace_back(name, value);
}

std::string gzip(std::string_view bytes) {
    z_stream z{};
    CS_CHECK(deflateInit2(&z, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);    // +16: gzip, not zlib
    std::string out(deflateBound(&z, bytes.size()), '\0');
    z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    z.avail_in = static_cast<uInt>(bytes.size());
    z.next_out = reinterpret_cast<Bytef*>(out.data());
    z.avail_out = static_cast<uInt>(out.size());
    const int ended = deflate(&z, Z_FINISH);
    out.resize(z.total_out);
    deflateEnd(&z);
    CS_CHECK(ended == Z_STREAM_END);
    return out;
}

std::string_view reason(int status) {
    switch (status) {
        case 200: return "OK";
        case 201: return "Created";
        case 202: return "Accepted";
        case 204: return "No Content";
        case 303: return "See Other";
        case 304: return "Not Modified";
        case 308: return "Permanent Redirect";
        case 400: return "Bad Request";
        case 401: return "Unauthorized";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 409: return "Conflict";
        case 410: return "Gone";
        case 412: return "Precondition Failed";
        case 413: return "Content Too Large";
        case 415: return "Unsupported Media Type";
        case 422: return "Unprocessable Content";
        case 428: return "Precondition Required";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 460: return "Checksum Mismatch";    // tus 1.0
        case 500: return "Internal Server Error";
        case 501: return "Not Implemented";
        case 503: return "Service Unavailable";
        case 507: return "Insufficient Storage";
        default: return "";
    }
}

}    // namespace

tl::expected<Target, Reply> parse_target(std::string_view raw) {
    const auto bad = [] { return tl::unexpected(problem(400, "http.bad_target")); };
    if (lower(raw.substr(0, 7)) == "http://") raw.remove_prefix(std::min(raw.find('/', 7), raw.size()));
    const std::size_t question = std::min(raw.find('?'), raw.size());
    const std::string_view raw_path = raw.substr(0, question);
    if (!raw_path.starts_with('/') || !plain_segments(raw_path)) return bad();
    Target target{*decode(raw_path, false), {}};
    if (question + 1 >= raw.size()) return target;
    std::optional<Reply> refused;
    each_of(raw.substr(question + 1), '&', [&](std::string_view pair) {
        const std::size_t equals = std::min(pair.find('='), pair.size());
        const auto name = decode(pair.substr(0, equals), true);
        const auto value = decode(pair.substr(std::min(equals + 1, pair.size())), true);
        if (!name || !value) refused = problem(400, "http.bad_target");
        else if (!pair.empty() && !target.query.emplace(*name, *value).second)
            refused = problem(400, "http.query_twice", {{"name", *name}});
    });
    if (refused) return tl::unexpected(*std::move(refused));
    return target;
}

bool accepts(std::string_view accept_encoding, std::string_view coding) {
    std::optional<bool> named, any;
    each_of(accept_encoding, ',', [&](std::string_view item) {
        const std::size_t semicolon = std::min(item.find(';'), item.size());
        const std::string name = lower(trim(item.substr(0, semicolon)));
        const std::string weight = lower(item.substr(semicolon));
        const std::size_t q = weight.find("q=");
        const bool wanted = q == std::string::npos || weight.find_first_of("123456789", q) != std::string::npos;
        if (name == coding) named = wanted;
        if (name == "*") any = wanted;
    });
    return named.value_or(any.value_or(false));
}

bool compressible(std::string_view type) {
    return type.starts_with("text/") || type == "application/json" || type == "application/problem+json" ||
           type == "image/svg+xml" || type == "application/manifest+json";
}

void compress(Reply& reply, std::string_view accept_encoding) {
    if (!reply.file.empty() || reply.body.size() <= 1024 || !compressible(reply.type) || has(reply, "content-encoding")) return;
    reply.headers.emplace_back("vary", "accept-encoding");
    if (!accepts(accept_encoding, "gzip")) return;
    reply.body = gzip(reply.body);
    reply.headers.emplace_back("content-encoding", "gzip");
}

void secure(Reply& reply, std::string_view path) {
    set_if_absent(reply, "content-security-policy", content_security_policy);
    set_if_absent(reply, "x-content-type-options", "nosniff");
    set_if_absent(reply, "referrer-policy", "same-origin");
    if (wants_json(path)) set_if_absent(reply, "cache-control", "no-store");
}

std::string head(const Reply& reply, std::uintmax_t length, bool keep_alive, Instant now) {
    std::string out = fmt::format("HTTP/1.1 {} {}\r\n", reply.status, reason(reply.status));
    const auto add = [&](std::string_view name, std::string_view value) {
        CS_CHECK(value.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos);    // no header within a header
        out.append(name).append(": ").append(value).append("\r\n");
    };
    add("date", fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(std::chrono::floor<std::chrono::seconds>(now))));
    add("connection", keep_alive ? "keep-alive" : "close");
    if (reply.status != 204 && reply.status != 304) {
        add("content-type", reply.type.starts_with("text/") ? reply.type + "; charset=utf-8" : reply.type);
        add("content-length", std::to_string(length));
    }
    for (const auto& [name, value] : reply.headers) add(name, value);
    return out + "\r\n";
}

}    // namespace cs::http
