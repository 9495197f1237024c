#pragma once
// Sets, versions and confirmations in storage. Nothing here is ever changed or deleted, only added.
#include <optional>
#include <string>
#include <vector>

#include "criteria/version.hpp"
#include "platform/tx.hpp"

namespace cs::criteria {

class CriteriaStore {
public:
    explicit CriteriaStore(Tx& tx) : tx_(tx) {}

    void lock(const std::string& set);    // until the transaction ends: one writer a set
    std::vector<Version> latest() const;    // of every set, with its YAML
    std::vector<Version> versions(const std::string& set) const;    // newest first, without YAML
    std::optional<Version> version(const std::string& set, std::optional<std::int64_t> number = std::nullopt) const;
    void add(const Version& version);

    std::vector<ConfirmationRecord> confirmations(const std::string& set, std::int64_t version) const;
    void add(const std::string& set, std::int64_t version, const std::vector<ConfirmationRecord>& records);
    struct PaperRecord {
        PaperId id;
        Paper paper;
        std::string issuer, note;
        Instant at;
        std::optional<PersonId> by;
    };
    void add(const std::string& set, std::int64_t version, const PaperRecord& paper);

private:
    Tx& tx_;
};

}    // namespace cs::criteria
