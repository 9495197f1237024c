// Many users at once, each on a connection of his own, in a process beside the server's.
//   bench_save_client PORT PLAN PHASE…      prints one line of JSON for each phase
// PLAN holds one request for each user: "LENGTH FIRST\n" and the bytes, in which {n} becomes FIRST, FIRST + 1, … and
// {length} the length of the body then. A phase is SECONDS:PAUSE_MS
// (drawn from half to one and a half) or SECONDS:together (all at the same instant, once a second).
#include <fmt/core.h>

#include <barrier>
#include <chrono>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "../client/connection.hpp"

namespace {

using namespace bench;
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
    User(int port, Planned plan, unsigned seed) : link_(port), plan_(std::move(plan)), random_(seed) {}

    void save(Measured& into) {
        const std::string request = numbered();
        const auto began = Clock::now();
        const std::string answer = link_.ask(request);
        into.ms.push_back(Milliseconds(Clock::now() - began).count());
        if (is_good(answer)) return;
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
        std::string request = plan_.request;
        const auto put = [&](std::string_view place, std::size_t number) {
            for (std::size_t at; (at = request.find(place)) != std::string::npos;)
                request.replace(at, place.size(), std::to_string(number));
        };
        put("{n}", plan_.first++);
        put("{length}", request.size() - request.find("\r\n\r\n") - 4);
        return request;
    }

    Connection link_;
    Planned plan_;
    std::minstd_rand random_;
};

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
    const std::size_t saves = all.size();
    fmt::print("{{\"saves\":{},\"saves_per_s\":{:.1f},{},\"errors\":{}}}\n", saves, static_cast<double>(saves) / seconds,
               shares_of(std::move(all)), refused);
}

}    // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        fmt::print(stderr, "usage: bench_save_client PORT PLAN SECONDS:PAUSE_MS|SECONDS:together…\n");
        return 2;
    }
    std::vector<std::unique_ptr<User>> users;
    unsigned seed = 1;
    for (Planned& plan : plan_in(argv[2]))
        users.push_back(std::make_unique<User>(std::stoi(argv[1]), std::move(plan), seed++));
    for (int i = 3; i < argc; ++i) {
        const auto began = Clock::now();
        const auto measured = measure(users, phase_of(argv[i]));
        print(measured, std::chrono::duration<double>(Clock::now() - began).count());
    }
}
