#include "platform/http/server.hpp"

#include <spdlog/spdlog.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <csignal>

#include "platform/http/connection.hpp"

namespace cs::http {
namespace {

tcp::endpoint endpoint_of(const std::string& listen) {
    const std::size_t colon = std::min(listen.rfind(':'), listen.size());
    std::string address = listen.substr(0, colon);
    if (address.starts_with('[') && address.ends_with(']')) address = address.substr(1, address.size() - 2);
    const std::string port = listen.substr(std::min(colon + 1, listen.size()));
    boost::system::error_code error;
    const asio::ip::address ip = asio::ip::make_address(address, error);
    const bool number = !port.empty() && port.size() <= 5 && port.find_first_not_of("0123456789") == std::string::npos;
    if (error || !number || std::stoi(port) > 65535)
        throw std::system_error(std::make_error_code(std::errc::invalid_argument), "not ADDRESS:PORT: " + listen);
    return {ip, static_cast<asio::ip::port_type>(std::stoi(port))};
}

tcp::acceptor bound(asio::io_context& io, const std::string& listen) {
    const tcp::endpoint endpoint = endpoint_of(listen);
    try {
        tcp::acceptor acceptor(io, endpoint.protocol());
        acceptor.set_option(tcp::acceptor::reuse_address(true));
        if (endpoint.protocol() == tcp::v6()) acceptor.set_option(asio::ip::v6_only(true));
        acceptor.bind(endpoint);
        acceptor.listen();
        return acceptor;
    } catch (const boost::system::system_error& e) {
        throw std::system_error(std::error_code(e.code()), "cannot listen on " + listen);
    }
}

}    // namespace

struct Server::Impl {
    Impl(ServerOptions options, std::function<Reply(Request)> handle)
        : listen(options.listen), service(std::move(options), std::move(handle)) {
        std::signal(SIGPIPE, SIG_IGN);    // a client that leaves must not end the process
        for (const std::string& address : listen) acceptors.push_back(bound(io, address));
    }

    asio::awaitable<void> accept(tcp::acceptor& acceptor);

    std::vector<std::string> listen;
    asio::io_context io{1};
    std::vector<tcp::acceptor> acceptors;
    Service service;
};

asio::awaitable<void> Server::Impl::accept(tcp::acceptor& acceptor) {
    asio::steady_timer pause(io);
    while (acceptor.is_open()) {
        auto [error, socket] = co_await acceptor.async_accept(as_tuple);
        if (error == asio::error::operation_aborted || service.stopping) co_return;
        if (error) {    // out of file descriptors, most likely: let some connections end first
            spdlog::warn("cannot accept a connection: {}", error.message());
            pause.expires_after(std::chrono::milliseconds(100));
            co_await pause.async_wait(as_tuple);
        } else if (service.connections >= service.options.connection_limit) {
            spdlog::warn("limit of {} connections reached, one turned away", service.options.connection_limit);
        } else {
            asio::co_spawn(io, serve(service, std::move(socket)), asio::detached);
        }
    }
}

Server::Server(ServerOptions options, std::function<Reply(Request)> handle)
    : impl_(std::make_unique<Impl>(std::move(options), std::move(handle))) {}
Server::~Server() = default;

std::vector<std::string> Server::addresses() const {
    std::vector<std::string> all;
    for (const tcp::acceptor& acceptor : impl_->acceptors) {
        const tcp::endpoint at = acceptor.local_endpoint();
        const std::string ip = at.address().to_string();
        all.push_back("http://" + (at.address().is_v6() ? '[' + ip + ']' : ip) + ':' + std::to_string(at.port()));
    }
    return all;
}

void Server::run() {
    for (tcp::acceptor& acceptor : impl_->acceptors) asio::co_spawn(impl_->io, impl_->accept(acceptor), asio::detached);
    impl_->io.run();
    impl_->service.pool.join();
}

void Server::stop() {
    asio::post(impl_->io, [impl = impl_.get()] {
        impl->service.stopping = true;
        boost::system::error_code ignored;    // a socket may have been closed by its time-out a moment ago
        for (tcp::acceptor& acceptor : impl->acceptors) acceptor.close(ignored);
        for (tcp::socket* socket : impl->service.waiting) socket->cancel(ignored);
    });
}

}    // namespace cs::http
