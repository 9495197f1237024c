#include "platform/sql/database.hpp"

namespace cs::sql {

std::string schema_snapshot(Database& db) {
    return db.read([](Tx& tx) {
        std::string text = tx.engine() == Engine::sqlite ? "-- SQLite" : "-- PostgreSQL";
        text += ": the schema after every migration. Printed by tools/check_drift --write; not edited by hand.\n";
        const auto statements = tx.query("platform.schema_statements");
        for (const Row& row : *statements) {
            std::string statement = row.text("statement");
            while (!statement.empty() && (statement.back() == '\n' || statement.back() == ';')) statement.pop_back();
            text += "\n" + statement + ";\n";
        }
        return text;
    });
}

std::vector<Column> schema_columns(Database& db) {
    return db.read([](Tx& tx) {
        std::vector<Column> columns;
        const auto rows = tx.query("platform.schema_columns");
        for (const Row& row : *rows)
            columns.push_back(
                {row.text("table_name"), row.text("column_name"), row.text("type"), row.flag("not_null")});
        return columns;
    });
}

}    // namespace cs::sql
