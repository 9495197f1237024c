#pragma once
// Reading one XML part of a package by events. Prefixes are dropped ("x:row" is "row"): writers choose them freely, and
// strict and transitional files differ only in the names behind them.
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

struct XML_ParserStruct;

namespace cs::sheet {

class Archive;

class Attributes {
public:
    explicit Attributes(const char** pairs) : pairs_(pairs) {}
    std::optional<std::string_view> find(std::string_view name) const;
    std::string_view get(std::string_view name) const { return find(name).value_or(std::string_view()); }
    bool is_true(std::string_view name) const { return get(name) == "1" || get(name) == "true"; }
    std::optional<std::uint32_t> number(std::string_view name) const;

private:
    const char** pairs_;
};

class XmlReader {
public:
    virtual ~XmlReader() = default;

    // Refuses sheet.dtd (document types and entities are how XML attacks its readers, no program writes them into a
    // workbook), sheet.damaged (malformed, too deep, one tag above 1 MB), and what give_up() says.
    Done read(const Archive& archive, std::string_view part);
    Done read(std::string_view bytes, std::string_view part);

protected:
    virtual void opens(std::string_view, const Attributes&) {}
    virtual void closes(std::string_view) {}
    virtual void says(std::string_view) {}    // in pieces

    std::size_t depth() const { return depth_; }    // elements around the one that opens or closes
    void enough();                                  // the rest is of no interest
    void give_up(std::string code, Args args = {});
    void damaged() { give_up("sheet.damaged", {{"part", part_}}); }
    // Where the event stands in the bytes of the part.
    std::size_t event_begin() const;
    std::size_t event_end() const;

private:
    struct Events;
    using Take = std::function<bool(std::string_view)>;
    Done read_pieces(std::string_view part, const std::function<Done(const Take&)>& pieces);
    void stop();
    bool feed(std::string_view piece, bool last);
    Done outcome() const;

    XML_ParserStruct* parser_ = nullptr;
    std::size_t depth_ = 0, fed_ = 0;
    std::string part_;
    bool enough_ = false;
    std::optional<Refusal> refusal_;
    std::exception_ptr thrown_;    // C code stands between a handler and its caller: nothing may fly through it
};

}    // namespace cs::sheet
