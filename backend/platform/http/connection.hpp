#pragma once
// One connection of the server, from its first byte to its close. Internal to platform/http: Beast is seen by its .cpp only.
#define BOOST_ASIO_SEPARATE_COMPILATION
#define BOOST_BEAST_SEPARATE_COMPILATION
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <functional>
#include <set>

#include "platform/http/server.hpp"

namespace cs::http {

namespace asio = boost::asio;
using asio::ip::tcp;

constexpr auto as_tuple = asio::as_tuple(asio::use_awaitable);

// What the connections share. Everything but `handle` is touched by the I/O thread only.
struct Service {
    Service(ServerOptions o, std::function<Reply(Request)> h)
        : options(std::move(o)), handle(std::move(h)), pool(static_cast<std::size_t>(options.workers)) {}

    const ServerOptions options;
    const std::function<Reply(Request)> handle;
    int connections = 0;
    bool stopping = false;
    std::set<tcp::socket*> waiting;    // kept alive between two requests: given up at once when the server stops
    asio::thread_pool pool;            // last: its threads end before what they use
};

asio::awaitable<void> serve(Service& service, tcp::socket socket);

}    // namespace cs::http
