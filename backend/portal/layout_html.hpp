#pragma once
// The frame of every public page: head with hashed assets from build/web/manifest.json, navigation, notice of the
// demonstration world, footer. Class names are those of web/src/portal/portal.css.
#include <string>
#include <vector>

#include "base/day.hpp"
#include "platform/html.hpp"

namespace cs::portal {

using namespace html;    // tag, link, Html: every page is written with them

struct Assets {
    std::string css, script, icon, icons;    // "/portal/portal-3f2a.css"; icons: the sprite icon() draws from
    std::vector<std::string> fonts;          // preloaded
    std::string paper = {};                  // of printed forms
};

// Reads manifest.json of the built screens. Empty paths when nothing is built: pages work unstyled.
Assets read_assets(const std::string& web_folder);

struct Crumb {
    std::string href, text;
};

struct Page {
    std::string title;            // "Xã Đại Đồng"
    std::string description;      // one sentence for search engines
    std::string section;          // "/don-vi": marks the navigation
    std::vector<Crumb> crumbs;    // without the home page and without the page itself
    Html body;
};

std::string render(const Page& page, const Assets& assets, bool demo);

inline constexpr std::string_view icon_sprite = "/portal/icons.svg";    // the portal answers it with Assets::icons
Html icon(std::string_view name);                                       // decoration only: hidden from screen readers
Html mark(std::string_view kind, std::string_view icon_name, std::string_view text);    // kind: "ok", "provisional", ""
Html time_of(Day day);                       // <time datetime="2025-07-01">01/07/2025</time>
std::string whole_number(std::int64_t n);    // 10.599

}    // namespace cs::portal
