#include "platform/sql/flusher.hpp"

namespace cs::sql {

Flusher::Flusher(std::unique_ptr<Connection> session) : session_(std::move(session)) {
    // A server set to acknowledge early would do so here as well; a stricter setting (remote_apply) is left.
    session_->script(
        "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'");
}

void Flusher::wait() {
    std::unique_lock hold(mutex_);
    const std::int64_t mine = ++asked_;
    while (flushed_ < mine && fault_.empty()) {
        if (flushing_) {
            answered_.wait(hold);
            continue;
        }
        flushing_ = true;
        const std::int64_t all = asked_;
        hold.unlock();
        const std::string fault = flush();
        hold.lock();
        flushing_ = false;
        fault_ = fault;
        if (fault.empty()) flushed_ = all;
        answered_.notify_all();
    }
    if (flushed_ < mine) throw Interrupted(fault_);
}

// A message nobody reads, only so that the transaction has something to write and to wait for.
std::string Flusher::flush() {
    try {
        session_->script("select pg_logical_emit_message(true, 'chungsuc', '')", "flush");
        return "";
    } catch (const std::exception& fault) {
        return fault.what();
    }
}

bool Flusher::usable() {
    const std::lock_guard hold(mutex_);
    return fault_.empty() && (flushing_ || session_->alive());
}

}    // namespace cs::sql
