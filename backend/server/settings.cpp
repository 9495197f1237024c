#include "server/settings.hpp"

#include <toml++/toml.h>
#include <charconv>

#include "base/text.hpp"

namespace cs::server {
namespace {

using enum SettingKind;

const Setting* find(std::string_view key) {
    for (const Setting& setting : setting_table())
        if (setting.key == key) return &setting;
    return nullptr;
}

bool fits(const Setting& setting, const std::string& value) {
    switch (setting.kind) {
        case text:
        case path: return true;
        case addresses: return value.find(':') != std::string::npos;
        case choice: return ("|" + std::string(setting.choices) + "|").find("|" + value + "|") != std::string::npos;
        case integer: {
            std::int64_t n = 0;
            const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), n);
            return error == std::errc() && end == value.data() + value.size() && n > 0;
        }
    }
    broken("setting kind", __FILE__, __LINE__);
}

std::string wanted(const Setting& setting) {
    switch (setting.kind) {
        case text: return "text";
        case path: return "a path";
        case addresses: return "ADDR:PORT, more than one separated by commas";
        case choice: return std::string(setting.choices);
        case integer: return "a whole number above 0";
    }
    broken("setting kind", __FILE__, __LINE__);
}

// A bar would end the cell of a Markdown table.
std::string wanted_cell(const Setting& setting) {
    std::string cell = wanted(setting);
    for (std::size_t at = 0; (at = cell.find('|', at)) != std::string::npos; at += 4) cell.replace(at, 1, " or ");
    return cell;
}

std::string toml_text(const toml::node& node) {
    if (const auto* s = node.as_string()) return s->get();
    if (const auto* n = node.as_integer()) return std::to_string(n->get());
    std::string joined;
    if (const auto* all = node.as_array())
        for (const toml::node& one : *all) joined += (joined.empty() ? "" : ",") + toml_text(one);
    return joined;
}

}    // namespace

const std::vector<Setting>& setting_table() {
    // clang-format off
    static const std::vector<Setting> table = {
        // key               kind       default                   choices                   what it is for
        {"db.url",           text,      "sqlite:var/chungsuc.db", "",                       "Where the data lives: sqlite:PATH or postgresql://user@host/database."},
        {"db.connections",   integer,   "4",                      "",                       "How many connections read at once."},
        {"http.listen",      addresses, "127.0.0.1:8080",         "",                       "Where the server listens; put nginx with TLS in front."},
        {"http.workers",     integer,   "16",                     "",                       "Threads that answer requests; most of them wait for the disk together."},
        {"http.proxies",     text,      "",                       "",                       "Addresses of the proxies whose X-Forwarded-For is believed, separated by commas."},
        {"http.body_limit",  integer,   "4194304",                "",                       "Bytes a request body may have."},
        {"web.folder",       path,      "",                       "",                       "The built screens; empty means the folder `web` beside the program's folder."},
        {"evidence.folder",  path,      "",                       "",                       "Where the files of evidence live; empty means the folder `evidence` beside the SQLite file, `var/evidence` with PostgreSQL."},
        {"evidence.limit",   integer,   "52428800",               "",                       "Bytes a file of evidence may have."},
        {"mail.host",        text,      "",                       "",                       "The office's mail server that takes letters of reminder; empty means no mail is sent."},
        {"mail.port",        integer,   "587",                    "",                       "Its port."},
        {"mail.tls",         choice,    "starttls",               "starttls|tls|none",      "starttls: no letter without it; tls: from the first byte (port 465); none: only on a machine's own relay."},
        {"mail.from",        text,      "",                       "",                       "Address the letters come from; needed when mail.host is given."},
        {"mail.user",        text,      "",                       "",                       "Who signs in at the mail server; empty means nobody does."},
        {"mail.password_file", path,    "",                       "",                       "File whose first line is the password; readable by the program alone."},
        {"mail.ca_file",     path,      "",                       "",                       "Certificates the mail server is trusted by; empty means those of the machine."},
        {"mail.site",        text,      "",                       "",                       "Where people open the office (https://…), for the link in a letter."},
        {"mail.digest_hour", integer,   "7",                      "",                       "From which hour of a working day (Viet Nam) the daily letters are written."},
        {"mode",             choice,    "development",            "development|production", "Production refuses the demonstration world and marks cookies Secure."},
        {"log.level",        choice,    "info",                   "error|warning|info|debug", "error: must stop; warning: someone must act; info: one line per request."},
    };
    // clang-format on
    return table;
}

Settings::Settings() {
    for (const Setting& setting : setting_table()) values_.emplace(setting.key, setting.otherwise);
}

Done Settings::set(const std::string& key, const std::string& value) {
    const Setting* setting = find(key);
    if (setting == nullptr) {
        std::vector<std::string> keys;
        for (const Setting& known : setting_table()) keys.emplace_back(known.key);
        return refuse(Problem::bad_input, "settings.unknown",
                      {{"key", key}, {"nearest", nearest(key, keys).value_or(keys.front())}});
    }
    if (!fits(*setting, value))
        return refuse(Problem::bad_input, "settings.value",
                      {{"key", key}, {"value", value}, {"wanted", wanted(*setting)}});
    values_.insert_or_assign(key, value);
    return {};
}

Done Settings::set_pair(const std::string& key_value) {
    const std::size_t at = key_value.find('=');
    if (at == std::string::npos) return refuse(Problem::bad_input, "settings.pair", {{"given", key_value}});
    return set(key_value.substr(0, at), key_value.substr(at + 1));
}

Done Settings::read_file(const std::string& file) {
    toml::table table;
    try {
        table = toml::parse_file(file);
    } catch (const toml::parse_error& error) {
        return refuse(Problem::bad_input, "settings.file",
                      {{"file", file},
                       {"line", std::to_string(error.source().begin.line)},
                       {"reason", std::string(error.description())}});
    }
    for (const auto& [section, node] : table) {
        const std::string name(section.str());
        const toml::table* inner = node.as_table();
        if (inner == nullptr) {
            CS_TRY_DONE(set(name, toml_text(node)));
            continue;
        }
        for (const auto& [key, value] : *inner) CS_TRY_DONE(set(name + "." + std::string(key.str()), toml_text(value)));
    }
    return {};
}

const std::string& Settings::text(std::string_view key) const {
    const auto at = values_.find(key);
    CS_CHECK(at != values_.end());
    return at->second;
}

std::int64_t Settings::integer(std::string_view key) const { return std::stoll(text(key)); }

std::vector<std::string> Settings::list(std::string_view key) const {
    std::vector<std::string> parts;
    std::string_view rest = text(key);
    while (!rest.empty()) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        parts.emplace_back(trim(rest.substr(0, comma)));
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    return parts;
}

std::string print_settings() {
    std::string page =
        "# Settings\n\nPrinted by `chungsuc describe settings`. Give them in a TOML file (`--config FILE`, sections by "
        "the word "
        "before the dot) or one by one (`--set http.workers=8`); flags win over the file. Secrets never stand here.\n\n"
        "| key | kind | default | what it is for |\n|---|---|---|---|\n";
    for (const Setting& s : setting_table())
        page += fmt::format("| `{}` | {} | {} | {} |\n", s.key, wanted_cell(s),
                            s.otherwise.empty() ? "" : fmt::format("`{}`", s.otherwise), s.what);
    return page;
}

}    // namespace cs::server
