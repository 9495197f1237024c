#include "org/country.hpp"

#include <map>
#include <stdexcept>

#include "base/csv.hpp"
#include "base/digest.hpp"
#include "law/tsv.hpp"
#include "platform/embedded.hpp"

namespace cs::org {
namespace {

std::string_view shipped(const std::string& path) {
    const auto bytes = embedded_file(path);
    if (!bytes) throw std::runtime_error(path + " is not compiled into the program");
    return *bytes;
}

[[noreturn]] void fail(const std::string& path, const std::vector<Fault>& faults) {
    std::string what = path + " is broken";
    if (!faults.empty()) what += ": " + faults.front().code + " at line " + std::to_string(faults.front().line);
    throw std::runtime_error(what);
}

std::map<std::string, Region> regions_of_provinces() {
    const std::string path = "law/regions_2022.tsv";
    std::map<std::string, Region> regions;
    std::vector<Fault> faults;
    law::read_tsv(path, shipped(path), {"province_code", "province", "region", "confidence", "source"}, faults,
                  [&](law::Row& row) {
                      row.source(), row.confidence();
                      regions.emplace(row.text("province_code"), row.word("region", &parse_word<Region>, Region::DBSH));
                  });
    if (!faults.empty()) fail(path, faults);
    return regions;
}

}  // namespace

Forest country_of_2022() {
    const std::string path = "law/units_2022.csv";
    const auto csv = read_csv(shipped(path), {"code", "name", "kind", "parent_code"});
    if (!csv) fail(path, csv.error().faults);
    const auto regions = regions_of_provinces();
    std::map<std::string, std::string> province_of;  // of a district
    Forest forest;
    for (const CsvRow& row : csv->rows) {
        const std::string &code = row.cells[0], &parent = row.cells[3];
        const auto kind = parse_word<UnitKind>(row.cells[2]);
        if (!kind) fail(path, {{"org.kind_unknown", {}, path, row.line}});
        UnitState state{row.cells[1], *kind, code, std::nullopt, is_rural(*kind), std::nullopt};
        if (*kind == UnitKind::district) province_of[code] = parent;
        if (is_commune_level(*kind)) state.region = regions.at(province_of.at(parent));
        if (!parent.empty()) state.parent = UnitId(id_from("unit:2022:" + parent));
        forest.add(UnitVersion{VersionId(id_from("version:2022:" + code)),
                               UnitId(id_from("unit:2022:" + code)),
                               {first_recorded_day, std::nullopt},
                               std::move(state),
                               std::nullopt,
                               std::nullopt});
    }
    return forest;
}

std::string country_digest() { return digest(shipped("law/units_2022.csv")); }

DraftFile shipped_reorganisations() {
    const std::string path = "law/reorganisations.yaml";
    auto read = read_drafts(shipped(path), path);
    if (!read) fail(path, read.error().faults);
    return *std::move(read);
}

}  // namespace cs::org
