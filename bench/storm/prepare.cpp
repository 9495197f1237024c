// bench_storm make URL SENT READ: an empty database becomes the country on 31 March 2023 at 23:45, every commune's sheet filled in and not
// sent, a clerk signed in at each; SENT are their submissions, READ what readers ask. bench_storm check URL TOLD: is every receipt that
// was told in the database, for its sheet, and nothing late or unsent? Prints one line of JSON.
#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <set>

#include "access/access_http.hpp"
#include "access/commands.hpp"
#include "access/password.hpp"
#include "access/store.hpp"
#include "assessment/store.hpp"
#include "country.hpp"
#include "org/commands.hpp"
#include "org/forest.hpp"
#include "org/store.hpp"
#include "platform/sql/database.hpp"
#include "scoring/score_store.hpp"
#include "scoring/table_commands.hpp"

namespace {

using namespace cs;
using namespace cs::scoring;
using namespace std::chrono_literals;

constexpr Day last_day = 2023y / 3 / 31;
const Instant evening{std::chrono::sys_days(last_day) + 16h + 45min};    // 23:45 in Vietnam
constexpr int readers = 100;

template <class T>
T must(Result<T> result) {
    if (result) return *std::move(result);
    fmt::print(stderr, "bench_storm: {}\n", result.error().code);
    for (const Fault& fault : result.error().faults) fmt::print(stderr, "  {} at {}\n", fault.code, fault.where);
    std::exit(1);
}

std::unique_ptr<Database> opened(const std::string& url) { return must(sql::open(url)); }

class Plan {
public:
    explicit Plan(const std::string& path) : file_(path, std::ios::binary) {}
    void add(const std::string& request) { file_ << request.size() << " 0\n" << request; }

private:
    std::ofstream file_;
};

struct Clerk {
    std::string token, csrf;
    std::string head(const std::string& line) const {
        return fmt::format("{} HTTP/1.1\r\nHost: bench\r\nCookie: {}={}\r\nX-CSRF-Token: {}\r\n", line, access::session_cookie, token, csrf);
    }
};

struct Making {
    Tx& tx;
    const bench::Country& country;
    StandingTable table;
    std::string password_hash;
    Plan sent, read;
    int made = 0;

    Clerk sign_in(const org::UnitVersion& unit) {
        const std::string login = fmt::format("canbo.{:05}", made);
        const PersonId person = PersonId::born(evening);
        if (!access::PersonStore(tx).add({person, login, "Cán bộ " + unit.state.name, "Công chức"}, password_hash, evening)) std::exit(1);
        access::GrantRecord grant{{access::GrantId::born(evening), access::Role::unit_clerk, unit.unit, access::Scope::own, Period{2023y / 1 / 1, std::nullopt}}, person};
        grant.state = access::GrantState::granted;
        access::GrantStore(tx).add(grant, evening);
        const Clerk clerk{fmt::format("phien-{:058}", made), fmt::format("ma-{:032}", made)};
        // Seen a moment ago: whoever sends has just opened the sheet.
        access::SessionStore(tx).add({access::SessionId::born(evening), person, clerk.csrf, evening, evening + 15min, evening + 12h, "127.0.0.1", "đo tải", {}}, clerk.token);
        return clerk;
    }
    StageCells filled() const {
        StageCells cells;
        const auto& leaves = country.by_stage.front().at(static_cast<std::size_t>(made)).leaves;
        for (std::size_t n = 0; n < leaves.size(); ++n) cells[country.table.leaf(n).id] = {leaves[n], "", false, 1, evening, {}};
        return cells;
    }
    void read_plan(const Clerk& clerk, const ScoreSheet& sheet) {
        const std::string paths[] = {"/api/score-sheets/" + sheet.id.text(), "/api/score-rounds/" + sheet.round.text(), "/xep-hang", "/don-vi?q=xa"};
        if (made < readers) read.add(clerk.head("GET " + paths[made % 4]) + "\r\n");
    }
    void send_plan(const Clerk& clerk, const ScoreSheet& sheet) {
        const std::string body = fmt::format(R"({{"number":"{}/BC","day":"2023-03-31","signer":"Người ký"}})", made + 1);
        sent.add(clerk.head("POST /api/score-sheets/" + sheet.id.text() + "/submission") +
                 fmt::format("Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{}", body.size(), body));
    }
    void round_of(const UnitId& district, const std::vector<const org::UnitVersion*>& units) {
        ScoreRound round{ScoreRoundId::born(evening), table.version.id, country.table.year, "Chấm điểm để đo", district, org::UnitKind::commune,
                         last_day, 2023y / 3 / 1, last_day, false, "hat-giong", "1/KH", evening};
        for (int s = 1; s <= bench::stages; ++s) round.stages.push_back({fmt::format("s{}", s), "Bước", s == 1 ? StageKind::self : StageKind::council, last_day});
        ScoreRoundStore(tx).add(round, {}, std::nullopt);
        std::vector<ScoreSheet> sheets;
        for (const org::UnitVersion* unit : units)
            sheets.push_back({ScoreSheetId::born(evening), round.id, unit->unit, unit->state.name + " " + unit->state.code, {}, "Cụm", {}});
        ScoreStore(tx).add(sheets);
        for (std::size_t i = 0; i < units.size(); ++i, ++made) {
            ScoreStore(tx).put(sheets[i].id, 0, filled());
            const Clerk clerk = sign_in(*units[i]);
            send_plan(clerk, sheets[i]);
            read_plan(clerk, sheets[i]);
        }
    }
};

int make(const std::string& url, const std::string& sent, const std::string& read) {
    const auto country = bench::make_country();
    const FrozenClock clock(evening);
    const auto db = opened(url);
    must(sql::migrate(*db, url, clock));
    must(db->write([&](Tx& tx) { return org::seed_country(tx, evening); }));
    const auto forest = db->read([](Tx& tx) { return org::UnitStore(tx).forest(); });
    std::map<UnitId, std::vector<const org::UnitVersion*>> districts;
    for (const org::UnitVersion& v : forest->versions())
        if (v.period.has(last_day) && (v.state.kind == org::UnitKind::commune || v.state.kind == org::UnitKind::ward || v.state.kind == org::UnitKind::township))
            districts[v.state.parent.value()].push_back(&v);
    const std::string yaml = country.yaml + "paper: {number: 1/HD, issuer: Cơ quan đo, issued: 2022-01-10, applies_from: 2022-02-01}\n";
    must(db->write([&](Tx& tx) -> Result<bool> {
        const auto table = must(load_table(tx, evening, audit::By{}, yaml, "", districts.begin()->first)).loaded;
        Making making{tx, country, table, must(access::hash_password("khong-ai-dung-547")), Plan(sent), Plan(read)};
        for (const auto& [district, units] : districts) making.round_of(district, units);
        fmt::print("{{\"communes\":{},\"rounds\":{}}}\n", making.made, districts.size());
        return true;
    }));
    return 0;
}

int check(const std::string& url, const std::string& told_file) {
    const auto db = opened(url);
    std::ifstream told(told_file);
    std::set<std::string> codes;
    int lost = 0, late = 0, unsent = 0;
    db->read([&](Tx& tx) {
        for (std::string sheet, code; told >> sheet >> code; codes.insert(code)) {
            const auto receipt = assessment::ReceiptStore(tx).find(std::stoi(code.substr(3, 4)), std::stoll(code.substr(8)));
            lost += !receipt || receipt->object != sheet || receipt->kind != "score_sheet";
        }
        for (const ScoreRound& round : ScoreRoundStore(tx).all())
            for (const ScoreSheet& sheet : ScoreStore(tx).of_round(round.id)) {
                unsent += sheet.state != ScoreState::waiting;
                late += sheet.late_days != 0 || sheet.sent_on != std::optional(last_day);
            }
        return 0;
    });
    fmt::print("{{\"receipts\":{},\"lost\":{},\"unsent\":{},\"late\":{}}}\n", codes.size(), lost, unsent, late);
    return lost + unsent + late > 0;
}

}    // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words.size() == 4 && words[0] == "make") return make(words[1], words[2], words[3]);
    if (words.size() == 3 && words[0] == "check") return check(words[1], words[2]);
    fmt::print(stderr, "usage: bench_storm make URL SENT READ | check URL TOLD\n");
    return 2;
}
