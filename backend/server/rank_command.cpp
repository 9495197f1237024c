// `chungsuc rank`: a ranking computed, or a frozen one recomputed, without a database.
#include <ostream>

#include "platform/i18n.hpp"
#include "ranking/package.hpp"
#include "ranking/report.hpp"
#include "scoring/sheets_csv.hpp"
#include "scoring/table_yaml.hpp"
#include "server/commands.hpp"

namespace cs::server {
namespace {

// FILE:LINE: what is wrong, one line a fault; nothing on `out`.
int faults(const std::string& file, const Refusal& refusal, Streams io) {
    for (const Fault& fault : refusal.faults) {
        io.err << file << ':';
        if (fault.line > 0) io.err << fault.line << ':';
        io.err << ' ' << (fault.where.empty() ? "" : fault.where + ": ") << sentence(fault) << '\n';
    }
    return refused;
}

int from_package(const std::string& file, Streams io) {
    const auto bytes = read_file(file, io);
    if (!bytes) return environment;
    const auto again = ranking::recompute(*bytes);
    if (!again) return faults(file, again.error(), io);
    io.out << again->result << '\n';
    return done;
}

int from_sheets(const RankChoice& choice, Streams io) {
    const auto yaml = read_file(choice.table, io);
    const auto csv = yaml ? read_file(choice.sheets, io) : std::nullopt;
    if (!csv) return environment;
    const auto table = scoring::read_table(*yaml);
    if (!table) return faults(choice.table, table.error(), io);
    const auto sheets = scoring::read_sheets(*table, *csv);
    if (!sheets) return faults(choice.sheets, sheets.error(), io);
    const ranking::Ranking ranking = ranking::rank(*table, *sheets);
    if (choice.format == "json")
        io.out << ranking::json(*table, ranking) << '\n';
    else
        io.out << ranking::text_table(*table, ranking, [](std::string_view key, const Args& args) { return say(key, args); });
    return done;
}

}    // namespace

int rank(const RankChoice& choice, Streams io) {
    const bool whole = !choice.table.empty() && !choice.sheets.empty(), any = !choice.table.empty() || !choice.sheets.empty();
    if (choice.package.empty() ? !whole : any) {
        io.err << say("ranking.usage", {}) << '\n';
        return wrong_usage;
    }
    return choice.package.empty() ? from_sheets(choice, io) : from_package(choice.package, io);
}

}    // namespace cs::server
