#include <boost/json.hpp>
#include <fstream>
#include <sstream>

#include "portal/layout_html.hpp"

namespace cs::portal {

Assets read_assets(const std::string& web_folder) {
    std::ifstream file(web_folder + "/manifest.json");
    std::ostringstream text;
    text << file.rdbuf();
    boost::system::error_code error;
    const boost::json::value manifest = boost::json::parse(text.str(), error);
    if (error || !manifest.is_object()) return {};
    const auto path = [&](std::string_view key) {
        const auto* found = manifest.as_object().if_contains(key);
        return found != nullptr && found->is_string() ? std::string(found->as_string()) : std::string();
    };
    Assets assets{path("portal.css"), path("portal.js"), path("icon.svg"), path("icons.svg"), {}, path("paper.css")};
    if (const auto* fonts = manifest.as_object().if_contains("fonts"); fonts != nullptr && fonts->is_array())
        for (const auto& font : fonts->as_array()) assets.fonts.emplace_back(font.as_string());
    return assets;
}

}    // namespace cs::portal
