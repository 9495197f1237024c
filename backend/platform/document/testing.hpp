#pragma once
// Files for tests: archives made on the spot, a photograph of four quarters (red, green, blue, white; 64 by 48 pixels), and
// what poppler sees in a PDF.
#include <cairo.h>
#include <zip.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "platform/testing_folder.hpp"

namespace cs::document {

inline std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("no such file: " + path);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

inline void write_file(const std::string& path, std::string_view bytes) {
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

using Entries = std::vector<std::pair<std::string, std::string>>;

inline std::string zip_of(const Entries& entries, const char* password = nullptr) {
    const TestFolder folder;
    const std::string path = folder.path + "/a.zip";
    zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    for (const auto& [name, bytes] : entries) {
        const zip_int64_t at = zip_file_add(archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0), 0);
        if (password != nullptr) zip_file_set_encryption(archive, static_cast<zip_uint64_t>(at), ZIP_EM_AES_256, password);
    }
    if (zip_close(archive) != 0) throw std::runtime_error("the archive of a test was not written");
    return bytes_of(path);
}

inline Entries word_entries() {
    return {{"[Content_Types].xml", "<Types/>"}, {"_rels/.rels", "<Relationships/>"}, {"word/document.xml", "<w:document/>"}};
}

// 64 MB of nothing in 64 kB.
inline std::string bomb() {
    Entries entries = word_entries();
    entries.emplace_back("word/media/image1.png", std::string(64 * 1024 * 1024, '\0'));
    return zip_of(entries);
}

inline std::string photograph() { return bytes_of("tests/files/quarters.jpg"); }

// The same with an Exif block that says how the camera was held and where it was.
inline std::string held(int orientation) {
    using namespace std::string_literals;
    const std::string exif = "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0"s + static_cast<char>(orientation) + "\0\0\0\0\0\0\0GPS 21.18 106.07"s;
    const std::size_t length = exif.size() + 2;
    std::string jpeg = photograph();
    return jpeg.insert(2, "\xFF\xE1"s + static_cast<char>(length >> 8) + static_cast<char>(length & 0xFF) + exif);
}

inline std::string png(int width, int height) {
    std::string bytes;
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    cairo_surface_write_to_png_stream(
        surface,
        [](void* into, const unsigned char* some, unsigned n) {
            static_cast<std::string*>(into)->append(reinterpret_cast<const char*>(some), n);
            return CAIRO_STATUS_SUCCESS;
        },
        &bytes);
    cairo_surface_destroy(surface);
    return bytes;
}

// What a command of poppler-utils says of the PDF, whose path it gets in place of {}.
inline std::string poppler(const std::string& pdf, std::string command) {
    const TestFolder folder;
    const std::string path = folder.path + "/a.pdf";
    write_file(path, pdf);
    command.replace(command.find("{}"), 2, path);
    FILE* pipe = popen(command.c_str(), "r");
    std::string said;
    std::array<char, 4096> piece{};
    while (const std::size_t n = fread(piece.data(), 1, piece.size(), pipe)) said.append(piece.data(), n);
    if (pclose(pipe) != 0) throw std::runtime_error("failed: " + command);
    return said;
}

}    // namespace cs::document
