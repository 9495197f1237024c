// The last ten minutes of March, played faster: bench_storm_client PORT SENT READ SECONDS CONNECTIONS TOLD
// Each request of SENT goes once, at an instant drawn over SECONDS (0: as fast as CONNECTIONS allow), and is timed from that
// instant, also while it waits for a free connection. Each reader of READ asks again and again, with about a second between. Every
// receipt the server told goes to TOLD with its sheet as "SHEET CODE". Prints one line of JSON.
#include <fmt/core.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <fstream>
#include <numeric>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "../client/connection.hpp"

namespace {

using namespace bench;
using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

struct Answers {
    std::vector<double> ms;
    std::vector<std::string> told;
    int refused = 0;
    std::string first_refusal;

    void take(Clock::time_point since, const std::string& answer) {
        ms.push_back(Milliseconds(Clock::now() - since).count());
        if (!is_good(answer) && refused++ == 0) first_refusal = answer;
    }
};

Answers together(std::vector<Answers>& parts) {
    Answers all;
    for (Answers& part : parts) {
        all.ms.insert(all.ms.end(), part.ms.begin(), part.ms.end());
        all.told.insert(all.told.end(), part.told.begin(), part.told.end());
        all.refused += part.refused;
        if (all.first_refusal.empty()) all.first_refusal = part.first_refusal;
    }
    return all;
}

std::string between(const std::string& text, std::string_view before, char end) {
    const std::size_t at = text.find(before);
    if (at == text.npos) return {};
    return text.substr(at + before.size(), text.find(end, at + before.size()) - at - before.size());
}

// Instants since the beginning, one for each request, in order.
std::vector<Clock::duration> drawn(std::size_t count, double seconds, std::minstd_rand& random) {
    std::uniform_real_distribution<double> at(0, seconds);
    std::vector<Clock::duration> all(count);
    if (seconds > 0)
        for (auto& due : all) due = std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(at(random)));
    std::sort(all.begin(), all.end());
    return all;
}

struct Storm {
    int port;
    std::vector<Planned> requests;
    std::vector<Clock::duration> due;
    Clock::time_point began = Clock::now();
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> is_over = false;

    void send(Answers& answers) {
        Connection link(port);
        for (std::size_t i; (i = next++) < requests.size();) {
            const auto instant = due[i] == Clock::duration::zero() ? Clock::now() : began + due[i];
            std::this_thread::sleep_until(instant);
            const std::string answer = link.ask(requests[i].request);
            answers.take(instant, answer);
            if (const std::string code = between(answer, "\"receipt\":\"", '"'); !code.empty())
                answers.told.push_back(between(requests[i].request, "/api/score-sheets/", '/') + " " + code);
        }
    }
    void read(const std::string& request, unsigned seed, Answers& answers) {
        Connection link(port);
        std::minstd_rand random(seed);
        while (!is_over) {
            std::this_thread::sleep_for(std::chrono::milliseconds(500 + random() % 1000));
            const auto instant = Clock::now();
            answers.take(instant, link.ask(request));
        }
    }
};

std::string json_of(const Answers& a, double seconds) {
    if (a.refused > 0) fmt::print(stderr, "first refusal: {}\n", a.first_refusal);
    return fmt::format("{{\"requests\":{},\"per_s\":{:.1f},{},\"errors\":{}}}", a.ms.size(), static_cast<double>(a.ms.size()) / seconds, shares_of(a.ms), a.refused);
}

}    // namespace

int main(int argc, char** argv) {
    if (argc != 7) {
        fmt::print(stderr, "usage: bench_storm_client PORT SENT READ SECONDS CONNECTIONS TOLD\n");
        return 2;
    }
    std::minstd_rand random(547);
    Storm storm{std::stoi(argv[1]), plan_in(argv[2]), {}};
    std::shuffle(storm.requests.begin(), storm.requests.end(), random);
    storm.due = drawn(storm.requests.size(), std::stod(argv[4]), random);
    const auto readings = plan_in(argv[3]);
    std::vector<Answers> sent(static_cast<std::size_t>(std::stoi(argv[5]))), read(readings.size());
    std::vector<std::thread> senders, readers;
    storm.began = Clock::now();
    for (std::size_t i = 0; i < read.size(); ++i) readers.emplace_back([&, i] { storm.read(readings[i].request, static_cast<unsigned>(i), read[i]); });
    for (Answers& answers : sent) senders.emplace_back([&] { storm.send(answers); });
    for (std::thread& each : senders) each.join();
    const double seconds = std::chrono::duration<double>(Clock::now() - storm.began).count();
    storm.is_over = true;
    const Answers all = together(sent);
    std::ofstream told(argv[6]);
    for (const std::string& line : all.told) told << line << "\n";
    told.close();
    for (std::thread& each : readers) each.join();
    fmt::print("{{\"seconds\":{:.2f},\"sent\":{},\"read\":{}}}\n", seconds, json_of(all, seconds), json_of(together(read), seconds));
}
