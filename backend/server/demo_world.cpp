#include "server/demo_world.hpp"

#include "access/commands.hpp"
#include "access/password.hpp"
#include "access/store.hpp"
#include "criteria/commands.hpp"
#include "org/commands.hpp"
#include "org/draft.hpp"
#include "platform/embedded.hpp"
#include "server/demo_agreement.hpp"
#include "server/demo_board.hpp"
#include "server/demo_ranking.hpp"
#include "server/demo_recognition.hpp"
#include "server/demo_reports.hpp"
#include "server/demo_review.hpp"
#include "server/demo_scoring.hpp"

namespace cs::server {
namespace {

Done add_units(Tx& tx, Instant now) {
    CS_TRY_DONE(org::import_units(tx, now, {}, std::string(demo_file("demo/units.csv")), false));
    CS_TRY(const org::DraftFile file,
           org::read_drafts(demo_file("demo/reorganisations.yaml"), "demo/reorganisations.yaml"));
    CS_TRY_DONE(org::reorganise_all(tx, now, {}, file.drafts, false));
    return {};
}

Done add_people(Tx& tx, Instant now) {
    const org::UnitStore units(tx);
    const Day today = legal_day(now);
    CS_TRY(const std::string hash,
           access::hash_password(std::string(demo_password)));    // one for all: it is public anyway
    for (const DemoPerson& p : demo_people()) {
        CS_TRY(const UnitId unit, units.with_code(p.unit_code, today));
        const auto role = access::parse_role(p.role);
        const auto scope = access::parse_scope(p.scope);
        CS_CHECK(role && scope);
        const access::InstalledPerson person{
            p.login, p.name, p.position,
            hash,    false,  {{*role, unit, *scope, Period{org::first_recorded_day, std::nullopt}}}};
        CS_TRY_DONE(access::install_person(tx, now, person, "Thế giới minh họa"));
    }
    return {};
}

// Invented papers, marked as such: what is printed in the file counts in the demonstration, what is unknown stays open.
Done confirm_thresholds(Tx& tx, Instant now) {
    for (const auto& row : demo_rows("demo/confirmations.tsv")) {
        CS_CHECK(row.size() == 5);
        const criteria::ConfirmByPaper paper{
            {"*"}, {row[1], row[2], *parse_day(row[3]), row[4]}, "UBND tỉnh Minh Họa", "Số liệu minh họa"};
        CS_TRY_DONE(criteria::confirm_by_paper(tx, now, audit::By{}, row[0], paper));
    }
    return {};
}

}    // namespace

std::string_view demo_file(std::string_view path) {
    const auto bytes = embedded_file(path);
    CS_CHECK(bytes.has_value());
    return *bytes;
}

std::vector<std::vector<std::string>> demo_rows(std::string_view path) {
    std::vector<std::vector<std::string>> rows;
    for (std::string_view tsv = demo_file(path); !tsv.empty();) {
        const std::size_t end = std::min(tsv.find('\n'), tsv.size());
        std::string_view line = tsv.substr(0, end);
        tsv.remove_prefix(std::min(end + 1, tsv.size()));
        std::vector<std::string> cells;
        for (std::size_t tab; (tab = line.find('\t')) != std::string_view::npos; line.remove_prefix(tab + 1))
            cells.emplace_back(line.substr(0, tab));
        cells.emplace_back(line);
        rows.push_back(std::move(cells));
    }
    rows.erase(rows.begin());    // the header
    return rows;
}

const std::vector<DemoPerson>& demo_people() {
    static const std::vector<DemoPerson> people = [] {
        std::vector<DemoPerson> all;
        for (const auto& row : demo_rows("demo/people.tsv")) {
            CS_CHECK(row.size() == 6);
            all.push_back({row[0], row[1], row[2], row[3], row[4], row[5]});
        }
        return all;
    }();
    return people;
}

access::Actor demo_actor(Tx& tx, const std::string& login, Day today) {
    const auto found = access::PersonStore(tx).by_login(login);
    CS_CHECK(found.has_value());
    const access::Person& person = found->person;
    return {person.id, person.name, access::GrantStore(tx).in_force(person.id, today)};
}

Done seed_demo(Tx& tx, const Clock& clock) {
    CS_TRY_DONE(add_units(tx, clock.now()));
    CS_TRY_DONE(add_people(tx, clock.now()));
    CS_TRY_DONE(add_demo_board(tx, clock));
    CS_TRY_DONE(confirm_thresholds(tx, clock.now()));
    CS_TRY_DONE(seed_reviews(tx, clock.now()));
    CS_TRY_DONE(seed_recognitions(tx, clock.now()));
    CS_TRY_DONE(seed_agreement(tx, clock.now()));
    CS_TRY_DONE(seed_scoring(tx, clock.now()));
    CS_TRY_DONE(seed_ranking(tx, clock.now()));
    return seed_reports(tx, clock.now());
}

}    // namespace cs::server
