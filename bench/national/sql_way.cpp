#include <algorithm>

#include "pq.hpp"
#include "stored.hpp"

namespace bench {
namespace {

using namespace cs;
using namespace cs::criteria;

// Codes in the order of weight, so that a conjunction is max(): 0 does not apply, 1 met, 2 undetermined, 3 not met.
constexpr Verdict of_code[] = {Verdict::not_applicable, Verdict::met, Verdict::undetermined, Verdict::not_met};

constexpr const char* tables = R"(
create table value (place integer not null, criteria_set smallint not null, year smallint not null, slot smallint not null,
                    applies boolean not null, number numeric);
create table place (place integer primary key, region text not null);
create table threshold (criteria_set smallint not null, region text not null, year smallint not null, slot smallint not null,
                        criterion smallint not null, comparator text not null, number numeric, settled boolean not null,
                        fact_slot smallint, fact_comparator text, fact_number numeric, other_number numeric,
                        primary key (criteria_set, region, year, slot));
create function holds(value numeric, comparator text, threshold numeric) returns boolean immutable parallel safe language sql as
$$ select case comparator when '>=' then value >= threshold when '<=' then value <= threshold when '>' then value > threshold
          when '<' then value < threshold else value = threshold end $$;
)";

// The few thresholds that turn on a fact of the commune (the number of its schools) take a branch of their own, so that
// the many others pay nothing for them.
constexpr const char* verdicts = R"(
copy (
with compared as (
    select v.place, v.criteria_set, v.year, t.criterion, t.settled,
           case when not v.applies then 0 when v.number is null or t.number is null then 2
                when holds(v.number, t.comparator, t.number) then 1 else 3 end as code
      from value v join place p on p.place = v.place
      join threshold t on t.criteria_set = v.criteria_set and t.region = p.region and t.year = v.year and t.slot = v.slot
     where t.fact_slot is null
    union all
    select v.place, v.criteria_set, v.year, t.criterion, t.settled,
           case when not v.applies then 0 when v.number is null or f.number is null then 2
                when holds(v.number, t.comparator, case when holds(f.number, t.fact_comparator, t.fact_number)
                                                        then t.other_number else t.number end) then 1 else 3 end
      from threshold t join place p on p.region = t.region
      join value v on v.place = p.place and v.criteria_set = t.criteria_set and v.year = t.year and v.slot = t.slot
      join value f on f.place = v.place and f.criteria_set = v.criteria_set and f.year = v.year and f.slot = t.fact_slot
     where t.fact_slot is not null),
criterion as (
    select place, criteria_set, year, criterion, max(code) as code,
           max(case when settled or code = 0 then code else 2 end) as firm
      from compared group by place, criteria_set, year, criterion)
select place, criteria_set, year, max(code), max(firm), count(*) filter (where code = 1), count(*) filter (where code <> 0)
  from criterion group by place, criteria_set, year
) to stdout)";

std::string number_or_null(const std::optional<Decimal>& number) { return number ? number->text() : "\\N"; }

void threshold_line(const Pq::Line& line, const PlanKey& key, std::size_t criterion, const Leaf& leaf, std::size_t slot) {
    CS_CHECK(leaf.alternatives.size() <= 1);
    std::string fact = "\\N\t\\N\t\\N\t\\N";
    if (!leaf.alternatives.empty()) {
        const Alternative& other = leaf.alternatives.front();
        CS_CHECK(other.facts.size() == 1);
        const FactSlot& test = other.facts.front();
        fact = fmt::format("{}\t{}\t{}\t{}", test.slot, word(test.says->comparator), test.says->number.text(),
                           number_or_null(other.limit.compared));
    }
    line(fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", key.set, key.region, key.year, slot, criterion,
                     word(leaf.says->comparator), number_or_null(leaf.limit.compared), leaf.settled ? "t" : "f", fact));
}

void thresholds(const Pq::Line& line, const PlanKey& key, const Plan& plan) {
    for (std::size_t criterion = 0; criterion < plan.criteria.size(); ++criterion)
        for (const PlannedIndicator& indicator : plan.criteria[criterion].indicators) {
            const auto add = [&](const Leaf& leaf) {
                threshold_line(line, key, criterion, leaf, leaf.slot);
                if (leaf.says->both_sexes) threshold_line(line, key, criterion, leaf, leaf.slot + 1);
            };
            add(indicator.own);
            if (indicator.whole_or_parts()) continue;
            for (const Leaf& part : indicator.parts) add(part);
        }
}

void values(const Pq::Line& line, const Nation& nation) {
    std::map<const Plan*, std::vector<std::size_t>> slots;
    for (const auto& [key, plan] : nation.plans) {
        for (const Leaf* leaf : leaves_of(plan)) {
            slots[&plan].push_back(leaf->slot);
            if (leaf->says->both_sexes) slots[&plan].push_back(leaf->slot + 1);
        }
        for (const auto& [name, slot] : plan.facts) slots[&plan].push_back(slot);
    }
    for (const Sheet& sheet : nation.sheets)
        for (const std::size_t slot : slots.at(sheet.plan)) {
            const Fixed cell = nation.cells[sheet.first + slot];
            line(fmt::format("{}\t{}\t{}\t{}\t{}\t{}\n", sheet.place, sheet.set, sheet.year, slot, cell == left_out ? "f" : "t",
                             cell > left_out ? Decimal(cell, 6).text() : "\\N"));
        }
}

}    // namespace

void load_for_sql(const std::string& url, const Nation& nation) {
    Pq pq(url);
    pq.run(tables);
    pq.copy_in("copy value from stdin", [&](const Pq::Line& line) { values(line, nation); });
    pq.copy_in("copy place from stdin", [&](const Pq::Line& line) {
        for (std::size_t i = 0; i < nation.places.size(); ++i) line(fmt::format("{}\t{}\n", i, nation.places[i].region));
    });
    pq.copy_in("copy threshold from stdin", [&](const Pq::Line& line) {
        for (const auto& [key, plan] : nation.plans) thresholds(line, key, plan);
    });
    std::string slots;    // of facts, and of what turns on them
    for (const auto& [key, plan] : nation.plans)
        for (const Leaf* leaf : leaves_of(plan))
            for (const Alternative& other : leaf->alternatives)
                slots += fmt::format("{}{},{}", slots.empty() ? "" : ",", leaf->slot, other.facts.front().slot);
    if (!slots.empty())
        pq.run("create index value_by_slot on value (criteria_set, slot, place, year) include (applies, number) where slot in (" + slots + ")");
    pq.run("vacuum (analyze) value");
    pq.run("analyze");
}

Verdicts judge_by_sql(const std::string& url, const Nation& nation) {
    Pq pq(url);
    pq.run("set work_mem = '512MB'");
    Verdicts all(nation.sheets.size());
    std::size_t seen = 0;
    pq.copy_out(verdicts, [&](const char* line) {
        const int place = Pq::number(line), set = Pq::number(line), year = Pq::number(line), code = Pq::number(line),
                  firm = Pq::number(line), met = Pq::number(line), of = Pq::number(line);
        FlatVerdict& verdict = all[static_cast<std::size_t>((place * 2 + set) * years + (year - first_year))];
        verdict = {of_code[code], code != firm, static_cast<std::uint16_t>(met), static_cast<std::uint16_t>(of)};
        ++seen;
    });
    CS_CHECK(seen == nation.sheets.size());
    return all;
}

}    // namespace bench
