#pragma once
// Taking times: a phase is run several times and its median told, with the best beside it.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

namespace bench {

struct Phase {
    std::string name;
    std::vector<double> seconds;
    double median() const {
        std::vector<double> sorted = seconds;
        std::sort(sorted.begin(), sorted.end());
        return sorted[sorted.size() / 2];
    }
    double best() const { return *std::min_element(seconds.begin(), seconds.end()); }
};

inline double seconds_of(const auto& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

Phase measure(std::string name, int times, const auto& work) {
    Phase phase{std::move(name), {}};
    for (int i = 0; i < times; ++i) phase.seconds.push_back(seconds_of(work));
    return phase;
}

// Two phases whose ratio is wanted, in turns: what else runs on the machine then slows both.
std::pair<Phase, Phase> measure_in_turns(std::string name, const auto& work, std::string other_name, const auto& other, int times) {
    std::pair<Phase, Phase> both{{std::move(name), {}}, {std::move(other_name), {}}};
    for (int i = 0; i < times; ++i) {
        both.first.seconds.push_back(seconds_of(work));
        both.second.seconds.push_back(seconds_of(other));
    }
    return both;
}

}    // namespace bench
