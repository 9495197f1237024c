#pragma once
// What is not /api: the public pages, their downloads, and the files of the office. Read-only; shows public facts only.
#include <functional>
#include <string>

#include "base/list.hpp"
#include "platform/http/message.hpp"
#include "platform/tx.hpp"
#include "portal/layout_html.hpp"

namespace cs::portal {

class Portal {
public:
    Portal(Database& db, const Clock& clock, bool demo, std::string web_folder);

    // A refusal is a page: 404 where nothing is, 422 where the question makes no sense.
    http::Reply answer(const http::Request& request) const;

private:
    http::Reply show(const Page& page, int status = 200) const;
    http::Reply units(const http::Request& request, Day today) const;
    http::Reply unit(const http::Request& request, Day today) const;
    http::Reply board(const http::Request& request, Day today) const;
    http::Reply ranking(const http::Request& request) const;
    http::Reply list(const std::function<Result<List>(Tx&)>& make) const;    // as a CSV
    http::Reply refused(const Refusal& refusal) const;
    http::Reply office(const http::Request& request) const;    // files of the office; any other path is its index
    http::Reply file(const http::Request& request) const;

    Database& db_;
    const Clock& clock_;
    bool demo_;
    std::string web_folder_;
    Assets assets_;
};

}    // namespace cs::portal
