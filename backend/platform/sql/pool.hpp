#pragma once
// Connections waiting to be used again. Opened when first needed, never more than `most` at once.
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "platform/sql/connection.hpp"

namespace cs::sql {

class Pool {
public:
    using Open = std::function<std::unique_ptr<Connection>()>;
    Pool(int most, Open open) : most_(most), open_(std::move(open)) {}

    struct Taken {
        std::unique_ptr<Connection> connection;
        bool fresh;    // opened just now
    };
    // Waits up to 30 seconds for a connection, then throws Interrupted.
    Taken take();
    void give_back(std::unique_ptr<Connection> connection);    // nullptr: it broke and is gone

private:
    const int most_;
    const Open open_;
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Connection>> idle_;
    int out_ = 0;
};

}    // namespace cs::sql
