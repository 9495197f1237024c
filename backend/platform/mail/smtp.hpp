#pragma once
// Handing one letter to the office's mail server (libcurl). Blocks until the server has taken it or said no.
#include <string>

#include "platform/mail/message.hpp"

namespace cs::mail {

enum class Tls : unsigned char { starttls, tls, none };    // starttls: no letter without it, never "if the server can"

struct Server {
    std::string host;    // empty: no mail is sent
    int port = 587;
    Tls tls = Tls::starttls;
    std::string user, password;    // empty: without signing in
    std::string ca_file;           // empty: what the machine trusts
    std::chrono::seconds patience{30};
};

struct Delivery {
    enum class Outcome : unsigned char { taken, later, never } outcome;    // never: the server says this letter can not be delivered
    std::string fault;    // in the server's words, without the address; empty when taken
    bool answered = true;    // false: nobody was there, and nobody will be for the next letter
};

Delivery deliver(const Server& server, const Message& message);

}    // namespace cs::mail
