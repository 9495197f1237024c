#include "server/demo_review.hpp"

#include "access/commands.hpp"
#include "access/store.hpp"
#include "assessment/commands.hpp"
#include "org/store.hpp"
#include "org/tree.hpp"
#include "platform/embedded.hpp"
#include "server/demo_world.hpp"

namespace cs::server {
namespace {

using namespace cs::assessment;
using access::Role;
using access::Scope;

constexpr auto set_id = "xa-ntm-nang-cao-2021-2025";

Instant noon(Day day) { return Instant(std::chrono::sys_days(day)) + std::chrono::hours(5); }

struct Story {    // where a commune departs from doing just what is asked
    int year;
    std::string unit, line, value, note;
};

const std::vector<Story>& stories() {
    static const std::vector<Story> all = [] {
        std::vector<Story> read;
        for (const auto& row : demo_rows("demo/reviews.tsv")) read.push_back({std::stoi(row[0]), row[1], row[2], row[3], row[4]});
        return read;
    }();
    return all;
}

// The people behind the demonstration's papers: one who may do whatever the offices and the province do.
class Cast {
public:
    Cast(Tx& tx, Day today) : tx_(tx), units_(tx), today_(today) {}

    UnitId unit(const std::string& code, Day on) const { return units_.with_code(code, on).value(); }
    access::Actor clerk(const UnitId& unit) const {
        access::Actor actor = signed_in("canbo.xa");
        actor.grants = {grant(Role::unit_clerk, unit, Scope::own)};
        return actor;
    }
    access::Actor offices(Day on) const {
        access::Actor actor = signed_in("dieuphoi.tinh");
        actor.grants = {grant(Role::district_reviewer, unit("MH", on), Scope::subtree)};
        for (const auto& row : demo_rows("demo/charges.tsv")) actor.grants.push_back(grant(Role::department_verifier, unit(row[1], on), Scope::own));
        actor.grants.push_back(grant(Role::province_coordinator, unit("MH", on), Scope::subtree));
        return actor;
    }
    access::Actor office(const std::string& login, const std::string& code) const {
        access::Actor actor = signed_in(login);
        actor.grants = {grant(Role::department_verifier, unit(code, today_), Scope::own)};
        return actor;
    }

private:
    access::Actor signed_in(const std::string& login) const {
        const auto person = access::PersonStore(tx_).by_login(login);
        CS_CHECK(person.has_value());
        return {person->person.id, person->person.name, {}};
    }
    access::Grant grant(Role role, const UnitId& unit, Scope scope) const {
        return {access::GrantId(new_uuid({})), role, unit, scope, Period{org::first_recorded_day, std::nullopt}};
    }

    Tx& tx_;
    org::UnitStore units_;
    Day today_;
};

// A new version of the set with the scales that the shipped file lacks, and thresholds nobody has printed: by invented papers.
Done confirm_what_is_open(Tx& tx, Instant now, const access::Actor& province) {
    std::string yaml(demo_file("law/criteria/xa_ntm_nang_cao_2021_2025.yaml"));
    for (const auto& row : demo_rows("demo/scales.tsv")) {
        const std::string head = "  - 'no': '" + row[1] + "'\n";
        const std::size_t at = yaml.find(head);
        CS_CHECK(at != std::string::npos);
        yaml.insert(at + head.size(), "    scale: [" + row[2] + "]\n");
    }
    CS_TRY_DONE(criteria::load_set(tx, now, province, yaml, "Bổ sung thang mức độ (số liệu minh họa)"));
    for (const auto& row : demo_rows("demo/thresholds.tsv")) {
        const criteria::ConfirmThreshold threshold{
            row[1], {}, {}, row[2], {"Văn bản minh họa", "03/VB-MH", *parse_day("2022-04-01"), "unknown"}, {}, "Số liệu minh họa"};
        CS_TRY_DONE(criteria::confirm_threshold(tx, now, province, row[0], threshold));
    }
    return {};
}

std::vector<std::string> words_of(const std::string& list) {
    std::vector<std::string> words;
    for (std::size_t from = 0; from < list.size();) {
        const std::size_t comma = std::min(list.find(", ", from), list.size());
        words.push_back(list.substr(from, comma - from));
        from = comma + 2;
    }
    return words;
}

Done assign_offices(Tx& tx, Instant now, const Cast& cast, const access::Actor& province, Day today) {
    for (const auto& row : demo_rows("demo/charges.tsv"))
        CS_TRY_DONE(assign_charge(tx, now, province, org::UnitTree(tx),
                                  {row[0], words_of(row[2]), Stage::department, cast.unit("MH", today), cast.unit(row[1], today),
                                   *parse_day("2021-02-01"), "Quyết định minh họa số 04/QĐ-MH"}));
    return {};
}

// Just what the set asks for, a little more where it counts upwards.
Line enough(const criteria::Leaf& leaf, int more) {
    const criteria::Indicator& says = *leaf.says;
    std::string value = leaf.limit.shown ? leaf.limit.shown->text : "";
    if (says.kind == criteria::Kind::boolean) value = "đạt";
    const bool upwards = says.comparator == criteria::Comparator::ge && leaf.limit.compared && says.kind != criteria::Kind::text;
    if (upwards && leaf.limit.compared->is_whole()) {
        std::int64_t raised = leaf.limit.compared->units() + more;
        if (says.bounded()) raised = std::min<std::int64_t>(raised, 100);
        value = std::to_string(raised);
    }
    if (says.both_sexes) return {"", value, value, std::nullopt, ""};
    return {value, "", "", std::nullopt, value.empty() ? "Chưa có mức của tỉnh" : ""};
}

Result<std::vector<CellInput>> answers(Tx& tx, const Round& round, const Sheet& sheet, const std::string& code, int more) {
    CS_TRY(const Basis basis, basis_of(tx, round, sheet.region));
    CS_TRY(const criteria::Plan plan, basis.plan());
    std::vector<CellInput> cells;
    for (const criteria::PlannedCriterion& c : plan.criteria)
        for (const criteria::PlannedIndicator& i : c.indicators) {
            CellInput cell{i.own.says->no, enough(i.own, more)};
            for (const Story& story : stories())
                if (story.year == round.year && story.unit == code && story.line == cell.line) cell.says = {story.value, "", "", std::nullopt, story.note};
            cells.push_back(std::move(cell));
            for (const criteria::Leaf& part : i.parts)
                if (!i.whole_or_parts()) cells.push_back({part.says->no, enough(part, more)});
        }
    return cells;
}

SentPaper report(const std::string& code, Day day) { return {"15/BC-" + code, day, "Chủ tịch UBND xã (minh họa)", Via::document_system, std::nullopt}; }

std::vector<Check> agreed(const criteria::CriteriaSet& set, const std::string& criterion = "") {
    std::vector<Check> checks;
    for (const IndicatorPlace& place : indicators_of(set))
        if (criterion.empty() || place.criterion == criterion) checks.push_back({place.indicator->no, ItemAction::agree});
    return checks;
}

struct Part {    // a commune in a round
    Sheet sheet;
    std::string code;
};

class Years {
public:
    Years(Tx& tx, const Cast& cast) : tx_(tx), tree_(tx), cast_(cast) {}

    Result<std::pair<Round, std::vector<Part>>> open(Instant now, int year, Day opens, Day closes) {
        const std::string title = "Rà soát tiêu chí xã nâng cao năm " + std::to_string(year) + " (số liệu minh họa)";
        const Day units_on(std::chrono::year(year), std::chrono::December, std::chrono::day(31));
        CS_TRY(const OpenedRound made,
               open_round(tx_, now, cast_.offices(units_on), tree_,
                          {set_id, std::nullopt, year, title, cast_.unit("MH", units_on), org::UnitKind::commune, units_on, opens, closes,
                           "Công văn minh họa số " + std::to_string(year % 100) + "/CV-MH"}));
        std::vector<Part> parts;
        for (const SheetRow& row : SheetStore(tx_).of_round(made.round.id)) {
            CS_TRY(const org::UnitState state, org::UnitStore(tx_).state(row.sheet.unit, units_on));
            parts.push_back({row.sheet, state.code});
        }
        return std::pair(made.round, std::move(parts));
    }
    Done send(Instant now, const Round& round, const Part& part, int more) {
        const access::Actor clerk = cast_.clerk(part.sheet.unit);
        CS_TRY(const auto cells, answers(tx_, round, part.sheet, part.code, more));
        CS_TRY_DONE(save_cells(tx_, now, clerk, tree_, part.sheet.id, cells));
        CS_TRY_DONE(submit_sheet(tx_, now, clerk, tree_, part.sheet.id, report(part.code, legal_day(now))));
        return {};
    }
    // Every stage that stands agrees.
    Done check(Instant now, const Part& part, const criteria::CriteriaSet& set) {
        const access::Actor offices = cast_.offices(legal_day(now));
        for (SheetState state = SheetState::submitted; state != SheetState::checked;) {
            CS_TRY(const Sheet sheet, check_items(tx_, now, offices, tree_, part.sheet.id, agreed(set)));
            CS_CHECK(sheet.state != state);
            state = sheet.state;
        }
        return {};
    }
    // A year as it went: sent in December, checked in January, the result on the last day of January.
    Done past(int year, const criteria::CriteriaSet& set) {
        const Day december(std::chrono::year(year), std::chrono::December, std::chrono::day(31)), january = plus_days(december, 20);
        CS_TRY(const auto opened, open(noon(december), year, december, plus_days(december, 15)));
        int more = 0;
        for (const Part& part : opened.second) {
            CS_TRY_DONE(send(noon(plus_days(december, 10)), opened.first, part, more++ % 4));
            CS_TRY_DONE(check(noon(january), part, set));
            CS_TRY_DONE(appraise_sheet(tx_, noon(plus_days(january, 10)), cast_.offices(january), tree_, part.sheet.id,
                                       {std::to_string(year % 100) + "/TB-MH", plus_days(january, 10), ""}));
        }
        return {};
    }
    // The year that is under way. Xã A has not begun, xã B was sent back on one indicator, xã G is checked.
    Done present(Instant now, int year, const criteria::CriteriaSet& set) {
        const Day today = legal_day(now);
        CS_TRY(const auto opened, open(now, year, plus_days(today, -10), plus_days(today, 30)));
        int more = 0;
        for (const Part& part : opened.second) {
            if (part.code == "MH0101" || part.code == "MH0104") continue;
            CS_TRY_DONE(send(now, opened.first, part, more++ % 4));
            if (part.code == "MH0201") CS_TRY_DONE(check(now, part, set));
            if (part.code == "MH0102")
                CS_TRY_DONE(check_items(tx_, now, cast_.office("yte.so", "MH-SYT"), tree_, part.sheet.id,
                                        {{"14.2", ItemAction::send_back, {}, "Số liệu chưa khớp báo cáo của trạm y tế xã", plus_days(today, 7)}}));
        }
        return {};
    }

private:
    Tx& tx_;
    org::UnitTree tree_;
    const Cast& cast_;
};

}    // namespace

Done seed_reviews(Tx& tx, Instant now) {
    const Day today = legal_day(now);
    const Cast cast(tx, today);
    const access::Actor province = cast.offices(today);
    CS_TRY_DONE(confirm_what_is_open(tx, now, province));
    CS_TRY_DONE(assign_offices(tx, now, cast, province, today));
    CS_TRY(const criteria::Standing standing, criteria::standing(tx, set_id));
    Years years(tx, cast);
    for (const int year : {2022, 2023, 2024}) CS_TRY_DONE(years.past(year, *standing.set));
    return years.present(now, 2025, *standing.set);
}

}    // namespace cs::server
