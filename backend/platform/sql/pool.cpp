#include "platform/sql/pool.hpp"

#include <chrono>

namespace cs::sql {

Pool::Taken Pool::take() {
    {
        std::unique_lock hold(mutex_);
        const bool free = returned_.wait_for(hold, std::chrono::seconds(30), [&] { return out_ < most_; });
        if (!free) throw Interrupted("no database connection became free within 30 seconds");
        ++out_;
        if (!idle_.empty()) {
            std::unique_ptr<Connection> connection = std::move(idle_.back());
            idle_.pop_back();
            return {std::move(connection), false};
        }
    }
    try {
        return {open_(), true};
    } catch (...) {
        give_back(nullptr);
        throw;
    }
}

void Pool::give_back(std::unique_ptr<Connection> connection) {
    {
        const std::lock_guard hold(mutex_);
        --out_;
        if (connection) idle_.push_back(std::move(connection));
    }
    returned_.notify_one();
}

}    // namespace cs::sql
