#include <map>
#include <mutex>

#include "base/text.hpp"
#include "org/rows_sql.hpp"
#include "org/store.hpp"

namespace cs::org {
namespace {

UnitRow unit_row(const sql::Row& row) {
    return {row.id<UnitId>("unit_id"),
            state_of(row),
            row.maybe_text("parent_name").value_or(""),
            row.maybe_text("parent_code").value_or(""),
            {row.day("from_day"), row.maybe_day("until_day")},
            0};
}

std::vector<LineageEnd> ends(const sql::Rows& rows) {
    std::vector<LineageEnd> found;
    for (const sql::Row& row : rows)
        found.push_back({row.id<UnitId>("unit_id"), row.maybe_text("name").value_or(""), row.day("day"),
                         row.id<ChangeId>("change_id"), *parse_word<ChangeKind>(row.text("change_kind")),
                         *parse_word<Part>(row.text("part"))});
    return found;
}

std::shared_ptr<const Forest> load(Tx& tx) {
    auto forest = std::make_shared<Forest>();
    tx.each("org.live_versions", {}, [&](const sql::Row& row) { return forest->add(version_of(row)), true; });
    std::map<std::string, std::vector<Share>> shares;
    const auto live_shares = tx.query("org.live_shares");
    for (const sql::Row& row : *live_shares) {
        const auto amount = row.maybe_text("amount");
        shares[link_key(row)].push_back({row.text("measure"), amount ? Decimal::parse(*amount) : std::nullopt});
    }
    tx.each("org.live_links", {},
            [&](const sql::Row& row) { return forest->add(link_of(row, shares[link_key(row)])), true; });
    return forest;
}

// The last few snapshots, by the revision they were read at. A revision is never used twice, so databases cannot mix.
class Snapshots {
public:
    std::shared_ptr<const Forest> find(const std::string& revision) {
        const std::lock_guard lock(mutex_);
        for (const auto& [at, forest] : kept_)
            if (at == revision) return forest;
        return nullptr;
    }
    void keep(const std::string& revision, std::shared_ptr<const Forest> forest) {
        const std::lock_guard lock(mutex_);
        kept_.insert(kept_.begin(), {revision, std::move(forest)});
        if (kept_.size() > 2) kept_.pop_back();
    }

private:
    std::mutex mutex_;
    std::vector<std::pair<std::string, std::shared_ptr<const Forest>>> kept_;
};

}  // namespace

Result<UnitId> UnitStore::with_code(const std::string& code, Day on) const {
    CS_TRY_DONE(recorded(on));
    const auto rows = tx_.query("org.unit_with_code", code, on);
    if (code.empty() || rows->empty())
        return refuse(Problem::not_found, "org.code_not_on_day", {{"code", code}, {"day", to_vietnamese(on)}});
    return rows->front().id<UnitId>("unit_id");
}

Result<UnitState> UnitStore::state(const UnitId& id, Day on) const {
    CS_TRY_DONE(recorded(on));
    CS_TRY_DONE(known(id));
    const auto rows = tx_.query("org.version_on", id, on);
    if (rows->empty()) return refuse(Problem::not_found, "org.unit_not_on_day", {{"day", to_vietnamese(on)}});
    return state_of(rows->front());
}

Done UnitStore::known(const UnitId& id) const {
    if (tx_.query("org.unit_known", id)->empty()) return refuse(Problem::not_found, "org.unit_unknown_id");
    return {};
}

Result<UnitPage> UnitStore::list(const UnitFilter& filter, const std::optional<UnitCursor>& after, int limit) const {
    CS_TRY_DONE(recorded(filter.on));
    const auto kind = filter.kind ? std::optional(word_of(*filter.kind)) : std::nullopt;
    const std::string words = folded_pattern(filter.words);
    const auto name = after ? std::optional(after->name) : std::nullopt;
    const auto id = after ? std::optional(after->id) : std::nullopt;
    const int ask = limit + 1;  // one more tells whether there is a next page
    const auto rows = filter.under ? tx_.query("org.rows_below", filter.on, kind, words, name, id, ask, *filter.under)
                                   : tx_.query("org.rows_of_country", filter.on, kind, words, name, id, ask);
    const auto count = filter.under ? tx_.query("org.count_below", filter.on, kind, words, *filter.under)
                                    : tx_.query("org.count_of_country", filter.on, kind, words);
    UnitPage page;
    page.total = count->front().integer("n");
    for (const sql::Row& row : *rows) {
        if (static_cast<int>(page.rows.size()) == limit) {
            page.next = UnitCursor{page.rows.back().state.name, page.rows.back().id};
            break;
        }
        page.rows.push_back(unit_row(row));
    }
    return page;
}

std::vector<UnitRow> UnitStore::children(const std::optional<UnitId>& of, Day on) const {
    std::vector<UnitRow> found;
    const auto children_on = tx_.query("org.children_on", of, on);
    for (const sql::Row& row : *children_on) {
        found.push_back(unit_row(row));
        found.back().child_count = row.integer("child_count");
    }
    return found;
}

std::vector<VersionRow> UnitStore::history(const UnitId& id) const {
    std::vector<VersionRow> found;
    const auto versions_of_unit = tx_.query("org.versions_of_unit", id);
    for (const sql::Row& row : *versions_of_unit)
        found.push_back({version_of(row), row.maybe_text("parent_name").value_or("")});
    return found;
}

std::vector<LineageEnd> UnitStore::before(const UnitId& id) const { return ends(*tx_.query("org.lineage_before", id)); }
std::vector<LineageEnd> UnitStore::after(const UnitId& id) const { return ends(*tx_.query("org.lineage_after", id)); }

std::vector<std::pair<UnitId, std::string>> UnitStore::path(const UnitId& id, Day on) const {
    std::vector<std::pair<UnitId, std::string>> found;
    for (std::optional<UnitId> at = id; at;) {
        const auto rows = tx_.query("org.version_on", *at, on);
        if (rows->empty()) break;
        const UnitState state = state_of(rows->front());
        found.insert(found.begin(), {*at, state.name});
        at = state.parent;
    }
    return found;
}

std::shared_ptr<const Forest> UnitStore::forest() const {
    static Snapshots snapshots;
    const auto rows = tx_.query("org.revision");
    if (rows->empty()) return load(tx_);
    const std::string revision = rows->front().text("revision");
    if (auto kept = snapshots.find(revision)) return kept;
    auto forest = load(tx_);
    snapshots.keep(revision, forest);
    return forest;
}

}  // namespace cs::org
