#include "org/listing.hpp"

#include <ostream>

#include "base/csv.hpp"
#include "base/text.hpp"
#include "org/commands.hpp"
#include "org/draft.hpp"

namespace cs::org {
namespace {

constexpr int everything = 1'000'000, rows_of_a_page = 1'000;

UnitRow row_of(const Forest& forest, const UnitVersion& v, Day on) {
    const UnitVersion* parent = v.state.parent ? forest.on(*v.state.parent, on) : nullptr;
    return {v.unit, v.state, parent ? parent->state.name : "", parent ? parent->state.code : "", v.period, 0};
}

bool matches(const UnitVersion& v, const UnitFilter& filter, const std::string& words) {
    if (filter.kind && v.state.kind != *filter.kind) return false;
    return words.empty() || fold(v.state.name + ' ' + v.state.code).find(words) != std::string::npos;
}

ListRow list_row(const UnitRow& row) {
    const UnitState& s = row.state;
    return {row.id.text(),
            s.code,
            s.name,
            ListWord{"unit_kind", std::string(word_of(s.kind))},
            row.parent_code,
            s.rural,
            ListWord{"region", s.region ? std::string(word_of(*s.region)) : ""},
            row.period.from,
            row.period.until ? ListValue(plus_days(*row.period.until, -1)) : ListValue()};
}

}  // namespace

Result<UnitPage> list_units(Tx& tx, const UnitFilter& filter, const std::optional<Boundary>& boundary,
                            const std::optional<UnitCursor>& after, int limit) {
    if (!boundary) return UnitStore(tx).list(filter, after, limit);
    CS_TRY_DONE(recorded(filter.on));
    const auto forest = UnitStore(tx).forest();
    auto found = members(*forest, *boundary, filter.on);
    const std::string words = fold(filter.words);
    std::erase_if(found, [&](auto* v) { return !matches(*v, filter, words); });
    UnitPage page;
    page.total = static_cast<std::int64_t>(found.size());
    auto at = found.begin();
    if (after) {
        at = std::find_if(found.begin(), found.end(), [&](auto* v) { return v->unit == after->id; });
        if (at == found.end()) return refuse(Problem::bad_input, "org.cursor_unknown");
        ++at;
    }
    for (; at != found.end(); ++at) {
        if (static_cast<int>(page.rows.size()) == limit) {
            page.next = UnitCursor{page.rows.back().state.name, page.rows.back().id};
            break;
        }
        page.rows.push_back(row_of(*forest, **at, filter.on));
    }
    return page;
}

std::string csv_header() { return "id,code,name,kind,parent_code,rural,region,from,to\n"; }

std::string csv_row(const UnitRow& row) {
    const UnitState& s = row.state;
    return csv_line({row.id.text(), s.code, s.name, std::string(word_of(s.kind)), row.parent_code,
                     s.rural ? "true" : "false", s.region ? std::string(word_of(*s.region)) : "",
                     to_text(row.period.from), row.period.until ? to_text(plus_days(*row.period.until, -1)) : ""});
}

List units_list(Tx& tx, const UnitFilter& filter, const std::optional<Boundary>& boundary) {
    return {"don-vi-" + to_text(filter.on),
            "units",
            {{"id", 12}, {"code", 10}, {"name", 32}, {"kind", 14}, {"parent_code", 12}, {"rural", 10}, {"region", 24}, {"from", 12}, {"to", 12}},
            [&tx, filter, boundary](const auto& give) -> Done {
                std::optional<UnitCursor> after;
                do {
                    CS_TRY(const UnitPage page, list_units(tx, filter, boundary, after, boundary ? everything : rows_of_a_page));
                    for (const UnitRow& row : page.rows) give(list_row(row));
                    after = page.next;
                } while (after);
                return {};
            }};
}

Done org_show(Database& db, const std::string& code, Day day, std::optional<UnitKind> kind, std::ostream& out) {
    return db.read([&](Tx& tx) -> Done {
        const UnitStore units(tx);
        CS_TRY(const UnitId under, units.with_code(code, day));
        CS_TRY(UnitPage page, units.list({day, under, kind, ""}, std::nullopt, everything));
        std::sort(page.rows.begin(), page.rows.end(), [](const UnitRow& a, const UnitRow& b) {
            return std::tie(a.state.code, a.state.name, a.id) < std::tie(b.state.code, b.state.name, b.id);
        });
        out << csv_header();
        for (const UnitRow& row : page.rows) out << csv_row(row);
        return {};
    });
}

Done org_import(Database& db, const Clock& clock, const std::string& bytes, bool dry_run, std::ostream& out) {
    const auto work = [&](Tx& tx) { return import_units(tx, clock.now(), {}, bytes, dry_run); };
    CS_TRY(const Imported done, dry_run ? db.read(work) : db.write(work));
    out << (dry_run ? "would import " : "imported ") << done.versions.size() << " rows, digest " << done.digest << '\n';
    return {};
}

Done org_reorganise(Database& db, const Clock& clock, const std::string& bytes, const std::string& file, bool dry_run,
                    std::ostream& out) {
    CS_TRY(const DraftFile read, read_drafts(bytes, file));
    const auto work = [&](Tx& tx) { return reorganise_all(tx, clock.now(), {}, read.drafts, dry_run); };
    CS_TRY(const auto all, dry_run ? db.read(work) : db.write(work));
    for (const Reorganised& done : all) {
        const Reorganisation& c = done.plan.change;
        out << to_text(c.day) << ' ' << c.title << ": " << done.plan.closed.size() << " states "
            << (dry_run ? "would end, " : "ended, ") << done.plan.opened.size() << (dry_run ? " would begin" : " began")
            << '\n';
        for (const Undecided& u : done.undecided)
            out << "  roles without a successor: " << u.unit_name << ", " << u.grants.size() << '\n';
    }
    return {};
}

}  // namespace cs::org
