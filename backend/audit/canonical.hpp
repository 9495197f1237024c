#pragma once
// The bytes the chain is computed over: every part as a netstring ("5:hello,"), so that no two entries share their bytes
// and nothing depends on how a database or a JSON library writes text.
#include <string>
#include <string_view>
#include <vector>

#include "audit/journal.hpp"

namespace cs::audit {

// What stands in the side row, and the commitment that stands in its place in the payload.
struct Personal {
    std::string place;    // "name.to", "name.from", "note"
    std::string value;
    std::string salt;
};
std::string commitment(std::string_view salt, std::string_view value);

struct Payload {
    std::string text;
    std::vector<Personal> personal;
};
// Note, changes and further objects in canonical form. Personal values, and the note of an event that has a subject, are
// replaced by commitments. A field the catalogue does not know is a bug (CS_CHECK).
Payload encode(const EventRow& row, const Entry& entry);

// A payload read back: personal values are marked by their place and commitment.
struct Sealed {
    std::string place, commitment;
};
struct Opened {
    std::string note;
    std::vector<Change> changes;
    std::vector<std::pair<std::string, std::string>> also;
    std::vector<Sealed> sealed;
};
// nullopt: the text is not a payload (somebody altered it).
std::optional<Opened> decode(std::string_view payload);

// The hash of an entry and the digest of a closed day.
struct Link {
    std::string prev, day;
    std::int64_t sequence = 0, at = 0;
    std::string event, object_kind, object_id, person, role, unit, payload;    // person and unit: "" for none
};
std::string entry_hash(const Link& link);
std::string day_digest(std::string_view prev_digest, std::string_view day, std::int64_t entries, std::string_view last_hash);
std::string beginning();    // what the first entry ever chains to

}    // namespace cs::audit
