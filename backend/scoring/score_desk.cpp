#include "scoring/score_desk.hpp"

#include <algorithm>

#include "org/store.hpp"
#include "scoring/sampling.hpp"
#include "scoring/table_store.hpp"

namespace cs::scoring {
namespace {

using access::Role;

constexpr Set<Role> of_units = {Role::unit_clerk, Role::unit_head};
constexpr Set<Role> of_teams = {Role::district_reviewer, Role::province_coordinator};
constexpr Set<Role> of_councils = {Role::council_secretary, Role::commendation_officer};

Seat held_in(const access::Actor& actor, const std::optional<UnitId>& unit, Set<Role> roles) {
    std::vector<access::Grant> grants;
    for (const access::Grant& grant : actor.grants)
        if (unit && grant.unit == *unit && roles.has(grant.role)) grants.push_back(grant);
    return {actor.person, std::move(grants)};
}

}    // namespace

// ---- One sheet

Seat OpenedScore::acting(StageKind kind) const {
    const Moment& m = desk->moment();
    if (kind == StageKind::self) return held_in(m.actor, holder, of_units);
    const auto reaching = [&](Set<Role> roles) {
        std::vector<access::Grant> grants;
        for (const access::Grant& grant : m.actor.grants)
            if (roles.has(grant.role) && seat.holds(grant.role, grant.unit)) grants.push_back(grant);
        return Seat{m.actor.person, std::move(grants)};
    };
    switch (kind) {
        case StageKind::self: break;
        case StageKind::cross_check: return held_in(m.actor, sheet.checked_by, of_units);
        case StageKind::recheck: return reaching(of_teams);
        case StageKind::council: return reaching(of_councils);
        case StageKind::field: {
            for (const ScoreOffice& office : desk->offices())
                if (Seat here = held_in(m.actor, office.unit, {Role::department_verifier}); !here.empty()) return here;
            return {};
        }
        case StageKind::cluster: {
            Seat by_head = held_in(m.actor, desk->head_of(sheet, HeadSeat::head), of_units);
            const bool is_heads = desk->head_of(sheet, HeadSeat::head) == holder;
            return is_heads && by_head.empty() ? held_in(m.actor, desk->head_of(sheet, HeadSeat::deputy), of_units) : by_head;
        }
    }
    return {};
}

bool OpenedScore::is_visible() const {
    if (!seat.empty()) return true;
    const auto& stages = desk->round().stages;
    return std::any_of(stages.begin(), stages.end(), [&](const RoundStage& s) { return !acting(s.kind).empty(); });
}

bool OpenedScore::is_blinded() const { return desk->round().is_blind && seat.empty() && !is_own && !acting(StageKind::cross_check).empty(); }

std::string OpenedScore::label() const { return is_blinded() ? desk->blind_label(sheet) : sheet.label; }

std::optional<int> OpenedScore::next_position() const {
    const int next = sheet.confirmed + 1;
    if (sheet.confirmed < 0 || next >= static_cast<int>(desk->round().stages.size())) return std::nullopt;
    return next;
}

std::optional<StageKind> OpenedScore::next_kind() const {
    const auto next = next_position();
    return next ? std::optional(desk->round().stages[static_cast<std::size_t>(*next)].kind) : std::nullopt;
}

// ---- The round

Result<std::unique_ptr<ScoreDesk>> ScoreDesk::of(const Moment& m, const ScoreRoundId& id) {
    const ScoreRoundStore rounds(m.tx);
    CS_TRY(ScoreRound round, rounds.find(id));
    CS_TRY(const StandingTable standing, TableStore(m.tx).version(round.table));
    std::unique_ptr<ScoreDesk> desk(new ScoreDesk(m, std::move(round)));
    desk->table_ = standing.table;
    desk->extensions_ = rounds.extensions(id);
    desk->forest_ = org::UnitStore(m.tx).forest();
    return desk;
}

OpenedScore ScoreDesk::open(const ScoreSheet& sheet) const {
    const Day today = m_.today();
    const UnitId holder = assessment::holder_of(*forest_, sheet.unit, round_.units_on, today);
    OpenedScore opened{this, sheet, holder, assessment::seat_at(m_.actor, holder, {}, m_.tree, today)};
    opened.is_own = std::any_of(m_.actor.grants.begin(), m_.actor.grants.end(), [&](const access::Grant& g) { return g.unit == holder; });
    return opened;
}

Result<OpenedScore> ScoreDesk::find(const ScoreSheetId& id) const {
    CS_TRY(const ScoreSheet sheet, ScoreStore(m_.tx).find(id));
    OpenedScore opened = open(sheet);
    if (sheet.round != round_.id || !opened.is_visible()) return refuse(Problem::not_found, "score.sheet_unknown");
    return opened;
}

std::vector<OpenedScore> ScoreDesk::visible() const {
    std::vector<OpenedScore> all;
    for (const ScoreSheet& sheet : sheets())
        if (OpenedScore opened = open(sheet); opened.is_visible()) all.push_back(std::move(opened));
    // The order of the clusters and names would say who stands behind a neutral label.
    const auto blind = std::stable_partition(all.begin(), all.end(), [](const OpenedScore& o) { return !o.is_blinded(); });
    std::sort(blind, all.end(), [](const OpenedScore& a, const OpenedScore& b) { return a.label() < b.label(); });
    return all;
}

const std::vector<ScoreOffice>& ScoreDesk::offices() const {
    if (!offices_) offices_ = ScoreRoundStore(m_.tx).offices(round_.id);
    return *offices_;
}

const std::vector<ScoreSheet>& ScoreDesk::sheets() const {
    if (!sheets_) sheets_ = ScoreStore(m_.tx).of_round(round_.id);
    return *sheets_;
}

std::optional<UnitId> ScoreDesk::head_of(const ScoreSheet& sheet, HeadSeat seat) const {
    if (!sheet.cluster) return std::nullopt;
    const auto [at, is_new] = heads_.try_emplace(*sheet.cluster);
    if (is_new) at->second = ScoreRoundStore(m_.tx).heads(*sheet.cluster);
    for (const ClusterHead& head : at->second)
        if (head.seat == seat && head.period.has(m_.today())) return head.unit;
    const bool is_named = std::any_of(at->second.begin(), at->second.end(), [](const ClusterHead& h) { return h.seat == HeadSeat::head; });
    if (seat == HeadSeat::deputy || is_named) return std::nullopt;
    const auto year = org::ClusterStore(m_.tx).find(*sheet.cluster, round_.year);    // chosen with the membership
    return year ? year->head : std::nullopt;
}

std::optional<UnitId> ScoreDesk::office_of(const std::string& scorer) const {
    for (const ScoreOffice& office : offices())
        if (office.scorer == scorer) return office.unit;
    return std::nullopt;
}

std::string ScoreDesk::blind_label(const ScoreSheet& sheet) const {
    if (blind_.empty()) {
        std::vector<std::string> ids;
        for (const ScoreSheet& each : sheets()) ids.push_back(each.id.text());
        int place = 0;
        for (const Drawn& drawn : draw(round_.seed, "blind", ids)) blind_.emplace(ScoreSheetId(drawn.name), ++place);
    }
    const std::string number = std::to_string(blind_.at(sheet.id));
    return "Đơn vị " + std::string(number.size() < 2 ? "0" : "") + number;
}

}    // namespace cs::scoring
