#pragma once
// The head of a JPEG: measures, and how the camera was held. Internal to platform/document.
#include <optional>
#include <string>
#include <string_view>

namespace cs::document {

struct Jpeg {
    int width = 0, height = 0;    // as stored
    int orientation = 1;          // Exif 2.3, tag 274: 1 to 8
    // What draws the picture and nothing else: no place, no time, no owner, no thumbnail, nothing behind its end.
    std::string picture;
};

// nullopt: no baseline or progressive JPEG, or one that ends before its end.
std::optional<Jpeg> read_jpeg(std::string_view bytes);

}    // namespace cs::document
