#include "audit/print.hpp"

#include "audit/catalogue.hpp"

namespace cs::audit {
namespace {

std::string fields_of(const EventRow& row) {
    std::string text;
    for (const Field& f : row.fields) {
        text += (text.empty() ? "" : ", ") + std::string(f.name);
        if (f.data != DataClass::open && f.data != DataClass::internal) text += " (" + std::string(word_of(f.data)) + ")";
    }
    return text.empty() ? "–" : text;
}

}    // namespace

std::string print_catalogue() {
    std::string text = "# Events\n\nPrinted by `chungsuc describe events` from the catalogue the program runs on.\n\n"
                       "| event | object | fields | personal part of | personal part kept |\n|---|---|---|---|---|\n";
    for (const EventRow& row : catalogue)
        text += "| " + std::string(word_of(row.event)) + " | " +
                std::string(row.object_kind.empty() ? "any" : row.object_kind) + " | " + fields_of(row) + " | " +
                std::string(row.subject == Subject::nobody ? "–" : word_of(row.subject)) + " | " +
                (row.retention_years == for_ever ? "for ever" : std::to_string(row.retention_years) + " years") + " |\n";
    return text;
}

}    // namespace cs::audit
