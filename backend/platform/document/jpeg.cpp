#include "platform/document/jpeg.hpp"

namespace cs::document {
namespace {

using Byte = unsigned char;

enum Marker : Byte { start = 0xD8, end = 0xD9, scan = 0xDA, app0 = 0xE0, exif = 0xE1, icc = 0xE2, adobe = 0xEE, last_app = 0xEF, comment = 0xFE };

unsigned at(std::string_view bytes, std::size_t i) { return i < bytes.size() ? static_cast<Byte>(bytes[i]) : 0; }

unsigned number(std::string_view bytes, std::size_t i, int width, bool little) {
    unsigned value = 0;
    for (int k = 0; k < width; ++k) value |= at(bytes, i + static_cast<std::size_t>(k)) << 8 * (little ? k : width - 1 - k);
    return value;
}

// The tag in the first directory of the TIFF block that Exif is; 1, upright, when it does not say.
int orientation_of(std::string_view segment) {
    constexpr unsigned tag = 274;
    if (!segment.starts_with(std::string_view("Exif\0\0", 6))) return 1;
    const std::string_view tiff = segment.substr(6);
    const bool little = tiff.starts_with("II");
    const std::size_t directory = number(tiff, 4, 4, little);
    const unsigned entries = number(tiff, directory, 2, little);
    for (unsigned i = 0; i < entries && directory + 2 + i * 12 < tiff.size(); ++i) {
        const std::size_t entry = directory + 2 + i * 12;
        if (number(tiff, entry, 2, little) != tag) continue;
        const unsigned value = number(tiff, entry + 8, 2, little);
        return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    }
    return 1;
}

bool draws(unsigned marker, std::string_view segment) {
    if (marker == icc) return segment.starts_with(std::string_view("ICC_PROFILE\0", 12));
    return marker < app0 || marker == app0 || marker == adobe || (marker > last_app && marker != comment);
}

// Where the next marker stands that is no part of the compressed data.
std::size_t end_of_scan(std::string_view bytes, std::size_t from) {
    for (std::size_t i = from; i + 1 < bytes.size(); ++i) {
        const unsigned next = at(bytes, i + 1);
        if (at(bytes, i) == 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) return i;
    }
    return bytes.size();
}

// A frame says the measures, Exif how the camera was held.
void learn(Jpeg& jpeg, unsigned marker, std::string_view segment) {
    if (marker >= 0xC0 && marker <= 0xC2) {
        jpeg.height = static_cast<int>(number(segment, 1, 2, false));
        jpeg.width = static_cast<int>(number(segment, 3, 2, false));
    }
    if (marker == exif && jpeg.orientation == 1) jpeg.orientation = orientation_of(segment);
}

}    // namespace

std::optional<Jpeg> read_jpeg(std::string_view bytes) {
    if (at(bytes, 0) != 0xFF || at(bytes, 1) != start) return std::nullopt;
    Jpeg found{0, 0, 1, std::string(bytes.substr(0, 2))};
    for (std::size_t i = 2; at(bytes, i) == 0xFF;) {
        const unsigned marker = at(bytes, i + 1);
        if (marker == 0xFF) {    // a marker may be filled up
            ++i;
            continue;
        }
        if (marker == end) {
            found.picture.append(bytes.substr(i, 2));
            return found.width > 0 && found.height > 0 ? std::optional(std::move(found)) : std::nullopt;
        }
        const std::size_t length = number(bytes, i + 2, 2, false);
        if (length < 2 || i + 2 + length > bytes.size()) return std::nullopt;
        const std::string_view segment = bytes.substr(i + 4, length - 2);
        learn(found, marker, segment);
        const std::size_t next = marker == scan ? end_of_scan(bytes, i + 2 + length) : i + 2 + length;
        if (draws(marker, segment)) found.picture.append(bytes.substr(i, next - i));
        i = next;
    }
    return std::nullopt;
}

}    // namespace cs::document
