#pragma once
// One connection to the server under measure, and the plan of what goes over it: "LENGTH FIRST\n" and the bytes, again and again.
#include <string>
#include <vector>

namespace bench {

class Connection {
public:
    explicit Connection(int port);    // throws std::runtime_error, as ask() does when the server hangs up
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    std::string ask(const std::string& request);    // head and body, to the last byte

private:
    std::string receive();
    int socket_;
};

inline bool is_good(const std::string& answer) { return answer.compare(9, 1, "2") == 0; }

struct Planned {
    std::string request;
    std::size_t first;    // what {n} begins with, for clients that number their requests
};
std::vector<Planned> plan_in(const char* path);

// "p50_ms":…,"p95_ms":…,"p99_ms":…,"max_ms":… of at least one.
std::string shares_of(std::vector<double> ms);

}    // namespace bench
