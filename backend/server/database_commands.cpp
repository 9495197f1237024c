#include <iostream>

#include "audit/journal.hpp"
#include "platform/sql/database.hpp"
#include "server/commands.hpp"
#include "server/evidence_house.hpp"
#include "server/installation.hpp"
#include "server/invariants.hpp"
#include "server/opening.hpp"
#include "server/seeding.hpp"

namespace cs::server {
namespace {

std::string file_name(const sql::Migration& m) { return fmt::format("{:04}_{}", m.version, m.name); }

}    // namespace

int migrate(const Settings& settings, bool plan, Streams io) {
    const Opened opened = open_any(settings, io);
    if (!opened.db) return opened.code;
    const std::string& url = settings.text("db.url");
    if (plan) {
        for (const sql::Migration& m : sql::schema_state(*opened.db, url).pending)
            io.out << "-- " << file_name(m) << " " << m.checksum << '\n' << m.sql << '\n';
        return done;
    }
    const auto applied = sql::migrate(*opened.db, url, SystemClock());
    if (!applied) return report(applied.error(), io);
    for (const sql::Migration& m : *applied) io.out << "applied " << file_name(m) << '\n';
    return done;
}

int seed(const Settings& settings, const std::string& wanted, Streams io) {
    const Opened opened = open_ready(settings, io);
    if (!opened.db) return opened.code;
    if (wanted == "demo" && settings.production())
        return report(Refusal{Problem::need_unmet, "seed.demo_in_production", {}, {}, {}}, io);
    const auto there = opened.db->read([](Tx& tx) { return world(tx); });
    if (there == wanted) return done;
    if (there)
        return report(Refusal{Problem::need_unmet, "seed.other_world", {{"world", *there}, {"wanted", wanted}}, {}, {}},
                      io);
    const Done seeded = opened.db->write([&](Tx& tx) { return seed_world(tx, SystemClock(), wanted); });
    if (!seeded) return report(seeded.error(), io);
    io.out << "seeded world " << wanted << '\n';
    return done;
}

int verify(const Settings& settings, const std::string& from_day, Streams io) {
    std::optional<Day> from;
    if (!from_day.empty() && !(from = parse_day(from_day))) {
        io.err << "chungsuc: --from wants a day like 2025-06-30, not " << from_day << '\n';
        return wrong_usage;
    }
    const Opened opened = open_ready(settings, io);
    if (!opened.db) return opened.code;
    bool sound = true;
    const audit::ChainProof proof = opened.db->read([&](Tx& tx) { return audit::verify(tx, from); });
    io.out << "journal: " << proof.entries << " entries"
           << (proof.last_day ? ", last day " + to_text(*proof.last_day) + ", ends in " + proof.last_hash : "") << '\n';
    if (const auto& fault = proof.first_fault) {
        sound = false;
        io.out << "BROKEN journal " << to_text(fault->day) << " #" << fault->sequence << ": " << fault->code << '\n';
    }
    for (const Invariant& invariant : invariants()) {
        const auto broken_row = opened.db->read([&](Tx& tx) { return invariant.first_broken(tx); });
        sound = sound && !broken_row;
        io.out << (broken_row ? "BROKEN " : "holds  ") << invariant.sentence << (broken_row ? ": " + *broken_row : "")
               << '\n';
    }
    EvidenceHouse evidence(evidence_folder(settings), settings.integer("evidence.limit"));
    const auto lost = opened.db->read([&](Tx& tx) { return assessment::first_lost(tx, evidence.files().kept); });
    sound = sound && !lost;
    io.out << (lost ? "BROKEN " : "holds  ") << "every piece of evidence has its file" << (lost ? ": " + lost->text() : "") << '\n';
    return sound ? done : refused;
}

}    // namespace cs::server
