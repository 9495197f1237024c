#pragma once
// A few may be inside at once; who waits longer than `patience` is refused.
#include <chrono>
#include <cstddef>
#include <memory>
#include <semaphore>

#include "base/result.hpp"

namespace cs::access {

class Turnstile {
public:
    Turnstile(int seats, std::chrono::milliseconds patience) : seats_(seats), patience_(patience) {}

    class Leave {
    public:
        void operator()(std::counting_semaphore<>* seats) const { seats->release(); }
    };
    using Seat = std::unique_ptr<std::counting_semaphore<>, Leave>;    // given back when destroyed

    // Refuses access.too_many_sign_ins.
    Result<Seat> enter() {
        if (!seats_.try_acquire_for(patience_)) return refuse(Problem::too_many, "access.too_many_sign_ins");
        return Seat(&seats_);
    }

private:
    std::counting_semaphore<> seats_;
    std::chrono::milliseconds patience_;
};

}    // namespace cs::access
