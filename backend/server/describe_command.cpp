#include <iostream>

#include "server/commands.hpp"
#include "server/printed.hpp"

namespace cs::server {

int describe(const std::string& what, Streams io) {
    if (what == "pages") {    // for tools/print_docs
        for (const PrintedPage& page : printed_pages()) io.out << page.name << ' ' << page.file << '\n';
        return done;
    }
    for (const PrintedPage& page : printed_pages())
        if (page.name == what) {
            const std::string text = page.print();
            io.out << text << (text.ends_with('\n') ? "" : "\n");
            return done;
        }
    io.err << "chungsuc: nothing is printed under the name " << what << '\n';
    return wrong_usage;
}

}    // namespace cs::server
