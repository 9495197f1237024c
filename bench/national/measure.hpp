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

template <class Work>
Phase measure(std::string name, int times, Work&& work) {
    Phase phase{std::move(name), {}};
    for (int i = 0; i < times; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        phase.seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    return phase;
}

}    // namespace bench
