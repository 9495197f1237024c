#include <iostream>

#include "criteria/commands.hpp"
#include "server/commands.hpp"
#include "server/opening.hpp"

namespace cs::server {
namespace {

void print(const criteria::Loading& loading, bool dry_run, Streams io) {
    io.out << (dry_run ? "would load " : "loaded ") << loading.version.set << ", version " << loading.version.number
           << '\n';
    for (const criteria::DiffLine& line : loading.changes)
        io.out << "  " << word_of(line.what) << ' ' << line.path << ": " << line.from.value_or("–") << " → "
               << line.to.value_or("–") << '\n';
    io.out << loading.changes.size() << " changes, " << loading.carried.size() << " confirmations carried over\n";
}

}    // namespace

int criteria_load(const Settings& settings, const std::string& file, const std::string& note, bool dry_run,
                  Streams io) {
    const auto yaml = read_file(file, io);
    if (!yaml) return environment;
    const Opened opened = open_ready(settings, io);
    if (!opened.db) return opened.code;
    const audit::By machine{std::nullopt, "operator", std::nullopt};
    const auto loading = dry_run ? opened.db->read([&](Tx& tx) { return criteria::plan_loading(tx, *yaml); })
                                 : opened.db->write([&](Tx& tx) {
                                       return criteria::load_set(tx, SystemClock().now(), machine, *yaml, note);
                                   });
    if (!loading) return report(loading.error(), io);
    print(*loading, dry_run, io);
    return done;
}

}    // namespace cs::server
