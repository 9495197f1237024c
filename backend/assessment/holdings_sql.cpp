#include "assessment/holdings.hpp"

#include <algorithm>
#include <mutex>

#include "platform/sql/sql.hpp"

namespace cs::assessment {
namespace {

// A transaction has its instant before it has the lock, so a row may be recorded a little before one that is already known.
constexpr std::chrono::hours overlap{24};

struct Snapshot {
    std::string revision;
    std::shared_ptr<const Holdings> holdings;
    Instant latest{};    // when its newest row was recorded
};

class Reading {
public:
    explicit Reading(const Snapshot& base) : holdings_(base.holdings ? *base.holdings : Holdings()), latest_(base.latest) {}

    bool take(const sql::Row& row) {
        const auto standing = parse_word<Standing>(row.text("standing"));
        CS_CHECK(standing);
        holdings_.put(row.id<UnitId>("unit_id"), {row.id<RecognitionId>("id"), row.text("area"), *standing, static_cast<int>(row.integer("year")),
                                                  row.day("counts_from"), row.maybe_day("ends_on")});
        latest_ = std::max(latest_, row.instant("recorded_at"));
        return true;
    }
    bool is_whole(const sql::Row& size) const {
        return holdings_.size() == size.integer("recognitions") && holdings_.withdrawn() == size.integer("withdrawals");
    }
    Snapshot kept(const std::string& revision) { return {revision, std::make_shared<const Holdings>(std::move(holdings_)), latest_}; }

private:
    Holdings holdings_;
    Instant latest_;
};

Snapshot read(Tx& tx, const std::string& revision, const Snapshot& base) {
    if (base.holdings) {
        Reading added(base);
        tx.each("assessment.holdings_since", {sql::value(base.latest - overlap)}, [&](const sql::Row& row) { return added.take(row); });
        if (added.is_whole(tx.query("assessment.register_size")->front())) return added.kept(revision);
    }
    Reading all({});
    tx.each("assessment.holdings", {}, [&](const sql::Row& row) { return all.take(row); });
    return all.kept(revision);
}

struct Kept {
    std::mutex mutex;
    Snapshot snapshot;
};

}    // namespace

void Holdings::put(const UnitId& unit, Holding holding) {
    std::vector<Holding>& held = by_unit_[unit];
    const auto at = std::find_if(held.begin(), held.end(), [&](const Holding& h) { return h.recognition == holding.recognition; });
    const bool known = at != held.end();
    withdrawn_ += (holding.ends_on ? 1 : 0) - (known && at->ends_on ? 1 : 0);
    size_ += known ? 0 : 1;
    if (known) *at = std::move(holding);
    else held.push_back(std::move(holding));
}

const std::vector<Holding>& Holdings::of(const UnitId& unit) const {
    static const std::vector<Holding> none;
    const auto at = by_unit_.find(unit);
    return at == by_unit_.end() ? none : at->second;
}

std::shared_ptr<const Holdings> holdings(Tx& tx) {
    static Kept kept;
    const auto rows = tx.query("assessment.register_revision");
    if (rows->empty()) return read(tx, "", {}).holdings;    // nothing was ever written
    const std::string revision = rows->front().text("revision");
    Snapshot base;
    {
        const std::lock_guard lock(kept.mutex);
        if (kept.snapshot.revision == revision) return kept.snapshot.holdings;
        base = kept.snapshot;
    }
    Snapshot fresh = read(tx, revision, base);
    const std::lock_guard lock(kept.mutex);
    kept.snapshot = fresh;
    return fresh.holdings;
}

// The lock of the journal comes first: whoever has written his entry already holds it, and two orders would be a deadlock.
void touch_register(Tx& tx, Instant at) {
    tx.lock("journal");
    tx.run("assessment.set_register_revision", new_uuid(at));
}

}    // namespace cs::assessment
