#pragma once
// The two parts that the sheets of a workbook share: how numbers are shown, and texts.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "platform/sheet/number.hpp"
#include "platform/sheet/xml.hpp"

namespace cs::sheet {

// Texts stand in runs of different looks (<r><t>), which are joined; readings for another script (<rPh>) are left out.
class RichText {
public:
    explicit RichText(std::size_t depth) : depth_(depth) {}    // of the children of <si> or <is>
    // Whether text that follows belongs to the cell.
    bool opens(std::string_view name, std::size_t depth) {
        if (depth == depth_) in_run_ = name == "r";
        return name == "t" && (depth == depth_ || (depth == depth_ + 1 && in_run_));
    }

private:
    std::size_t depth_;
    bool in_run_ = false;
};

// "_x000D_" stands for a character XML cannot carry. Control characters that remain are dropped; the text is made NFC.
std::string cell_text(std::string_view raw);

class SharedStrings final : public XmlReader {
public:
    explicit SharedStrings(std::size_t most_bytes) : most_bytes_(most_bytes) {}
    std::size_t size() const { return ends_.size(); }
    std::string_view at(std::size_t index) const {
        const std::uint32_t begin = index == 0 ? 0 : ends_[index - 1];
        return std::string_view(bytes_).substr(begin, ends_[index] - begin);
    }

private:
    void opens(std::string_view name, const Attributes&) override;
    void closes(std::string_view name) override;
    void says(std::string_view text) override;

    std::size_t most_bytes_;
    std::string bytes_, raw_;    // one after another: hundreds of thousands of short texts cost no allocation each
    std::vector<std::uint32_t> ends_;
    RichText rich_{2};
    bool taking_ = false;
};

class Styles final : public XmlReader {
public:
    Shown shown(std::uint32_t style) const { return style < shown_.size() ? shown_[style] : Shown::plain; }

private:
    void opens(std::string_view name, const Attributes& attributes) override;

    std::vector<std::pair<std::uint32_t, Shown>> formats_;    // those the workbook defines itself
    std::vector<Shown> shown_;
    bool in_cells_ = false;
};

}    // namespace cs::sheet
