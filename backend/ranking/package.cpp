#include "ranking/package.hpp"

#include "base/json_text.hpp"
#include "criteria/yaml_fields.hpp"
#include "ranking/report.hpp"
#include "scoring/sheets_csv.hpp"
#include "scoring/table_yaml.hpp"

namespace cs::ranking {
namespace {

using json_text::field, json_text::listed, json_text::quoted;

constexpr std::string_view format = "chungsuc-ranking-1";
constexpr std::size_t largest_package = 512u * 1024 * 1024;    // the whole country with five stages is a third of it

tl::unexpected<Refusal> refused(const char* code, Args args = {}) { return refuse("ranking.package_refused", {Fault{code, std::move(args), {}, 0}}); }

// JSON is YAML, so the strict reader of tables reads it too.
Result<Package> read(std::string_view file) {
    const auto root = criteria::load_map(file, "ranking.package_refused", largest_package);
    if (!root) return refused("ranking.package_not_json");
    std::vector<Fault> faults;
    criteria::Fields in(*root, "", faults);
    if (const auto found = in.text("package"); found != format) return refused("ranking.package_format", {{"found", found.value_or("")}});
    Package package;
    package.title = in.text("title").value_or("");
    package.closed_at = in.text("closed_at").value_or("");
    package.code_version = in.text("code").value_or("");
    package.criteria = in.texts("criteria");
    for (const auto& [key, into] : {std::pair("table_yaml", &package.table_yaml), {"sheets_csv", &package.sheets_csv}}) {
        const auto node = in.node(key);    // not text(): that trims, and every byte counts
        if (!node || !node->IsScalar()) return refused("ranking.package_format", {{"found", key}});
        *into = node->Scalar();
    }
    in.remark({"result", "progress", "sha256"});
    in.finish();
    if (!faults.empty()) return refuse("ranking.package_refused", std::move(faults));
    return package;
}

}    // namespace

Result<Recomputed> write_package(const Package& package) {
    Recomputed all;
    CS_TRY(all.table, scoring::read_table(package.table_yaml));
    CS_TRY(const auto sheets, scoring::read_sheets(all.table, package.sheets_csv));
    all.ranking = rank(all.table, sheets);
    all.result = json(all.table, all.ranking);
    all.digest = all.result.substr(all.result.rfind("sha256:"), 7 + 64);
    std::string& out = all.package;
    out = "{";
    for (const auto& [key, value] : {std::pair("package", std::string(format)), {"title", package.title}, {"closed_at", package.closed_at}, {"code", package.code_version}})
        field(key, value, out), out += ",\n";
    listed("criteria", package.criteria, out, [&](const std::string& one) { quoted(one, out); });
    out += ",\n";
    field("table_yaml", package.table_yaml, out), out += ",\n";
    field("sheets_csv", package.sheets_csv, out), out += ",\n";
    out += "\"result\":" + all.result + ",\n\"progress\":" + progress_json(all.table, all.ranking);
    const std::string sum = sha256(out + "}");
    out += ",\n";
    field("sha256", sum, out);
    out += "}\n";
    return all;
}

Result<Recomputed> recompute(std::string_view file) {
    const std::size_t sum_at = file.rfind(",\n\"sha256\":\"");
    if (sum_at == std::string_view::npos) return refused("ranking.package_not_json");
    const std::string_view own = file.substr(sum_at + 12);
    if (own.substr(0, 71) != sha256(std::string(file.substr(0, sum_at)) + "}") || own.substr(71) != "\"}\n") return refused("ranking.package_changed");
    CS_TRY(const Package package, read(file));
    CS_TRY(auto again, write_package(package));
    if (again.package != file) return refused("ranking.package_differs");
    return again;
}

}    // namespace cs::ranking
