#include "law/clauses.hpp"

#include "law/tsv.hpp"

namespace cs::law {
namespace {

const std::string instruments_file = "law/instruments.tsv";
const std::string clauses_file = "law/clauses.tsv";

void check_order(Row& row, const std::optional<Day>& from, const std::optional<Day>& until) {
    if (from && until && *until <= *from)
        row.fault("law.until_before_from", {{"from", to_text(*from)}, {"until", to_text(*until)}});
}

Clause whole(const Instrument& i) {
    return {i.key, {}, i.title, i.key, i.from, i.until, i.source, i.confidence};
}

}    // namespace

Clauses Clauses::read(std::string_view instruments_tsv, std::string_view clauses_tsv, std::vector<Fault>& faults) {
    Clauses clauses;
    clauses.read_instruments(instruments_tsv, faults);
    clauses.read_clauses(clauses_tsv, faults);
    return clauses;
}

void Clauses::read_instruments(std::string_view text, std::vector<Fault>& faults) {
    const Columns columns = {"key", "number", "title", "issued", "from", "until", "source", "confidence"};
    read_tsv(instruments_file, text, columns, faults, [&](Row& row) {
        Instrument i{row.key("key"),         row.text("number"),         row.text("title"), row.day_or_none("issued"),
                     row.day_or_none("from"), row.day_or_none("until"), row.source(),      row.confidence()};
        check_order(row, i.from, i.until);
        if (!by_key_.emplace(i.key, whole(i)).second) row.fault("law.key_twice", {{"key", i.key}});
        instruments_.push_back(std::move(i));
    });
}

void Clauses::read_clauses(std::string_view text, std::vector<Fault>& faults) {
    const Columns columns = {"key", "place", "title", "instrument", "from", "until", "source", "confidence"};
    read_tsv(clauses_file, text, columns, faults, [&](Row& row) {
        Clause c{row.key("key"),          row.cell("place"),         row.text("title"), row.key("instrument"),
                 row.day_or_none("from"), row.day_or_none("until"), row.source(),      row.confidence()};
        check_order(row, c.from, c.until);
        if (const Instrument* i = instrument(c.instrument)) {
            const bool early = i->from && c.from && *c.from < *i->from;
            const bool late = i->until && c.until && *i->until < *c.until;
            if (early || late) row.fault("law.clause_outside_instrument", {{"key", c.key}, {"instrument", i->key}});
            if (!c.from) c.from = i->from;    // an empty cell: as long as the instrument
            if (!c.until) c.until = i->until;
        } else {
            row.fault("law.instrument_unknown", {{"key", c.instrument}});
        }
        if (!by_key_.emplace(c.key, c).second) row.fault("law.key_twice", {{"key", c.key}});
        clauses_.push_back(std::move(c));
    });
}

const Clause* Clauses::find(std::string_view key) const {
    const auto at = by_key_.find(key);
    return at == by_key_.end() ? nullptr : &at->second;
}

const Instrument* Clauses::instrument(std::string_view key) const {
    for (const Instrument& i : instruments_)
        if (i.key == key) return &i;
    return nullptr;
}

std::string Clauses::citation(const Clause& clause) const {
    const Instrument* i = instrument(clause.instrument);
    CS_CHECK(i != nullptr);
    std::string out = clause.place.empty() ? i->number : clause.place + " " + i->number;
    if (i->issued) out += " ngày " + to_vietnamese(*i->issued);
    return out;
}

bool Clauses::in_force(const Clause& clause, Day day) {
    return (!clause.from || *clause.from <= day) && (!clause.until || day < *clause.until);
}

}    // namespace cs::law
