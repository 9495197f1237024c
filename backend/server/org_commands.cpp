#include <iostream>

#include "base/text.hpp"
#include "org/listing.hpp"
#include "server/commands.hpp"
#include "server/opening.hpp"

namespace cs::server {
namespace {

int ended(const Done& done_or_not, Streams io) { return done_or_not ? done : report(done_or_not.error(), io); }

}    // namespace

int org_show(const Settings& settings, const OrgShowChoice& choice, Streams io) {
    const auto day = parse_day(choice.on);
    if (!day) {
        io.err << "chungsuc: --on wants a day like 2022-12-07, not " << choice.on << '\n';
        return wrong_usage;
    }
    const auto kind = parse_word<org::UnitKind>(choice.kind);
    if (!choice.kind.empty() && !kind) {
        std::vector<std::string> kinds;
        for (const org::UnitKind known : all_of<org::UnitKind>()) kinds.emplace_back(word_of(known));
        io.err << "chungsuc: no such kind: " << choice.kind << "; did you mean "
               << nearest(choice.kind, kinds).value_or("commune") << "?\n";
        return wrong_usage;
    }
    const Opened opened = open_ready(settings, io);
    if (!opened.db) return opened.code;
    return ended(org::org_show(*opened.db, choice.under, *day, kind, io.out), io);
}

int org_import(const Settings& settings, const std::string& file, bool dry_run, Streams io) {
    const auto bytes = read_file(file, io);
    if (!bytes) return environment;
    const Opened opened = open_ready(settings, io);
    if (!opened.db) return opened.code;
    return ended(org::org_import(*opened.db, SystemClock(), *bytes, dry_run, io.out), io);
}

int org_reorganise(const Settings& settings, const std::string& file, bool dry_run, Streams io) {
    const auto bytes = read_file(file, io);
    if (!bytes) return environment;
    const Opened opened = open_ready(settings, io);
    if (!opened.db) return opened.code;
    return ended(org::org_reorganise(*opened.db, SystemClock(), *bytes, file, dry_run, io.out), io);
}

}    // namespace cs::server
