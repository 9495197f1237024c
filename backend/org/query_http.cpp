#include "org/query_http.hpp"

#include "base/text.hpp"

namespace cs::org {

Result<Day> on_day(const access::Call& call) {
    CS_TRY(const auto asked, call.query_day("on"));
    const Day on = asked.value_or(call.today());
    CS_TRY_DONE(recorded(on));
    return on;
}

Result<bool> flag(const access::Call& call, const std::string& name) {
    const std::string text = call.query(name).value_or("false");
    if (text != "true" && text != "false")
        return refuse(Problem::bad_input, "org.not_a_flag", {{"name", name}, {"value", text}});
    return text == "true";
}

Result<std::optional<UnitId>> under(const access::Call& call, Tx& tx, Day on) {
    if (const auto text = call.query("under")) {
        const auto id = UnitId::parse(*text);
        if (!id) return refuse(Problem::not_found, "org.unit_unknown_id");
        CS_TRY_DONE(UnitStore(tx).known(*id));
        return id;
    }
    const auto code = call.query("under_code");
    if (!code) return std::nullopt;
    CS_TRY(UnitId id, UnitStore(tx).with_code(*code, on));
    return std::optional(std::move(id));
}

Result<Asked> read_asked(const access::Call& call, Tx& tx) {
    CS_TRY(const Day on, on_day(call));
    CS_TRY(const auto root, under(call, tx, on));
    Asked asked{{on, root, std::nullopt, call.query("q").value_or("")}, std::nullopt};
    if (const auto word = call.query("kind")) {
        asked.filter.kind = parse_word<UnitKind>(*word);
        const std::vector<std::string> all(words<UnitKind>.begin(), words<UnitKind>.end());
        if (!asked.filter.kind)
            return refuse(Problem::bad_input, "org.kind_unknown",
                          {{"kind", *word}, {"meant", nearest(*word, all).value_or("–")}});
    }
    const std::string text = call.query("boundary").value_or("as_reported");
    if (text == "as_reported") return asked;
    CS_TRY(asked.boundary, read_boundary(*UnitStore(tx).forest(), text, root, call.today()));
    return asked;
}

}  // namespace cs::org
