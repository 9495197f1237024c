#pragma once
// The closed catalogue of events: what every command leaves in the journal. Add a row with the command that writes it.
// Each field says its data class; an event with personal fields must say whose they are, or it does not compile, because
// then nobody could erase them. The note of an event that has a subject is his too.
#include <array>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "base/words.hpp"

namespace cs::audit {

enum class Event : unsigned char {
    // access
    signed_in, sign_in_locked, signed_out, session_ended, password_changed, password_reset, second_factor_enrolled,
    second_factor_dropped, person_added, person_closed, person_erased, grant_proposed, grant_decided, grant_ended,
    grant_installed, grant_followed, grant_delegated,
    // org
    units_imported, reorganisation_applied, reorganisation_countered, cluster_added, cluster_changed,
    // criteria
    criteria_set_loaded, threshold_confirmed, thresholds_confirmed_by_paper,
    // assessment
    round_opened, round_extended, charge_assigned, cells_saved, sheet_submitted, sheet_withdrawn, sheet_resubmitted,
    items_checked, items_confirmed_by_paper, value_corrected, sheet_appraised, sheet_reopened, values_imported,
    recognition_entered, field_visit_recorded, sheet_handed_over,
    // evidence
    evidence_uploaded, evidence_cited, evidence_uncited, evidence_replaced, evidence_purged,
    // movement
    target_added, target_corrected, target_figure_saved, denominator_assigned, reading_chosen,
    // report
    map_layer_added,
    // recognition
    dossier_opened, dossier_moved, confirmation_given, recognition_charge_added, recognition_charge_ended, satisfaction_mark_entered,
    withdrawal_moved, recognition_withdrawn,
    // scoring
    scoring_table_loaded, scoring_holder_named, agreement_opened, agreement_amended, agreement_moved, agreement_members_changed,
    agreement_table_bound, targets_registered, agreement_signed,
    // council
    council_set_up, member_seated, member_unseated, session_planned, session_opened, votes_recorded, session_closed, session_cancelled,
    // half-year and year-end reports, letters
    periodic_report_saved, periodic_report_moved, mail_wish_saved,
    // score sheets
    score_round_opened, score_round_extended, score_table_changed, cluster_head_named, scores_saved, score_sent, score_withdrawn,
    scores_confirmed, scores_announced, score_taken_back, scores_settled, score_items_returned, score_objected,
    score_objection_answered, score_fact_recorded, score_evidence_cited, score_evidence_uncited,
    // ranking
    ranking_closed, publication_proposed, ranking_published, publication_turned_down, ranking_reopened,
    // server
    world_seeded,
};

// open: may stand on the portal. internal: officials only. personal: about a person, erasable. sensitive: personal and
// never shown in a list.
enum class DataClass : unsigned char { open, internal, personal, sensitive };

struct Field {
    std::string_view name;
    DataClass data;
    constexpr bool is_personal() const { return data == DataClass::personal || data == DataClass::sensitive; }
};

// Whose the personal fields of an event are: nobody's (it has none), the person who is its object, or the person who acted.
enum class Subject : unsigned char { nobody, object, actor };

class Fields {
public:
    static constexpr std::size_t room = 16;
    constexpr Fields(std::initializer_list<Field> all) {
        for (const Field& f : all) at_[size_++] = f;
    }
    constexpr const Field* begin() const { return at_.data(); }
    constexpr const Field* end() const { return at_.data() + size_; }

private:
    std::array<Field, room> at_{};
    std::size_t size_ = 0;
};

inline constexpr int for_ever = 0;

struct EventRow {
    Event event;
    std::string_view object_kind;    // the kind of its object; "" when several kinds may stand there
    Subject subject;
    int retention_years;             // of its personal values, which are emptied then; the entry stays. for_ever: never
    Fields fields;

    constexpr const Field* find(std::string_view name) const {
        for (const Field& f : fields)
            if (f.name == name) return &f;
        return nullptr;
    }
};

inline constexpr auto catalogue = [] {
    using enum Event;
    using enum DataClass;
    using S = Subject;
    // clang-format off
    return std::to_array<EventRow>({
      { signed_in,                     "session",        S::actor, 2,        {{"peer", personal}, {"agent", personal}, {"second_factor", internal}} },
      { sign_in_locked,                "sign_in",        S::nobody, 2,        {{"failures", internal}, {"until", internal}} },
      { signed_out,                    "session",        S::nobody, 2,        {} },
      { session_ended,                 "session",        S::nobody, 2,        {{"ended", internal}} },
      { password_changed,              "person",         S::nobody, 10,       {{"sessions_ended", internal}} },
      { password_reset,                "person",         S::object, 10,       {{"sessions_ended", internal}} },
      { second_factor_enrolled,        "person",         S::nobody, 10,       {} },
      { second_factor_dropped,         "person",         S::object, 10,       {} },
      { person_added,                  "person",         S::object, for_ever, {{"login", personal}, {"name", personal}, {"position", personal}} },
      { person_closed,                 "person",         S::object, for_ever, {{"closed", internal}, {"grants_ended", internal}} },
      { person_erased,                 "person",         S::nobody, for_ever, {{"values", internal}} },
      { grant_proposed,                "grant",          S::nobody, for_ever, {{"person", internal}, {"role", internal}, {"unit", internal}, {"scope", internal}, {"from", internal}, {"until", internal}, {"paper", internal}, {"state", internal}} },
      { grant_decided,                 "grant",          S::nobody, for_ever, {{"state", internal}} },
      { grant_ended,                   "grant",          S::nobody, for_ever, {{"state", internal}, {"until", internal}} },
      { grant_installed,               "grant",          S::nobody, for_ever, {{"person", internal}, {"role", internal}, {"unit", internal}, {"scope", internal}, {"from", internal}, {"until", internal}, {"paper", internal}, {"state", internal}} },
      { grant_followed,                "grant",          S::nobody, for_ever, {{"person", internal}, {"role", internal}, {"unit", internal}, {"scope", internal}, {"from", internal}, {"until", internal}, {"paper", internal}, {"state", internal}, {"follows", internal}} },
      { grant_delegated,               "grant",          S::nobody, for_ever, {{"person", internal}, {"role", internal}, {"unit", internal}, {"scope", internal}, {"from", internal}, {"until", internal}, {"number", internal}, {"day", internal}, {"follows", internal}} },

      { units_imported,                "",               S::nobody, for_ever, {{"rows", open}, {"digest", open}, {"source", open}, {"day", open}, {"file", open}} },
      { reorganisation_applied,        "reorganisation", S::nobody, for_ever, {{"kind", open}, {"day", open}, {"instrument", open}, {"confidence", open}, {"source", open}, {"summary", open}, {"units", open}, {"key", open}, {"digest", open}} },
      { reorganisation_countered,      "reorganisation", S::nobody, for_ever, {{"counters", open}, {"countered_by", open}, {"paper", open}, {"day", open}, {"summary", open}, {"units", open}} },
      { cluster_added,                 "cluster",        S::nobody, for_ever, {{"name", open}, {"kind", open}} },
      { cluster_changed,               "cluster",        S::nobody, for_ever, {{"year", open}, {"name", open}, {"head_unit", open}, {"members", open}} },

      { criteria_set_loaded,           "criteria_set",   S::nobody, for_ever, {{"version", open}, {"digest", open}, {"title", open}, {"kind", open}, {"changes", open}, {"source", open}} },
      { threshold_confirmed,           "criteria_set",   S::nobody, for_ever, {{"indicator", open}, {"threshold", open}, {"instrument", open}, {"number", open}, {"day", open}, {"signer", open}, {"article", open}, {"version", open}, {"region", open}, {"year", open}} },
      { thresholds_confirmed_by_paper, "criteria_set",   S::nobody, for_ever, {{"indicators", open}, {"instrument", open}, {"number", open}, {"day", open}, {"signer", open}, {"issuer", open}, {"version", open}, {"count", open}} },

      { round_opened,                  "round",          S::nobody, for_ever, {{"set", internal}, {"version", internal}, {"year", internal}, {"root", internal}, {"units", internal}, {"opens_on", internal}, {"closes_on", internal}, {"paper", internal}} },
      { round_extended,                "round",          S::nobody, for_ever, {{"unit", internal}, {"until", internal}, {"number", internal}, {"day", internal}} },
      { charge_assigned,               "charge",         S::nobody, for_ever, {{"set", internal}, {"criteria", internal}, {"stage", internal}, {"root", internal}, {"holder", internal}, {"from", internal}, {"paper", internal}} },
      { cells_saved,                   "sheet",          S::nobody, for_ever, {{"line", internal}, {"value", internal}, {"count", internal}, {"digest", internal}} },
      { sheet_submitted,               "sheet",          S::nobody, for_ever, {{"state", internal}, {"receipt", internal}, {"digest", internal}, {"number", internal}, {"day", internal}, {"via", internal}} },
      { sheet_withdrawn,               "sheet",          S::nobody, for_ever, {{"state", internal}} },
      { sheet_resubmitted,             "sheet",          S::nobody, for_ever, {{"state", internal}, {"receipt", internal}, {"digest", internal}, {"number", internal}, {"day", internal}, {"via", internal}} },
      { items_checked,                 "sheet",          S::nobody, for_ever, {{"state", internal}, {"agreed", internal}, {"corrected", internal}, {"returned", internal}, {"value", internal}, {"due", internal}} },
      { items_confirmed_by_paper,      "round",          S::nobody, for_ever, {{"sheet_state", internal}, {"criterion", internal}, {"holder", internal}, {"number", internal}, {"day", internal}, {"signer", internal}, {"units", internal}, {"items", internal}} },
      { value_corrected,               "sheet",          S::nobody, for_ever, {{"line", internal}, {"value", internal}} },
      { sheet_appraised,               "sheet",          S::nobody, for_ever, {{"state", internal}, {"result", internal}, {"verdict", internal}, {"met", internal}, {"provisional", internal}, {"digest", internal}, {"number", internal}, {"day", internal}} },
      { sheet_reopened,                "sheet",          S::nobody, for_ever, {{"state", internal}, {"result", internal}} },
      { values_imported,               "round",          S::nobody, for_ever, {{"file", internal}, {"digest", internal}, {"sheets", internal}, {"cells", internal}, {"kept", internal}} },
      { recognition_entered,           "recognition",    S::nobody, for_ever, {{"unit", open}, {"standing", open}, {"area", open}, {"year", open}, {"number", open}, {"day", open}, {"signer", open}, {"counts_from", open}} },

      { field_visit_recorded,          "sheet",          S::nobody, for_ever, {{"visit", internal}, {"day", internal}, {"indicators", internal}, {"number", internal}, {"minutes_day", internal}} },
      { sheet_handed_over,             "sheet",          S::nobody, for_ever, {{"holder", internal}, {"from", internal}, {"number", internal}, {"day", internal}} },

      { evidence_uploaded,             "evidence",       S::nobody, for_ever, {{"unit", internal}, {"media_type", internal}, {"size", internal}, {"digest", internal}, {"pages", internal}, {"declared", internal}} },
      { evidence_cited,                "evidence",       S::nobody, for_ever, {{"sheet", internal}, {"indicator", internal}} },
      { evidence_uncited,              "evidence",       S::nobody, for_ever, {{"sheet", internal}, {"indicator", internal}} },
      { evidence_replaced,             "evidence",       S::nobody, for_ever, {{"replaced_by", internal}} },
      { evidence_purged,               "evidence",       S::nobody, for_ever, {{"ground", internal}, {"digest", internal}, {"uses", internal}} },

      { target_added,                  "target",         S::nobody, for_ever, {{"title", open}, {"measure", open}, {"better", open}, {"source", open}, {"owner", open}} },
      { target_corrected,              "target",         S::nobody, for_ever, {{"title", open}, {"measure", open}, {"better", open}, {"source", open}, {"owner", open}} },
      { target_figure_saved,           "target",         S::nobody, for_ever, {{"year", open}, {"kind", open}, {"value", open}, {"source", open}} },
      { denominator_assigned,          "denominator",    S::nobody, for_ever, {{"target", open}, {"unit", open}, {"value", open}, {"number", open}, {"day", open}} },
      { reading_chosen,                "reading_choice", S::nobody, for_ever, {{"target", open}, {"unit", open}, {"reading", open}, {"denominator", open}, {"number", open}, {"day", open}} },

      { map_layer_added,               "map_layer",      S::nobody, for_ever, {{"unit", open}, {"day", open}, {"level", open}, {"shapes", open}, {"digest", open}, {"licence", open}} },

      { dossier_opened,                "dossier",               S::nobody, for_ever, {{"unit", internal}, {"standing", internal}, {"area", internal}, {"field", internal}, {"year", internal}, {"regime", internal}, {"day", internal}} },
      { dossier_moved,                 "dossier",               S::nobody, for_ever, {{"state", internal}, {"step", internal}, {"day", internal}, {"number", internal}, {"signer", internal}, {"holder", internal}, {"vote", internal}} },
      { confirmation_given,            "dossier",               S::nobody, for_ever, {{"kind", internal}, {"state", internal}, {"verdict", internal}, {"holder", internal}, {"number", internal}, {"day", internal}, {"signer", internal}, {"satisfied", internal}, {"asked", internal}, {"debt", internal}} },
      { recognition_charge_added,      "recognition_charge",    S::nobody, for_ever, {{"kind", internal}, {"root", internal}, {"holder", internal}, {"from", internal}, {"until", internal}, {"paper", internal}} },
      { recognition_charge_ended,      "recognition_charge",    S::nobody, for_ever, {{"kind", internal}, {"root", internal}, {"holder", internal}, {"from", internal}, {"until", internal}, {"paper", internal}} },
      { satisfaction_mark_entered,     "satisfaction_mark",     S::nobody, for_ever, {{"root", internal}, {"standing", internal}, {"overall", internal}, {"each_content", internal}, {"from", internal}, {"number", internal}, {"day", internal}, {"signer", internal}} },
      { withdrawal_moved,              "dossier",               S::nobody, for_ever, {{"state", internal}, {"step", internal}, {"day", internal}, {"number", internal}, {"signer", internal}, {"holder", internal}} },
      { recognition_withdrawn,         "recognition",           S::nobody, for_ever, {{"unit", open}, {"standing", open}, {"number", open}, {"day", open}, {"signer", open}, {"ends_on", open}} },

      { scoring_table_loaded,          "scoring_table",         S::nobody, for_ever, {{"table", internal}, {"version", internal}, {"year", internal}, {"digest", internal}, {"title", internal}, {"number", internal}, {"day", internal}, {"applies_from", internal}, {"source", internal}} },
      { scoring_holder_named,          "unit",                  S::nobody, for_ever, {{"root", internal}, {"from", internal}, {"until", internal}, {"number", internal}, {"day", internal}, {"issuer", internal}} },
      { agreement_opened,              "agreement",             S::nobody, for_ever, {{"title", internal}, {"year", internal}, {"holder", internal}, {"cluster", internal}, {"table", internal}, {"members", internal}, {"indicators", internal}} },
      { agreement_amended,             "agreement",             S::nobody, for_ever, {{"title", internal}, {"table", internal}, {"members", internal}, {"indicators", internal}} },
      { agreement_moved,               "agreement",             S::nobody, for_ever, {{"state", internal}, {"step", internal}, {"number", internal}, {"day", internal}} },
      { agreement_members_changed,     "agreement",             S::nobody, for_ever, {{"joined", internal}, {"left", internal}, {"from", internal}, {"number", internal}, {"day", internal}} },
      { agreement_table_bound,         "agreement",             S::nobody, for_ever, {{"table", internal}, {"applies_from", internal}, {"changes", internal}} },
      { targets_registered,            "agreement",             S::nobody, for_ever, {{"unit", internal}, {"targets", internal}, {"number", internal}, {"day", internal}} },
      { agreement_signed,              "agreement",             S::nobody, for_ever, {{"unit", internal}, {"by_paper", internal}, {"number", internal}, {"day", internal}} },

      { council_set_up,                "council",               S::nobody, for_ever, {{"root", internal}, {"name", internal}, {"number", internal}, {"day", internal}} },
      { member_seated,                 "council",               S::nobody, for_ever, {{"member", internal}, {"seat", internal}, {"unit", internal}, {"from", internal}} },
      { member_unseated,               "council",               S::nobody, for_ever, {{"member", internal}, {"until", internal}} },
      { session_planned,               "council_session",       S::nobody, for_ever, {{"council", internal}, {"day", internal}, {"form", internal}, {"matters", internal}, {"number", internal}} },
      { session_opened,                "council_session",       S::nobody, for_ever, {{"state", internal}, {"present", internal}, {"members", internal}, {"needed", internal}} },
      { votes_recorded,                "council_session",       S::nobody, for_ever, {{"matter", internal}, {"in_favour", internal}, {"against", internal}, {"abstained", internal}, {"recused", internal}, {"named", internal}} },
      { session_closed,                "council_session",       S::nobody, for_ever, {{"state", internal}, {"number", internal}, {"day", internal}, {"signer", internal}, {"approved", internal}, {"returned", internal}} },
      { session_cancelled,             "council_session",       S::nobody, for_ever, {{"state", internal}} },

      { periodic_report_saved,         "periodic_report",       S::nobody, for_ever, {{"unit", internal}, {"period", internal}, {"figure", internal}, {"section", internal}} },
      { periodic_report_moved,         "periodic_report",       S::nobody, for_ever, {{"state", internal}, {"day", internal}, {"number", internal}, {"signer", internal}, {"via", internal}, {"days_late", internal}} },
      { mail_wish_saved,               "person",                S::nobody, 10,       {{"given", internal}, {"digest", internal}} },
      { score_round_opened,              "score_round",           S::nobody, for_ever, {{"table", internal}, {"year", internal}, {"root", internal}, {"units", internal}, {"opens_on", internal}, {"closes_on", internal}, {"seed", internal}, {"paper", internal}} },
      { score_round_extended,            "score_round",           S::nobody, for_ever, {{"unit", internal}, {"until", internal}, {"number", internal}, {"day", internal}} },
      { score_table_changed,             "score_round",           S::nobody, for_ever, {{"table", internal}, {"number", internal}, {"day", internal}, {"total", internal}} },
      { cluster_head_named,              "cluster",               S::nobody, for_ever, {{"unit", internal}, {"seat", internal}, {"from", internal}, {"paper", internal}} },
      { scores_saved,                    "score_round",           S::nobody, for_ever, {{"stage", internal}, {"cell", internal}, {"digest", internal}} },
      { score_sent,                      "score_round",           S::nobody, for_ever, {{"state", internal}, {"number", internal}, {"day", internal}, {"signer", internal}, {"total", internal}, {"receipt", internal}, {"late", internal}} },
      { score_withdrawn,                 "score_round",           S::nobody, for_ever, {{"state", internal}, {"number", internal}, {"day", internal}, {"signer", internal}, {"total", internal}} },
      { scores_confirmed,                "score_round",           S::nobody, for_ever, {{"state", internal}, {"number", internal}, {"day", internal}, {"signer", internal}, {"total", internal}, {"stage", internal}} },
      { scores_announced,                "score_round",           S::nobody, for_ever, {{"state", internal}, {"number", internal}, {"day", internal}, {"signer", internal}, {"total", internal}} },
      { score_taken_back,                "score_round",           S::nobody, for_ever, {{"state", internal}, {"number", internal}, {"day", internal}, {"signer", internal}, {"total", internal}} },
      { scores_settled,                  "score_round",           S::nobody, for_ever, {{"state", internal}, {"number", internal}, {"day", internal}, {"signer", internal}, {"total", internal}} },
      { score_items_returned,            "score_sheet",           S::nobody, for_ever, {{"item", internal}} },
      { score_objected,                  "score_sheet",           S::nobody, for_ever, {{"item", internal}, {"number", internal}} },
      { score_objection_answered,        "score_sheet",           S::nobody, for_ever, {{"item", internal}, {"accepted", internal}, {"number", internal}, {"cell", internal}} },
      { score_fact_recorded,             "score_sheet",           S::nobody, for_ever, {{"fact", internal}, {"found", internal}, {"fact_state", internal}, {"number", internal}, {"day", internal}} },
      { score_evidence_cited,            "score_sheet",          S::nobody, for_ever, {{"item", internal}, {"evidence", internal}} },
      { score_evidence_uncited,          "score_sheet",          S::nobody, for_ever, {{"item", internal}, {"evidence", internal}} },
      { ranking_closed,                  "ranking_closing",       S::nobody, for_ever, {{"number", internal}, {"day", internal}, {"signer", internal}, {"digest", internal}, {"units", internal}} },
      { publication_proposed,            "ranking_closing",       S::nobody, for_ever, {{"state", internal}, {"total", internal}, {"class", internal}, {"ranks_to", internal}, {"number", internal}, {"day", internal}} },
      { ranking_published,               "ranking_closing",       S::nobody, for_ever, {{"state", internal}} },
      { publication_turned_down,         "ranking_closing",       S::nobody, for_ever, {{"state", internal}} },
      { ranking_reopened,                "ranking_closing",       S::nobody, for_ever, {{"state", internal}} },

      { world_seeded,                  "world",          S::nobody, for_ever, {{"world", internal}, {"version", internal}} },
    });
    // clang-format on
}();

constexpr const EventRow& row_of(Event event) { return catalogue[static_cast<std::size_t>(event)]; }

// ---- Proved while it compiles.

constexpr bool rows_stand_in_the_order_of_the_enum() {
    for (std::size_t i = 0; i < catalogue.size(); ++i)
        if (catalogue[i].event != static_cast<Event>(i)) return false;
    return catalogue.size() == words<Event>.size();
}
constexpr bool personal_fields_belong_to_somebody(const EventRow& row) {
    for (const Field& f : row.fields)
        if (f.is_personal() && row.subject == Subject::nobody) return false;
    return row.subject != Subject::object || row.object_kind == "person";
}
constexpr bool every_personal_field_can_be_erased() {
    for (const EventRow& row : catalogue)
        if (!personal_fields_belong_to_somebody(row)) return false;
    return true;
}
static_assert(rows_stand_in_the_order_of_the_enum());
static_assert(every_personal_field_can_be_erased());

}    // namespace cs::audit
