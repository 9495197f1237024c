#pragma once
// A database for one request with an Idempotency-Key: the key is stored in the same transaction as the work, so whatever
// happens to the connection or the machine, the work is done once. (A PostgreSQL failover can store a row whose commit it
// never acknowledged; the client then repeats the request with the same key.)
#include <memory>
#include <string>

#include "base/day.hpp"
#include "base/id.hpp"
#include "platform/tx.hpp"

namespace cs::access {

struct RequestKey {
    PersonId person;
    std::string key, operation, body_digest;
};

// Another request with the same key was faster, or came before.
struct KeyTaken {};

class KeyedDatabase final : public Database {
public:
    KeyedDatabase(Database& inner, RequestKey key, Instant at) : inner_(inner), key_(std::move(key)), at_(at) {}
    bool wrote() const { return wrote_; }    // the first writing transaction is committed, and the key with it

protected:
    std::unique_ptr<Transaction> begin(bool for_writing) override;    // throws KeyTaken

private:
    class Claiming;
    Database& inner_;
    RequestKey key_;
    Instant at_;
    bool wrote_ = false;
};

}    // namespace cs::access
