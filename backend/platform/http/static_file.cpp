#include <fmt/core.h>

#include <filesystem>

#include "platform/http/server.hpp"
#include "platform/http/wire.hpp"

namespace cs::http {
namespace {

namespace fs = std::filesystem;

// No empty, hidden or climbing segments, and nothing a file system may take for a separator.
bool harmless(std::string_view path) {
    if (path.empty() || path.find_first_of(std::string_view("\\\0", 2)) != std::string_view::npos) return false;
    for (;;) {
        const std::size_t slash = path.find('/');
        if (path.empty() || path.front() == '.' || slash == 0) return false;
        if (slash == std::string_view::npos) return true;
        path.remove_prefix(slash + 1);
    }
}

bool inside(const fs::path& folder, const fs::path& file) {
    std::error_code error;
    const fs::path root = fs::canonical(folder, error);
    if (error) return false;
    const fs::path real = fs::canonical(file, error);
    if (error || !fs::is_regular_file(real, error)) return false;
    return std::mismatch(root.begin(), root.end(), real.begin(), real.end()).first == root.end();
}

std::string_view media_type(const fs::path& file) {
    static const std::map<std::string, std::string_view, std::less<>> types = {
        {".html", "text/html"},         {".css", "text/css"},           {".js", "text/javascript"},
        {".mjs", "text/javascript"},    {".json", "application/json"},  {".svg", "image/svg+xml"},
        {".png", "image/png"},          {".jpg", "image/jpeg"},         {".webp", "image/webp"},
        {".ico", "image/x-icon"},       {".woff2", "font/woff2"},       {".txt", "text/plain"},
        {".csv", "text/csv"},           {".webmanifest", "application/manifest+json"}};
    const auto type = types.find(file.extension().string());
    return type == types.end() ? "application/octet-stream" : type->second;
}

// main-B1x9Kd3f.js: the bundler puts eight characters of a hash between the last hyphen and the ending.
bool hashed_name(const fs::path& file) {
    const std::string stem = file.stem().string();
    return stem.size() > 9 && stem[stem.size() - 9] == '-' &&
           std::all_of(stem.end() - 8, stem.end(), [](unsigned char c) { return std::isalnum(c) || c == '_' || c == '-'; });
}

bool names(std::string_view if_none_match, const std::string& etag) {
    return if_none_match == "*" || if_none_match.find(etag) != std::string_view::npos;
}

}    // namespace

std::optional<Reply> static_file(const std::string& folder, const std::string& path, const Request& request) {
    const fs::path wanted = fs::path(folder) / path;
    if (!harmless(path) || !inside(folder, wanted)) return std::nullopt;
    Reply reply{200, std::string(media_type(wanted)), {}, {}, wanted.string()};
    const std::string_view codings = request.header("accept-encoding");
    if (compressible(reply.type)) reply.headers.emplace_back("vary", "accept-encoding");
    for (const auto& [coding, ending] : {std::pair("br", ".br"), std::pair("gzip", ".gz")}) {
        const std::string twin = wanted.string() + ending;
        if (!accepts(codings, coding) || !inside(folder, twin)) continue;
        reply.file = twin;
        reply.headers.emplace_back("content-encoding", coding);
        break;
    }
    const auto changed = fs::last_write_time(reply.file).time_since_epoch().count();
    const std::string etag = fmt::format("\"{:x}-{:x}\"", fs::file_size(reply.file), changed);
    reply.headers.emplace_back("etag", etag);
    reply.headers.emplace_back("cache-control", hashed_name(wanted) ? "public, max-age=31536000, immutable" : "no-cache");
    if (names(request.header("if-none-match"), etag)) {
        reply.status = 304;
        reply.file.clear();
    }
    return reply;
}

}    // namespace cs::http
