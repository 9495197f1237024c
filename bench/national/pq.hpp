#pragma once
// The little of libpq that the bench needs: a statement, COPY in, COPY out line by line.
#include <fmt/core.h>
#include <libpq-fe.h>

#include <functional>
#include <stdexcept>
#include <string>

namespace bench {

class Pq {
public:
    using Line = std::function<void(const std::string&)>;

    explicit Pq(const std::string& url) : connection_(PQconnectdb(url.c_str())) {
        if (PQstatus(connection_) != CONNECTION_OK) fail();
    }
    ~Pq() { PQfinish(connection_); }
    Pq(const Pq&) = delete;
    Pq& operator=(const Pq&) = delete;

    void run(const std::string& sql) { expect(PQexec(connection_, sql.c_str()), PGRES_COMMAND_OK); }

    void copy_in(const std::string& sql, const std::function<void(const Line&)>& write) {
        expect(PQexec(connection_, sql.c_str()), PGRES_COPY_IN);
        write([&](const std::string& line) {
            if (PQputCopyData(connection_, line.data(), static_cast<int>(line.size())) != 1) fail();
        });
        if (PQputCopyEnd(connection_, nullptr) != 1) fail();
        expect(PQgetResult(connection_), PGRES_COMMAND_OK);
        while (PGresult* rest = PQgetResult(connection_)) PQclear(rest);
    }

    // `read` gets each line, ended by a line feed, valid during the call.
    template <class Read>
    void copy_out(const std::string& sql, Read&& read) {
        expect(PQexec(connection_, sql.c_str()), PGRES_COPY_OUT);
        char* line = nullptr;
        for (int length; (length = PQgetCopyData(connection_, &line, 0)) > 0; PQfreemem(line)) read(static_cast<const char*>(line));
        expect(PQgetResult(connection_), PGRES_COMMAND_OK);
        while (PGresult* rest = PQgetResult(connection_)) PQclear(rest);
    }

    // The whole number at `at`, which then stands behind the tab or the end after it.
    static int number(const char*& at) {
        int value = 0;
        for (; *at >= '0' && *at <= '9'; ++at) value = value * 10 + (*at - '0');
        if (*at == '\t') ++at;
        return value;
    }

private:
    void expect(PGresult* result, ExecStatusType status) {
        const bool good = PQresultStatus(result) == status;
        PQclear(result);
        if (!good) fail();
    }
    [[noreturn]] void fail() { throw std::runtime_error(PQerrorMessage(connection_)); }
    PGconn* connection_;
};

}    // namespace bench
