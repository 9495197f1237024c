#include "platform/sql/shared_writer.hpp"

#include <chrono>

namespace cs::sql {

class SharedWriter::Turn final : public Transaction {
public:
    explicit Turn(SharedWriter& writer) : writer_(writer) { writer_.enter(); }
    ~Turn() override {
        if (!left_) writer_.undo();
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

    Tx& tx() override { return *writer_.connection_; }
    void commit() override {
        writer_.connection_->release();
        left_ = true;
        writer_.leave(true);
    }

private:
    SharedWriter& writer_;
    bool left_ = false;
};

std::unique_ptr<Transaction> SharedWriter::begin() { return std::make_unique<Turn>(*this); }

int SharedWriter::waiting() {
    const std::lock_guard hold(mutex_);
    return waiting_;
}

void SharedWriter::enter() {
    {
        std::unique_lock hold(mutex_);
        ++waiting_;
        const bool free = turn_free_.wait_for(hold, std::chrono::seconds(30), [&] { return !taken_; });
        --waiting_;
        // Whoever has the turn sees that nobody waits when he leaves.
        if (!free) throw Interrupted("the writer's turn did not come within 30 seconds");
        taken_ = true;
    }
    try {
        if (!connection_) connection_ = open_();
        if (!group_) {
            connection_->begin(true);
            group_ = std::make_shared<Group>();
        }
        connection_->save();
    } catch (const std::exception& fault) {
        connection_ = nullptr;
        finish(fault.what());
        throw;
    }
}

void SharedWriter::leave(bool kept) {
    const std::shared_ptr<Group> group = group_;
    group->kept |= kept;
    const bool wait = group->kept;    // read while the turn is ours
    std::unique_lock hold(mutex_);
    if (waiting_ > 0) {
        taken_ = false;
        turn_free_.notify_one();
        if (wait) group_over_.wait(hold, [&] { return group->over; });
    } else {
        hold.unlock();
        std::string fault;
        try {
            if (group->kept) connection_->commit();
        } catch (const std::exception& failed) {
            fault = failed.what();
        }
        if ((!group->kept || !fault.empty()) && !connection_->rollback()) connection_ = nullptr;
        finish(fault);
    }
    if (kept && !group->fault.empty()) throw Interrupted(group->fault);
}

// A full disk or an I/O error makes SQLite itself take back everything, the work of those who left before too.
void SharedWriter::undo() noexcept {
    if (connection_->undo()) return leave(false);
    if (!connection_->rollback()) connection_ = nullptr;
    finish("SQLite gave up a transaction that others had written in as well");
}

// The group is over and the turn is free.
void SharedWriter::finish(const std::string& fault) {
    const std::lock_guard hold(mutex_);
    if (group_) {
        group_->fault = fault;
        group_->over = true;
        group_ = nullptr;
    }
    taken_ = false;
    group_over_.notify_all();
    turn_free_.notify_one();
}

}    // namespace cs::sql
