#include "platform/sheet/package.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "platform/sheet/archive.hpp"
#include "platform/sheet/xml.hpp"

namespace cs::sheet {
namespace {

constexpr std::size_t most_sheets = 255;

class RelationshipsReader final : public XmlReader {
public:
    explicit RelationshipsReader(std::string_view of) : of_(of) {}
    std::vector<Relationship> found;

private:
    void opens(std::string_view name, const Attributes& attributes) override {
        if (name != "Relationship" || attributes.get("TargetMode") == "External") return;
        const std::string_view type = attributes.get("Type");
        found.push_back({std::string(attributes.get("Id")), std::string(type.substr(type.rfind('/') + 1)),
                         resolved(of_, attributes.get("Target"))});
    }
    std::string of_;
};

class ContentTypesReader final : public XmlReader {
public:
    std::map<std::string, std::string, std::less<>> of_part;    // "/xl/workbook.xml" -> type

private:
    void opens(std::string_view name, const Attributes& attributes) override {
        if (name == "Override") of_part.emplace(attributes.get("PartName"), attributes.get("ContentType"));
    }
};

class WorkbookReader final : public XmlReader {
public:
    struct Listed {
        std::string name, id;
        Visibility visibility;
    };
    std::vector<Listed> sheets;
    bool from_1904 = false;

private:
    void opens(std::string_view name, const Attributes& attributes) override {
        if (depth() == 1 && name == "workbookPr") from_1904 = attributes.is_true("date1904");
        if (depth() != 2 || name != "sheet") return;
        if (sheets.size() >= most_sheets)
            return give_up("sheet.too_many_sheets", {{"limit", std::to_string(most_sheets)}});
        const std::string_view state = attributes.get("state");
        sheets.push_back({nfc(attributes.get("name")).value_or(std::string()), std::string(attributes.get("id")),
                          state.empty() || state == "visible" ? Visibility::visible : Visibility::hidden});
    }
};

// The same extension and the same zip serve several programs.
Done check_is_workbook(const Archive& archive, const std::string& workbook) {
    ContentTypesReader types;
    CS_TRY_DONE(types.read(archive, "[Content_Types].xml"));
    const auto found = types.of_part.find("/" + workbook);
    const std::string type = found == types.of_part.end() ? std::string() : found->second;
    const auto says = [&](std::string_view word) { return type.find(word) != std::string::npos; };
    if (says(".binary.")) return refuse(Problem::bad_input, "sheet.is_binary");
    const auto parts = archive.parts();
    const bool macros = std::any_of(parts.begin(), parts.end(),
                                    [](const std::string& part) { return part.ends_with("vbaproject.bin"); });
    if (macros || says("macroEnabled")) return refuse(Problem::bad_input, "sheet.has_macros");
    if (!says("spreadsheetml.sheet.main") && !says("spreadsheetml.template.main"))
        return refuse(Problem::bad_input, "sheet.not_a_workbook");
    return {};
}

const Relationship* of_type(const std::vector<Relationship>& all, std::string_view type) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Relationship& r) { return r.type == type; });
    return found == all.end() ? nullptr : &*found;
}

Result<std::string> workbook_part(const Archive& archive) {
    if (archive.has("mimetype") && archive.has("content.xml"))
        return refuse(Problem::bad_input, "sheet.is_opendocument");
    if (!archive.has("[Content_Types].xml") || !archive.has("_rels/.rels"))
        return refuse(Problem::bad_input, "sheet.not_a_workbook");
    CS_TRY(const auto top, relationships_of(archive, ""));
    const Relationship* main = of_type(top, "officeDocument");
    if (main == nullptr || !archive.has(main->target)) return refuse(Problem::bad_input, "sheet.not_a_workbook");
    return main->target;
}

}    // namespace

std::string relationships_part(std::string_view part) {
    const std::size_t slash = part.rfind('/');
    const std::size_t folder = slash == std::string_view::npos ? 0 : slash + 1;
    return std::string(part.substr(0, folder)) + "_rels/" + std::string(part.substr(folder)) + ".rels";
}

std::string resolved(std::string_view part, std::string_view target) {
    std::string path(target.starts_with('/') ? "" : part.substr(0, part.rfind('/') + 1));
    path += target.starts_with('/') ? target.substr(1) : target;
    std::vector<std::string_view> steps;
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string_view step = std::string_view(path).substr(at, end - at);
        if (step == "..") {
            if (!steps.empty()) steps.pop_back();
        } else if (!step.empty() && step != ".") {
            steps.push_back(step);
        }
        at = end + 1;
    }
    std::string joined;
    for (const std::string_view step : steps) joined += (joined.empty() ? "" : "/") + std::string(step);
    return joined;
}

Result<std::vector<Relationship>> relationships_of(const Archive& archive, std::string_view part) {
    const std::string of = relationships_part(part);
    if (!archive.has(of)) return std::vector<Relationship>();
    RelationshipsReader reader(part);
    CS_TRY_DONE(reader.read(archive, of));
    return std::move(reader.found);
}

Result<Package> read_package(const Archive& archive) {
    Package package;
    CS_TRY(package.workbook, workbook_part(archive));
    CS_TRY_DONE(check_is_workbook(archive, package.workbook));
    CS_TRY(const auto parts, relationships_of(archive, package.workbook));
    const auto part_of = [&](std::string_view type) {
        const Relationship* found = of_type(parts, type);
        return found != nullptr && archive.has(found->target) ? found->target : std::string();
    };
    package.styles = part_of("styles"), package.strings = part_of("sharedStrings");
    WorkbookReader workbook;
    CS_TRY_DONE(workbook.read(archive, package.workbook));
    package.from_1904 = workbook.from_1904;
    for (WorkbookReader::Listed& sheet : workbook.sheets) {
        const auto found =
            std::find_if(parts.begin(), parts.end(), [&](const Relationship& r) { return r.id == sheet.id; });
        if (found == parts.end() || found->type != "worksheet") continue;
        package.sheets.push_back({std::move(sheet.name), sheet.visibility, found->target});
    }
    if (package.sheets.empty()) return refuse(Problem::bad_input, "sheet.no_sheets");
    return package;
}

}    // namespace cs::sheet
