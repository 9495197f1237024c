#pragma once
// One sheet of a workbook: XML events -> rows.
#include "platform/sheet/parts.hpp"
#include "platform/sheet/read.hpp"

namespace cs::sheet {

class WorksheetReader final : public XmlReader {
public:
    struct Context {
        const SharedStrings& strings;
        const Styles& styles;
        bool from_1904;
        std::size_t most_cells;
    };
    WorksheetReader(const Context& context, const std::function<bool(const Row&)>& see)
        : context_(context), see_(see) {}
    Shape shape;

private:
    enum class Section : unsigned char { other, columns, data, merged };

    void opens(std::string_view name, const Attributes& attributes) override;
    void closes(std::string_view name) override;
    void says(std::string_view text) override;

    void open_section(std::string_view name);
    void open_column(const Attributes& attributes);
    void open_row(const Attributes& attributes);
    void open_cell(const Attributes& attributes);
    void close_cell();
    void close_row();
    void fill(Cell& cell);
    void fill_number(Cell& cell);
    bool is_hidden(std::uint32_t column) const;

    const Context& context_;
    const std::function<bool(const Row&)>& see_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> hidden_columns_;
    Section section_ = Section::other;
    Row row_;
    std::uint32_t next_column_ = 0;
    // Of the cell being read.
    Cell cell_;
    std::string type_, raw_;
    std::uint32_t style_ = 0;
    RichText rich_{5};
    bool taking_ = false;
};

}    // namespace cs::sheet
