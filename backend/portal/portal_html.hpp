#pragma once
// What is not /api: the public pages, their downloads, and the files of the office. Read-only; shows public facts only.
#include <string>

#include "platform/http/message.hpp"
#include "platform/tx.hpp"
#include "portal/layout.hpp"

namespace cs::portal {

class Portal {
public:
    Portal(Database& db, const Clock& clock, bool demo, std::string web_folder);

    // 404 as a page of its own; 405 for anything but GET and HEAD.
    http::Reply answer(const http::Request& request) const;

private:
    http::Reply show(const Page& page, int status = 200) const;
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
