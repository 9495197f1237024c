#pragma once
// One table of settings, read once: defaults, then a TOML file (--config), then flags (--set key=value). An unknown key
// or a value of the wrong kind stops the start with a suggestion. `chungsuc describe settings` prints
// docs/howto/settings.md.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace cs::server {

enum class SettingKind : unsigned char { text, integer, choice, path, addresses };

struct Setting {
    std::string_view key;
    SettingKind kind;
    std::string_view otherwise;    // the default
    std::string_view choices;      // "development|production" for a choice
    std::string_view what;         // one sentence for the manual page
};

const std::vector<Setting>& setting_table();

class Settings {
public:
    Settings();                                                    // the defaults
    Done read_file(const std::string& path);                       // settings.file, settings.unknown, settings.value
    Done set(const std::string& key, const std::string& value);    // settings.unknown, settings.value
    Done set_pair(const std::string& key_value);                   // "http.workers=8"; settings.pair besides

    const std::string& text(std::string_view key) const;
    std::int64_t integer(std::string_view key) const;
    std::vector<std::string> list(std::string_view key) const;    // split at commas
    bool production() const { return text("mode") == "production"; }

private:
    std::map<std::string, std::string, std::less<>> values_;
};

std::string print_settings();    // Markdown

}    // namespace cs::server
