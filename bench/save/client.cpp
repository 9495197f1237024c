// Many users at once, each on a connection of his own, in a process beside the server's.
//   bench_save_client PORT PLAN PHASE…      prints one line of JSON for each phase
// PLAN holds one request for each user, ready to send: "LENGTH\n" and the bytes. {n} becomes the number of the user's
// request, {n:8} the same in eight digits, where the length of the body must not change. A phase is SECONDS:PAUSE_MS
// (drawn from half to one and a half) or SECONDS:together (all at the same instant, once a second).
#include <arpa/inet.h>
#include <fmt/core.h>
#include <netinet/tcp.h>
#include <unistd.h>

#include <algorithm>
#include <barrier>
#include <charconv>
#include <chrono>
#include <fstream>
#include <random>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

struct Phase {
    std::chrono::seconds length;
    bool together;
    int pause_ms;
};

struct Measured {
    std::vector<double> ms;
    int refused = 0;
    std::string first_refusal;
};

class User {
public:
    User(int port, std::string request, unsigned seed) : request_(std::move(request)), random_(seed) {
        socket_ = socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const int at_once = 1;
        setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
        if (connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
            throw std::runtime_error("cannot connect to the server");
    }
    ~User() { close(socket_); }
    User(const User&) = delete;
    User& operator=(const User&) = delete;

    void save(Measured& into) {
        const std::string request = numbered();
        const auto began = Clock::now();
        for (std::size_t sent = 0; sent < request.size();) {
            const ssize_t more = send(socket_, request.data() + sent, request.size() - sent, MSG_NOSIGNAL);
            if (more <= 0) throw std::runtime_error("the server hung up");
            sent += static_cast<std::size_t>(more);
        }
        const std::string answer = receive();
        into.ms.push_back(Milliseconds(Clock::now() - began).count());
        if (answer.compare(9, 1, "2") == 0) return;
        if (into.refused++ == 0) into.first_refusal = answer;
    }
    void rest(int pause_ms, Clock::time_point until) {
        if (pause_ms == 0) return;
        const auto pause =
            std::chrono::milliseconds(pause_ms / 2 + static_cast<int>(random_() % static_cast<unsigned>(pause_ms)));
        std::this_thread::sleep_until(std::min(until, Clock::now() + pause));
    }

private:
    std::string numbered() {
        std::string request = request_;
        const auto put = [&](const char* place, const std::string& text) {
            for (std::size_t at; (at = request.find(place)) != std::string::npos;)
                request.replace(at, std::string_view(place).size(), text);
        };
        put("{n:8}", fmt::format("{:08}", n_));
        put("{n}", std::to_string(n_));
        ++n_;
        return request;
    }
    std::string receive() {
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

    const std::string request_;
    std::minstd_rand random_;
    int socket_ = -1, n_ = 0;
};

std::vector<std::string> requests_in(const char* path) {
    std::ifstream plan(path, std::ios::binary);
    std::vector<std::string> requests;
    for (std::size_t length; plan >> length;) {
        plan.get();
        requests.emplace_back(length, '\0');
        plan.read(requests.back().data(), static_cast<std::streamsize>(length));
    }
    return requests;
}

Phase phase_of(const std::string& word) {
    const std::size_t colon = word.find(':');
    const std::string how = word.substr(colon + 1);
    return {std::chrono::seconds(std::stoi(word)), how == "together", how == "together" ? 0 : std::stoi(how)};
}

std::vector<Measured> measure(std::vector<std::unique_ptr<User>>& users, const Phase& phase) {
    std::vector<Measured> measured(users.size());
    std::barrier gate(static_cast<std::ptrdiff_t>(users.size()));
    const auto until = Clock::now() + phase.length;
    const auto live = [&](std::size_t who) {
        users[who]->rest(phase.pause_ms, until);    // so that they do not all begin at once
        if (phase.together) {
            for (auto instant = Clock::now(); instant < until; instant += std::chrono::seconds(1)) {
                std::this_thread::sleep_until(instant);
                gate.arrive_and_wait();
                users[who]->save(measured[who]);
            }
            gate.arrive_and_drop();
        } else {
            for (; Clock::now() < until; users[who]->rest(phase.pause_ms, until)) users[who]->save(measured[who]);
        }
    };
    std::vector<std::thread> threads;
    for (std::size_t who = 0; who < users.size(); ++who) threads.emplace_back(live, who);
    for (std::thread& each : threads) each.join();
    return measured;
}

void print(const std::vector<Measured>& measured, double seconds) {
    std::vector<double> all;
    int refused = 0;
    for (const Measured& m : measured) {
        all.insert(all.end(), m.ms.begin(), m.ms.end());
        if (m.refused > 0 && refused == 0) fmt::print(stderr, "first refusal: {}\n", m.first_refusal);
        refused += m.refused;
    }
    if (all.empty()) throw std::runtime_error("nothing was saved");
    std::sort(all.begin(), all.end());
    const auto at = [&](double share) {
        return all[static_cast<std::size_t>(share * static_cast<double>(all.size() - 1))];
    };
    fmt::print(
        "{{\"saves\":{},\"saves_per_s\":{:.1f},\"p50_ms\":{:.2f},\"p95_ms\":{:.2f},\"p99_ms\":{:.2f},\"max_ms\":{:.2f},"
        "\"errors\":{}}}\n",
        all.size(), static_cast<double>(all.size()) / seconds, at(0.5), at(0.95), at(0.99), all.back(), refused);
}

}    // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        fmt::print(stderr, "usage: bench_save_client PORT PLAN SECONDS:PAUSE_MS|SECONDS:together…\n");
        return 2;
    }
    std::vector<std::unique_ptr<User>> users;
    unsigned seed = 1;
    for (std::string& request : requests_in(argv[2]))
        users.push_back(std::make_unique<User>(std::stoi(argv[1]), std::move(request), seed++));
    for (int i = 3; i < argc; ++i) {
        const auto began = Clock::now();
        const auto measured = measure(users, phase_of(argv[i]));
        print(measured, std::chrono::duration<double>(Clock::now() - began).count());
    }
}
