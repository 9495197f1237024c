#include "platform/sheet/read.hpp"

#include <cstdio>

#include "base/text.hpp"
#include "platform/sheet/package.hpp"
#include "platform/sheet/worksheet.hpp"

namespace cs::sheet {

struct Workbook::Inside {
    Inside(std::string of, const Limits& most) : bytes(std::move(of)), limits(most), strings(most.text_bytes) {}

    std::string bytes;
    Limits limits;
    std::optional<Archive> archive;
    Package package;
    std::vector<SheetName> names;
    SharedStrings strings;
    Styles styles;
};

Workbook::Workbook(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Workbook::Workbook(Workbook&&) noexcept = default;
Workbook& Workbook::operator=(Workbook&&) noexcept = default;
Workbook::~Workbook() = default;

Result<Workbook> Workbook::open(std::string bytes, const Limits& limits) {
    auto inside = std::make_unique<Inside>(std::move(bytes), limits);
    CS_TRY(inside->archive, Archive::open(inside->bytes, limits));
    CS_TRY(inside->package, read_package(*inside->archive));
    const Package& package = inside->package;
    if (!package.styles.empty()) CS_TRY_DONE(inside->styles.read(*inside->archive, package.styles));
    if (!package.strings.empty()) CS_TRY_DONE(inside->strings.read(*inside->archive, package.strings));
    for (const SheetPart& sheet : package.sheets)
        inside->names.push_back({sheet.name, sheet.visibility == Visibility::hidden});
    return Workbook(std::move(inside));
}

const std::vector<SheetName>& Workbook::sheets() const { return inside_->names; }

std::optional<std::size_t> Workbook::find(std::string_view name) const {
    const std::string wanted = fold(name);
    for (std::size_t i = 0; i < sheets().size(); ++i)
        if (fold(sheets()[i].name) == wanted) return i;
    return std::nullopt;
}

Result<Shape> Workbook::read(std::size_t sheet, const std::function<bool(const Row&)>& see) const {
    CS_CHECK(sheet < sheets().size());
    const WorksheetReader::Context context{inside_->strings, inside_->styles, inside_->package.from_1904,
                                           inside_->limits.cells};
    WorksheetReader reader(context, see);
    CS_TRY_DONE(reader.read(*inside_->archive, inside_->package.sheets[sheet].part));
    return std::move(reader.shape);
}

Result<Workbook> open_workbook_file(const std::string& path, const Limits& limits) {
    const auto closing = [](std::FILE* file) { std::fclose(file); };
    const std::unique_ptr<std::FILE, decltype(closing)> file(std::fopen(path.c_str(), "rb"), closing);
    if (!file) return refuse(Problem::bad_input, "sheet.file_unreadable", {{"file", path}});
    std::string bytes;
    std::array<char, 64 << 10> piece;
    while (const std::size_t n = std::fread(piece.data(), 1, piece.size(), file.get())) {
        bytes.append(piece.data(), n);
        if (bytes.size() > limits.file_bytes)
            return refuse(Problem::bad_input, "sheet.too_large", {{"limit", std::to_string(limits.file_bytes >> 20)}});
    }
    return Workbook::open(std::move(bytes), limits);
}

}    // namespace cs::sheet
