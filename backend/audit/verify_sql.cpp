#include "audit/canonical.hpp"
#include "audit/journal.hpp"
#include "platform/sql/sql.hpp"

namespace cs::audit {
namespace {

struct Head {
    std::string day;
    std::int64_t sequence;
    std::string hash;
};

// Walks the entries in order, one row for each entry and personal value, and keeps only the last link.
class Walk {
public:
    Walk(std::string prev, ChainProof& proof) : prev_(std::move(prev)), day_prev_(prev_), proof_(proof) {}

    bool step(const sql::Row& row) {
        if (row.text("day") != day_ || row.integer("sequence") != sequence_) {
            if (!end_entry()) return false;
            if (!begin_entry(row)) return false;
        }
        return row.is_null("place") || check_personal(row);
    }
    // After the last row: the tail must be the one the head names.
    void finish(const std::optional<Head>& head) {
        if (!end_entry()) return;
        const bool at_head = head ? head->day == day_ && head->sequence == sequence_ : day_.empty();
        if (!at_head)
            fail(head ? head->day : day_, sequence_ + 1, "journal.missing");
        else if (head && head->hash != prev_)
            fail(day_, sequence_, "journal.order");
    }

private:
    bool begin_entry(const sql::Row& row) {
        const std::string day = row.text("day");
        if (day != day_ && !begin_day(row)) return false;
        const std::int64_t sequence = row.integer("sequence");
        if (sequence != sequence_ + 1) return fail(day, sequence_ + 1, "journal.missing");
        Link link{row.text("prev"), day, sequence, row.integer("at"), row.text("event"), row.text("object_kind"),
                  row.text("object_id"), row.maybe_text("person_id").value_or(""), row.text("role"),
                  row.maybe_text("unit_id").value_or(""), row.text("payload")};
        const std::string hash = entry_hash(link);
        const auto opened = decode(link.payload);
        if (hash != row.text("hash") || !opened) return fail(day, sequence, "journal.altered");
        if (link.prev != prev_) return fail(day, sequence, sequence == 1 ? "journal.day_digest" : "journal.order");
        sealed_ = opened->sealed;
        prev_ = hash;
        sequence_ = sequence;
        proof_.last_hash = hash;
        ++proof_.entries;
        return true;
    }
    // Leaves the day before: it must be closed over exactly what was read.
    bool begin_day(const sql::Row& row) {
        if (!day_.empty()) {
            if (!closed_) return fail(day_, sequence_, "journal.day_missing");
            if (closed_->first > sequence_) return fail(day_, sequence_ + 1, "journal.missing");
            if (closed_->first != sequence_ || closed_->second != prev_) return fail(day_, sequence_, "journal.day_digest");
            day_prev_ = prev_ = day_digest(day_prev_, day_, sequence_, prev_);
        }
        day_ = row.text("day");
        sequence_ = 0;
        proof_.last_day = row.day("day");
        closed_.reset();
        if (!row.is_null("day_entries")) closed_ = std::pair(row.integer("day_entries"), row.text("day_last_hash"));
        return true;
    }
    bool check_personal(const sql::Row& row) {
        ++personal_seen_;
        const std::string place = row.text("place");
        for (const Sealed& s : sealed_)
            if (s.place == place &&
                (row.is_null("value") || commitment(row.text("salt"), row.text("value")) == s.commitment))
                return true;
        return fail(day_, sequence_, "journal.personal_altered");
    }
    bool end_entry() {
        const bool whole = personal_seen_ == sealed_.size();
        sealed_.clear();
        personal_seen_ = 0;
        return whole || fail(day_, sequence_, "journal.personal_altered");
    }
    bool fail(const std::string& day, std::int64_t sequence, const char* code) {
        if (!proof_.first_fault) proof_.first_fault = ChainFault{parse_day(day).value_or(Day{}), sequence, code};
        return false;
    }

    std::string prev_, day_prev_, day_;
    std::int64_t sequence_ = 0;
    std::optional<std::pair<std::int64_t, std::string>> closed_;    // entries and last hash of the closed day
    std::vector<Sealed> sealed_;
    std::size_t personal_seen_ = 0;
    ChainProof& proof_;
};

// The rows of closed days by themselves: each digest is right, chains to the day before, and has its entries.
std::optional<ChainFault> check_days(Tx& tx, const std::string& from, std::string prev) {
    std::optional<ChainFault> fault;
    tx.each("audit.closed_days", {sql::value(from)}, [&](const sql::Row& row) {
        const std::string day = row.text("day");
        const std::int64_t entries = row.integer("entries");
        const char* code = nullptr;
        if (row.maybe_integer("last_sequence").value_or(0) < entries)
            code = "journal.missing";
        else if (row.text("prev") != prev || row.text("digest") != day_digest(prev, day, entries, row.text("last_hash")))
            code = "journal.day_digest";
        if (code != nullptr)
            fault = ChainFault{row.day("day"), row.maybe_integer("last_sequence").value_or(0) + 1, code};
        prev = row.text("digest");
        return code == nullptr;
    });
    return fault;
}

std::optional<Head> head(Tx& tx) {
    const auto rows = tx.query("audit.head");
    if (rows->empty()) return std::nullopt;
    return Head{rows->front().text("day"), rows->front().integer("sequence"), rows->front().text("hash")};
}

}    // namespace

ChainProof verify(Tx& tx, std::optional<Day> from) {
    const std::string first = from ? to_text(*from) : "";
    const auto before = tx.query("audit.last_closed_day_before", first);
    const std::string prev = before->empty() ? beginning() : before->front().text("digest");
    ChainProof proof;
    Walk walk(prev, proof);
    bool whole = true;
    tx.each("audit.chain", {sql::value(first)}, [&](const sql::Row& row) { return whole = walk.step(row); });
    const auto end = head(tx);
    if (whole) walk.finish(end && end->day >= first ? end : std::nullopt);
    const auto days = check_days(tx, first, prev);
    if (days && (!proof.first_fault || days->day < proof.first_fault->day)) proof.first_fault = days;
    return proof;
}

}    // namespace cs::audit
