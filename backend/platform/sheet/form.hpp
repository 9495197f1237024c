#pragma once
// A form: a table that goes out as a workbook, is filled in without a network in Excel or LibreOffice, and comes back.
// One description (Form) makes the workbook, and made anew from what is stored when the file returns it reads it: what
// was changed in the file, what has changed here meanwhile, and every fault beside its cell.
//
// How a module uses it: build a Form out of what is stored → make_form() → … → FormFile::open() → compare the stamp,
// with the module's own sentences → build the Form again → read() → faults: annotated(), else save what `changed` says
// through the module's own use case. What is kept in the file (stamp, values as they went out) is for saying
// clearly what happened; no right hangs on it: whoever loads a file may do what he may do by hand, and nothing more.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "platform/sheet/cell.hpp"
#include "platform/sheet/read.hpp"
#include "platform/sheet/write.hpp"

namespace cs::sheet {

// Which form, and for whom, of which versions: {"assessment.sheet", {{"unit", …}, {"round", …}}}.
struct FormStamp {
    std::string form;
    std::map<std::string, std::string> facts;    // neither ';' nor '=' in them

    const std::string& fact(const std::string& name) const;    // "" when there is none
    std::string text() const;                                  // "form=assessment.sheet;round=…;unit=…"
    static std::optional<FormStamp> parse(std::string_view text);
};

struct FormColumn {
    std::string key, title;    // the title is what the column is found by when it was moved: no two alike
    double width = 12;
};

// A label, or with an entry a value. Values are canonical texts: "98.5", a word of the choices, "2025-06-30", "" empty.
struct FormCell {
    std::string text;
    std::optional<Entry> entry = {};
    bool open = false;    // of an entry: may be changed now
    std::string comment = {};
};

struct FormRow {
    std::string key;                               // shown in the first column; "": a heading between rows
    std::map<std::string, FormCell> cells = {};    // by column; of a column it does not name: shaded
    std::string changed_by = {};    // "Nguyễn Văn A, 09:12 24/11/2025": for the sentence about a conflict
};

struct Form {
    FormStamp stamp;
    std::string title;
    std::vector<std::string> notes = {};    // between the title and the table, a row each
    std::vector<FormColumn> columns;        // the first one shows the keys of the rows
    std::vector<FormRow> rows;
    Instant made = {};
};

// The workbook: open entries may be changed, everything else is locked; drop-downs, limits, hints and comments by cell.
std::string make_form(const Form& form);

struct FilledCell {
    Place place;
    std::string before, value;    // as it is stored now; as it should be, both canonical
    bool changed() const { return before != value; }
};

struct FilledRow {
    std::uint32_t row = 0;
    std::map<std::string, FilledCell> cells = {};    // by column, those with an entry
    bool changed() const;
};

struct PlacedFault {
    Place place;
    Fault fault;    // `where` is the address, `line` the row
};

struct FilledForm {
    std::size_t sheet = 0;                       // where the table was found, as in Workbook::sheets()
    std::map<std::string, FilledRow> changed;    // by key: rows in which a person has changed something
    std::vector<PlacedFault> faults, remarks;    // by place; nothing may be saved while there are faults
};

class FormFile {
public:
    // Refuses what Workbook::open refuses, sheet.form_not_ours (no stamp), sheet.form_other (of another form).
    static Result<FormFile> open(std::string bytes, std::string_view form, const Limits& limits = {});

    const FormStamp& stamp() const { return stamp_; }

    // `now`: the form as it would go out now. Columns are found by their titles, rows by their keys, wherever they were
    // moved. Refuses what find_heading and Grid::from refuse. Faults: sheet.form_merged, sheet.form_row_twice,
    // sheet.form_row_unknown, sheet.form_locked (changed, although it was locked), sheet.form_closed (may not be
    // changed any more), sheet.form_stale {theirs, mine, by} (changed in the file and here), sheet.form_not_a_choice,
    // sheet.form_out_of_range, sheet.form_off_step, sheet.form_day_out_of_range, sheet.form_text_too_long, and those of typed.hpp. Remarks:
    // sheet.form_row_missing, sheet.form_row_ignored, sheet.form_newer {theirs, by} (changed here alone: what
    // is stored stays), and those of typed.hpp.
    Result<FilledForm> read(const Form& now) const;

    // The same file with those notes beside the cells of `sheet` (FilledForm::sheet).
    Result<std::string> annotated(std::size_t sheet, const std::vector<std::pair<Place, std::string>>& notes,
                                  std::string_view author) const;

private:
    FormFile(std::string bytes, Workbook book, FormStamp stamp)
        : bytes_(std::move(bytes)), book_(std::move(book)), stamp_(std::move(stamp)) {}

    std::string bytes_;
    Workbook book_;
    FormStamp stamp_;
};

// What an entry takes a cell for, in the canonical form. Faults and remarks as FormFile::read says.
struct ReadEntry {
    std::string value;
    std::optional<Fault> fault;
    std::vector<Fault> remarks;
};
ReadEntry read_entry(const Cell& cell, const Entry& entry);

}    // namespace cs::sheet
