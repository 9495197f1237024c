#include "connection.hpp"

#include <arpa/inet.h>
#include <fmt/core.h>
#include <netinet/tcp.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <stdexcept>

namespace bench {

Connection::Connection(int port) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int at_once = 1;
    setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
    if (connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("cannot connect to the server");
}

Connection::~Connection() { close(socket_); }

std::string Connection::ask(const std::string& request) {
    for (std::size_t sent = 0; sent < request.size();) {
        const ssize_t more = send(socket_, request.data() + sent, request.size() - sent, MSG_NOSIGNAL);
        if (more <= 0) throw std::runtime_error("the server hung up");
        sent += static_cast<std::size_t>(more);
    }
    return receive();
}

std::string Connection::receive() {
    std::string answer;
    for (char piece[16384];;) {
        const std::size_t head = answer.find("\r\n\r\n");
        const std::size_t at = answer.find("\r\ncontent-length: ");
        if (head != answer.npos && at != answer.npos) {
            std::size_t length = 0;
            std::from_chars(answer.data() + at + 18, answer.data() + head, length);
            if (answer.size() >= head + 4 + length) return answer;
        }
        const ssize_t more = recv(socket_, piece, sizeof piece, 0);
        if (more <= 0) throw std::runtime_error("the server hung up");
        answer.append(piece, static_cast<std::size_t>(more));
    }
}

std::vector<Planned> plan_in(const char* path) {
    std::ifstream file(path, std::ios::binary);
    std::vector<Planned> plan;
    for (std::size_t length, first; file >> length >> first;) {
        file.get();
        plan.push_back({std::string(length, '\0'), first});
        file.read(plan.back().request.data(), static_cast<std::streamsize>(length));
    }
    return plan;
}

std::string shares_of(std::vector<double> ms) {
    if (ms.empty()) throw std::runtime_error("nothing was measured");
    std::sort(ms.begin(), ms.end());
    const auto at = [&](double share) { return ms[static_cast<std::size_t>(share * static_cast<double>(ms.size() - 1))]; };
    return fmt::format("\"p50_ms\":{:.2f},\"p95_ms\":{:.2f},\"p99_ms\":{:.2f},\"max_ms\":{:.2f}", at(0.5), at(0.95), at(0.99), ms.back());
}

}    // namespace bench
