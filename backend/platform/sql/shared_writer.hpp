#pragma once
// SQLite has one writer, and its commit waits for the disk. Callers who come at the same time take turns on the
// writer's connection, each with a part of its own that can be taken back alone, and share one commit: whoever finds
// nobody waiting behind him commits for all. While he waits for the disk the next group gathers; there is no timer.
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "platform/sql/connection.hpp"

namespace cs::sql {

class SharedWriter {
public:
    using Open = std::function<std::unique_ptr<Connection>()>;
    explicit SharedWriter(Open open) : open_(std::move(open)), connection_(open_()) {}

    // Waits up to 30 seconds for its turn, then throws Interrupted. commit() returns when the disk has the work, and
    // throws Interrupted when the group's commit failed, as it does for everybody in the group. Without commit() the
    // part is taken back; it too leaves only when what others did before it in the group, and it may have seen, is on
    // disk.
    std::unique_ptr<Transaction> begin();
    int waiting();    // callers whose turn has not come

private:
    // Parts that stand and fall together: one transaction of the engine.
    struct Group {
        bool kept = false;    // somebody's work is in it
        bool over = false;
        std::string fault;    // why its commit failed
    };
    class Turn;

    void enter();
    void leave(bool kept);
    void undo() noexcept;
    void finish(const std::string& fault);

    const Open open_;
    // The connection and the open group belong to whoever has the turn.
    std::unique_ptr<Connection> connection_;
    std::shared_ptr<Group> group_;

    std::mutex mutex_;    // guards what follows, and `over` and `fault` of a group
    std::condition_variable turn_free_, group_over_;
    bool taken_ = false;
    int waiting_ = 0;
};

}    // namespace cs::sql
