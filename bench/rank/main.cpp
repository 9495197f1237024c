// bench_rank [--json FILE] times the ranking of an invented March of the whole country: in memory, from SQLite, from PostgreSQL
// (CHUNGSUC_TEST_PG, tools/with_postgres). bench_rank workbook FILE N writes the office's workbook of N communes, bench_rank places N
// prints unit, total and place for comparing.
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "../national/measure.hpp"
#include "../national/pq.hpp"
#include "country.hpp"
#include "ranking/report.hpp"
#include "stored.hpp"
#include "workbook.hpp"

namespace {

using namespace bench;

std::string with_database(const std::string& server, const std::string& name) {
    const std::size_t path = server.find('/', server.find("//") + 2), query = server.find('?');
    return server.substr(0, path + 1) + name + (query == std::string::npos ? "" : server.substr(query));
}

std::vector<Phase> from_database(const std::string& engine, const std::string& url, const Country& country, const std::string& expected) {
    const Stored stored(url, country);
    cs::ranking::Ranking ranking;
    std::vector<Phase> phases = {measure("the country from " + engine, 7, [&] { ranking = stored.whole_country(); })};
    if (cs::ranking::json(country.table, ranking) != expected) {
        fmt::print(stderr, "bench_rank: {} ranks otherwise than memory\n", engine);
        std::exit(1);
    }
    phases.push_back(measure("one province from " + engine, 15, [&] { ranking = stored.one_province(); }));
    return phases;
}

int times(const std::string& json_file) {
    const auto country = make_country();
    cs::ranking::Ranking ranking;
    std::vector<Phase> phases = {measure("the country in memory", 15, [&] { ranking = cs::ranking::rank(country.table, country.by_stage.back()); })};
    std::string expected;
    phases.push_back(measure("its JSON with digest", 7, [&] { expected = cs::ranking::json(country.table, ranking); }));
    const auto add = [&](std::vector<Phase> more) { std::move(more.begin(), more.end(), std::back_inserter(phases)); };
    const auto folder = std::filesystem::temp_directory_path() / fmt::format("bench_rank_{}", std::chrono::steady_clock::now().time_since_epoch().count());
    std::filesystem::create_directory(folder);
    add(from_database("SQLite", "sqlite:" + (folder / "rank.db").string(), country, expected));
    std::filesystem::remove_all(folder);
    if (const char* server = std::getenv("CHUNGSUC_TEST_PG")) {
        const std::string name = folder.filename().string();
        Pq(server).run("create database " + name);
        add(from_database("PostgreSQL", with_database(server, name), country, expected));
        Pq(server).run("drop database " + name);
    }
    std::string json = fmt::format("{{\"bench\":\"rank\",\"communes\":{},\"clusters\":{},\"leaves\":{},\"stages\":{},\"phases\":[", communes, clusters, leaves, stages);
    fmt::print("{} communes, {} clusters, {} leaves, {} stages\n", communes, clusters, leaves, stages);
    for (std::size_t i = 0; i < phases.size(); ++i) {
        fmt::print("{:34} median {:8.2f} ms, best {:8.2f} ms\n", phases[i].name, phases[i].median() * 1e3, phases[i].best() * 1e3);
        json += fmt::format("{}{{\"name\":\"{}\",\"median_ms\":{:.3f},\"best_ms\":{:.3f}}}", i ? "," : "", phases[i].name, phases[i].median() * 1e3, phases[i].best() * 1e3);
    }
    if (!json_file.empty()) std::ofstream(json_file) << json << "]}\n";
    return 0;
}

}    // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words.size() == 3 && words[0] == "workbook") return write_workbook(make_country(std::stoi(words[2])), words[1]), 0;
    if (words.size() == 2 && words[0] == "places") {
        const auto country = make_country(std::stoi(words[1]));
        for (const auto& row : cs::ranking::rank(country.table, country.by_stage.back()).rows) fmt::print("{},{},{}\n", row.unit, row.points.total.text(1), *row.rank);
        return 0;
    }
    if (words.empty()) return times("");
    if (words.size() == 2 && words[0] == "--json") return times(words[1]);
    fmt::print(stderr, "usage: bench_rank [--json FILE] | workbook FILE N | places N\n");
    return 2;
}
