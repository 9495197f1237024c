#include <fmt/format.h>

#include "base/checksum.hpp"
#include "base/json_text.hpp"
#include "base/result.hpp"
#include "ranking/report.hpp"

namespace cs::ranking {
namespace {

using json_text::field, json_text::listed, json_text::maybe_field;

void warning(const Fault& fault, std::string& out) {
    out += '{';
    field("warning", fault.code.substr(fault.code.find('.') + 1), out);
    for (const auto& [key, value] : fault.args) out += ',', field(key, value, out);
    out += '}';
}

void because(const Because& one, std::string& out) {
    out += '{';
    field("rule", one.rule, out);
    for (const auto& [key, value] : {std::pair("id", &one.id), {"fact", &one.fact}, {"points", &one.points}, {"clause", &one.clause}, {"reason", &one.reason}})
        if (!value->empty()) out += ',', field(key, *value, out);
    out += '}';
}

void row(const scoring::Table& table, const Row& row, std::string& out) {
    const auto score = [&](const char* key, Score value) { field(key, value.text(table.decimals), out), out += ','; };
    out += '{';
    field("unit", row.unit, out), out += ',';
    field("cluster", row.cluster, out), out += ',';
    score("base", row.points.base);
    score("bonus", row.points.bonus);
    score("penalty", row.points.penalty);
    score("total", row.points.total);
    maybe_field("class", row.class_at < 0 ? std::nullopt : std::optional(table.classes[static_cast<std::size_t>(row.class_at)].id), out);
    out += ",\"rank\":" + (row.rank ? std::to_string(*row.rank) : "null");
    out += row.is_excluded ? ",\"excluded\":true" : ",\"excluded\":false";
    out += row.is_on_hold ? ",\"on_hold\":true," : ",\"on_hold\":false,";
    listed("because", row.because, out, [&](const Because& one) { because(one, out); });
    out += ',';
    maybe_field("decided_by", row.decided_by.empty() ? std::nullopt : std::optional(row.decided_by), out);
    out += '}';
}

}    // namespace

std::string sha256(std::string_view bytes) {
    const auto sum = checksum("sha256", bytes);
    CS_CHECK(sum.has_value());
    std::string text = "sha256:";
    for (const char c : *sum) fmt::format_to(std::back_inserter(text), "{:02x}", static_cast<unsigned char>(c));
    return text;
}

std::string json(const scoring::Table& table, const Ranking& ranking) {
    std::string out = "{";
    field("table", table.id, out);
    out += ",\"year\":" + std::to_string(table.year) + ',';
    listed("warnings", table.warnings, out, [&](const Fault& fault) { warning(fault, out); });
    out += ',';
    listed("rows", ranking.rows, out, [&](const Row& one) { row(table, one, out); });
    const std::string sum = sha256(out + '}');
    out += ',';
    field("digest", sum, out);
    out += '}';
    return out;
}

std::string progress_json(const scoring::Table& table, const Ranking& ranking) {
    std::string out = "[";
    for (const Progress& one : ranking.progress) {
        out += out.size() > 1 ? ",{" : "{";
        field("unit", one.unit, out), out += ',';
        field("cluster", one.cluster, out), out += ',';
        field("last_year", one.last_year.text(2), out), out += ',';
        field("total", one.total.text(table.decimals), out), out += ',';
        field("gained", one.gained.text(2), out);
        out += ",\"rank\":" + std::to_string(one.rank) + '}';
    }
    return out + ']';
}

}    // namespace cs::ranking
