#pragma once
// Photographed pages bound into one PDF. Seen by *_doc files only.
#include <cstdint>
#include <functional>
#include <string>

#include "base/day.hpp"
#include "base/result.hpp"

namespace cs::document {

struct Binding {
    std::string title;
    Instant at;                 // said in the file; the same pages at the same instant are the same bytes
    std::int64_t limit;         // bytes the whole may have
    std::int64_t megapixels;    // of a PNG, which is unpacked to be bound
};

// Each picture on an A4 page of its own, upright or lying as the picture is, turned as the camera was held. A JPEG goes in as it
// is, without what the camera noted about place and owner. `page` gives the bytes of the n-th, from 0. Refuses
// document.no_pages, document.picture_damaged {page}, document.picture_too_large {page, megapixels}, document.too_large {limit}.
Result<std::string> bind_pages(std::size_t pages, const std::function<std::string(std::size_t)>& page, const Binding& binding);

}    // namespace cs::document
