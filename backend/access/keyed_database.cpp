#include "access/keyed_database.hpp"

#include "access/store.hpp"

namespace cs::access {

class KeyedDatabase::Claiming final : public Transaction {
public:
    Claiming(std::unique_ptr<Transaction> inner, bool& wrote) : inner_(std::move(inner)), wrote_(wrote) {}
    Tx& tx() override { return inner_->tx(); }
    void commit() override {
        inner_->commit();
        wrote_ = true;
    }

private:
    std::unique_ptr<Transaction> inner_;
    bool& wrote_;
};

std::unique_ptr<Transaction> KeyedDatabase::begin(bool for_writing) {
    auto open = begin_in(inner_, for_writing);
    if (!for_writing || wrote_) return open;
    if (!RequestKeyStore(open->tx()).claim(key_.person, key_.key, key_.operation, key_.body_digest, at_)) throw KeyTaken();
    return std::make_unique<Claiming>(std::move(open), wrote_);
}

}    // namespace cs::access
