#include "platform/document/pages.hpp"

#include <cairo-pdf.h>

#include <array>
#include <memory>

#include "platform/document/jpeg.hpp"

namespace cs::document {
namespace {

struct Close {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* pen) const { cairo_destroy(pen); }
};
using Surface = std::unique_ptr<cairo_surface_t, Close>;
using Pen = std::unique_ptr<cairo_t, Close>;

constexpr double short_side = 210 / 25.4 * 72, long_side = 297 / 25.4 * 72, margin = 5 / 25.4 * 72;
constexpr int widest = 32767;    // cairo's own limit

struct Picture {
    Surface surface;
    int width = 0, height = 0, orientation = 1;
    bool lies_on_its_side() const { return orientation >= 5; }
    double shown_width() const { return lies_on_its_side() ? height : width; }
    double shown_height() const { return lies_on_its_side() ? width : height; }
};

// From stored to shown pixels (Exif 2.3, 4.6.4 A, Orientation).
cairo_matrix_t turned(const Picture& p) {
    const double w = p.width, h = p.height;
    const std::array<cairo_matrix_t, 8> by_orientation = {{
        //  xx yx  xy yy  x0 y0
        {1, 0, 0, 1, 0, 0},   {-1, 0, 0, 1, w, 0},  {-1, 0, 0, -1, w, h}, {1, 0, 0, -1, 0, h},
        {0, 1, 1, 0, 0, 0},   {0, 1, -1, 0, h, 0},  {0, -1, -1, 0, h, w}, {0, -1, 1, 0, 0, w},
    }};
    return by_orientation[static_cast<std::size_t>(p.orientation - 1)];
}

// The JPEG travels beside a surface of its measures whose pixels nobody looks at or touches: it costs addresses, not memory.
std::optional<Picture> from_jpeg(std::string_view bytes) {
    std::optional<Jpeg> jpeg = read_jpeg(bytes);
    if (!jpeg || jpeg->width > widest || jpeg->height > widest) return std::nullopt;
    Picture picture{Surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, jpeg->width, jpeg->height)), jpeg->width, jpeg->height,
                    jpeg->orientation};
    auto* kept = new std::string(std::move(jpeg->picture));
    const cairo_status_t attached = cairo_surface_set_mime_data(
        picture.surface.get(), CAIRO_MIME_TYPE_JPEG, reinterpret_cast<const unsigned char*>(kept->data()), kept->size(),
        [](void* bytes_of) { delete static_cast<std::string*>(bytes_of); }, kept);
    CS_CHECK(attached == CAIRO_STATUS_SUCCESS);
    return picture;
}

std::int64_t big_endian(std::string_view bytes, std::size_t at) {
    std::int64_t value = 0;
    for (std::size_t i = at; i < at + 4; ++i) value = value * 256 + static_cast<unsigned char>(bytes[i]);
    return value;
}

std::optional<Picture> from_png(std::string_view bytes) {
    std::string_view left = bytes;
    const auto read = [](void* from, unsigned char* into, unsigned wanted) {
        std::string_view& rest = *static_cast<std::string_view*>(from);
        if (rest.size() < wanted) return CAIRO_STATUS_READ_ERROR;
        rest.copy(reinterpret_cast<char*>(into), wanted);
        rest.remove_prefix(wanted);
        return CAIRO_STATUS_SUCCESS;
    };
    Picture picture{Surface(cairo_image_surface_create_from_png_stream(read, &left))};
    if (cairo_surface_status(picture.surface.get()) != CAIRO_STATUS_SUCCESS) return std::nullopt;
    picture.width = cairo_image_surface_get_width(picture.surface.get());
    picture.height = cairo_image_surface_get_height(picture.surface.get());
    return picture;
}

Result<Picture> read_picture(std::string_view bytes, std::size_t page, std::int64_t megapixels) {
    const std::string number = std::to_string(page + 1);
    std::optional<Picture> found;
    if (bytes.starts_with("\x89PNG\r\n\x1A\n") && bytes.size() >= 24) {
        if (big_endian(bytes, 16) * big_endian(bytes, 20) > megapixels * 1'000'000)
            return refuse(Problem::bad_input, "document.picture_too_large", {{"page", number}, {"megapixels", std::to_string(megapixels)}});
        found = from_png(bytes);
    } else {
        found = from_jpeg(bytes);
    }
    if (!found) return refuse(Problem::bad_input, "document.picture_damaged", {{"page", number}});
    return *std::move(found);
}

void draw(cairo_surface_t* pdf, const Picture& picture) {
    const bool lying = picture.shown_width() > picture.shown_height();
    const double width = lying ? long_side : short_side, height = lying ? short_side : long_side;
    cairo_pdf_surface_set_size(pdf, width, height);
    const Pen pen(cairo_create(pdf));
    const double scale = std::min((width - 2 * margin) / picture.shown_width(), (height - 2 * margin) / picture.shown_height());
    cairo_translate(pen.get(), (width - scale * picture.shown_width()) / 2, (height - scale * picture.shown_height()) / 2);
    cairo_scale(pen.get(), scale, scale);
    const cairo_matrix_t turn = turned(picture);
    cairo_transform(pen.get(), &turn);
    cairo_set_source_surface(pen.get(), picture.surface.get(), 0, 0);
    cairo_paint(pen.get());
    cairo_show_page(pen.get());
}

struct Output {
    std::string bytes;
    std::size_t limit;
};

cairo_status_t take(void* into, const unsigned char* bytes, unsigned length) {
    Output& out = *static_cast<Output*>(into);
    if (out.bytes.size() + length > out.limit) return CAIRO_STATUS_WRITE_ERROR;
    out.bytes.append(reinterpret_cast<const char*>(bytes), length);
    return CAIRO_STATUS_SUCCESS;
}

}    // namespace

Result<std::string> bind_pages(std::size_t pages, const std::function<std::string(std::size_t)>& page, const Binding& binding) {
    if (pages == 0) return refuse(Problem::bad_input, "document.no_pages");
    Output out{{}, static_cast<std::size_t>(binding.limit)};
    const Surface pdf(cairo_pdf_surface_create_for_stream(take, &out, short_side, long_side));
    cairo_pdf_surface_set_metadata(pdf.get(), CAIRO_PDF_METADATA_TITLE, binding.title.c_str());
    cairo_pdf_surface_set_metadata(pdf.get(), CAIRO_PDF_METADATA_CREATE_DATE, to_text(binding.at).substr(0, 19).append("Z").c_str());
    for (std::size_t i = 0; i < pages; ++i) {
        CS_TRY(const Picture picture, read_picture(page(i), i, binding.megapixels));
        draw(pdf.get(), picture);
    }
    cairo_surface_finish(pdf.get());
    const cairo_status_t ended = cairo_surface_status(pdf.get());
    if (ended == CAIRO_STATUS_WRITE_ERROR)
        return refuse(Problem::too_large, "document.too_large", {{"limit", std::to_string(binding.limit / 1024 / 1024)}});
    if (ended != CAIRO_STATUS_SUCCESS) throw std::runtime_error(std::string("cairo: ") + cairo_status_to_string(ended));
    return std::move(out.bytes);
}

}    // namespace cs::document
