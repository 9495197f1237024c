#include "platform/sheet/xml.hpp"

#include <expat.h>

#include <charconv>
#include <functional>
#include <memory>

#include "platform/sheet/archive.hpp"

namespace cs::sheet {
namespace {

constexpr std::size_t deepest = 64, longest_tag = 1u << 20;

std::string_view without_prefix(std::string_view name) {
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

struct Freeing {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

}    // namespace

std::optional<std::string_view> Attributes::find(std::string_view name) const {
    for (const char** at = pairs_; *at != nullptr; at += 2)
        if (without_prefix(at[0]) == name) return at[1];
    return std::nullopt;
}

std::optional<std::uint32_t> Attributes::number(std::string_view name) const {
    const std::string_view text = get(name);
    std::uint32_t n = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(n) : std::nullopt;
}

struct XmlReader::Events {
    static void guarded(void* self, const auto& work) {
        XmlReader& reader = *static_cast<XmlReader*>(self);
        if (reader.refusal_ || reader.thrown_ || reader.enough_) return;
        try {
            work(reader);
        } catch (...) {
            reader.thrown_ = std::current_exception();
            reader.stop();
        }
    }
    static void XMLCALL start(void* self, const char* name, const char** attributes) {
        guarded(self, [&](XmlReader& reader) {
            if (reader.depth_ >= deepest) return reader.damaged();
            reader.opens(without_prefix(name), Attributes(attributes));
            ++reader.depth_;
        });
    }
    static void XMLCALL end(void* self, const char* name) {
        guarded(self, [&](XmlReader& reader) {
            --reader.depth_;
            reader.closes(without_prefix(name));
        });
    }
    static void XMLCALL text(void* self, const char* bytes, int length) {
        guarded(self, [&](XmlReader& reader) { reader.says({bytes, static_cast<std::size_t>(length)}); });
    }
    static void XMLCALL doctype(void* self, const char*, const char*, const char*, int) {
        guarded(self, [](XmlReader& reader) { reader.give_up("sheet.dtd"); });
    }
};

void XmlReader::stop() { XML_StopParser(parser_, XML_FALSE); }

void XmlReader::enough() {
    enough_ = true;
    stop();
}

void XmlReader::give_up(std::string code, Args args) {
    if (!refusal_) refusal_ = Refusal{Problem::bad_input, std::move(code), std::move(args), {}, {}};
    if (parser_ != nullptr) stop();
}

std::size_t XmlReader::event_begin() const { return static_cast<std::size_t>(XML_GetCurrentByteIndex(parser_)); }
std::size_t XmlReader::event_end() const {
    return event_begin() + static_cast<std::size_t>(XML_GetCurrentByteCount(parser_));
}

bool XmlReader::feed(std::string_view piece, bool last) {
    fed_ += piece.size();
    if (XML_Parse(parser_, piece.data(), static_cast<int>(piece.size()), last ? XML_TRUE : XML_FALSE) !=
        XML_STATUS_OK) {
        if (!refusal_ && !thrown_ && !enough_)
            refusal_ = Refusal{Problem::bad_input, "sheet.damaged", {{"part", part_}}, {}, {}};
        return false;
    }
    // What the parser has read and not yet told is one unfinished tag or comment; it would keep all of it in memory.
    const XML_Index told = XML_GetCurrentByteIndex(parser_);
    if (!last && told >= 0 && fed_ - static_cast<std::size_t>(told) > longest_tag) damaged();
    return !refusal_;
}

Done XmlReader::outcome() const {
    if (thrown_) std::rethrow_exception(thrown_);
    if (refusal_) return tl::unexpected(*refusal_);
    return {};
}

Done XmlReader::read_pieces(std::string_view part, const std::function<Done(const Take&)>& pieces) {
    const std::unique_ptr<XML_ParserStruct, Freeing> parser(XML_ParserCreate(nullptr));
    CS_CHECK(parser != nullptr);
    parser_ = parser.get(), part_ = part, depth_ = 0, fed_ = 0, enough_ = false;
    XML_SetUserData(parser_, this);
    XML_SetElementHandler(parser_, &Events::start, &Events::end);
    XML_SetCharacterDataHandler(parser_, &Events::text);
    XML_SetStartDoctypeDeclHandler(parser_, &Events::doctype);
    bool going = true;
    const Done came = pieces([&](std::string_view piece) { return going = feed(piece, false); });
    if (going && came) feed({}, true);
    parser_ = nullptr;
    CS_TRY_DONE(outcome());
    return came;
}

Done XmlReader::read(std::string_view bytes, std::string_view part) {
    return read_pieces(part, [&](const Take& take) -> Done {
        constexpr std::size_t step = 64 << 10;
        for (std::size_t at = 0; at < bytes.size(); at += step)
            if (!take(bytes.substr(at, step))) break;
        return {};
    });
}

Done XmlReader::read(const Archive& archive, std::string_view part) {
    return read_pieces(part, [&](const Take& take) { return archive.read(part, take); });
}

}    // namespace cs::sheet
