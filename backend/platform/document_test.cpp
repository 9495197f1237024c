#include <doctest/doctest.h>

#include "platform/document/content.hpp"
#include "platform/document/jpeg.hpp"
#include "platform/document/pages.hpp"
#include "platform/document/testing.hpp"

using namespace cs;
using namespace cs::document;
using namespace std::string_literals;

namespace {

constexpr ArchiveLimits limits{1000, 200'000'000, 100};

Result<Content> content(const std::string& bytes) {
    const TestFolder folder;
    write_file(folder.path + "/file", bytes);
    return read_content(folder.path + "/file", limits);
}
std::string type(const std::string& bytes) {
    const auto found = content(bytes);
    return found ? found->media_type : found.error().code;
}

const std::string word_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const std::string odt = "application/vnd.oasis.opendocument.text";

const Binding binding{"Biên bản họp thôn", Instant(std::chrono::seconds(1'670'000'000)), 1'000'000, 40};

Result<std::string> bound(const std::vector<std::string>& pages, const Binding& how = binding) {
    return bind_pages(pages.size(), [&](std::size_t i) { return pages[i]; }, how);
}

std::string colour(const std::string& rgb) {
    const auto strong = [&](std::size_t i) { return static_cast<unsigned char>(rgb[i]) > 128; };
    if (strong(0) && strong(1) && strong(2)) return "white";
    return strong(0) ? "red" : strong(1) ? "green" : strong(2) ? "blue" : "black";
}

// The colours of the four quarters as somebody sees them, row by row.
std::string seen(const std::string& pdf) {
    const std::string ppm = poppler(pdf, "pdftoppm -r 20 -f 1 -l 1 {}");
    std::istringstream head(ppm);
    std::string magic;
    std::size_t width = 0, height = 0, depth = 0;
    head >> magic >> width >> height >> depth;
    const std::size_t pixels = static_cast<std::size_t>(head.tellg()) + 1;
    std::string said = width > height ? "lying:" : "upright:";
    for (const double y : {0.4, 0.6})
        for (const double x : {0.4, 0.6}) {
            const auto row = static_cast<std::size_t>(y * static_cast<double>(height)), column = static_cast<std::size_t>(x * static_cast<double>(width));
            said += " " + colour(ppm.substr(pixels + (row * width + column) * 3, 3));
        }
    return said;
}

}    // namespace

TEST_CASE("a file is what its bytes are") {
    CHECK(type("%PDF-1.7\n") == "application/pdf");
    CHECK(type(photograph()) == "image/jpeg");
    CHECK(type(png(2, 2)) == "image/png");
    CHECK(type("\0\0\0\x18" "ftypheic\0\0\0\0mif1heic"s) == "image/heic");
    CHECK(type("Biên bản họp thôn\n") == "text/plain");
    CHECK(type("unit,indicator,value\nXã Minh Họa A,10,58\n") == "text/plain");
    CHECK(type("#include <stdio.h>\nint main() { return 0; }\n") == "text/plain");
    CHECK(type("<html><script>alert(1)</script></html>") == "text/html");
    CHECK(type("<svg xmlns=\"http://www.w3.org/2000/svg\"/>") == "image/svg+xml");
}

TEST_CASE("an archive is what stands in it, in whatever order") {
    CHECK(type(zip_of(word_entries())) == word_type);
    CHECK(type(zip_of({{"word/document.xml", "<d/>"}, {"[Content_Types].xml", "<Types/>"}})) == word_type);
    CHECK(type(zip_of({{"[Content_Types].xml", "<T/>"}, {"xl/workbook.xml", "<w/>"}})).ends_with("spreadsheetml.sheet"));
    CHECK(type(zip_of({{"mimetype", odt}, {"content.xml", "<c/>"}})) == odt);
    CHECK(type(zip_of({{"word/document.xml", "<d/>"}})) == "application/zip");
}

TEST_CASE("a password and a program inside an office file are seen") {
    CHECK_FALSE(content(zip_of(word_entries()))->encrypted);
    CHECK(content(zip_of(word_entries(), "bí mật"))->encrypted);
    CHECK(content(zip_of({{"mimetype", odt}, {"META-INF/manifest.xml", "<manifest:encryption-data/>"}}))->encrypted);
    std::string compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s;
    compound.resize(600);
    CHECK_FALSE(content(compound)->encrypted);
    for (const char c : "EncryptedPackage"s) compound += {c, '\0'};
    CHECK(content(compound)->encrypted);
    CHECK_FALSE(content(zip_of(word_entries()))->macros);
    Entries with_program = word_entries();
    with_program.emplace_back("word/vbaProject.bin", "x");
    CHECK(content(zip_of(with_program))->macros);
    CHECK(content(zip_of({{"mimetype", odt}, {"Basic/Standard/Module1.xml", "x"}}))->macros);
}

TEST_CASE("an archive that unpacks to far more than it weighs is refused, also when its header lies") {
    CHECK(type(bomb()) == "document.archive_bomb");
    CHECK(type(zip_of({{"a", std::string(9'000'000, 'a')}})) == "application/zip");    // small enough to be harmless
    std::string lying = zip_of({{"a", std::string(64'000'000, 'a')}});
    const std::string said = "\x00\x90\xD0\x03"s;    // 64,000,000, little-endian
    for (std::size_t at = 0; (at = lying.find(said, at)) != std::string::npos;) lying.replace(at, 4, "\x10\0\0\0"s);
    CHECK(type(lying).starts_with("document.archive_"));
    Entries many;
    for (int i = 0; i < 1001; ++i) many.emplace_back(std::to_string(i), "");
    CHECK(type(zip_of(many)) == "document.archive_bomb");
}

TEST_CASE("an archive cut short is damaged") {
    const std::string whole = zip_of(word_entries());
    CHECK(type(whole.substr(0, whole.size() - 10)) == "document.archive_damaged");
}

TEST_CASE("a photograph is measured and loses what the camera noted") {
    const std::string bytes = held(6);
    const auto jpeg = read_jpeg(bytes + "trailing notes of the phone");
    REQUIRE(jpeg);
    CHECK(jpeg->width == 64);
    CHECK(jpeg->height == 48);
    CHECK(jpeg->orientation == 6);
    CHECK(jpeg->picture == photograph());
    CHECK(bytes.find("GPS") != std::string::npos);
    CHECK_FALSE(read_jpeg(photograph().substr(0, 500)));
    CHECK_FALSE(read_jpeg("\xFF\xD8\xFF\xD9"s));
    CHECK_FALSE(read_jpeg("no picture"));
    CHECK_FALSE(read_jpeg(""));
}

TEST_CASE("each of the eight ways to hold a camera is shown upright") {
    const auto shown = [](int orientation) { return seen(*bound({held(orientation)})); };
    CHECK(shown(1) == "lying: red green blue white");
    CHECK(shown(2) == "lying: green red white blue");
    CHECK(shown(3) == "lying: white blue green red");
    CHECK(shown(4) == "lying: blue white red green");
    CHECK(shown(5) == "upright: red blue green white");
    CHECK(shown(6) == "upright: blue red white green");
    CHECK(shown(7) == "upright: white green blue red");
    CHECK(shown(8) == "upright: green white red blue");
}

TEST_CASE("pages come in their order, and a JPEG is not pressed a second time") {
    const std::string pdf = *bound({held(6), png(30, 40), photograph()});
    CHECK(poppler(pdf, "pdfinfo {}").find("Pages:           3") != std::string::npos);
    CHECK(poppler(pdf, "pdfinfo {}").find("Title:           Biên bản họp thôn") != std::string::npos);
    const std::string images = poppler(pdf, "pdfimages -list {}");
    CHECK(images.find("64    48  rgb     3   8  jpeg") != std::string::npos);
    CHECK(pdf.find(photograph()) != std::string::npos);
    CHECK(pdf.find("GPS") == std::string::npos);
    CHECK(*bound({held(6), png(30, 40), photograph()}) == pdf);
}

TEST_CASE("pages that cannot be bound are named") {
    const auto refused = [](const Result<std::string>& result) {
        REQUIRE_FALSE(result);
        const Args& args = result.error().args;
        return result.error().code + (args.empty() ? "" : " " + args.front().second);
    };
    CHECK(refused(bound({})) == "document.no_pages");
    CHECK(refused(bound({photograph(), "no picture"})) == "document.picture_damaged 2");
    CHECK(refused(bound({png(3, 3).substr(0, 40)})) == "document.picture_damaged 1");
    Binding small = binding;
    small.megapixels = 1;
    CHECK(refused(bound({png(1200, 1000)}, small)) == "document.picture_too_large 1");
    small.limit = 1000;
    CHECK(refused(bound({photograph(), photograph()}, small)) == "document.too_large 0");
}
