#include "platform/sql/sql.hpp"
#include "scoring/agreement_store.hpp"

namespace cs::scoring {
namespace {

std::optional<Decimal> maybe_decimal(const sql::Row& row, std::string_view column) {
    const auto text = row.maybe_text(column);
    if (!text) return std::nullopt;
    const auto value = Decimal::parse(*text);
    CS_CHECK(value.has_value());
    return value;
}

std::optional<std::string> text_of(const std::optional<Decimal>& value) { return value ? std::optional(value->text()) : std::nullopt; }

Agreement head_of(const sql::Row& row) {
    return {row.id<AgreementId>("id"), row.text("title"), static_cast<int>(row.integer("year")), row.id<UnitId>("holder_unit"),
            row.maybe_id<org::ClusterId>("cluster_id"), row.word<AgreementState>("state"), {row.text("number"), row.maybe_day("paper_day")},
            row.day("opened_on"), row.integer("version")};
}

AgreementMember member_of(const sql::Row& row) {
    AgreementMember m{row.id<UnitId>("unit_id"), {row.day("valid_from"), row.maybe_day("valid_until")},
                      {row.text("join_number"), row.maybe_day("join_day")}, {row.text("leave_number"), row.maybe_day("leave_day")}};
    if (!row.is_null("registered_at"))
        m.registration = Registration{{row.text("registration_number"), row.maybe_day("registration_day")}, row.instant("registered_at"),
                                      row.maybe_id<PersonId>("registered_by"), row.maybe_text("registered_by_name").value_or("")};
    if (!row.is_null("signed_at"))
        m.signature = AgreementSignature{row.text("name"), row.text("position"), row.flag("by_paper"), {row.text("number"), row.maybe_day("paper_day")},
                                         row.instant("signed_at"), row.maybe_id<PersonId>("recorded_by"), row.maybe_text("recorded_by_name").value_or("")};
    return m;
}

void load_parts(Tx& tx, Agreement& a) {
    const auto tables = tx.query("scoring.agreement_tables", a.id);
    for (const sql::Row& row : *tables) a.tables.push_back({row.id<TableVersionId>("version_id"), row.day("applies_from"), row.instant("bound_at")});
    const auto indicators = tx.query("scoring.agreement_indicators", a.id);
    for (const sql::Row& row : *indicators) {
        AgreementIndicator i{static_cast<int>(row.integer("line")), row.text("title"), row.text("unit"), row.flag("low_is_better")};
        if (!row.text("set_id").empty()) i.source = Source{row.text("set_id"), row.text("indicator")};
        a.indicators.push_back(std::move(i));
    }
    const auto members = tx.query("scoring.agreement_members", a.id);
    for (const sql::Row& row : *members) a.members.push_back(member_of(row));
    const auto targets = tx.query("scoring.agreement_targets", a.id);
    for (const sql::Row& row : *targets)
        for (AgreementMember& m : a.members)
            if (m.unit == row.id<UnitId>("unit_id"))
                m.targets.push_back({static_cast<int>(row.integer("line")), maybe_decimal(row, "value").value(), maybe_decimal(row, "baseline"), row.text("baseline_source")});
}

}    // namespace

std::vector<ScoringHolder> AgreementStore::holders() const {
    std::vector<ScoringHolder> all;
    const auto rows = tx_.query("scoring.holders");
    for (const sql::Row& row : *rows)
        all.push_back({row.id<ScoringHolderId>("id"), row.id<UnitId>("root_unit"), row.id<UnitId>("holder_unit"),
                       {row.day("valid_from"), row.maybe_day("valid_until")}, {row.text("number"), row.day("paper_day")}, row.text("issuer")});
    return all;
}

void AgreementStore::add(const ScoringHolder& h, Instant at, const std::optional<PersonId>& by) {
    tx_.run("scoring.add_holder", h.id, h.root, h.holder, h.period.from, h.period.until, h.paper.number, h.paper.day, h.issuer, at, by);
}

std::vector<Agreement> AgreementStore::all() const {
    std::vector<Agreement> all;
    const auto rows = tx_.query("scoring.agreements");
    for (const sql::Row& row : *rows) all.push_back(head_of(row));
    return all;
}

void AgreementStore::lock(const AgreementId& id) { tx_.lock("agreement/" + id.text()); }

Result<Agreement> AgreementStore::find(const AgreementId& id) const {
    const auto rows = tx_.query("scoring.agreement", id);
    if (rows->empty()) return refuse(Problem::not_found, "agreement.unknown");
    Agreement found = head_of(rows->front());
    load_parts(tx_, found);
    return found;
}

void AgreementStore::add_parts(const Agreement& a, const std::optional<PersonId>& by) {
    for (const BoundTable& table : a.tables) bind(a.id, table, by);
    for (const AgreementIndicator& i : a.indicators)
        tx_.run("scoring.add_agreement_indicator", a.id, i.line, i.title, i.unit, i.is_low_better, i.source ? i.source->set : "",
                i.source ? i.source->indicator : "");
    for (const AgreementMember& m : a.members) join(a.id, m);
}

void AgreementStore::add(const Agreement& a, Instant at, const std::optional<PersonId>& by) {
    tx_.run("scoring.add_agreement", a.id, a.title, a.year, a.holder, a.cluster, word_of(a.state), a.paper.number, a.paper.day, a.opened_on,
            a.version, at);
    add_parts(a, by);
}

bool AgreementStore::save(const Agreement& a, Instant at) {
    return tx_.run("scoring.save_agreement", a.id, a.version, a.title, word_of(a.state), a.paper.number, a.paper.day, at) == 1;
}

bool AgreementStore::save_draft(const Agreement& a, Instant at, const std::optional<PersonId>& by) {
    if (!save(a, at)) return false;
    for (const char* query : {"scoring.clear_agreement_tables", "scoring.clear_agreement_members", "scoring.clear_agreement_indicators"})
        tx_.run(query, a.id);
    add_parts(a, by);
    return true;
}

void AgreementStore::bind(const AgreementId& id, const BoundTable& table, const std::optional<PersonId>& by) {
    tx_.run("scoring.bind_agreement_table", id, table.version, table.applies_from, table.at, by);
}

void AgreementStore::join(const AgreementId& id, const AgreementMember& m) {
    tx_.run("scoring.add_agreement_member", id, m.unit, m.period.from, m.period.until, m.joined.number, m.joined.day);
}

void AgreementStore::leave(const AgreementId& id, const UnitId& unit, Day until, const PaperRef& paper) {
    tx_.run("scoring.end_agreement_member", id, unit, until, paper.number, paper.day);
}

void AgreementStore::enter(const AgreementId& id, const UnitId& unit, const Registration& r, const std::vector<AgreementTarget>& targets) {
    tx_.run("scoring.clear_agreement_targets", id, unit);
    for (const AgreementTarget& t : targets)
        tx_.run("scoring.add_agreement_target", id, unit, t.line, t.value.text(), text_of(t.baseline), t.baseline_source);
    tx_.run("scoring.register_agreement_member", id, unit, r.paper.number, r.paper.day, r.at, r.by);
}

void AgreementStore::sign(const AgreementId& id, const UnitId& unit, const AgreementSignature& s) {
    tx_.run("scoring.add_agreement_signature", id, unit, s.name, s.position, s.is_by_paper, s.paper.number, s.paper.day, s.at, s.by);
}

}    // namespace cs::scoring
