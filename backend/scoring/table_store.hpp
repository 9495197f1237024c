#pragma once
// Scoring tables in storage. Versions are only added.
#include <optional>
#include <string>
#include <vector>

#include "platform/tx.hpp"
#include "scoring/table_version.hpp"

namespace cs::scoring {

class TableStore {
public:
    explicit TableStore(Tx& tx) : tx_(tx) {}

    void lock(const std::string& slug);    // until the transaction ends: one writer a table
    std::vector<TableRow> tables() const;    // by slug
    std::optional<TableRow> table(const std::string& slug) const;
    std::vector<TableVersion> versions(const std::optional<std::string>& slug = std::nullopt) const;    // by slug, newest first, without YAML

    // Refuses scoring.version_unknown.
    Result<StandingTable> version(const TableVersionId& id) const;
    // The version of that year whose paper applies on the day; of several from the same day the last one loaded. None: no
    // paper of that year applies yet.
    std::optional<StandingTable> in_force(const std::string& slug, int year, Day day) const;

    void add(const TableRow& table);
    void add(const TableVersion& version);

private:
    Tx& tx_;
};

}    // namespace cs::scoring
