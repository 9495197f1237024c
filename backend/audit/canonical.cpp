#include "audit/canonical.hpp"

#include <charconv>

#include "base/digest.hpp"
#include "base/result.hpp"

namespace cs::audit {
namespace {

void add(std::string& out, std::string_view part) {
    out += std::to_string(part.size());
    out += ':';
    out += part;
    out += ',';
}

// Reads netstrings one after another; once anything is wrong it stays wrong.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}

    std::string_view next() {
        std::size_t size = 0;
        const char* end = rest_.data() + rest_.size();
        const auto [at, error] = std::from_chars(rest_.data(), end, size);
        if (error != std::errc() || at == end || *at != ':') return fail();
        rest_.remove_prefix(static_cast<std::size_t>(at - rest_.data()) + 1);
        if (rest_.size() < size + 1 || rest_[size] != ',') return fail();
        const std::string_view part = rest_.substr(0, size);
        rest_.remove_prefix(size + 1);
        return part;
    }
    std::size_t count() {
        std::size_t n = 0;
        const std::string_view part = next();
        const auto [at, error] = std::from_chars(part.data(), part.data() + part.size(), n);
        if (error != std::errc() || at != part.data() + part.size() || n > rest_.size()) {
            fail();
            return 0;
        }
        return n;
    }
    bool ok() const { return ok_; }
    bool done() const { return ok_ && rest_.empty(); }

private:
    std::string_view fail() {
        ok_ = false;
        rest_ = {};
        return {};
    }
    std::string_view rest_;
    bool ok_ = true;
};

constexpr std::string_view absent = "-", plain = "=", sealed = "#";

// A value as two parts: how it is kept, and the value or its commitment.
class Writer {
public:
    void text(std::string_view part) { add(payload.text, part); }
    void count(std::size_t n) { text(std::to_string(n)); }
    void value(const std::optional<std::string>& value, bool personal, const std::string& place) {
        text(!value ? absent : personal ? sealed : plain);
        if (!value) return text("");
        if (!personal) return text(*value);
        Personal kept{place, *value, random_hex(16)};
        text(commitment(kept.salt, kept.value));
        payload.personal.push_back(std::move(kept));
    }
    Payload payload;
};

std::optional<std::string> read_value(Reader& reader, const std::string& place, std::vector<Sealed>& seals) {
    const std::string_view how = reader.next(), value = reader.next();
    if (how == absent) return std::nullopt;
    if (how == sealed) seals.push_back({place, std::string(value)});
    return how == sealed ? std::string(erased_mark) : std::string(value);
}

}    // namespace

std::string commitment(std::string_view salt, std::string_view value) {
    std::string bytes;
    add(bytes, salt);
    add(bytes, value);
    return digest(bytes);
}

Payload encode(const EventRow& row, const Entry& entry) {
    Writer w;
    w.value(entry.note.empty() ? std::nullopt : std::optional(entry.note), row.subject != Subject::nobody, "note");
    w.count(entry.changes.size());
    for (const Change& c : entry.changes) {
        const Field* field = row.find(c.field);
        CS_CHECK(field != nullptr);
        w.text(c.field);
        w.value(c.from, field->is_personal(), c.field + ".from");
        w.value(c.to, field->is_personal(), c.field + ".to");
    }
    w.count(entry.also.size());
    for (const auto& [kind, id] : entry.also) w.text(kind), w.text(id);
    return std::move(w.payload);
}

std::optional<Opened> decode(std::string_view payload) {
    Reader r(payload);
    Opened opened;
    opened.note = read_value(r, "note", opened.sealed).value_or("");
    for (std::size_t n = r.count(); n > 0 && r.ok(); --n) {
        const std::string field(r.next());
        auto from = read_value(r, field + ".from", opened.sealed);
        auto to = read_value(r, field + ".to", opened.sealed);
        opened.changes.push_back({field, std::move(from), std::move(to)});
    }
    for (std::size_t n = r.count(); n > 0 && r.ok(); --n) {
        std::string kind(r.next());
        opened.also.emplace_back(std::move(kind), std::string(r.next()));
    }
    return r.done() ? std::optional(std::move(opened)) : std::nullopt;
}

std::string entry_hash(const Link& link) {
    std::string bytes;
    for (std::string_view part : {std::string_view(link.prev), std::string_view(link.day)}) add(bytes, part);
    add(bytes, std::to_string(link.sequence));
    add(bytes, std::to_string(link.at));
    for (const std::string* part : {&link.event, &link.object_kind, &link.object_id, &link.person, &link.role, &link.unit,
                                    &link.payload})
        add(bytes, *part);
    return digest(bytes);
}

std::string day_digest(std::string_view prev_digest, std::string_view day, std::int64_t entries,
                       std::string_view last_hash) {
    std::string bytes;
    add(bytes, prev_digest);
    add(bytes, day);
    add(bytes, std::to_string(entries));
    add(bytes, last_hash);
    return digest(bytes);
}

std::string beginning() { return digest("Chung Suc journal 1"); }

}    // namespace cs::audit
