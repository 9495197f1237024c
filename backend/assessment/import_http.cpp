// The first-year import: a file is read, its columns are guessed and decided, a dry run tells every fault, then all or
// nothing. The file travels with each step, so that nothing half done lies about on the server.
#include "assessment/assessment_http.hpp"
#include "assessment/import_wire_http.hpp"
#include "assessment/sheet_view_http.hpp"
#include "base/base64.hpp"
#include "platform/i18n.hpp"

namespace cs::assessment {
namespace {

using access::Api;
using access::Call;
using access::Operation;

constexpr std::size_t samples_shown = 3;

Result<ValueFile> file_of(const std::string& name, const std::string& content, int sheet) {
    const auto bytes = from_base64(content);
    if (!bytes) return refuse(Problem::bad_input, "assessment.file_not_base64");
    return read_value_file(name, *bytes, static_cast<std::size_t>(sheet));
}

std::vector<std::string> samples(const ValueFile& file, std::uint32_t column, std::uint32_t from) {
    std::vector<std::string> found;
    for (const auto& row : file.rows)
        for (const FileCell& cell : row)
            if (cell.column == column && cell.row >= from && !cell.word.text.empty() && found.size() < samples_shown)
                found.push_back(cell.word.text);
    return found;
}

std::optional<std::string> given(const std::string& line) { return line.empty() ? std::nullopt : std::optional(line); }

wire::ValueFileView shown(const FileOutline& outline) {
    const ValueFile& file = outline.file;
    const GuessedColumns& guess = outline.guess;
    wire::ValueFileView view{file.name,
                             file.digest,
                             file.sheets,
                             static_cast<int>(file.sheet),
                             static_cast<int>(guess.heading),
                             static_cast<int>(guess.first_row),
                             0,
                             {},
                             {}};
    for (const auto& row : file.rows) view.rows += !row.empty() && row.front().row >= guess.first_row;
    for (const ColumnUse& use : guess.uses)
        view.columns.push_back({static_cast<int>(use.column), column_letter(use.column), guess.titles[use.column],
                                samples(file, use.column, guess.first_row), use.role, given(use.line)});
    for (const LineName& line : outline.lines) view.lines.push_back({line.no, line.name, line.both_sexes});
    return view;
}

ImportChoice choice_of(const wire::ValueImportInput& b) {
    ImportChoice choice{static_cast<std::uint32_t>(b.first_row), {}, {}};
    for (const wire::ValueImportColumn& c : b.columns)
        choice.columns.push_back({static_cast<std::uint32_t>(c.column), c.role, c.line.value_or("")});
    for (const wire::ValueImportUnit& u : b.units) choice.units.push_back({u.word, u.unit_id});
    return choice;
}

wire::ValueImportCheck shown(const ImportPlan& plan, const ValueFile& file) {
    wire::ValueImportCheck view{file.digest,
                                static_cast<int>(plan.sheets.size()),
                                plan.cells,
                                plan.kept,
                                plan.rows_left_out,
                                static_cast<int>(plan.faults.size()),
                                static_cast<int>(plan.remarks.size()),
                                told(plan.faults),
                                told(plan.remarks),
                                {},
                                plan.may_be_written()};
    for (const UnitQuestion& question : plan.questions) {
        wire::ValueImportQuestion each{question.word, question.address, {}};
        for (const KnownUnit& unit : question.options)
            each.options.push_back({unit.id, unit.code, unit.name, unit.parent});
        view.questions.push_back(std::move(each));
    }
    return view;
}

std::string note_of(const UnitQuestion& question) {
    return sentence(Fault{"assessment.import_unit_unclear",
                          {{"found", question.word}},
                          question.address,
                          static_cast<int>(question.row)});
}

Result<wire::ValueFileView> outline(Api& api, Call& call, const wire::ValueFileInput& b) {
    CS_TRY(const RoundId id, round_id(call));
    CS_TRY(ValueFile file, file_of(b.name, b.content, b.sheet.value_or(0)));
    return call.db.read([&](Tx& tx) -> Result<wire::ValueFileView> {
        CS_TRY(const FileOutline made,
               outline_value_file(tx, call.actor, *api.tree(tx), call.today(), id, std::move(file)));
        return shown(made);
    });
}

Result<wire::ValueImportCheck> check(Api& api, Call& call, const wire::ValueImportInput& b) {
    CS_TRY(const RoundId id, round_id(call));
    CS_TRY(const ValueFile file, file_of(b.name, b.content, b.sheet));
    return call.db.read([&](Tx& tx) -> Result<wire::ValueImportCheck> {
        CS_TRY(const ImportPlan plan,
               plan_import(tx, call.clock.now(), call.actor, *api.tree(tx), id, file, choice_of(b)));
        return shown(plan, file);
    });
}

Result<wire::AnnotatedFile> annotate(Api& api, Call& call, const wire::ValueImportInput& b) {
    CS_TRY(const RoundId id, round_id(call));
    CS_TRY(const ValueFile file, file_of(b.name, b.content, b.sheet));
    CS_TRY(const ImportPlan plan, call.db.read([&](Tx& tx) {
        return plan_import(tx, call.clock.now(), call.actor, *api.tree(tx), id, file, choice_of(b));
    }));
    std::vector<CellNote> notes;
    for (const CellFault& each : plan.faults) notes.push_back({each.row, each.column, sentence(each.fault)});
    for (const UnitQuestion& each : plan.questions) notes.push_back({each.row, each.column, note_of(each)});
    CS_TRY(const std::string copy, annotated_value_file(*from_base64(b.content), file.sheet, notes));
    return wire::AnnotatedFile{say("assessment.annotated_name", {{"name", file.name}}), to_base64(copy)};
}

Result<wire::ValueImportDone> import(Api& api, Call& call, const wire::ValueImportInput& b) {
    CS_TRY(const RoundId id, round_id(call));
    CS_TRY(const ValueFile file, file_of(b.name, b.content, b.sheet));
    return call.db.write([&](Tx& tx) -> Result<wire::ValueImportDone> {
        CS_TRY(const ImportPlan plan,
               import_values(tx, call.clock.now(), call.actor, *api.tree(tx), id, file, choice_of(b)));
        return wire::ValueImportDone{file.digest, static_cast<int>(plan.sheets.size()), plan.cells, plan.kept};
    });
}

}    // namespace

std::vector<wire::ValueImportFault> told(const std::vector<CellFault>& faults) {
    std::vector<wire::ValueImportFault> all;
    constexpr std::size_t most_told = 500;
    for (std::size_t i = 0; i < faults.size() && i < most_told; ++i)
        all.push_back({faults[i].fault.code, sentence(faults[i].fault), faults[i].fault.where});
    return all;
}

void add_import_routes(Api& api) {
    using http::Method;
    api.write<wire::ValueFileInput, wire::ValueFileView>(
        {Method::post, "/api/rounds/{id}/value-files", Operation::read_value_file,
         "Reads a province's file of values and guesses what its columns say; nothing is stored."},
        [&api](Call& call, const wire::ValueFileInput& b) { return outline(api, call, b); });
    api.write<wire::ValueImportInput, wire::ValueImportCheck>(
        {Method::post, "/api/rounds/{id}/value-files/check", Operation::check_value_import,
         "The dry run of an import: every fault with its cell, and which units are unclear."},
        [&api](Call& call, const wire::ValueImportInput& b) { return check(api, call, b); });
    api.write<wire::ValueImportInput, wire::AnnotatedFile>(
        {Method::post, "/api/rounds/{id}/value-files/annotated", Operation::annotate_value_file,
         "The same workbook with each fault as a comment beside its cell."},
        [&api](Call& call, const wire::ValueImportInput& b) { return annotate(api, call, b); });
    api.write<wire::ValueImportInput, wire::ValueImportDone>(
        {Method::post,
         "/api/rounds/{id}/value-imports",
         Operation::import_values,
         "Writes the values into the draft sheets of the round, all or nothing.",
         {},
         201},
        [&api](Call& call, const wire::ValueImportInput& b) { return import(api, call, b); });
}

}    // namespace cs::assessment
