// bench_national [--communes N] [--json FILE]: the whole country judged by the engine alone, from each database and by SQL.
// Needs a PostgreSQL server in CHUNGSUC_TEST_PG (tools/with_postgres).
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <numeric>

#include "measure.hpp"
#include "pq.hpp"
#include "stored.hpp"

namespace bench {
namespace {

using namespace cs;
using namespace cs::criteria;

Verdicts by_engine(const Nation& nation) {
    Verdicts verdicts;
    verdicts.reserve(nation.sheets.size());
    for (const Sheet& sheet : nation.sheets) verdicts.push_back(sheet.flat->judge(nation.cells.data() + sheet.first));
    return verdicts;
}

// The evaluation that gives every reason, which the screens use; the flat verdicts must be its verdicts.
Verdicts with_reasons(const Nation& nation) {
    Verdicts verdicts;
    UnitValues values;
    for (const Sheet& sheet : nation.sheets) {
        values.cells.assign(sheet.plan->slots, {});
        for (std::size_t i = 0; i < sheet.plan->slots; ++i) {
            const Fixed cell = nation.cells[sheet.first + i];
            values.cells[i].not_applicable = cell == left_out;
            if (cell > left_out) values.cells[i].number = Decimal(cell, 6);
        }
        const UnitVerdict judged = judge(*sheet.plan, values);
        verdicts.push_back({judged.verdict, judged.provisional, static_cast<std::uint16_t>(judged.met),
                            static_cast<std::uint16_t>(judged.of)});
    }
    return verdicts;
}

void must_agree(const char* who, const Verdicts& mine, const Verdicts& theirs) {
    for (std::size_t i = 0; i < mine.size(); ++i)
        if (!(mine[i] == theirs[i])) {
            fmt::print(stderr, "bench_national: {} differs from the engine at sheet {}: {} {}/{} and {} {}/{}\n", who, i,
                       word(mine[i].verdict), mine[i].met, mine[i].of, word(theirs[i].verdict), theirs[i].met, theirs[i].of);
            std::exit(1);
        }
}

void print(const Nation& nation, const Verdicts& verdicts, const std::vector<Phase>& phases, const std::string& json_file) {
    std::map<Verdict, int> counts;
    int provisional = 0;
    for (const FlatVerdict& v : verdicts) ++counts[v.verdict], provisional += v.provisional;
    const double values = static_cast<double>(nation.values);
    std::string json = fmt::format(
        "{{\"bench\":\"national\",\"communes\":{},\"sheets\":{},\"values\":{},\"bytes\":{},\"verdicts\":{{\"met\":{},\"not_met\":{},"
        "\"undetermined\":{}}},\"provisional\":{},\"phases\":[",
        nation.places.size(), nation.sheets.size(), nation.values, nation.cells.size() * sizeof(Fixed), counts[Verdict::met],
        counts[Verdict::not_met], counts[Verdict::undetermined], provisional);
    fmt::print("{} communes, {} sheets, {} values; met {}, not met {}, undetermined {}; provisional {}\n\n", nation.places.size(),
               nation.sheets.size(), nation.values, counts[Verdict::met], counts[Verdict::not_met], counts[Verdict::undetermined],
               provisional);
    fmt::print("{:34} {:>12} {:>12} {:>14}\n", "phase", "median ms", "best ms", "ns per value");
    for (std::size_t i = 0; i < phases.size(); ++i) {
        const Phase& p = phases[i];
        fmt::print("{:34} {:12.1f} {:12.1f} {:14.2f}\n", p.name, p.median() * 1e3, p.best() * 1e3, p.median() * 1e9 / values);
        json += fmt::format("{}{{\"name\":\"{}\",\"median_ms\":{:.3f},\"best_ms\":{:.3f},\"runs\":{}}}", i ? "," : "", p.name,
                            p.median() * 1e3, p.best() * 1e3, p.seconds.size());
    }
    const auto ratio = [&](std::size_t a, std::size_t b) { return phases[a].median() / phases[b].median(); };
    fmt::print("\nengine / scan {:.2f} (goal ≤ 5); SQL / from PostgreSQL {:.1f}, SQL / from SQLite {:.1f} (goal ≥ 5)\n", ratio(1, 0),
               ratio(5, 4), ratio(5, 3));
    json += fmt::format("],\"engine_over_scan\":{:.3f},\"sql_over_postgres\":{:.3f},\"sql_over_sqlite\":{:.3f}}}\n", ratio(1, 0),
                        ratio(5, 4), ratio(5, 3));
    if (!json_file.empty()) std::ofstream(json_file) << json;
}

// A database of its own on the server of `url`, gone at the end.
struct Scratch {
    std::string server, name = fmt::format("bench_{}", static_cast<long>(std::chrono::steady_clock::now().time_since_epoch().count()));
    explicit Scratch(std::string url) : server(std::move(url)) { Pq(server).run("create database " + name); }
    ~Scratch() { Pq(server).run("drop database " + name); }
    std::string url() const {
        const std::size_t path = server.find('/', server.find("//") + 2), query = server.find('?');
        return server.substr(0, path + 1) + name + (query == server.npos ? "" : server.substr(query));
    }
};

int run(int communes, const std::string& json_file, const std::string& server) {
    const Nation nation = make_nation(communes);
    std::vector<Phase> phases;
    std::uint64_t sum = 0;    // used below, so that no scan is left out
    Verdicts engine;
    auto [scan, alone] = measure_in_turns(
        "plain scan of the same bytes", [&] { sum += std::accumulate(nation.cells.begin(), nation.cells.end(), std::uint64_t{0}); },
        "engine alone", [&] { engine = by_engine(nation); }, 21);
    phases.push_back(std::move(scan));
    phases.push_back(std::move(alone));
    Verdicts other;
    phases.push_back(measure("with every reason", 1, [&] { other = with_reasons(nation); }));
    must_agree("judge()", engine, other);
    const auto folder = std::filesystem::temp_directory_path() / fmt::format("bench_national_{}", sum);
    std::filesystem::create_directory(folder);
    {
        const auto sqlite = stored_in_sqlite((folder / "sheets.db").string());
        sqlite->load(nation);
        phases.push_back(measure("from SQLite", 5, [&] { other = sqlite->judge(nation); }));
        must_agree("SQLite", engine, other);
    }
    std::filesystem::remove_all(folder);
    const Scratch scratch(server);
    {
        const auto postgres = stored_in_postgres(scratch.url());
        postgres->load(nation);
        phases.push_back(measure("from PostgreSQL", 5, [&] { other = postgres->judge(nation); }));
        must_agree("PostgreSQL", engine, other);
    }
    load_for_sql(scratch.url(), nation);
    phases.push_back(measure("by SQL in PostgreSQL", 3, [&] { other = judge_by_sql(scratch.url(), nation); }));
    must_agree("SQL", engine, other);
    print(nation, engine, phases, json_file);
    return 0;
}

}    // namespace
}    // namespace bench

int main(int argc, char** argv) {
    int communes = 0;
    std::string json_file;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string flag = argv[i];
        if (flag == "--communes") communes = std::atoi(argv[i + 1]);
        else if (flag == "--json") json_file = argv[i + 1];
        else return fmt::print(stderr, "bench_national: unknown flag {}; known are --communes, --json\n", flag), 2;
    }
    const char* server = std::getenv("CHUNGSUC_TEST_PG");
    if (server == nullptr) return fmt::print(stderr, "bench_national: run me under tools/with_postgres\n"), 3;
    return bench::run(communes, json_file, server);
}
