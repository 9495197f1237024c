#include "platform/json/json.hpp"

#include "portal/board.hpp"

namespace cs::portal {
namespace {

struct Assigned {
    int value;
    std::string source;
    std::optional<std::string> percent;
};
struct Target {
    std::string target, reading;
    int count, of;
    std::optional<std::string> percent;
    std::optional<Decimal> goal;
    bool met;
    int urban, history, towns;
    std::vector<Assigned> assigned;
};
struct Board {
    Day on;
    std::string scope;
    std::vector<Target> targets;
};
struct Standing {
    UnitId unit;
    std::string name, area, standing, place;
    int year;
    std::string number;
    std::optional<Day> decided_on;
    std::string signer;
    Day counts_from;
    std::string source;
};
struct Standings {
    Day on;
    std::string scope;
    std::vector<Standing> items;
};
BOOST_DESCRIBE_STRUCT(Assigned, (), (value, source, percent))
BOOST_DESCRIBE_STRUCT(Target, (), (target, reading, count, of, percent, goal, met, urban, history, towns, assigned))
BOOST_DESCRIBE_STRUCT(Board, (), (on, scope, targets))
BOOST_DESCRIBE_STRUCT(Standing, (), (unit, name, area, standing, place, year, number, decided_on, signer, counts_from, source))
BOOST_DESCRIBE_STRUCT(Standings, (), (on, scope, items))

int whole(std::int64_t n) { return static_cast<int>(n); }

// One row for each reading of a share, one for each count.
std::vector<Target> targets_of(const report::BoardRow& row) {
    const std::string name(word_of(row.target));
    if (row.lines.empty())
        return {{name, "", whole(row.count), whole(row.of), std::nullopt, row.goal, row.outcome == report::Outcome::met, whole(row.urban),
                 whole(row.history), whole(row.towns), {}}};
    std::vector<Target> all;
    for (const report::Line& line : row.lines) {
        const auto percent = report::percent_text(line.share, row.goal);
        if (line.assigned) {
            all.front().assigned.push_back({whole(line.share.whole), line.assigned->source, percent});
            continue;
        }
        all.push_back({name, std::string(word_of(line.reading)), whole(row.count), whole(line.share.whole), percent, row.goal, line.met,
                       whole(row.urban), whole(row.history), whole(row.towns), {}});
    }
    return all;
}

Result<Board> board_of(Tx& tx, const Query& query, Day today) {
    CS_TRY(const BoardQuestion question, read_board_question(tx, query, today));
    const report::Counted counted = report::count(tx, question.asked);
    Board board{question.asked.on, question.scope, {}};
    for (const report::BoardRow& row : report::make_board(counted.census, counted.readings))
        for (Target& target : targets_of(row)) board.targets.push_back(std::move(target));
    return board;
}

}    // namespace

Result<std::string> board_json(Tx& tx, const Query& query, Day today) {
    CS_TRY(const Board board, board_of(tx, query, today));
    return json::to_pretty(json::write(board));
}

Result<List> board_list(Tx& tx, const Query& query, Day today) {
    CS_TRY(Board board, board_of(tx, query, today));
    return List{"chi-tieu-" + to_text(board.on),
                "board",
                {{"on"}, {"scope"}, {"target", 24}, {"reading", 24}, {"count"}, {"of"}, {"percent"}, {"goal"}, {"met"}, {"urban"}, {"history"}, {"towns"}},
                [board = std::move(board)](const auto& give) -> Done {
                    for (const Target& t : board.targets)
                        give({board.on, board.scope, ListWord{"plan_target", t.target}, ListWord{"reading", t.reading}, std::int64_t(t.count),
                              std::int64_t(t.of), t.percent.value_or(""), list_value(t.goal), t.met, std::int64_t(t.urban), std::int64_t(t.history),
                              std::int64_t(t.towns)});
                    return {};
                }};
}

Result<List> standings_list(Tx& tx, const Query& query, Day today) {
    CS_TRY(const BoardQuestion question, read_board_question(tx, query, today));
    CS_TRY(const report::StandingFilter filter, read_standing_filter(query));
    return report::standings_list(tx, std::make_shared<const report::Counted>(report::count(tx, question.asked)), filter, question.asked.on);
}

Result<std::string> standings_json(Tx& tx, const Query& query, Day today) {
    CS_TRY(const BoardQuestion question, read_board_question(tx, query, today));
    CS_TRY(const report::StandingFilter filter, read_standing_filter(query));
    const report::Counted counted = report::count(tx, question.asked);
    const auto rows = report::standings_of(counted.census, filter);
    std::vector<const report::Holding*> wanted;
    for (const report::StandingRow& row : rows) wanted.push_back(row.holding);
    const auto recognitions = report::recognitions_behind(tx, wanted);
    Standings all{question.asked.on, question.scope, {}};
    for (const report::StandingRow& row : rows) {
        const assessment::Recognition& r = recognitions.at(row.holding->recognition);
        all.items.push_back({row.unit->unit, row.unit->state.name, r.area, std::string(word_of(r.standing)), std::string(word_of(row.place)), r.year,
                             r.decision.number, r.decision.day, r.decision.signer, r.counts_from, r.source});
    }
    return json::to_pretty(json::write(all));
}

}    // namespace cs::portal
