#pragma once
// The HTTP/1.1 server over Boost.Beast: coroutines on one I/O thread, handlers as plain functions on a pool (libpq and
// SQLite block). Total time-outs for header, body and reply; body limit 413, header limit 431; missing Host and unknown
// Transfer-Encoding 400/501; SIGPIPE ignored; graceful drain. TLS is nginx's.
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "platform/http/message.hpp"

namespace cs::http {

struct ServerOptions {
    std::vector<std::string> listen = {"127.0.0.1:8080"};    // "ADDR:PORT", "[::1]:8080"; port 0 takes a free one
    int workers = 4;
    std::size_t body_limit = 4 * 1024 * 1024;
    std::uint32_t header_limit = 16 * 1024;
    // For the whole header, the whole body, each 64 kB of a reply, and the wait for the next request.
    std::chrono::milliseconds header_timeout{10'000}, body_timeout{60'000}, reply_timeout{60'000}, idle_timeout{30'000};
    int connection_limit = 1024;         // a connection above it is closed at once
    std::vector<std::string> proxies = {};    // addresses whose X-Forwarded-For tells the client (its last entry)
};

class Server {
public:
    // Binds at once; throws std::system_error naming the address when it cannot (an environment fault). `handle` runs on
    // `workers` threads; what it throws becomes 500 with an incident number, the rest goes to the log only.
    Server(ServerOptions options, std::function<Reply(Request)> handle);
    ~Server();
    std::vector<std::string> addresses() const;    // "http://127.0.0.1:41234", one per listen
    void run();     // returns after stop(): new connections are refused, requests in flight are answered
    void stop();    // from a signal handler's thread or a test

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// Static files of one folder with ETag, precompressed twins (.br, .gz) by Accept-Encoding, immutable caching for names
// hashed by the bundler (main-B1x9Kd3f.js), never a path outside the folder, also not by a symbolic link. `path` is
// relative. nullopt: no such file.
std::optional<Reply> static_file(const std::string& folder, const std::string& path, const Request& request);

}    // namespace cs::http
