#pragma once
// What HTTP/1.1 asks between the parser and the handlers, without sockets: targets, compression, the head of a reply.
#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "base/day.hpp"
#include "platform/http/message.hpp"

namespace cs::http {

struct Target {
    std::string path;
    std::map<std::string, std::string> query;
};

// "/don-vi?q=%C4%91%C3%A0" decoded; an absolute "http://host/path" loses its host. Refuses (400) http.bad_target: no
// leading slash, a bad or hidden (%2F, %00) escape, "." or ".." as a segment, not UTF-8; and http.query_twice.
tl::expected<Target, Reply> parse_target(std::string_view raw);

// Does Accept-Encoding allow `coding` ("gzip", "br")? By RFC 9110 section 12.5.3; "identity" needs no asking.
bool accepts(std::string_view accept_encoding, std::string_view coding);

bool compressible(std::string_view media_type);
// Compresses the body of a text reply above 1 kB when the client takes gzip. Pages and JSON travel over 3G.
void compress(Reply& reply, std::string_view accept_encoding);

// Adds what every reply carries unless the handler set it: the content security policy and its companions, no-store
// under /api.
void secure(Reply& reply, std::string_view path);

// Status line and headers, ending with the empty line. `length` is that of the body even when it is not sent (HEAD).
std::string head(const Reply& reply, std::uintmax_t length, bool keep_alive, Instant now);

}    // namespace cs::http
