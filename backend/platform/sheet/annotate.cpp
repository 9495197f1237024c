#include "platform/sheet/annotate.hpp"

#include <fmt/core.h>
#include <zip.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "platform/sheet/annotate_parts.hpp"
#include "platform/sheet/package.hpp"
#include "platform/sheet/splice.hpp"

namespace cs::sheet {
namespace {

constexpr std::size_t most_comments = 1'000;

using Changed = std::map<std::string, std::string>;    // part -> bytes

class Annotation {
public:
    Annotation(const Archive& archive, const Package& package, std::string_view author)
        : archive_(archive), package_(package), author_(author) {}

    Result<Changed> of(const std::map<std::size_t, NotesOfSheet>& notes) {
        CS_TRY_DONE(colour(notes));
        for (const auto& [sheet, own] : notes) CS_TRY_DONE(annotate(sheet, own));
        return std::move(changed_);
    }

private:
    // The bytes of a part as they stand now; nothing when there is no such part.
    Result<std::string> current(const std::string& part) const {
        if (const auto found = changed_.find(part); found != changed_.end()) return found->second;
        if (!archive_.has(part)) return std::string();
        CS_TRY(std::string bytes, archive_.whole(part));
        const bool wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
                          bytes.starts_with(std::string_view("<\0", 2));
        if (wide) return refuse(Problem::bad_input, "sheet.cannot_annotate");
        return bytes;
    }

    Done colour(const std::map<std::size_t, NotesOfSheet>& notes) {
        std::set<std::uint32_t> wanted;
        for (const auto& [sheet, own] : notes) {
            const std::string& part = package_.sheets[sheet].part;
            CS_TRY(const std::string bytes, current(part));
            CS_TRY(SheetFacts facts, facts_of_sheet(bytes, part, own));
            wanted.merge(facts.styles);
            drawings_[sheet] = std::move(facts.drawing);
        }
        if (package_.styles.empty()) return {};
        CS_TRY(const std::string styles, current(package_.styles));
        CS_TRY(Coloured coloured, with_coloured_styles(styles, package_.styles, wanted));
        style_of_ = std::move(coloured.style_of);
        changed_[package_.styles] = std::move(coloured.styles);
        return {};
    }

    Done annotate(std::size_t sheet, const NotesOfSheet& notes) {
        const std::string& part = package_.sheets[sheet].part;
        NotesOfSheet told;
        for (const auto& [place, text] : notes)
            if (told.size() < most_comments) told.emplace(place, text);
        std::set<Place> had;
        CS_TRY_DONE(comment(sheet, told, had));
        std::vector<Place> places;
        for (const auto& [place, text] : told)
            if (!had.contains(place)) places.push_back(place);
        CS_TRY(const std::string drawing, drawing_of(sheet));
        CS_TRY(const std::string old, current(drawing));
        changed_[drawing] = with_comment_boxes(old, places, sheet + 1);
        CS_TRY(const std::string bytes, current(part));
        CS_TRY(changed_[part], with_coloured_cells(bytes, part, notes, {style_of_, drawings_[sheet]}));
        return {};
    }

    Done comment(std::size_t sheet, const NotesOfSheet& notes, std::set<Place>& had) {
        const std::string& part = package_.sheets[sheet].part;
        CS_TRY(const auto all, relationships_of(archive_, part));
        const auto found =
            std::find_if(all.begin(), all.end(), [](const Relationship& r) { return r.type == "comments"; });
        const std::string made = fmt::format("xl/comments_chungsuc{}.xml", sheet + 1);
        if (found == all.end())
            CS_TRY_DONE(tie(part, {"csComments", "comments", made},
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"));
        const std::string comments = found == all.end() ? made : found->target;
        CS_TRY(const std::string old, current(comments));
        CS_TRY(changed_[comments], with_comments(old, comments, notes, author_, had));
        return {};
    }

    Result<std::string> drawing_of(std::size_t sheet) {
        const std::string& part = package_.sheets[sheet].part;
        CS_TRY(const auto all, relationships_of(archive_, part));
        std::string& id = drawings_[sheet];
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const Relationship& r) { return !id.empty() && r.id == id; });
        if (found != all.end()) return found->target;
        id = "csDrawing";
        const std::string made = fmt::format("xl/drawings/vml_chungsuc{}.vml", sheet + 1);
        CS_TRY_DONE(tie(part, {id, "vmlDrawing", made}, "application/vnd.openxmlformats-officedocument.vmlDrawing"));
        return made;
    }

    // Makes a new part known to its sheet and to the package.
    Done tie(const std::string& sheet, const Relationship& to, const std::string& content_type) {
        const std::string rels = relationships_part(sheet), types = "[Content_Types].xml";
        CS_TRY(std::string bytes, current(rels));
        if (bytes.empty())
            bytes =
                R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>)";
        const std::string link = fmt::format(
            R"(<Relationship Id="{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="/{}"/>)",
            to.id, to.type, to.target);
        CS_TRY(changed_[rels], with_last_child(bytes, rels, link));
        CS_TRY(const std::string known, current(types));
        CS_TRY(changed_[types],
               with_last_child(known, types,
                               fmt::format(R"(<Override PartName="/{}" ContentType="{}"/>)", to.target, content_type)));
        return {};
    }

    const Archive& archive_;
    const Package& package_;
    std::string_view author_;
    Changed changed_;
    std::map<std::uint32_t, std::uint32_t> style_of_;
    std::map<std::size_t, std::string> drawings_;    // sheet -> relationship of its drawing of comments
};

struct SourceFreeing {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct Discarding {
    void operator()(zip_t* zip) const { zip_discard(zip); }
};
using Source = std::unique_ptr<zip_source_t, SourceFreeing>;
using Zip = std::unique_ptr<zip_t, Discarding>;

bool put(zip_t* zip, const std::string& part, const std::string& bytes, time_t at) {
    Source content(zip_source_buffer(zip, bytes.data(), bytes.size(), 0));
    const zip_int64_t old = zip_name_locate(zip, part.c_str(), ZIP_FL_NOCASE);
    const zip_int64_t index =
        old >= 0 ? (zip_file_replace(zip, static_cast<zip_uint64_t>(old), content.get(), 0) == 0 ? old : -1)
                 : zip_file_add(zip, part.c_str(), content.get(), ZIP_FL_ENC_UTF_8);
    if (index < 0) return false;
    content.release();    // the archive's now
    return zip_file_set_mtime(zip, static_cast<zip_uint64_t>(index), at, 0) ==
           0;    // the same input makes the same bytes
}

std::string contents(zip_source_t* file) {
    zip_stat_t size;
    CS_CHECK(zip_source_stat(file, &size) == 0 && zip_source_open(file) == 0);
    std::string bytes(size.size, '\0');
    CS_CHECK(zip_source_read(file, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size()));
    zip_source_close(file);
    return bytes;
}

// The archive with some parts replaced or added; the other entries are copied as they are, packed. An archive that
// reads well may still contradict itself where only a writer looks.
Result<std::string> repacked(std::string_view original, const Changed& changed) {
    // libzip 1.7 frees what it was only lent when it writes into a buffer whose beginning stays: it gets its own copy.
    void* copy = std::malloc(original.size());
    CS_CHECK(copy != nullptr);
    std::memcpy(copy, original.data(), original.size());
    const Source file(zip_source_buffer_create(copy, original.size(), 1, nullptr));
    CS_CHECK(file != nullptr);
    Zip zip(zip_open_from_source(file.get(), 0, nullptr));
    CS_CHECK(zip != nullptr);
    zip_source_keep(file.get());    // one for the archive, one to read what it wrote
    zip_stat_t first;
    bool done = zip_stat_index(zip.get(), 0, 0, &first) == 0;
    for (const auto& [part, bytes] : changed) done = done && put(zip.get(), part, bytes, first.mtime);
    if (!done || zip_close(zip.get()) != 0) return refuse(Problem::bad_input, "sheet.cannot_annotate");
    zip.release();
    return contents(file.get());
}

}    // namespace

Result<std::string> annotated_copy(std::string_view original, const std::vector<Note>& notes, std::string_view author,
                                   const Limits& limits) {
    CS_TRY(const Archive archive, Archive::open(original, limits));
    CS_TRY(const Package package, read_package(archive));
    std::map<std::size_t, NotesOfSheet> of_sheet;
    for (const Note& note : notes) {
        CS_CHECK(note.sheet < package.sheets.size());
        std::string& text = of_sheet[note.sheet][note.place];
        text += (text.empty() ? "" : "\n") + note.text;
    }
    CS_TRY(const Changed changed, Annotation(archive, package, author).of(of_sheet));
    return repacked(original, changed);
}

}    // namespace cs::sheet
