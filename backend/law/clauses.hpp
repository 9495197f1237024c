#pragma once
// The register of legal instruments and of their clauses that rules, screens and papers of this program cite.
// Clauses of Plan 547 are keyed by position (kh547.vi_5_2c): the Plan itself letters two items "d".
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "base/result.hpp"
#include "law/confidence.hpp"

namespace cs::law {

struct Instrument {
    std::string key;                 // "nd152_2025"
    std::string number;              // "Nghị định 152/2025/NĐ-CP": how papers cite it
    std::string title;
    std::optional<Day> issued, from, until;    // unknown days stay empty; `until` is the first day out of force
    std::string source;
    Confidence confidence;
};

struct Clause {
    std::string key;
    std::string place;         // "mục VI.5, đoạn 2"; empty when the whole instrument is meant
    std::string title;
    std::string instrument;    // key of an Instrument
    std::optional<Day> from, until;
    std::string source;
    Confidence confidence;
};

class Clauses {
public:
    // Faults: those of tsv.hpp, law.key_twice, law.instrument_unknown, law.until_before_from, and a clause outside the
    // days of its instrument (law.clause_outside_instrument).
    static Clauses read(std::string_view instruments_tsv, std::string_view clauses_tsv, std::vector<Fault>& faults);

    const Clause* find(std::string_view key) const;    // a clause, or an instrument as a whole; nullptr: nobody knows it
    const Instrument* instrument(std::string_view key) const;
    std::string citation(const Clause& clause) const;    // "mục VI.5, đoạn 2 Kế hoạch 547/KH-UBND ngày 07/12/2022"
    // A paper signed on `day` may cite it: already in force and not yet replaced. An unknown day is not held against it.
    static bool in_force(const Clause& clause, Day day);

    const std::vector<Clause>& all() const { return clauses_; }              // in file order, without whole instruments
    const std::vector<Instrument>& instruments() const { return instruments_; }    // in file order

private:
    void read_instruments(std::string_view text, std::vector<Fault>& faults);
    void read_clauses(std::string_view text, std::vector<Fault>& faults);
    std::vector<Instrument> instruments_;
    std::vector<Clause> clauses_;
    std::map<std::string, Clause, std::less<>> by_key_;
};

}    // namespace cs::law
