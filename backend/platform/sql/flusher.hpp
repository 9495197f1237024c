#pragma once
// On PostgreSQL a commit keeps its locks until the disk has answered, so that with the journal's lock everybody would
// wait for everybody's disk in a row. Our transactions therefore commit without waiting (synchronous_commit off), which
// frees the locks, and are acknowledged after a flush which those who arrived meanwhile share: one small commit of this
// session that does wait. The log is written in order, so all that was committed before is on disk with it.
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>

#include "platform/sql/connection.hpp"

namespace cs::sql {

// Open before the commits it shall vouch for: a server that went down between a commit and its flush has lost this
// session too, so that the flush fails and nothing lost is acknowledged. It never connects again for the same reason.
class Flusher {
public:
    explicit Flusher(std::unique_ptr<Connection> session);

    // Returns when everything that was committed before the call is on disk. Throws Interrupted when the session broke:
    // then nobody can say.
    void wait();
    bool usable();    // false: it broke, or its server hung up

private:
    std::string flush();    // why it failed, "" when it did not

    const std::unique_ptr<Connection> session_;    // used by whoever flushes
    std::mutex mutex_;
    std::condition_variable answered_;
    std::int64_t asked_ = 0, flushed_ = 0;    // how many asked so far; how many of the first of them were answered
    bool flushing_ = false;
    std::string fault_;
};

}    // namespace cs::sql
