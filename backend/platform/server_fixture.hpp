#pragma once
// A server on a free port and peers that speak to it in bytes, for tests.
#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

#include "platform/http/server.hpp"

namespace cs::http {

// A peer with nothing between it and the bytes. Waiting is always waiting on the socket, ten seconds at most.
class Peer {
public:
    explicit Peer(int port) : fd_(socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(static_cast<std::uint16_t>(port));
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ = connect(fd_, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0;
    }
    ~Peer() { close(fd_); }
    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;

    bool connected() const { return connected_; }
    bool say(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t n = send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (n <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(n));
        }
        return true;
    }
    // True when something can be read, also the end.
    bool ready(std::chrono::milliseconds within) const {
        pollfd p{fd_, POLLIN, 0};
        return poll(&p, 1, static_cast<int>(within.count())) == 1;
    }
    // Reads on until `enough` says so; false when the server closed before.
    template <class Enough>
    bool hear(Enough enough) {
        while (!enough(heard)) {
            char bytes[65536];
            REQUIRE_MESSAGE(ready(std::chrono::seconds(10)), "the server is silent");
            const ssize_t n = recv(fd_, bytes, sizeof bytes, 0);
            if (n <= 0) return false;
            heard.append(bytes, static_cast<std::size_t>(n));
        }
        return true;
    }
    bool hears_the_end() {
        return !hear([](const std::string&) { return false; });
    }
    // The next reply, head and body.
    std::string reply(bool with_body = true) {
        std::size_t length = 0;
        hear([&](const std::string& s) {
            const std::size_t end = s.find("\r\n\r\n");
            if (end == std::string::npos) return false;
            const std::size_t at = s.substr(0, end).find("content-length: ");
            length = end + 4 + (with_body && at != std::string::npos ? std::stoul(s.substr(at + 16)) : 0);
            return s.size() >= length;
        });
        std::string one = heard.substr(0, length);
        heard.erase(0, length);
        return one;
    }

    std::string heard;

private:
    int fd_;
    bool connected_ = false;
};

class Running {
public:
    explicit Running(std::function<Reply(Request)> handle, ServerOptions options = {}) {
        options.listen = {"127.0.0.1:0"};
        server = std::make_unique<Server>(options, std::move(handle));
        const std::string address = server->addresses().front();
        port = std::stoi(address.substr(address.rfind(':') + 1));
        thread_ = std::thread([this] { server->run(); });
    }
    ~Running() { end(); }
    void end() {
        server->stop();
        if (thread_.joinable()) thread_.join();
    }
    std::string ask(std::string_view bytes) {
        Peer peer(port);
        peer.say(bytes);
        return peer.reply();
    }

    std::unique_ptr<Server> server;
    int port = 0;

private:
    std::thread thread_;
};

}    // namespace cs::http
